militia-plan = Alašorda paziņoja, ka izveidos miliciju, kurā būs { $men ->
        [zero] { NUMBER($men) } vīru
        [one] { NUMBER($men) } vīrs
       *[other] { NUMBER($men) } vīri
    }.
militia-regiments =
    .difference = Rakstā angļu valodā valdība milicijas pulkus izveidoja, rakstā latviešu valodā tā tos tikai sāka veidot.
militia-regiments-established = Kā savus bruņotos spēkus Alašorda izveidoja milicijas pulkus.
militia-regiments-begun = Alašorda sāka veidot milicijas pulkus, kam bija jābūt tās karaspēkam.
militia-slow = Savu jātnieku miliciju Alašordai palīdzēja veidot Orenburgas balto kazaku { NAME($entity) }, taču darbs virzījās gausi un deva maz.
dutov-forces = Par spīti visām grūtībām Alašordas karaspēku bija izdevies sapulcināt tieši { NAME($entity) }.
first-regiment = Pirmais Alašordas kavalērijas pulks bija gatavs tikai { DATE($date, case: "when") }.
militia-sticks = Vietējiem zemessargiem Alašordas valdība bija paredzējusi garas nūjas, ar kurām notēlot strēlnieku uzbrukumu.
