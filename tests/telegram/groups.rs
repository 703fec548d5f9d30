//! Groups: when the bot speaks, when it is silent, and where.

use serde_json::{Value, json};

use crate::lab::{ANN, GROUP, Lab, mention};
use crate::server::{BOT, USERNAME};

fn from_bot() -> Value {
    json!({ "message_id": 7, "date": 0, "text": "earlier", "chat": { "id": GROUP, "type": "supergroup", "title": "G" },
            "from": { "id": BOT, "is_bot": true, "first_name": "T", "username": USERNAME } })
}

fn from_someone(text: &str) -> Value {
    json!({ "message_id": 8, "date": 0, "text": text, "chat": { "id": GROUP, "type": "supergroup", "title": "G" },
            "from": { "id": 5, "is_bot": false, "first_name": "B" } })
}

/// Says each of these in the group, then something that is answered: that must be the only answer.
fn stays_silent(lab: &Lab, messages: &[Value]) {
    let before = lab.sent(GROUP).len();
    for fields in messages {
        lab.group(fields);
    }
    let sentinel = lab.group(&json!({ "text": format!("/help@{USERNAME}") }));
    lab.reply_to(sentinel);
    let answered: Vec<Value> =
        lab.sent(GROUP)[before..].iter().map(|sent| sent["reply_parameters"]["message_id"].clone()).collect();
    assert_eq!(answered, [json!(sentinel)]);
}

#[test]
fn the_bot_is_silent_unless_it_is_addressed() {
    let lab = Lab::start();
    let topic = json!({ "message_id": 5, "date": 0, "chat": { "id": GROUP, "type": "supergroup", "title": "G" },
        "from": { "id": BOT, "is_bot": true, "first_name": "T", "username": USERNAME },
        "forum_topic_created": { "name": "N", "icon_color": 7_322_096 } });
    let named = format!("@{USERNAME} when did it end?");
    stays_silent(
        &lab,
        &[
            json!({ "text": "When did it end?" }),
            json!({ "text": "/help" }),
            json!({ "text": "/start" }),
            json!({ "text": "/ask@another_bot when?" }),
            json!({ "text": "/asking" }),
            json!({ "text": "mail@tarikh_test_bot.example" }),
            json!({ "text": "@tarikh_test_bot2 when?", "entities": [{ "type": "mention", "offset": 0, "length": 17 }] }),
            json!({ "text": "indeed", "reply_to_message": from_someone("When did it end?") }),
            json!({ "text": "in a topic", "message_thread_id": 5, "is_topic_message": true, "reply_to_message": topic }),
            json!({ "sticker": sticker(), "reply_to_message": from_bot() }),
            json!({ "text": named, "entities": mention(&named), "via_bot": from_bot()["from"] }),
            json!({ "text": named, "entities": mention(&named), "from": { "id": 9, "is_bot": true, "first_name": "R" } }),
            json!({ "text": named, "entities": mention(&named), "is_automatic_forward": true,
                "sender_chat": { "id": -1_005, "type": "channel", "title": "C" } }),
            json!({ "new_chat_members": [from_bot()["from"]] }),
            json!({ "new_chat_title": "new" }),
            json!({ "migrate_from_chat_id": -5 }),
        ],
    );
    lab.stop(&["When did it end", "indeed"]);
}

fn sticker() -> Value {
    json!({ "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
            "is_animated": false, "is_video": false, "file_size": 1 })
}

#[test]
fn the_bot_answers_when_it_is_addressed() {
    let lab = Lab::start();
    let start = lab.ask(ANN, "en", "/start");
    let question =
        start["reply_markup"]["inline_keyboard"][0][0]["text"].as_str().expect("a question").to_owned();
    let answer = lab.ask(ANN, "en", &question)["text"].clone();

    let first = format!("@{USERNAME}, {question}");
    let last = format!("😀 {question} @{USERNAME}");
    let bare = format!("@{USERNAME}");
    let upper = format!("@{} {question}", USERNAME.to_uppercase());
    let length = USERNAME.len() + 1;
    for fields in [
        json!({ "text": format!("/ask {question}") }),
        json!({ "text": format!("/ask@{USERNAME} {question}") }),
        json!({ "text": "/ask", "reply_to_message": from_someone(&question) }),
        json!({ "text": first, "entities": mention(&first) }),
        json!({ "text": upper, "entities": [{ "type": "mention", "offset": 0, "length": length }] }),
        json!({ "photo": [photo()], "caption": first, "caption_entities": mention(&first) }),
        json!({ "text": bare, "entities": mention(&bare), "reply_to_message": from_someone(&question) }),
        json!({ "text": question, "reply_to_message": from_bot() }),
    ] {
        assert_eq!(lab.reply_to(lab.group(&fields))["text"], answer, "{fields}");
    }
    lab.reply_to(lab.group(&json!({ "text": last, "entities": mention(&last) })));
    let usage = lab.reply_to(lab.group(&json!({ "text": "/ask" })));
    assert_eq!(
        usage["text"],
        lab.reply_to(lab.group(&json!({ "text": bare, "entities": mention(&bare) })))["text"]
    );
    assert!(lab.sent(GROUP).iter().all(|sent| sent.get("message_thread_id").is_none()));
    lab.stop(&[]);
}

fn photo() -> Value {
    json!({ "file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "file_size": 1 })
}

#[test]
fn an_answer_stays_in_its_topic_and_a_reply_thread_is_none() {
    let lab = Lab::start();
    let topic = lab.group(&json!({ "text": "/ask x", "message_thread_id": 5, "is_topic_message": true }));
    assert_eq!(lab.reply_to(topic)["message_thread_id"], 5);
    let thread = lab.group(&json!({ "text": "/ask x", "message_thread_id": 5 }));
    assert_eq!(lab.reply_to(thread).get("message_thread_id"), None);
    lab.stop(&[]);
}

#[test]
fn an_anonymous_administrator_is_a_person() {
    let lab = Lab::start();
    let asked = lab.group(&json!({
        "text": "/ask When did it end?",
        "from": { "id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" },
        "sender_chat": { "id": GROUP, "type": "supergroup", "title": "G" },
    }));
    lab.reply_to(asked);
    lab.stop(&["When did it end"]);
}
