world-region = Alašas autonomija atradās Centrālāzijā.
territory =
    .difference = Rakstā angļu valodā minētas divas mūsdienu valstis, rakstā latviešu valodā – tikai Kazahstāna.
territory-two-states = Alašas autonomijas zemes tagad ietilpst Kazahstānā un Krievijā.
territory-kazakhstan = Alašas autonomija atradās tagadējā Kazahstānā.
territory-claimed = Zeme, ko raksti sauc par Alašas autonomijas teritoriju, ir tā, uz kuru autonomija pretendēja.
southern-land =
    .difference = Raksts angļu valodā nosauc autonomiju, ar kuru Alaša robežojās dienvidos, raksts latviešu valodā – guberņu, kurā palika dienvidu kazahi.
southern-land-autonomy = Dienvidos Alašas autonomija robežojās ar Turkestānas autonomiju.
southern-land-governorate = Tagadējās Kazahstānas dienvidi palika Turkestānas guberņā, kas bija radusies cara laikos.
kazakhstan-then =
    .difference = Raksts latviešu valodā ir pretrunā pats ar sevi un ar rakstu ukraiņu valodā: vienā vietā tas visu Kazahstānu sauc par Krievijas Turkestānu, citā Turkestānai pieskaita tikai dienvidus, un rakstā ukraiņu valodā Turkestāna ir tikai viena no kazahu zemēm.
kazakhstan-then-turkestan = Toreiz Kazahstānu dēvēja par Krievijas Turkestānu.
kazakhstan-then-divided = Kazahu zemes bija sadalītas: tās, kas atradās dienvidos, piederēja pie Turkestānas, citas – ne.
borders = Alašas autonomijas kaimiņi bija Ķīna austrumos, Turkestānas autonomija dienvidos un Krievijas zemes ziemeļos un rietumos.
capital = Alašas autonomijas galvaspilsēta bija { NAME($entity) }.
capital-today = Par Alaškalu toreiz dēvēja { NAME($entity, case: "accusative") }, tagadējo Semeju.
capital-meaning = Raksts latviešu valodā nosaukumu „Alaškala“ latvisko kā „{ $title }“.
government-arrival = Alašordas valdība { NAME($entity, case: "accusative") } sasniedza { DATE($date, case: "when") }; to pavadīja { $riders ->
        [zero] { NUMBER($riders) } jātnieku
        [one] { NUMBER($riders) } jātnieks
       *[other] { NUMBER($riders) } jātnieki
    }.
