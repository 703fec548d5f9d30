# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Sveicināti! Es atbildu uz jautājumiem par { -subject } un katrā atbildē nosaucu avotus. Ja tie ir pretrunā cits ar citu, parādu visas versijas; ja tie klusē, to arī pasaku.

    Jautājiet saviem vārdiem kādā no šīm valodām: { $languages }.
# $languages: names of the languages, as a list.
help =
    Vienkārši jautājiet, piemēram: „{ $example }“ Varu pastāstīt par { -topics }.
    Pietiek arī ar vienu vārdu („Dulatovs“) vai gadu („1919“).

    /timeline – notikumi gadu pēc gada
    /disputes – kur avoti nav vienisprātis
    /sources – no kurienes es to zinu
    /language – kādā valodā atbildu
    /privacy – ko es par jums glabāju
    /ask – jautājums grupā; tur atbildu arī tad, ja mani piemin vai atbild uz manu ziņu
chat-hint = Ierakstiet jautājumu. Ar skaitli var izvēlēties kādu no piedāvātajiem jautājumiem, ar Tab – apskatīt līdzīgus jautājumus, ar Ctrl-D – beigt sarunu.
chat-farewell = Visu labu!

## Answers of their own kind

more = Vēl
report = Ziņot par kļūdu
events-none = Manos dokumentos ar šo laiku nekas nav datēts.
timeline-lead = Galvenie notikumi gadu pēc gada. Izvēlieties gadu, lai redzētu visu, kas tajā notika:
disputes-lead = Šajos jautājumos avoti ir pretrunā cits ar citu vai paši ar sevi:
disputes-none = Nezinu nevienu jautājumu, kurā avoti būtu pretrunā cits ar citu.
agreement-yes = Avoti, kuros par to runāts, ir vienisprātis.
agreement-single = Par to runā tikai viens avots, tāpēc nav ar ko salīdzināt.
# Also where one document contradicts itself.
agreement-no = Šajā jautājumā avotos ir pretrunas.
agreement-scope = Šajā jautājumā avotos pretrunu nav: tie stāsta par dažādām lietām vai arī vienu un to pašu izklāsta citi sīkāk, citi īsāk.
# $title: title of the document
source-says = Dokumentā „{ $title }“ par to teikts:
source-silent = Dokumentā „{ $title }“ par to nekas nav teikts. Pārējos dokumentos teikts:
sure = Tā teikts dokumentos. Lūdzu, pārbaudiet to vietās, kas norādītas atbildes beigās.
no-more = Tas ir viss, kas par to teikts manos dokumentos.
no-context = Nesaprotu, uz ko tas attiecas. Lūdzu, uzdodiet jautājumu pilnībā.

## Not an answer

clarify = Varbūt jūs gribējāt jautāt:
unknown-near = Uz to man nav atbildes. Varu pastāstīt par { -topics }.
unknown-far = Par to es neko nezinu. Es atbildu uz jautājumiem par { -subject }: par { -topics }.
only-text = Es protu lasīt tikai tekstu. Lūdzu, uzrakstiet savu jautājumu.
ask-usage = Uzrakstiet jautājumu aiz komandas: /ask { $example }
trouble = Man kaut kas nogāja greizi. Lūdzu, pēc brīža pajautājiet vēlreiz.
slow-down = Jūs jautājat ātrāk, nekā spēju atbildēt. Lūdzu, mazliet pagaidiet; tikmēr klusēšu.
late = Kādu laiku nebiju sasniedzams, tāpēc atbildu ar nokavēšanos. Ja kāds jūsu jautājums ir palicis bez atbildes, lūdzu, uzdodiet to vēlreiz.

## Privacy

privacy =
    Ko es glabāju:

    • Jūsu jautājumu – līdz brīdim, kad uz to atbildu. Pēc tam tas minūtes laikā pazūd no manas datubāzes.
    • Ziņu, uz kuru vairākkārt neizdodas atbildēt, – ne ilgāk par 7 dienām.
    • Ziņu numurus bez teksta un sūtītāja – divas dienas, lai uz vienu un to pašu ziņu neatbildētu divreiz.
    • To, par ko bija jūsu pēdējais jautājums (tikai tēmas apzīmējumu, ne jūsu vārdus), – mazāk par stundu, lai varētu jautāt tālāk.
    • Šajā sarunā izvēlēto valodu.

    Neviena rakstītais nenonāk programmas žurnālfailos. Komanda /forget uzreiz izdzēš visu, ko glabāju par šo sarunu.
# Follows the list above, where the operator keeps such questions.
privacy-unanswered = • Jautājumus, uz kuriem man nav atbildes, – ne ilgāk par 90 dienām, lai būtu redzams, ko vēl nezinu. Kurš tos uzdevis, netiek saglabāts, tāpēc komanda /forget tos nevar atrast.
forgotten = Gatavs! Viss, ko glabāju par šo sarunu, ir izdzēsts.

## Sources

sources-heading = Avoti
sources-lead = Viss, ko stāstu, ir ņemts no šiem dokumentiem:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = Rakstus zinu tādus, kādi tie bija brīdī, kad tos lasīju; tīmeklī tie, iespējams, jau ir mainījušies.
# $title, $locator: where in the document
source-line = { $title }, { $locator }
locator-infobox = infokaste
locator-section = „{ $section }“: „{ $from } … { $to }“
locator-passage = „{ $from } … { $to }“

## Language

language-ask = Kādā valodā lai atbildu?
language-set = Turpmāk atbildēšu latviski.
language-automatic = Jautājuma valodā
language-automatic-set = Turpmāk atbildēšu tajā valodā, kurā jautāsiet.

## Small talk

smalltalk-greeting = Sveicināti! Ko vēlaties uzzināt par { -subject }?
smalltalk-farewell = Uz redzēšanos! Nāciet vēl ar jauniem jautājumiem.
smalltalk-thanks = Nav par ko. Vai vēlaties uzzināt vēl kaut ko?
smalltalk-how-are-you = Paldies, viss kārtībā. Ko vēlaties uzzināt?
smalltalk-who-are-you = Esmu Tarikh – bots, kas atbild uz jautājumiem par { -subject } un nosauc avotus. Esmu programma un zinu tikai to, kas teikts manos avotos.
smalltalk-what-can-you-do = Varu pastāstīt par { -topics }. Jautājiet droši!
smalltalk-praise = Paldies! Pajautājiet vēl kaut ko.
smalltalk-abuse = Labāk parunāsim par vēsturi. Pajautājiet man kaut ko par { -subject }.
smalltalk-acknowledgement = Labi. Ko vēl vēlaties uzzināt par { -subject }?

## Telegram

command-start = Sākt sarunu
command-ask = Uzdot jautājumu
command-help = Kā jautāt un ko es zinu
command-timeline = Notikumi gadu pēc gada
command-disputes = Kur avoti nav vienisprātis
command-sources = No kurienes es to zinu
command-language = Izvēlēties atbilžu valodu
command-privacy = Ko es par jums glabāju
command-forget = Izdzēst visu, ko glabāju par šo sarunu
bot-description = Jautājiet man par { -subject } kādā no šīm valodām: { $languages }. Katrā atbildē nosaucu avotus; ja tie ir pretrunā cits ar citu, parādu visas versijas, un, ja tie klusē, to arī pasaku.
bot-short-description = Atbild uz jautājumiem par { -subject } un nosauc avotus.
