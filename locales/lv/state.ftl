status = Alašas autonomija bija neatzīta, pašpasludināta kazahu valsts Centrālāzijā.
founders = Autonomiju { DATE($date, case: "when") } nodibināja kazahu elites pārstāvji.
start-date = Rakstā angļu valodā autonomijas sākuma datums infokastē ir { $date }.
motive = Autonomijas izveidi oficiāli pamatoja ar to, ka apmēram sešas nedēļas agrāk bija sabrukusi Krievijas Republika un zemi gribēja pasargāt no anarhijas.
grievances = Kazahu neapmierinātība bija krājusies jau iepriekš: { DATE($date, case: "when") } viņi sacēlās pret iesaukšanu armijā un jau sen strīdējās ar krievu un ukraiņu ieceļotājiem par zaudētajām ganībām.
territory =
    .difference = Rakstā angļu valodā minētas divas mūsdienu valstis, rakstā latviešu valodā – tikai Kazahstāna.
territory-two-states = Autonomijas zemes tagad ietilpst Kazahstānā un Krievijā.
territory-kazakhstan = Autonomija atradās tagadējā Kazahstānā.
south-left-out = Tagadējās Kazahstānas dienvidi autonomijā neietilpa: tie palika Turkestānas guberņā.
borders = Ziemeļos un rietumos autonomija robežojās ar Krievijas zemēm, dienvidos – ar Turkestānas autonomiju, austrumos – ar Ķīnu.
capital = Autonomijas galvaspilsēta bija { NAME($entity) }.
capital-today = Par Alaškalu toreiz sauca { NAME($entity, case: "accusative") }, tagadējo Semeju.
government-arrival = Autonomijas valdība { NAME($entity, case: "accusative") } sasniedza { DATE($date, case: "when") }; to pavadīja { $riders ->
        [zero] { NUMBER($riders) } jātnieku
        [one] { NUMBER($riders) } jātnieks
       *[other] { NUMBER($riders) } jātnieki
    }.
name-meaning = Ar vārdu „Alaš“ parasti apzīmē visus trīs kazahu žuzus (teritoriālas un cilšu grupas) kopā, tāpēc autonomijas nosaukumu var saprast vienkārši kā „kazahu“.
motto = Autonomijas devīze bija „{ $title }“, latviski – „Mosties, kazah!“.
anthem = Arī autonomijas himnu sauca „{ $title }“.
languages = Autonomijā bija izplatīta kazahu un krievu valoda.
religion = Autonomijas reliģija bija sunnītu islāms.
