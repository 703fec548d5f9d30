amnesty = Lielinieki nacionālistiem pasludināja amnestiju.
    .difference = Rakstā ukraiņu valodā amnestija ir solījums, rakstā latviešu valodā to patiešām pasludināja.
amnesty-promised = Lielinieku solījumi – amnestija un iespējami plaša autonomija – palīdzēja dabūt Alašordu sarkano pusē.
verdict = Vēlāk partiju „Alaš“ un Alašas autonomiju nosodīja kā buržuāziski nacionālistiskas, proti, padomju varai un kazahu tautai galīgi naidīgas.
verdict-change = Agrāk uzskatīja, ka partija „Alaš“ sākumā bijusi progresīva; vēlāk to vairs neatzina.
