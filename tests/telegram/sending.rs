//! Sending when the server, the network or the chat is not as it should be; and the order of answers.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::lab::{ANN, Lab, wording};
use crate::server::{Fault, refusal};

fn too_many(seconds: u64) -> Fault {
    let parameters = json!({ "retry_after": seconds });
    Fault::Answer(429, refusal(429, "Too Many Requests: retry after 1", &parameters))
}

#[test]
fn what_passes_is_tried_again() {
    let lab = Lab::start();
    lab.telegram.fail("sendMessage", Fault::Html(502));
    lab.telegram.fail("sendMessage", Fault::Answer(500, refusal(500, "Internal Server Error", &Value::Null)));
    lab.telegram.fail("sendMessage", Fault::Reset);
    let asked = Instant::now();
    lab.ask(ANN, "en", "/help");
    assert!(asked.elapsed() < Duration::from_secs(8), "a server error must not cost teloxide's ten seconds");
    assert_eq!(lab.sent(ANN).len(), 1);
    lab.stop(&[]);
}

#[test]
fn the_server_is_obeyed_when_it_wants_us_to_wait() {
    let lab = Lab::start();
    lab.telegram.fail("sendMessage", too_many(1));
    let asked = Instant::now();
    lab.ask(ANN, "en", "/help");
    assert!(asked.elapsed() >= Duration::from_secs(1));
    lab.stop(&[]);
}

#[test]
fn a_refused_reply_is_followed_by_one_polite_line() {
    let lab = Lab::start();
    lab.telegram
        .fail("sendMessage", Fault::Answer(400, refusal(400, "Bad Request: \"quoted\"", &Value::Null)));
    assert_eq!(lab.ask(ANN, "kk", "/help")["text"], wording("kk", "trouble"));
    lab.stop(&["quoted"]);
}

#[test]
fn a_chat_that_is_closed_to_the_bot_is_left_alone() {
    let lab = Lab::start();
    let blocked = refusal(403, "Forbidden: bot was blocked by the user", &Value::Null);
    lab.telegram.fail("sendMessage", Fault::Answer(403, blocked));
    lab.telegram.fail("getUpdates", Fault::Html(502));
    for _ in 0..3 {
        lab.private(ANN, "en", &json!({ "text": "/help" }));
    }
    lab.bot.wait_for_line("nowhere to go");
    lab.ask(ANN, "en", "/sources");
    assert_eq!(lab.sent(ANN).len(), 1, "what was asked before is not tried");
    lab.stop(&[]);
}

#[test]
fn an_answer_follows_its_group_when_that_becomes_a_supergroup() {
    let lab = Lab::start();
    let moved =
        refusal(400, "Bad Request: group chat was upgraded", &json!({ "migrate_to_chat_id": -1_009 }));
    lab.telegram.fail("sendMessage", Fault::Answer(400, moved));
    assert_eq!(lab.ask(ANN, "en", "/help")["chat_id"], -1_009);
    lab.stop(&[]);
}

#[test]
fn answers_keep_the_order_of_their_chat_and_do_not_hold_up_others() {
    let lab = Lab::start();
    lab.telegram.fail("sendMessage", Fault::Gate);
    let first = lab.private(ANN, "en", &json!({ "text": "/help" }));
    lab.telegram.wait_at_gate(1);
    let rest: Vec<i64> = (0..20).map(|_| lab.private(ANN, "en", &json!({ "text": "/sources" }))).collect();
    lab.ask(ANN + 1, "en", "/help");
    assert!(lab.sent(ANN).is_empty());
    lab.telegram.open_gate();
    lab.reply_to(*rest.last().expect("some"));
    let order: Vec<i64> = lab
        .sent(ANN)
        .iter()
        .map(|sent| sent["reply_parameters"]["message_id"].as_i64().expect("an id"))
        .collect();
    assert_eq!(order, std::iter::once(first).chain(rest).collect::<Vec<_>>());
    lab.stop(&[]);
}

#[test]
fn many_chats_at_once_are_all_answered_once() {
    let lab = Lab::start();
    let asked: Vec<i64> =
        (0..300).map(|n| lab.private(5_000 + n % 150, "en", &json!({ "text": "/help" }))).collect();
    for message in &asked {
        lab.reply_to(*message);
    }
    assert_eq!(lab.telegram.made("sendMessage").len(), asked.len());
    lab.stop(&[]);
}
