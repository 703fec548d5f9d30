status = Alašas autonomija bija neviena neatzīta, pašpasludināta kazahu valsts Centrālāzijā.
founders = To { DATE($date, case: "when") } nodibināja izglītoti kazahi ar stāvokli sabiedrībā.
start-date = Rakstā angļu valodā kā tās sākums kopsavilkumā norādīts { $date }.
motive = Par tās izveides iemeslu oficiāli nosauca Krievijas Republikas sabrukumu aptuveni sešas nedēļas agrāk: dibinātāji vēlējās pasargāt zemi no anarhijas.
grievances = Augsne tam bija sagatavota jau iepriekš: { DATE($date, case: "when") } kazahi sacēlās pret iesaukšanu armijā, un sen bija strīdi par ganībām, ko atņēma krievu un ukraiņu ieceļotāju vajadzībām.
territory =
    .difference = Rakstā angļu valodā pieskaitītas divu mūsdienu valstu zemes, rakstā latviešu valodā minēta tikai Kazahstāna.
territory-two-states = Tās zemes tagad ietilpst Kazahstānā un Krievijā.
territory-kazakhstan = Tā atradās tagadējā Kazahstānā.
south-left-out = Tagadējās Kazahstānas dienvidi autonomijā neietilpa: tie palika pie Turkestānas.
borders = Ziemeļos un rietumos tā robežojās ar Krievijas zemēm, dienvidos – ar Turkestānas autonomiju, austrumos – ar Ķīnu.
capital = Autonomijas galvaspilsēta bija { NAME($entity) }.
capital-today = Par Alaškalu toreiz sauca { NAME($entity, case: "accusative") }, tagadējo Semeju.
government-arrival = Uz { NAME($entity, case: "accusative") } valdība pārcēlās { DATE($date, case: "when") } { $riders ->
        [zero] { NUMBER($riders) } jātnieku
        [one] { NUMBER($riders) } jātnieka
       *[other] { NUMBER($riders) } jātnieku
    } pavadībā.
name-meaning = Vārds „Alaš“ parasti apzīmē visus trīs kazahu žuzus (teritoriālas un cilšu grupas) kopumā, tāpēc nosaukums var vienkārši nozīmēt „kazahu“.
motto = Tās devīze bija <i>{ $title }</i> – „Mosties, kazah!“.
anthem = Himnas nosaukums skanēja tāpat kā devīze: <i>{ $title }</i>.
languages = Izplatītas bija kazahu un krievu valoda.
religion = Tās reliģija bija sunnītu islāms.
