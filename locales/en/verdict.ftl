amnesty = The Bolsheviks declared an amnesty for the nationalists.
    .difference = In the Ukrainian article the amnesty is a promise, in the Latvian one it was in fact declared.
amnesty-promised = The Bolsheviks’ promises of an amnesty and of the broadest autonomy helped to bring Alash Orda over to the Reds.
verdict = Later the Alash party and the Alash Autonomy were declared bourgeois nationalist, that is, wholly hostile to Soviet power and to the Kazakh people.
verdict-change = The earlier view that the Alash party had at first played a progressive part came to be rejected.
