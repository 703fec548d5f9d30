sides =
    .difference = Raksti cits citu neizslēdz: rakstā ukraiņu valodā pastāstīts arī, kas bija pirms tam un pēc tam.
sides-white = Alašorda nostājās Baltās armijas pusē un cīnījās pret lieliniekiem.
sides-changed = Sākumā Alašorda balto un sarkano cīņā neiejaucās, tad pievienojās baltajiem un beidzot pārgāja pie sarkanajiem: to atgrūda balto naidīgums pret nacionālo autonomiju un vilināja solījumi par amnestiju un plašu autonomiju.
sides-distrusted = Alašordas labāk apbruņotās vienības karoja kopā ar baltajiem, kuri tām īsti neuzticējās.
talks =
    .difference = Avoti runā pretī cits citam: pēc raksta latviešu valodā sarunas sākās gadu agrāk nekā pēc raksta angļu valodā.
talks-lenin-stalin = Sarunas ar lieliniekiem sākās { DATE($date, case: "when") }: pie Ļeņina devās delegācija, bet ar Staļinu runāja pa tālruni.
talks-whites-losing = Sarunas ar lieliniekiem sākās { DATE($date, case: "when") }, kad baltie piedzīvoja sakāves.
talks-promises = Sarkanie šo to apsolīja gan saimniecībā, gan politikā, bet prasīja saraut saites ar baltajiem. Uz vietas īstas saprašanās nebija: reizumis puses apcietināja viena otras cilvēkus.
ufa-directory = { DATE($date, case: "when") } balto izveidotā Ufas direktorija paziņoja, ka Alašas autonomija ir likvidēta, taču praksē tas maz ko mainīja.
kolchak = { DATE($date, case: "when") } Ufas direktoriju gāza, un par Krievijas Augstāko valdnieku ievēlēja admirāli Aleksandru Kolčaku.
kolchak-defeat = { DATE($date, case: "genitive") } vasarā Kolčaku piemeklēja smagi zaudējumi, un Krievijas austrumos baltie zaudēja cerības.
militia-plan = Alašorda paziņoja, ka izveidos { $men ->
        [zero] { NUMBER($men) } vīru
        [one] { NUMBER($men) } vīra
       *[other] { NUMBER($men) } vīru
    } stipru miliciju.
militia-slow = Ar atamana Dutova palīdzību tika veidota jātnieku milicija, taču lēni un bez lieliem panākumiem: pirmo kavalērijas pulku izdevās savākt tikai { DATE($date, case: "when") }.
militia-sticks = Šauteņu trūkuma dēļ zemessargiem bija jānēsā garas nūjas, lai notēlotu strēlnieku uzbrukumu.
governor = Līdz { DATE($date, case: "dative") } autonomijas zemi faktiski pārvaldīja Vasilijs Balabanovs, Krievijas iecelts gubernators.
governor-flight = Glābdamies no Sarkanās armijas, Balabanovs { DATE($date, case: "when") } aizbēga uz Ķīnu, kura viņu atzina par likumīgo valdnieku.
