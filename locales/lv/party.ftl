party-origin =
    .difference = Par partijas rašanās laiku raksts latviešu valodā ir pretrunā pats ar sevi: vienā vietā tas min gadu krietni pirms Pagaidu valdības, citā, tāpat kā raksts ukraiņu valodā, – šīs valdības laiku.
party-from-kadets = Partija „Alaš“ radās { DATE($date, case: "when") } un formāli bija vienota ar Krievijas Konstitucionāli demokrātisko partiju.
party-left-kadets = Partiju „Alaš“ nodibināja tikai tad, kad Bukeihanovs un citi kazahi pameta Konstitucionāli demokrātisko partiju, jo Pagaidu valdība nevarēja kazahiem atdot viņiem atņemto zemi.
party-summer = Partiju „Alaš“ izveidoja { DATE($date, case: "genitive") } vasarā.
party-kadets = Gan idejas, gan cilvēki partijā „Alaš“ bija nākuši no Krievijas centriskās Konstitucionāli demokrātiskās partijas („kadetiem“), ar kuru tā formāli bija viens veselums { DATE($date, case: "when") }.
party-founders =
    .difference = Abos rakstos partiju dibina kazahi: raksts latviešu valodā nosauc Bukeihanovu un partiju, no kuras dibinātāji aizgāja, raksts ukraiņu valodā dibinātājus sauc par inteliģenci.
party-founders-kadets = Partiju „Alaš“ nodibināja vairāki kazahi, kuri bija aizgājuši no Konstitucionāli demokrātiskās partijas; viens no viņiem bija Bukeihanovs.
party-founders-intellectuals = Partiju „Alaš“ izveidoja kazahu inteliģence.
party-why =
    .difference = Raksts latviešu valodā partijas dibināšanu izskaidro ar zemes jautājumu, raksts ukraiņu valodā – ar jauno politisko brīvību.
party-why-land = Partiju „Alaš“ nodibināja tāpēc, ka Pagaidu valdība nevarēja kazahiem atdot zemi, kas bija atņemta par labu ieceļotājiem no Krievijas.
party-why-freedom = Partiju „Alaš“ izveidoja { DATE($date, case: "genitive") } vasarā: Pagaidu valdība bija pasludinājusi amnestiju un apsolījusi demokrātiju, un tas modināja rosīgu politisko dzīvi.
party-leader =
    .difference = Raksts ukraiņu valodā nosauc vienu vadītāju; raksts latviešu valodā runā par vairākiem vadītājiem un nosauc vēl divus.
party-leader-one = Partijas „Alaš“ vadītājs bija { NAME($entity) }, ievērojams nacionālās kustības darbinieks.
party-leader-others = Divi no partijas „Alaš“ vadītājiem bija { NAME($first) } un { NAME($second) }.
party-ruling = Alašas autonomijā valdošā partija bija „Alaš“.
party-character = Līdz { DATE($date, case: "dative") } partija „Alaš“ galvenokārt rūpējās par kazahu izglītošanu.
party-backers = Aiz partijas „Alaš“ stāvēja intelektuāļi, ierēdņi un lielā buržuāzija.
party-views = Partija „Alaš“ tiecās uz Rietumiem, bija nacionālistiska un vienaldzīga pret islāmu.
party-north = To ziemeļu kazahu vidū, kuri tāpat kā partija „Alaš“ tiecās uz Rietumiem, bija nacionālisti un vienaldzīgi pret islāmu, noteicošais vārds nedalīti piederēja šai partijai.
party-aim = Partija „Alaš“ vēlējās autonomiju Krievijas sastāvā un nacionālu, demokrātisku valsti.
    .difference = Raksts angļu valodā runā par partijas mērķi, raksts ukraiņu valodā – par Alašordas vadītāju mērķi, un tikai raksts latviešu valodā stāsta par vadītājiem, kuri gribēja pilnīgu neatkarību.
party-aim-federation = Alašordas vadītāji gribēja veidot buržuāziski demokrātisku valsti, un kazahu autonomijai viņi redzēja vietu federācijā.
party-aim-independence = Divi partijas „Alaš“ vadītāji sākumā gribēja pilnīgu neatkarību.
party-split = Partijas „Alaš“ vadītāji sākumā nebija vienisprātis: Baitursinovs un Dulatovs aizstāvēja pilnīgu neatkarību, Bukeihanovs – autonomiju Krievijas sastāvā.
elections =
    .difference = Raksti stāsta par vēlēšanām dažādos laikos: raksts ukraiņu valodā – par tām, kas notika līdz ar partijas dibināšanu un kurās uzvarēja „Alaš“; raksts latviešu valodā – par Satversmes sapulces vēlēšanām, kurās sakāvi cieta „Alaš“ sāncense, bet nekazahu vidū vadībā izvirzījās cita partija.
elections-won = Partija „Alaš“ uzvarēja vēlēšanās, kas notika līdz ar tās dibināšanu { DATE($date, case: "genitive") } vasarā.
elections-assembly = Krievijas Satversmes sapulces vēlēšanās { DATE($date, case: "when") } „Alaš“ sāncense „Uš Žuz“ piedzīvoja smagu sakāvi.
election-votes = Krievijas Satversmes sapulces vēlēšanās { DATE($date, case: "when") } „Alaš“ dažos apriņķos pēc balsu skaita pārspēja „Uš Žuz“ vairāk nekā { $times ->
        [zero] { NUMBER($times) } reižu
        [one] { NUMBER($times) } reizi
       *[other] { NUMBER($times) } reizes
    }.
party-end = { DATE($date, case: "when") } lielinieki nosprieda, ka strādāt kopā ar partiju „Alaš“ vairs nav jēgas, un partijas darbs kļuva neiespējams.
party-joined-bolsheviks = Kad lielinieki { DATE($date, case: "when") } bija darījuši galu partijas „Alaš“ darbam, tās biedri sāka pāriet uz lielinieku partiju un mēģināja tur izglītot un aģitēt tāpat kā līdz tam.
propaganda = Bijušo „Alaš“ biedru propagandā lielinieku partijā bija jaušama „reakcionāra“ pieskaņa.
repressions = { DATE($arrests, case: "during") } apcietināja gandrīz visus, kas bija aktīvi darbojušies partijā „Alaš“, un { DATE($shootings, case: "during") } gandrīz visus nošāva.
