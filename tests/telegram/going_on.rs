//! Questions that go on from an answer: who remembers what, for whom, and how long.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::lab::{ANN, Bot, GROUP, Home, Lab, mention, wording};
use crate::server::{TOKEN, Telegram, made};

fn text(sent: &Value) -> &str {
    sent["text"].as_str().expect("text")
}

/// The labels of the buttons, row by row.
fn rows(sent: &Value) -> Vec<Vec<String>> {
    let rows = sent["reply_markup"]["inline_keyboard"].as_array().expect("buttons");
    let label = |button: &Value| button["text"].as_str().expect("a label").to_owned();
    rows.iter().map(|row| row.as_array().expect("a row").iter().map(label).collect()).collect()
}

/// The data of the button with that label.
fn data(sent: &Value, label: &str) -> String {
    let rows = sent["reply_markup"]["inline_keyboard"].as_array().expect("buttons");
    let mut all = rows.iter().flat_map(|row| row.as_array().expect("a row"));
    let button = all.find(|button| button["text"] == label).expect("such a button");
    button["callback_data"].as_str().expect("data").to_owned()
}

#[test]
fn the_answer_before_outlives_a_restart_and_is_forgotten_on_demand() {
    let mut lab = Lab::start();
    lab.ask(ANN, "en", "When did the Alash Autonomy end?");
    let home = Arc::clone(&lab.bot.home);
    lab.bot.kill();
    lab.bot = Bot::start_in(home, Some(TOKEN), &lab.telegram.url(), "info", &[]);
    let one = lab.ask(ANN, "en", "what does the Latvian article say?");
    assert!(text(&one).contains("1919") && !text(&one).contains("26 August"), "{one}");
    lab.ask(ANN, "en", "/forget");
    assert_eq!(lab.ask(ANN, "en", "are you sure?")["text"], wording("en", "no-context"));
    lab.stop(&[]);
}

#[test]
fn in_a_group_everyone_goes_on_from_their_own_answer() {
    let lab = Lab::start();
    let say = |user: i64, words: &str| {
        let from = json!({ "id": user, "is_bot": false, "first_name": "A", "language_code": "en" });
        lab.reply_to(lab.group(&json!({ "text": words, "entities": mention(words), "from": from })))
    };
    say(ANN, "@tarikh_test_bot What was its motto?");
    say(ANN + 1, "@tarikh_test_bot Who led it?");
    let motto = say(ANN, "@tarikh_test_bot are you sure?");
    assert!(text(&motto).contains("Оян"), "{motto}");
    let leader = say(ANN + 1, "@tarikh_test_bot are you sure?");
    assert!(text(&leader).contains("Bukeikhanov"), "{leader}");
    assert_eq!(say(ANN + 2, "@tarikh_test_bot are you sure?")["text"], wording("en", "no-context"));
    assert_eq!(lab.sent(GROUP).len(), 5);
    lab.stop(&[]);
}

#[test]
fn years_stand_side_by_side_and_a_long_list_goes_on() {
    let lab = Lab::start();
    let timeline = lab.ask(ANN, "en", "/timeline");
    assert_eq!(rows(&timeline)[0].len(), 4);
    lab.press(ANN, "en", &data(&timeline, "1919"));
    let year = lab.telegram.wait("the year", |state| {
        made(state, "sendMessage").into_iter().filter(|sent| sent["chat_id"] == ANN).nth(1)
    });
    assert!(text(&year).starts_with("<b>1919</b>"), "{year}");

    let disputes = lab.ask(ANN, "en", "/disputes");
    let more = lab.ask(ANN, "en", "more");
    assert_ne!(text(&disputes), text(&more));
    assert!(text(&more).contains(&wording("en", "disputes-lead")));
    assert_eq!(data(&disputes, "More"), "ask:en:disputes+2");
    lab.stop(&[]);
}

#[test]
fn mistakes_are_reported_where_the_operator_wants_them() {
    let telegram = Telegram::start();
    let more = [("TARIKH_REPORT_URL", "https://example.org/new?title={facts}")];
    let lab = Lab::in_home(telegram, Home::new(), &more);
    let answer = lab.ask(ANN, "en", "What was its motto?");
    let last =
        answer["reply_markup"]["inline_keyboard"].as_array().expect("buttons").last().expect("a row").clone();
    assert_eq!(last[0]["text"], wording("en", "report"));
    assert_eq!(last[0]["url"], "https://example.org/new?title=motto");
    assert!(
        lab.ask(ANN, "en", "/help")
            .get("reply_markup")
            .is_none_or(|markup| !markup.to_string().contains("example"))
    );
    lab.stop(&[]);
}
