# The bot's own words. Allowed markup: <b>…</b> and <i>…</i>.

## Meeting

start =
    Hello! I answer questions about { -subject }, and every answer names its sources. Where they disagree, I show both sides; where they are silent, I say so.

    Ask in your own words, in { $languages }.
# $languages: names of the languages, as a list.
help =
    Just ask, for example: “{ $example }”

    I know about { -subject }: { -topics }.

    A name (“Dulatov”) or a year (“1919”) is enough, too.

    /timeline – the events, year by year
    /disputes – where the sources disagree
    /sources – where my knowledge comes from
    /language – the language I answer in
    /privacy – what I keep about you
    /ask – ask a question in a group (there I also answer when you mention me or reply to me)
chat-hint = Type a question. A number picks one of the questions offered, Tab shows questions similar to what you have typed, Ctrl-D quits.
chat-farewell = Goodbye!

## Under an answer

# A button: what else there is to this question.
more = More
# A button: tells the operator that an answer is wrong.
report = Report a mistake

## Times

events-none = My documents date no event to that time.
timeline-lead = The main events, year by year. Choose a year to see everything in it:

## Where the sources disagree

disputes-lead = On these points the sources contradict one another or themselves:
disputes-none = I know of no point on which the sources contradict one another.
agreement-yes = The sources that speak of this agree.
agreement-single = Only one of the sources speaks of this, so there is nothing to compare.
# Also where one document contradicts itself.
agreement-no = On this the sources contradict one another, or themselves.
agreement-scope = The sources do not contradict one another here; they speak of different things or go into different degrees of detail.

## One source

# $title: title of the document
source-says = “{ $title }” says this about it:
source-silent = “{ $title }” says nothing about this. The other documents say:

## Asking back

sure = This is what the documents say; please check for yourself against the passages named below:
no-more = That is all my documents say about it.
no-context = I do not know what that refers to. Please ask the whole question.

## Not an answer

clarify = Did you mean:
unknown-near = I have no answer to that. I know about { -subject }: { -topics }.
unknown-far = I know nothing about that. I answer questions about { -subject }: { -topics }.
only-text = I can only read text. Please write your question.
ask-usage = Write your question after the command: /ask { $example }
trouble = Something went wrong on my side. Please ask again in a moment.
slow-down = You are asking faster than I can answer. Please give me a moment; until then I will stay silent.
late = I was unavailable for a while, so this answer comes late. If I missed another of your questions, please ask it again.

## Privacy

privacy =
    What I keep:

    • Your question, until it is answered. It is removed from my database within a minute after that.
    • If answering fails again and again: the message, for at most 7 days.
    • Message numbers without text or sender, for two days, so that nothing is answered twice.
    • What your last question was about, as identifiers, without your words, for less than an hour, so that the next one can follow on from it.
    • The language chosen for this chat.

    Nobody’s words are written to the logs. /forget deletes at once what I keep about this chat.
# Follows the list above, where the operator keeps such questions.
privacy-unanswered = • Questions that I could not answer, for at most 90 days, to learn what is missing. I do not keep who asked them, so /forget cannot find them.
forgotten = Done: I have deleted what I kept about this chat.

## Sources

sources-heading = Sources
sources-lead = Everything I say comes from these documents:
# $title, $language (the document’s language, by its own name), $licence
sources-item = { $title } ({ $language }), { $licence }
sources-snapshot = I work from saved copies; the live articles may have changed since.
# $title, $locator: where in the document
source-line = { $title }, { $locator }
locator-infobox = infobox
locator-section = “{ $section }”: “{ $from } … { $to }”
locator-passage = “{ $from } … { $to }”

## Language

language-ask = Which language shall I answer in?
language-set = From now on I will answer in English.
language-automatic = In the language of the question
language-automatic-set = From now on I will answer each question in its own language.

## Small talk

smalltalk-greeting = Hello! What would you like to know about { -subject }?
smalltalk-farewell = Goodbye! Come back whenever you have more questions.
smalltalk-thanks = You are welcome. Is there anything else you would like to know?
smalltalk-how-are-you = All is well, thank you. What would you like to know?
smalltalk-who-are-you = I am Tarikh, a bot that answers questions about { -subject } and names its sources. I am a program, and I know only what my documents say.
smalltalk-what-can-you-do = I can tell you about { -subject }: { -topics }. Just ask.
smalltalk-praise = Thank you! What else would you like to know?
smalltalk-abuse = I would rather talk about history. Ask me something about { -subject }.
smalltalk-acknowledgement = All right. What else would you like to know about { -subject }?

## Telegram

command-start = Say hello
command-ask = Ask a question
command-help = How to ask, and what I know
command-sources = Where my knowledge comes from
command-timeline = The events, year by year
command-disputes = Where the sources disagree
command-language = Choose the language of my answers
command-privacy = What I keep about you
command-forget = Delete what I keep about this chat
bot-description = Ask me about { -subject }, in { $languages }. Every answer names its sources; where they disagree I show both sides, and where they are silent I say so.
bot-short-description = Answers questions about { -subject }, with sources.
