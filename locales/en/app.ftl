# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Hello! I answer questions about { -subject }, and every answer names its sources. Where they disagree, I show both sides; where they are silent, I say so.

    Ask in your own words, in { $languages }.
# $languages: names of the languages, as a list.
help =
    Just ask, for example “{ $example }” I know { -topics }.

    /sources – what I know this from
    /language – the language I answer in
    /ask – a question in a group; there I also answer when you mention me or reply to me
chat-hint = Type a question. A number picks one of the questions offered; Ctrl-D ends.
chat-farewell = Goodbye!

## Not an answer

clarify = Did you mean:
unknown-near = I have no answer to that. What I can tell you:
unknown-far = I do not know about that. I answer questions about { -subject }: { -topics }.
only-text = I can only read text. Please write your question.
ask-usage = Write your question after the command: /ask { $example }
trouble = Something went wrong on my side. Please ask again in a moment.

## Sources

sources-heading = Sources
sources-lead = Everything I say comes from these documents:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = I read them as they once stood; the live articles may have changed since.
# $number, $title, $locator: where in the document
source-line = [{ $number }] { $title }, { $locator }
locator-infobox = infobox
locator-section = “{ $section }”: “{ $from } … { $to }”
locator-passage = “{ $from } … { $to }”

## Language

language-ask = Which language shall I answer in?
language-set = From now on I answer in English.
language-automatic = In the language of the question
language-automatic-set = From now on I answer in the language of each question.

## Small talk

smalltalk-greeting = Hello! What would you like to know about { -subject }?
smalltalk-farewell = Goodbye, and come back with more questions.
smalltalk-thanks = You are welcome. Anything else?
smalltalk-how-are-you = All is well, thank you. What would you like to know?
smalltalk-who-are-you = I am Tarikh, a bot that answers questions about { -subject } and names its sources. I am a program and know only what three documents say.
smalltalk-what-can-you-do = I can tell you { -topics }. Just ask.
smalltalk-praise = Thank you! Ask me something more.
smalltalk-abuse = I would rather talk about history. Ask me something about { -subject }.

## Telegram

command-start = Say hello
command-ask = Ask a question
command-help = How to ask, and what I know
command-sources = What I know this from
command-language = Choose the language of my answers
bot-description = Ask me about { -subject } in English, Latvian, Ukrainian, Russian or Kazakh. Every answer names its sources; where they disagree I show both sides, and where they are silent I say so.
bot-short-description = Answers questions about { -subject }, with sources.
