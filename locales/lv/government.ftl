leader = Alašas autonomiju vadīja { NAME($entity) }.
leader-title =
    .difference = Rakstā angļu valodā nosaukts Bukeihanova amats autonomijā, pārējos divos – amats Alašordā.
leader-prime-minister = Bukeihanovs bija autonomijas premjerministrs { DATE($date, case: "when") }.
leader-chairman = Bukeihanovs bija Alašordas priekšsēdētājs.
leader-commissar = Bukeihanovs bija Krievijas Pagaidu valdības komisārs Kazahstānā.
leader-movement = Bukeihanovs bija ievērojams nacionālās kustības darbinieks.
leader-descent = Bukeihanovs bija { NAME($entity, case: "genitive") } pēcnācējs.
leader-legitimacy = Tā kā Bukeihanovs bija Čingishana pēcnācējs, tjurku tautas viņa varu uzskatīja par likumīgāku.
alash-orda =
    .difference = Vārdam „Alašorda“ avotos ir dažāda nozīme: rakstos angļu un latviešu valodā tā ir gan valdība, gan pati autonomija, rakstā ukraiņu valodā – organizācija.
alash-orda-government = Alašorda bija kazahu valdība, ko izveidoja autonomijas vadītāji.
alash-orda-autonomy = Par Alašordu sauca arī pašu autonomiju.
alash-orda-organisation = Alašorda bija nacionālistiska organizācija – gan partijas „Alaš“, gan autonomijas centrs.
government-began =
    .difference = Par valdības sākumu raksti angļu un ukraiņu valodā ir pretrunā katrs pats ar sevi: abos valdību izveido decembrī, taču raksts angļu valodā citviet min agrāku laiku, bet rakstā ukraiņu valodā valdība jau vērtē Oktobra apvērsumu.
government-september = Alašorda bija pagaidu valdība jau no { DATE($date, case: "genitive") }.
government-at-october-coup = Oktobra apvērsuma laikā Alašordai jau bija valdība, kura uz apvērsumu raudzījās piesardzīgi.
government-december = Alašordu izveidoja tikai { DATE($date, case: "when") }.
government-ended =
    .difference = Par valdības beigām raksts angļu valodā ir pretrunā pats ar sevi un ar rakstu ukraiņu valodā: tas nosauc valdības pēdējo gadu, taču gan valdību, gan premjerministru piemin arī vēlākos gados; rakstā ukraiņu valodā Alašordas pēdējais gads ir vēl cits.
government-still-talking = { DATE($date, case: "when") } Alašorda vēl bija valdība un sāka sarunas ar lieliniekiem.
government-until = Alašorda bija pagaidu valdība līdz { DATE($date, case: "dative") }.
members =
    .difference = Locekļu un nekazahu vietu skaits visos rakstos sakrīt. Pārējās vietas kazahiem atvēl tikai raksts angļu valodā, kandidātus min tikai raksts latviešu valodā, bet par Alašas pārstāvjiem visus locekļus sauc tikai raksts ukraiņu valodā.
members-kazakhs = Alašordas valdībā bija { $total ->
        [zero] { NUMBER($total) } locekļi
        [one] { NUMBER($total) } loceklis
       *[other] { NUMBER($total) } locekļi
    }: nekazahiem bija paredzētas { NUMBER($reserved) } vietas, kazahiem – { NUMBER($others) }.
members-candidates = Alašordas valdībā bija { $total ->
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
members-alash = Alašordas padomē bija { $total ->
        [zero] { NUMBER($total) } Alašas pārstāvji
        [one] { NUMBER($total) } Alašas pārstāvis
       *[other] { NUMBER($total) } Alašas pārstāvji
    }, un { $reserved ->
        [zero] { NUMBER($reserved) } vietas
        [one] { NUMBER($reserved) } vietu
       *[other] { NUMBER($reserved) } vietas
    } piešķīra nekazahiem.
members-background = Lielākā daļa Alašordas valdībā ievēlēto bija juristi, un viņi piederēja pie dažādām kazahu ciltīm.
members-tribes = No visām kazahu ciltīm Alašordas valdībā visvairāk bija arginu un naimanu.
argyns-past = Argini bija lielākā kazahu cilts. Tās ļaudis jau agrāk bija piederējuši pie valdošajiem gan kazahu zemēs, gan Krimā, gan tur, kur tagad ir Uzbekistāna.
naimans-past = Naimaniem, kuri bija tikpat starptautiska cilts kā argini, jau sen bija ierasta pašpārvalde.
no-steady-course = Alašorda nespēja ilgi turēties pie vienas politikas, jo partijā „Alaš“ valdīja nesaskaņas un nostāja bieži mainījās līdz ar ārējiem apstākļiem.
