# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Вітаю! Я відповідаю на запитання про { -subject } і щоразу називаю джерела. Де вони розходяться, показую всі версії; де мовчать, так і кажу.

    Запитуйте своїми словами, будь-якою з цих мов: { $languages }.
# $languages: names of the languages, as a list.
help =
    Просто запитайте, наприклад: «{ $example }» Я знаю, { -topics }.

    /sources — звідки я це знаю
    /language — якою мовою відповідати
    /ask — запитання в групі; там я відповідаю й тоді, коли ви згадуєте мене або відповідаєте на моє повідомлення
chat-hint = Напишіть запитання. Щоб вибрати запропоноване, введіть його номер; Tab показує схожі запитання, Ctrl-D завершує розмову.
chat-farewell = До побачення!

## Not an answer

clarify = Можливо, ви хотіли запитати:
unknown-near = На це відповіді я не маю. Зате знаю, { -topics }.
unknown-far = Про це я нічого не знаю. Я відповідаю на запитання про { -subject }: { -topics }.
only-text = Я вмію читати лише текст. Будь ласка, напишіть своє запитання словами.
ask-usage = Напишіть запитання після команди: /ask { $example }
trouble = У мене стався збій. Будь ласка, запитайте ще раз за хвилину.

## Sources

sources-heading = Джерела
sources-lead = Усе, що я розповідаю, взято з цих документів:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = Це збережені копії; самі статті відтоді могли змінитися.
# $title, $locator: where in the document
source-line = { $title }, { $locator }
locator-infobox = картка
locator-section = «{ $section }»: «{ $from } … { $to }»
locator-passage = «{ $from } … { $to }»

## Language

language-ask = Якою мовою мені відповідати?
language-set = Відтепер відповідаю українською.
language-automatic = Мовою запитання
language-automatic-set = Відтепер відповідаю тією мовою, якою ви запитуєте.

## Small talk

smalltalk-greeting = Вітаю! Що ви хотіли б дізнатися про { -subject }?
smalltalk-farewell = До побачення! Повертайтеся з новими запитаннями.
smalltalk-thanks = Будь ласка! Хочете дізнатися ще щось?
smalltalk-how-are-you = Дякую, усе гаразд. Що ви хотіли б дізнатися?
smalltalk-who-are-you = Я Tarikh, бот, що відповідає на запитання про { -subject } і називає джерела. Я програма й знаю лише те, що сказано в моїх джерелах.
smalltalk-what-can-you-do = Я можу розповісти, { -topics }. Просто запитайте.
smalltalk-praise = Дякую! Запитуйте ще.
smalltalk-abuse = Поговорімо краще про історію. Запитайте мене щось про { -subject }.
smalltalk-acknowledgement = Добре. Що ще ви хотіли б дізнатися про { -subject }?

## Telegram

command-start = Привітатися
command-ask = Поставити запитання
command-help = Як запитувати і що я знаю
command-sources = Звідки я це знаю
command-language = Вибрати мову моїх відповідей
bot-description = Запитуйте мене про { -subject } будь-якою з цих мов: { $languages }. Кожна відповідь називає джерела. Де вони розходяться, показую всі версії, а де мовчать, так і кажу.
bot-short-description = Відповідає на запитання про { -subject } і називає джерела.
