# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Здравствуйте! Я отвечаю на вопросы { -about-subject } и в каждом ответе называю источники. Если они расходятся, привожу все версии, а если молчат, так и говорю.

    Спрашивайте своими словами. Я понимаю эти языки: { $languages }.
# $languages: names of the languages, as a list.
help =
    Просто задайте вопрос, например: «{ $example }»

    Я рассказываю { -about-subject }: { -about-topics }.

    /sources — откуда взяты сведения
    /language — на каком языке отвечать
    /privacy — что я о вас храню
    /ask — вопрос в группе; там я отвечаю и тогда, когда меня упоминают или отвечают на моё сообщение
chat-hint = Введите вопрос. Цифрой можно выбрать один из предложенных; Tab показывает похожие вопросы, Ctrl-D — выход.
chat-farewell = До свидания!

## Not an answer

clarify = Возможно, вы хотели спросить:
unknown-near = На это у меня ответа нет. Спросите меня { -about-topics }.
unknown-far = Об этом я ничего не знаю. Моя тема — { -subject }. Спросите меня { -about-topics }.
only-text = Я умею читать только текст. Напишите, пожалуйста, свой вопрос словами.
ask-usage = Напишите вопрос после команды: /ask { $example }
trouble = У меня что-то пошло не так. Пожалуйста, повторите вопрос чуть позже.
slow-down = Вы спрашиваете быстрее, чем я успеваю отвечать. Пожалуйста, подождите немного, а я пока помолчу.
late = Меня долго не было на связи, поэтому отвечаю с опозданием. Если я пропустил какой-то из ваших вопросов, пожалуйста, задайте его ещё раз.

## Privacy

privacy =
    Вот что я храню:

    • Ваш вопрос — пока не отвечу. После этого он исчезает из моей базы данных в течение минуты.
    • Сообщение, на которое раз за разом не удаётся ответить, — не дольше 7 дней.
    • Номера сообщений (без текста и сведений об отправителе) — 2 дня, чтобы не отвечать дважды на одно и то же.
    • Язык, выбранный в этом чате.

    В служебные журналы (логи) ничьи слова не попадают. Команда /forget сразу удаляет всё, что я храню об этом чате.
# Follows the list above, where the operator keeps such questions.
privacy-unanswered = • Вопросы, на которые я не смог ответить, — не дольше 90 дней, чтобы понять, каких сведений мне не хватает. Кто спрашивал, я не записываю, поэтому команда /forget такие вопросы не найдёт.
forgotten = Готово: всё, что я хранил об этом чате, удалено.

## Sources

sources-heading = Источники
sources-lead = Все мои сведения взяты из этих документов:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = Я пользуюсь их сохранёнными копиями; сами статьи с тех пор могли измениться.
# $title, $locator: where in the document
source-line = { $title }, { $locator }
locator-infobox = карточка статьи
locator-section = «{ $section }»: «{ $from } … { $to }»
locator-passage = «{ $from } … { $to }»

## Language

language-ask = На каком языке вам отвечать?
language-set = Теперь я отвечаю по-русски.
language-automatic = На языке вопроса
language-automatic-set = Теперь я отвечаю на том языке, на котором задан вопрос.

## Small talk

smalltalk-greeting = Здравствуйте! Что вам рассказать { -about-subject }?
smalltalk-farewell = До свидания! Появятся вопросы — возвращайтесь.
smalltalk-thanks = Пожалуйста! Хотите узнать что-нибудь ещё?
smalltalk-how-are-you = Спасибо, всё хорошо. Что бы вы хотели узнать?
smalltalk-who-are-you = Меня зовут Тарих. Я бот: отвечаю на вопросы { -about-subject } и называю источники. Я не человек, а программа, и знаю только то, что сказано в моих источниках.
smalltalk-what-can-you-do = Могу рассказать { -about-subject }: { -about-topics }. Просто спросите.
smalltalk-praise = Спасибо! Спрашивайте ещё.
smalltalk-abuse = Давайте лучше поговорим об истории. Спросите меня { -about-subject }.
smalltalk-acknowledgement = Хорошо. Что ещё вам рассказать { -about-subject }?

## Telegram

command-start = Поздороваться
command-ask = Задать вопрос
command-help = Как спрашивать и о чём
command-sources = Откуда взяты сведения
command-language = Выбрать язык ответов
command-privacy = Что я о вас храню
command-forget = Удалить то, что я храню об этом чате
bot-description = Спросите меня { -about-subject } на любом из этих языков: { $languages }. В каждом ответе я называю источники: если они расходятся, привожу все версии, а если молчат, так и говорю.
bot-short-description = Отвечаю на вопросы { -about-subject } и называю источники.
