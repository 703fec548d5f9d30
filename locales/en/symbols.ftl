motto = The motto of the Alash Autonomy was “{ $title }” (“Wake up, Kazakh!”).
anthem = The anthem of the Alash Autonomy was “{ $title }”.
flags = Two flags are given for the Alash Autonomy: one that was proposed, and one that was mentioned { DATE($date, case: "when") }.
flag-picture = The English article has a picture that it labels as the flag of the Alash Autonomy.
seal = The emblem that the English article shows for the Alash Autonomy is a seal.
map = The map in the English article shows the Alash Autonomy as it was in the summer of { $date }.
