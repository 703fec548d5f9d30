leader = To vadīja { NAME($entity) }.
leader-title =
    .difference = Šie tituli pieder dažādiem amatiem: viens minēts autonomijai, otrs – Alašordai.
leader-prime-minister = Viņš bija autonomijas premjerministrs { DATE($date, case: "when") }.
leader-chairman = Viņš bija Alašordas priekšsēdētājs.
leader-commissar = Viņš bija arī Krievijas Pagaidu valdības komisārs Kazahstānā.
leader-descent = Viņš bija cēlies no Čingishana, un tāpēc tjurku tautu acīs viņa varai bija lielāks svars.
alash-orda =
    .difference = Ar vienu un to pašu nosaukumu avoti apzīmē dažādas lietas: valdību, pašu autonomiju un organizāciju.
alash-orda-government = Alašorda bija kazahu valdība, ko izveidoja autonomijas vadītāji.
alash-orda-autonomy = Par Alašordu sauca arī pašu autonomiju.
alash-orda-organisation = Alašorda bija nacionālistiska organizācija, partijas „Alaš“ un autonomijas centrs.
government-began =
    .difference = Par sākumu avoti runā pretī cits citam, un raksts angļu valodā – arī pats sev.
government-september = Valdība pastāvēja no { DATE($date, case: "genitive") }.
government-december = Valdību izveidoja tikai { DATE($date, case: "when") }.
members =
    .difference = Par kopskaitu un nekazahiem paredzētajām vietām visi avoti ir vienisprātis; par pārējām vietām un par to, kas bija tie piecpadsmit, tie stāsta atšķirīgi.
members-kazakhs = Valdībā bija { $total ->
        [zero] { NUMBER($total) } locekļi
        [one] { NUMBER($total) } loceklis
       *[other] { NUMBER($total) } locekļi
    }: nekazahiem bija paredzētas { NUMBER($reserved) } un kazahiem { NUMBER($others) } vietas.
members-candidates = Valdībā bija { $total ->
        [zero] { NUMBER($total) } locekļi
        [one] { NUMBER($total) } loceklis
       *[other] { NUMBER($total) } locekļi
    }, nekazahiem pienācās { $reserved ->
        [zero] { NUMBER($reserved) } vietas
        [one] { NUMBER($reserved) } vieta
       *[other] { NUMBER($reserved) } vietas
    }, turklāt bija vēl { $candidates ->
        [zero] { NUMBER($candidates) } kandidāti
        [one] { NUMBER($candidates) } kandidāts
       *[other] { NUMBER($candidates) } kandidāti
    }.
members-alash = Valdībā bija { $total ->
        [zero] { NUMBER($total) } Alašas pārstāvji
        [one] { NUMBER($total) } Alašas pārstāvis
       *[other] { NUMBER($total) } Alašas pārstāvji
    }, un { $reserved ->
        [zero] { NUMBER($reserved) } vietas
        [one] { NUMBER($reserved) } vieta
       *[other] { NUMBER($reserved) } vietas
    } tika nekazahiem.
members-background = Lielākā daļa ievēlēto bija juristi. Viņi piederēja pie dažādām ciltīm, galvenokārt pie arginiem un naimaniem.
