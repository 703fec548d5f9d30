leader = Autonomiju vadīja { NAME($entity) }.
leader-title =
    .difference = Rakstā angļu valodā nosaukts Bukeihanova amats autonomijā, pārējos divos – amats Alašordā.
leader-prime-minister = Viņš bija autonomijas premjerministrs { DATE($date, case: "when") }.
leader-chairman = Viņš bija Alašordas priekšsēdētājs.
leader-commissar = Bukeihanovs bija arī Krievijas Pagaidu valdības komisārs Kazahstānā.
leader-descent = Viņš bija Čingishana pēctecis, un tāpēc tjurku tautas viņa varu uzskatīja par likumīgāku.
alash-orda =
    .difference = Vārdam „Alašorda“ avotos ir dažāda nozīme: rakstos angļu un latviešu valodā tā ir gan valdība, gan pati autonomija, rakstā ukraiņu valodā – organizācija.
alash-orda-government = Alašorda bija kazahu valdība, ko izveidoja autonomijas vadītāji.
alash-orda-autonomy = Par Alašordu sauca arī pašu autonomiju.
alash-orda-organisation = Alašorda bija nacionālistiska organizācija – gan partijas „Alaš“, gan autonomijas centrs.
government-began =
    .difference = Par valdības sākumu raksts angļu valodā ir pretrunā pats ar sevi: vienā vietā tas min agrāku laiku nekā raksts ukraiņu valodā, citā – to pašu.
government-september = Alašordas valdība pastāvēja jau no { DATE($date, case: "genitive") }.
government-december = Valdību izveidoja tikai { DATE($date, case: "when") }.
members =
    .difference = Locekļu un nekazahu vietu skaits visos avotos sakrīt. Pārējās vietas kazahiem atvēl tikai raksts angļu valodā, kandidātus min tikai raksts latviešu valodā, bet par Alašas pārstāvjiem visus locekļus sauc tikai raksts ukraiņu valodā.
members-kazakhs = Alašordas valdībā bija { $total ->
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
    }, un bija vēl { $candidates ->
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
        [one] { NUMBER($reserved) } vietu
       *[other] { NUMBER($reserved) } vietas
    } piešķīra nekazahiem.
members-background = Lielākā daļa ievēlēto valdības locekļu bija juristi. Viņi nāca no dažādām kazahu ciltīm, visbiežāk no arginiem un naimaniem.
