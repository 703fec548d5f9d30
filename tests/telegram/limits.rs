//! How fast the bot writes, how much one may ask, what is late, and what is kept: with the limits that people meet.

use serde_json::{Value, json};

use crate::lab::{ANN, GROUP, Home, Lab, now, wording};
use crate::server::{Telegram, made};

fn limited(telegram: Telegram, more: &[(&str, &str)]) -> Lab {
    let more: Vec<(&str, &str)> = more.iter().copied().chain([("TARIKH_LIMITS", "on")]).collect();
    Lab::in_home(telegram, Home::new(), &more)
}

fn texts(sent: &[Value]) -> Vec<&str> {
    sent.iter().map(|sent| sent["text"].as_str().expect("a text")).collect()
}

#[test]
fn who_floods_is_told_once_and_others_are_served_meanwhile() {
    let lab = limited(Telegram::start(), &[]);
    for _ in 0..100 {
        lab.private(ANN, "lv", &json!({ "text": "/help" }));
    }
    let slow_down = wording("lv", "slow-down");
    lab.telegram.wait("the notice", |state| {
        made(state, "sendMessage").iter().any(|sent| sent["text"] == slow_down).then_some(())
    });
    lab.ask(ANN + 1, "en", "/help");
    assert!(lab.sent(ANN).len() < 20, "one message a second after a short burst");
    let notices = texts(&lab.sent(ANN)).iter().filter(|text| **text == wording("lv", "slow-down")).count();
    assert_eq!(notices, 1);
}

#[test]
fn after_an_outage_each_chat_is_answered_once_and_told_why() {
    let telegram = Telegram::start();
    let three_hours_ago = now() - 3 * 60 * 60;
    let old = json!({ "text": "/help", "date": three_hours_ago });
    let lab = limited(telegram, &[]);
    lab.ask(ANN, "en", "/sources");
    for _ in 0..5 {
        lab.private(ANN + 1, "en", &old);
    }
    let last = lab.private(ANN + 1, "en", &old);
    lab.ask(ANN + 1, "en", "/sources");
    let late = lab.sent(ANN + 1);
    assert_eq!(late.len(), 2, "{late:#?}");
    assert!(texts(&late)[0].starts_with(&wording("en", "late")));
    let answered = late[0]["reply_parameters"]["message_id"].as_i64();
    assert!(answered.is_some_and(|message| message <= last));
    lab.stop(&[]);
}

#[test]
fn a_group_takes_its_language_along_when_it_becomes_a_supergroup() {
    let lab = Lab::start();
    lab.reply_to(lab.group(&json!({ "text": format!("/language@{} lv", crate::server::USERNAME) })));
    lab.group(&json!({ "migrate_to_chat_id": GROUP - 1 }));
    let ask = json!({ "text": format!("/language@{}", crate::server::USERNAME) });
    let reply = lab.reply_to(lab.group(&ask));
    assert_eq!(
        (&reply["chat_id"], reply["text"].as_str()),
        (&json!(GROUP - 1), Some(&*wording("lv", "language-ask")))
    );
    lab.stop(&[]);
}

#[test]
fn who_blocks_the_bot_is_forgotten() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/language lv");
    let user = json!({ "id": crate::server::BOT, "is_bot": true, "first_name": "T" });
    let person = json!({ "id": ANN, "is_bot": false, "first_name": "A" });
    lab.telegram.push(
        "my_chat_member",
        &json!({
            "chat": { "id": ANN, "type": "private", "first_name": "A" }, "from": person, "date": now(),
            "old_chat_member": { "user": user, "status": "member" },
            "new_chat_member": { "user": user, "status": "kicked", "until_date": 0 },
        }),
    );
    assert_eq!(lab.ask(ANN, "en", "/language")["text"], wording("en", "language-ask"));
    lab.stop(&[]);
}

#[test]
fn what_is_kept_can_be_read_and_is_forgotten_at_once() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/language lv");
    let plain = lab.ask(ANN, "en", "/privacy");
    assert_eq!(lab.ask(ANN, "en", "/forget")["text"], wording("lv", "forgotten"));
    assert_eq!(lab.ask(ANN, "en", "/language")["text"], wording("en", "language-ask"));
    let keeping = Lab::in_home(Telegram::start(), Home::new(), &[("TARIKH_KEEP_UNANSWERED", "1")]);
    let longer = keeping.ask(ANN, "lv", "/privacy");
    assert!(texts(&[longer])[0].starts_with(texts(&[plain])[0]));
    lab.stop(&[]);
}

#[test]
fn questions_without_an_answer_are_kept_only_where_the_operator_wants_them_and_without_who_asked() {
    let question = "What was the population of the HIDDENWORD Autonomy?";
    for (keep, is_kept) in [("1", true), ("0", false), ("", false)] {
        let lab = Lab::in_home(Telegram::start(), Home::new(), &[("TARIKH_KEEP_UNANSWERED", keep)]);
        lab.ask(771_004_221, "en", question);
        lab.bot.wait_for_lines(&["\"done\"", "what was deleted has left the files"]);
        assert_eq!(lab.bot.home.knows("HIDDENWORD"), is_kept, "{keep:?}");
        lab.stop(&["HIDDENWORD"]);
    }
}
