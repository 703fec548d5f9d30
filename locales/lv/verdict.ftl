amnesty = Lielinieki nacionālistiem pasludināja amnestiju.
    .difference = Rakstā ukraiņu valodā amnestija ir solījums, rakstā latviešu valodā to patiešām pasludināja.
amnesty-promised = Lielinieku solījumi – amnestija un iespējami plaša autonomija – palīdzēja panākt, ka Alašorda pārgāja sarkano pusē.
verdict = Vēlāk partiju „Alaš“ un Alašas autonomiju nosodīja kā buržuāziski nacionālistiskas, proti, padomju varai un kazahu tautai pilnīgi naidīgas.
verdict-change = Agrāk uzskatīja, ka partija „Alaš“ sākumā bijusi progresīva; vēlāk to vairs neatzina.
