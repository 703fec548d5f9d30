sides =
    .difference = Raksti cits citu nenoliedz, bet papildina: raksts latviešu valodā piebilst, ka baltie Alašordai īsti neuzticējās, un raksts ukraiņu valodā stāsta arī, kas bija pirms savienības ar baltajiem un pēc tās.
sides-white = Krievijas pilsoņu karā Alašorda turējās kopā ar Balto armiju un karoja pret lieliniekiem.
sides-changed = Sākumā Alašorda balto un sarkano cīņā neiejaucās, tad pievienojās baltajiem un beidzot pārgāja pie sarkanajiem. Baltie uz nacionālajām autonomijām raudzījās noraidoši, bet lielinieki solīja amnestiju un iespējami plašu autonomiju.
sides-distrusted = Alašordas labāk apbruņotās vienības karoja kopā ar baltajiem, kuri tām īsti neuzticējās.
talks =
    .difference = Avoti ir pretrunā cits ar citu: rakstā latviešu valodā sarunas sākas gadu agrāk nekā rakstā angļu valodā.
talks-lenin-stalin = Alašordas sarunas ar lieliniekiem sākās { DATE($date, case: "when") }: pie Ļeņina devās delegācija, bet ar Staļinu runāja pa tālruni.
talks-whites-losing = Sarunas ar lieliniekiem sākās { DATE($date, case: "when") }, kad baltie cieta sakāves.
talks-promises = Sarunās sarkanie Alašordai deva dažus solījumus saimniecības un politikas jautājumos, bet prasīja saraut saites ar baltajiem. Uz vietām īstas saprašanās tomēr nebija: reizēm puses apcietināja viena otras cilvēkus.
ufa-directory = { DATE($date, case: "when") } balto izveidotā Ufas direktorija paziņoja, ka Alašas autonomija ir likvidēta, taču praksē tas maz ko mainīja.
kolchak = { DATE($date, case: "when") } Ufas direktoriju gāza, un admirālis Aleksandrs Kolčaks kļuva par Krievijas Augstāko valdnieku.
kolchak-defeat = { DATE($date, case: "genitive") } vasarā Kolčaku piemeklēja smagi zaudējumi, un baltie vairs necerēja Krievijas austrumos kaut ko panākt ar ieroču spēku.
militia-plan = Alašorda paziņoja, ka izveidos { $men ->
        [zero] { NUMBER($men) } vīru
        [one] { NUMBER($men) } vīra
       *[other] { NUMBER($men) } vīru
    } stipru miliciju.
militia-slow = Autonomijas jātnieku milicija ar atamana Dutova palīdzību veidojās lēni un bez lieliem panākumiem: pirmo kavalērijas pulku izdevās savākt tikai { DATE($date, case: "when") }.
militia-sticks = Vietējiem zemessargiem Alašordas valdība bija paredzējusi garas nūjas, ar kurām notēlot strēlnieku uzbrukumu.
governor = Līdz { DATE($date, case: "dative") } autonomijas zemi faktiski pārvaldīja Vasilijs Balabanovs, Krievijas iecelts gubernators.
governor-flight = Glābdamies no Sarkanās armijas, Balabanovs { DATE($date, case: "when") } aizbēga uz Ķīnu, kura viņu atzina par likumīgo Kazahstānas pārvaldnieku.
