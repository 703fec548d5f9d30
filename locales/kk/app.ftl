# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Сәлеметсіз бе! Мен { -subject } туралы сұрақтарға жауап беремін және әр жауаптың дереккөзін көрсетемін. Дереккөздер бір-біріне қайшы келсе, барлық нұсқаны келтіремін; оларда жауап болмаса, соны ашық айтамын.

    Өз сөзіңізбен, мына тілдердің кез келгенінде сұраңыз: { $languages }.
# $languages: names of the languages, as a list.
help =
    Сұрағыңызды жаза беріңіз, мысалы: «{ $example }»

    Мен { -subject } туралы мыналарды білемін: { -topics }.

    /sources – қандай құжаттарға сүйенемін
    /language – қай тілде жауап беремін
    /ask – топта сұрақ қою (топта мені атап өтсеңіз немесе хабарыма жауап жазсаңыз да жауап беремін)
chat-hint = Сұрағыңызды жазыңыз. Ұсынылған сұрақты таңдау үшін оның нөмірін теріңіз; Tab ұқсас сұрақтарды көрсетеді; шығу үшін Ctrl-D пернелерін басыңыз.
chat-farewell = Сау болыңыз!

## Not an answer

clarify = Мынаны сұрағыңыз келді ме?
unknown-near = Бұл сұраққа жауабым жоқ. Мен { -subject } туралы мыналарды білемін: { -topics }.
unknown-far = Ол жағын білмеймін. Мен { -subject } туралы сұрақтарға жауап беремін: { -topics }.
only-text = Мен тек мәтінді оқи аламын. Сұрағыңызды жазып жіберіңізші.
ask-usage = Сұрағыңызды пәрменнен кейін жазыңыз: /ask { $example }
trouble = Менде ақау шықты. Сәлден кейін қайта сұраңызшы.

## Sources

sources-heading = Дереккөздер
sources-lead = Айтатынымның бәрі мына құжаттардан алынған:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = Мен сақталған көшірмелермен жұмыс істеймін; сайттағы мақалалар содан бері өзгерген болуы мүмкін.
# $title, $locator: where in the document
source-line = { $title }, { $locator }
locator-infobox = ақпараттық кесте
locator-section = «{ $section }»: «{ $from } … { $to }»
locator-passage = «{ $from } … { $to }»

## Language

language-ask = Қай тілде жауап берейін?
language-set = Енді қазақша жауап беремін.
language-automatic = Сұрақтың тілінде
language-automatic-set = Енді әр сұраққа қай тілде қойылса, сол тілде жауап беремін.

## Small talk

smalltalk-greeting = Сәлеметсіз бе! { -subject } туралы не білгіңіз келеді?
smalltalk-farewell = Сау болыңыз! Сұрағыңыз болса, қайта келіңіз.
smalltalk-thanks = Оқасы жоқ. Тағы не білгіңіз келеді?
smalltalk-how-are-you = Бәрі жақсы, рақмет. Не білгіңіз келеді?
smalltalk-who-are-you = Мен «Тарих» атты ботпын: { -subject } туралы сұрақтарға жауап беріп, дереккөзін көрсетемін. Мен бағдарламамын және дереккөздерімде айтылғанды ғана білемін.
smalltalk-what-can-you-do = { -subject } туралы айтып бере аламын: { -topics }. Сұрай беріңіз.
smalltalk-praise = Рақмет! Тағы не білгіңіз келеді?
smalltalk-abuse = Одан да тарих туралы сөйлесейік. { -subject } туралы бірдеңе сұраңыз.
smalltalk-acknowledgement = Жақсы. { -subject } туралы тағы не білгіңіз келеді?

## Telegram

command-start = Сәлемдесу
command-ask = Сұрақ қою
command-help = Қалай сұрауға болады және мен не білемін
command-sources = Қандай құжаттарға сүйенемін
command-language = Жауап тілін таңдау
bot-description = { -subject } туралы мына тілдердің кез келгенінде сұраңыз: { $languages }. Әр жауаптың дереккөзі көрсетіледі; дереккөздер бір-біріне қайшы келсе, барлық нұсқаны келтіремін, оларда жауап болмаса, соны ашық айтамын.
bot-short-description = { -subject } туралы сұрақтарға дереккөзін көрсетіп жауап береді.
