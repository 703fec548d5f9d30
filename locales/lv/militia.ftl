militia-plan = Alašorda paziņoja, ka izveidos { $men ->
        [zero] { NUMBER($men) } vīru
        [one] { NUMBER($men) } vīra
       *[other] { NUMBER($men) } vīru
    } stipru miliciju.
militia-regiments =
    .difference = Rakstā angļu valodā valdība milicijas pulkus izveidoja, rakstā latviešu valodā tā tos tikai sāka veidot.
militia-regiments-established = Par saviem bruņotajiem spēkiem Alašorda izveidoja milicijas pulkus.
militia-regiments-begun = Alašorda sāka veidot milicijas pulkus, kam bija jābūt tās karaspēkam.
militia-slow = Savu jātnieku miliciju Alašordai palīdzēja veidot Orenburgas balto kazaku { NAME($entity) }, taču darbs virzījās gausi un deva maz.
dutov-forces = Par spīti visām grūtībām Alašordas karaspēku prata sapulcināt tieši { NAME($entity) }.
first-regiment = Pirmais Alašordas kavalērijas pulks bija gatavs tikai { DATE($date, case: "when") }.
militia-sticks = Vietējiem zemessargiem Alašordas valdība bija paredzējusi garas nūjas, ar kurām notēlot strēlnieku uzbrukumu.
