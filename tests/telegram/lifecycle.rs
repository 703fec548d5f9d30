//! Starting, stopping, and what people see of the bot before they talk to it.

use serde_json::{Value, json};

use crate::lab::{ANN, Bot, Lab, languages};
use crate::server::{Fault, TOKEN, Telegram, made, refusal};

#[test]
fn a_wrong_token_is_one_line_and_exit_code_2() {
    let telegram = Telegram::start();
    let ended = Bot::start(Some("123456:SECRET-token-that-nobody-knows"), &telegram.url(), "warn").wait();
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);

    telegram.fail("getMe", Fault::Answer(404, refusal(404, "Not Found", &Value::Null)));
    let ended = Bot::start(Some(TOKEN), &telegram.url(), "trace").wait();
    assert_eq!(ended.code, Some(2));
}

#[test]
fn no_token_is_one_line_that_names_what_to_do() {
    let ended = Bot::start(None, "http://127.0.0.1:9", "info").wait();
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
    assert!(ended.output.contains("TELOXIDE_TOKEN") && ended.output.contains("tarikh chat"));
}

#[test]
fn a_token_that_is_withdrawn_ends_the_bot() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/help");
    lab.telegram.fail("getUpdates", Fault::Answer(401, refusal(401, "Unauthorized", &Value::Null)));
    lab.private(ANN, "en", &json!({ "text": "/help" }));
    assert_eq!(lab.bot.wait().code, Some(2));
}

#[test]
fn the_bot_starts_and_stays_through_a_bad_network() {
    let telegram = Telegram::start();
    for fault in [Fault::Reset, Fault::Html(502)] {
        telegram.fail("getMe", fault);
    }
    for fault in [
        Fault::Reset,
        Fault::Html(504),
        Fault::Answer(200, json!({ "ok": true, "result": [] })),
        Fault::Answer(429, refusal(429, "Too Many Requests", &json!({ "retry_after": 1 }))),
        Fault::Answer(
            409,
            refusal(409, "Conflict: can't use getUpdates method while webhook is active", &Value::Null),
        ),
    ] {
        telegram.fail("getUpdates", fault);
    }
    let lab = Lab::at(telegram);
    lab.ask(ANN, "en", "/help");
    assert_eq!(lab.telegram.made("deleteWebhook").len(), 1);
    assert_eq!(lab.stop(&[]).code, Some(0));
}

#[test]
fn a_second_poller_ends_the_bot_with_exit_code_3() {
    let telegram = Telegram::start();
    telegram.keep_failing("getUpdates", Fault::Conflict);
    let ended = Bot::start(Some(TOKEN), &telegram.url(), "trace").wait();
    assert_eq!(ended.code, Some(3));
}

#[test]
fn a_stop_finishes_what_is_in_work_and_takes_nothing_new() {
    for signal in ["TERM", "INT"] {
        let lab = Lab::start();
        lab.telegram.fail("sendMessage", Fault::Gate);
        lab.telegram.fail("sendMessage", Fault::Gate);
        let messages = [ANN, ANN, ANN + 1].map(|user| lab.private(user, "en", &json!({ "text": "/help" })));
        lab.telegram.wait_at_gate(2);
        lab.bot.signal(signal);
        lab.bot.wait_for_line("the bot stops");
        let late = lab.telegram.push("message", &json!({ "text": "late" }));
        lab.telegram.open_gate();
        assert_eq!(lab.bot.wait().code, Some(0), "SIG{signal}");
        let sent = lab.telegram.made("sendMessage");
        let mut answered: Vec<i64> =
            sent.iter().map(|sent| sent["reply_parameters"]["message_id"].as_i64().expect("an id")).collect();
        answered.sort_unstable();
        assert_eq!(answered, messages, "SIG{signal}");
        lab.telegram.wait("what is left", |state| {
            let left: Vec<i64> = state.updates.iter().map(|update| update.id).collect();
            (left == [late]).then_some(())
        });
    }
}

#[test]
fn a_stop_comes_through_while_the_network_is_down() {
    let telegram = Telegram::start();
    for _ in 0..20 {
        telegram.fail("getMe", Fault::Reset);
    }
    let bot = Bot::start(Some(TOKEN), &telegram.url(), "info");
    bot.wait_for_line("cannot be reached");
    bot.signal("TERM");
    assert_eq!(bot.wait().code, Some(0));
}

#[test]
fn names_and_descriptions_are_set_in_every_language_and_without_one() {
    let telegram = Telegram::start();
    telegram.fail("setMyCommands", Fault::Html(502));
    telegram.fail("setMyDescription", Fault::Answer(400, refusal(400, "Bad Request", &Value::Null)));
    let lab = Lab::at(telegram);
    let mut expected: Vec<Value> = languages().into_iter().map(Value::String).collect();
    expected.push(Value::Null);
    for (method, missing) in [("setMyCommands", 0), ("setMyDescription", 1), ("setMyShortDescription", 1)] {
        lab.telegram
            .wait(method, |state| (made(state, method).len() == expected.len() - missing).then_some(()));
        let calls = lab.telegram.made(method);
        let of = |language: &Value| calls.iter().filter(|call| call["language_code"] == *language).count();
        assert!(expected.iter().all(|language| of(language) <= 1), "{method}: {calls:#?}");
    }
    let commands = lab.telegram.made("setMyCommands");
    let names = |call: &Value| -> Vec<String> {
        let list = call["commands"].as_array().expect("commands");
        list.iter().map(|command| command["command"].as_str().expect("a name").to_owned()).collect()
    };
    assert!(commands.iter().all(|call| names(call) == names(&commands[0])));
    lab.stop(&[]);
}

#[test]
fn polling_asks_for_what_is_handled_and_nothing_else() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/help");
    let confirmed =
        lab.telegram.wait("a confirmation", |state| (state.confirmed > 0).then_some(state.confirmed));
    assert_eq!(confirmed, 1);
    let polls = lab.telegram.wait("a poll", |state| {
        let polls: Vec<Value> = made(state, "getUpdates");
        (!polls.is_empty()).then_some(polls)
    });
    assert_eq!(polls[0]["allowed_updates"], json!(["message", "callback_query", "my_chat_member"]));
    lab.stop(&[]);
}
