#!/usr/bin/env python3
"""Lets the real binary talk to the strict Bot API server, and fails on anything that Telegram would not like.

Usage: TARIKH_TEST_BOTAPI=FOLDER telegram_scenarios.py BINARY
"""
import os
import pathlib
import signal
import sys
import tempfile

sys.path.insert(0, os.environ["TARIKH_TEST_BOTAPI"])
from client import Lab  # noqa: E402

BOT = "@history_test_bot"
LANGUAGES = sorted(path.name for path in (pathlib.Path(__file__).parent.parent / "locales").iterdir())
ENVIRONMENT = {
    "TELOXIDE_TOKEN": "{token}",
    "TELOXIDE_API_URL": "{api}",
    "TARIKH_LOG": "trace",
    "TARIKH_OPS_LISTEN": "127.0.0.1:0",
}


def check(what, holds, detail=""):
    if not holds:
        raise AssertionError(f"{what}: {detail}")


def buttons(message):
    return [button for row in message["reply_markup"]["inline_keyboard"] for button in row]


def in_every_language(lab):
    for user, language in enumerate(LANGUAGES, 100):
        lab.user(user, first_name="Ann", language_code=language)
        hello = lab.ask(user, "/start")
        question = buttons(hello)[0]["text"]
        answer = lab.ask(user, question)
        links = [entity for entity in answer["entities"] if entity["type"] == "text_link"]
        check(f"{language}: an answer has sources", links, answer)
        for number, button in enumerate(buttons(answer) if "reply_markup" in answer else []):
            seen = lab.seq()
            pressed = lab.press(user, message_id=answer["message_id"], button=number)
            acknowledged = lab.answered(pressed["callback_id"])
            check(f"{language}: a button is acknowledged", acknowledged is not None, button)
            check(f"{language}: a button answers", lab.wait_calls(chat=user, since=seen, methods=["sendMessage"]), button)
        for command in ("/help", "/sources", "/language", "/ask", "/unknown"):
            check(f"{language}: {command}", lab.ask(user, command))


def every_question(lab):
    """Every intent there is: follow all buttons, starting from those of /start and of a question that has no answer."""
    lab.user(50, first_name="Ann", language_code=LANGUAGES[0])
    lab.ask(50, "/start")
    lab.ask(50, "?")
    pressed, found = set(), True
    while found:
        found = False
        for message in lab.messages(50):
            for button in buttons(message) if message.get("_by_bot") and message.get("reply_markup") else []:
                data = button.get("callback_data", "")
                if data.startswith("ask:") and data not in pressed:
                    pressed.add(data)
                    found = True
                    seen = lab.seq()
                    lab.press(50, message_id=message["message_id"], data=data)
                    check(f"an answer to {data}", lab.wait_calls(chat=50, since=seen, methods=["sendMessage"]))
    check("there are questions", len(pressed) >= 3, pressed)


def languages(lab):
    lab.user(60, first_name="Ann", language_code="en")
    lab.ask(60, "/start")
    menu = lab.ask(60, "/language")
    check("every language is offered", len(buttons(menu)) == len(LANGUAGES) + 1, menu)
    for data in ("lang:lv", "lang:"):
        seen = lab.seq()
        lab.press(60, message_id=menu["message_id"], data=data)
        check(data, lab.wait_calls(chat=60, since=seen, methods=["sendMessage"]))
    lab.ask(60, "/language lv")
    for data in ("lang:zz", "ask:en:none", "junk"):
        press = lab.press(60, message_id=menu["message_id"], data=data, force=True)
        check(f"{data} is acknowledged", lab.answered(press["callback_id"]) is not None)


def groups(lab):
    for user in (1, 2):
        lab.user(user, first_name="Bob", language_code="en")
    forum = lab.group(type="supergroup", creator=2, members=[1], bot_status="member", is_forum=True, topics={"5": "Rome"})
    plain = lab.group(type="group", creator=2, members=[1], bot_status="member")
    lab.config(privacy_mode=False)
    for chat in (forum, plain):
        asked = lab.ask(1, "/ask When did it end?", chat=chat)
        check("/ask is answered", asked)
        check("a mention is answered", lab.ask(1, f"{BOT} when did it end?", chat=chat))
        check("a reply is answered", lab.ask(1, "and when?", chat=chat, reply_to=asked["message_id"]))
        silent = lab.say(1, "When did it end?", chat=chat)
        check("an addressed command is answered", lab.ask(1, f"/help{BOT}", chat=chat))
        check("talk is not", lab.get(f"actions/{silent['id']}").get("replied") is None)
    in_topic = lab.ask(1, "/ask When did it end?", chat=forum, thread_id=5)
    check("a topic is kept", in_topic.get("message_thread_id") == 5, in_topic)
    lab.config(privacy_mode=True)


def odd_input(lab):
    lab.user(70, first_name="Ann", language_code="lv")
    lab.ask(70, "/start")
    for text in ("<b>bold", "&amp; & <", "*_`[", "\u200b\u200f", "?!", "😀", "x" * 4096, "<" * 4096, "/"):
        check(f"an answer to {text[:9]!r}", lab.ask(70, text))
    file = {"file_id": "f", "file_unique_id": "u", "duration": 1}
    check("voice", lab.reply(lab.act("message", user_id=70, chat_id=70, extra={"voice": file})))
    lab.act("raw", update_type="brand_new_kind", payload={"text": "x"})
    lab.edit(70, lab.say(70, "/help")["message_id"], "/sources")
    check("still there", lab.ask(70, "/help"))


def faults(lab):
    lab.user(80, first_name="Ann", language_code="uk")
    lab.ask(80, "/start")
    for kind, more in (("status", {"code": 502}), ("status", {"code": 500}), ("reset", {}), ("malformed", {}),
                       ("status", {"code": 429, "retry_after": 1})):
        lab.fault(kind, 1, method="sendMessage", **more)
        check(f"{kind} {more} is survived", lab.ask(80, "/help"))
    lab.fault("status", 2, method="getUpdates", code=502)
    check("polling goes on", lab.ask(80, "/help", timeout=20))
    lab.act("block", user_id=80)
    lab.act("unblock", user_id=80)
    check("after a block", lab.ask(80, "/help"))


def changes(lab):
    """A group that becomes a supergroup, that the bot may not write in, that it is thrown out of; a person who goes."""
    for user in (1, 2, 90):
        lab.user(user, first_name="Bob", language_code="en")
    old = lab.group(type="group", creator=2, members=[1], bot_status="member")
    check("a group chooses a language", lab.ask(1, f"/language{BOT} lv", chat=old))
    new = lab.act("migrate", user_id=2, chat_id=old)["new_chat_id"]
    menu = lab.ask(1, f"/language{BOT}", chat=new)
    check("a supergroup keeps its language", menu and "atbild" in menu["text"].lower(), menu)
    mute = lab.group(type="supergroup", creator=2, members=[1], bot_status="member")
    lab.act("restrict_bot", user_id=2, chat_id=mute, rights={"can_send_messages": False})
    seen = lab.seq()
    for _ in range(3):
        lab.say(1, "/ask When did it end?", chat=mute)
    gone = lab.group(type="supergroup", creator=2, members=[1], bot_status="member")
    lab.act("remove_bot", user_id=2, chat_id=gone)
    lab.ask(90, "/start")
    check("no storm of calls", len(lab.calls(since=seen, method="sendMessage")) <= 4, lab.calls(since=seen))


def limits(lab):
    """Who floods is told once."""
    lab.user(95, first_name="Ann", language_code="lv")
    lab.ask(95, "/start")
    said = [lab.say(95, "/help") for _ in range(80)]
    lab.user(96, first_name="Ann", language_code="lv")
    check("others are served", lab.ask(96, "/start"))
    lab.reply(said[39], timeout=60)
    texts = [message["text"] for message in lab.messages(95) if message.get("_by_bot")]
    check("one notice", sum("ātrāk" in text for text in texts) == 1, texts[:3])


def burst(lab):
    """With flood control on, everything is answered all the same, and never sooner than the server allows."""
    lab.config(flood=True)
    for user in range(200, 220):
        lab.user(user, first_name="Ann", language_code="ru")
    asked = [lab.say(user, "/help") for user in range(200, 220)] + [lab.say(200, "/sources") for _ in range(5)]
    for action in asked:
        check("an answer in a burst", lab.reply(action, timeout=60))
    lab.config(flood=False)


def stop(lab, name):
    said = [lab.say(user, "/sources") for user in range(200, 210)]
    seconds = lab.stop_bot(sig=name)
    check(f"{name.name} is obeyed", seconds is not None and seconds < 10, seconds)
    check(f"{name.name}: exit code 0", lab.bot.returncode == 0, lab.bot.returncode)
    for action in said:
        state = lab.get(f"actions/{action['id']}")
        check("what was taken is answered", bool(state.get("confirmed")) == bool(state.get("replied")), state)


def main(binary):
    with tempfile.TemporaryDirectory() as folder, Lab.spawn("--strict", "--no-flood") as lab:
        log = os.path.join(folder, "bot.log")
        environment = ENVIRONMENT | {"TARIKH_DATABASE_URL": f"sqlite:{folder}/tarikh.db"}
        lab.run_bot([binary, "run"], environment, log=log)
        for scenario in (in_every_language, every_question, languages, groups, odd_input, faults, changes, limits, burst):
            scenario(lab)
            check(f"{scenario.__name__}: nothing that Telegram would not like", not lab.violations(), lab.violations())
            print(f"ok {scenario.__name__}", flush=True)
        state = lab.get("state")
        check("commands in every language", len(state["commands"]) == len(LANGUAGES) + 1, state["commands"])
        check("descriptions", len(state["descriptions"]) == len(LANGUAGES) + 1, state["descriptions"])
        stop(lab, signal.SIGTERM)
        lab.run_bot([binary, "run"], environment, log=log)
        stop(lab, signal.SIGINT)
        check("nothing that Telegram would not like", not lab.violations(), lab.violations())
        text = open(log, encoding="utf-8", errors="replace").read()
        for private in (lab.token, lab.token.split(":")[1], "When did it end", "<<<", "xxxx"):
            check("the log is discreet", private not in text, private)
        print("ok stop, log", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
