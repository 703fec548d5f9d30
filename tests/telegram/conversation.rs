//! Private chats: commands, questions, buttons, languages.

use serde_json::{Value, json};

use crate::lab::{ANN, Lab, languages, wording};

fn buttons(sent: &Value) -> Vec<(String, String)> {
    let rows = sent["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let flat = rows.iter().flat_map(|row| row.as_array().expect("a row"));
    flat.map(|button| (text(&button["text"]), text(&button["callback_data"]))).collect()
}

#[test]
fn a_conversation_in_every_language() {
    let lab = Lab::start();
    for (user, language) in (2_000..).zip(languages()) {
        let hello = lab.ask(user, &language, "/start");
        let (question, data) = buttons(&hello).first().expect("a question to begin with").clone();
        assert!(data.starts_with(&format!("ask:{language}:")), "{data}");

        let typed = lab.ask(user, &language, &question);
        assert!(
            typed["text"].as_str().expect("text").contains("<a href=\"https://"),
            "{language}: no source in {typed}"
        );

        let query = lab.press(user, &language, &data);
        lab.telegram.wait("the button's answer", |state| {
            let answers = crate::server::made(state, "answerCallbackQuery");
            answers.iter().any(|answer| answer["callback_query_id"] == query.as_str()).then_some(())
        });
        let pressed = lab.telegram.wait("the pressed question's reply", |state| {
            let sent = crate::server::made(state, "sendMessage");
            sent.into_iter().filter(|sent| sent["chat_id"] == user).nth(2)
        });
        assert!(
            pressed["text"].as_str().expect("text").contains("<a href=\"https://"),
            "{language}: {pressed}"
        );
        assert_ne!(lab.ask(user, &language, "/help")["text"], lab.ask(user, &language, "/sources")["text"]);
    }
    lab.stop(&[]);
}

#[test]
fn every_message_is_html_without_preview_and_replies_to_its_question() {
    let lab = Lab::start();
    let message = lab.private(ANN, "en", &json!({ "text": "/sources" }));
    let sent = lab.reply_to(message);
    assert_eq!(sent["parse_mode"], "HTML");
    assert_eq!(sent["link_preview_options"]["is_disabled"], true);
    assert_eq!(
        sent["reply_parameters"],
        json!({ "message_id": message, "allow_sending_without_reply": true })
    );
    assert_eq!(sent.get("message_thread_id"), None);
    lab.stop(&[]);
}

#[test]
fn a_chat_chooses_its_language() {
    let lab = Lab::start();
    let menu = lab.ask(ANN, "en", "/language");
    assert_eq!(menu["text"], wording("en", "language-ask"));
    let mut offered: Vec<String> = buttons(&menu).into_iter().map(|(_, data)| data).collect();
    offered.sort();
    let mut expected: Vec<String> = languages().iter().map(|language| format!("lang:{language}")).collect();
    expected.insert(0, "lang:".to_owned());
    assert_eq!(offered, expected);

    lab.press(ANN, "en", "lang:lv");
    assert_eq!(lab.ask(ANN, "en", "/language")["text"], wording("lv", "language-ask"));
    assert_eq!(lab.sent(ANN)[1]["text"], wording("lv", "language-set"));
    assert_eq!(lab.ask(ANN, "en", "/language UK")["text"], wording("uk", "language-set"));
    assert_eq!(lab.ask(ANN + 1, "en", "/language")["text"], wording("en", "language-ask"), "another chat");
    assert_eq!(lab.ask(ANN, "ru", "/language auto")["text"], wording("ru", "language-automatic-set"));
    assert_eq!(lab.ask(ANN, "kk", "/language tlh")["text"], wording("kk", "language-ask"));
    lab.stop(&[]);
}

#[test]
fn an_app_in_a_language_that_is_not_spoken_gets_the_default() {
    let lab = Lab::start();
    let default = lab.ask(ANN, "zz", "/language");
    assert!(languages().iter().any(|language| default["text"] == wording(language, "language-ask")));
    assert_eq!(lab.ask(ANN, "lv-LV", "/language")["text"], wording("lv", "language-ask"));
    lab.stop(&[]);
}

#[test]
fn forged_and_stale_buttons_change_nothing_and_still_stop_waiting() {
    let lab = Lab::start();
    let forged = ["ask:en:no-such-intent", "ask:zz:when-end", "lang:zz", "lang", "ask:", "<b>", "😀", ""];
    let queries: Vec<String> = forged.iter().map(|data| lab.press(ANN, "en", data)).collect();
    assert_eq!(lab.ask(ANN, "en", "/language")["text"], wording("en", "language-ask"));
    assert_eq!(lab.sent(ANN).len(), 1);
    for query in queries {
        let answers = lab.telegram.made("answerCallbackQuery");
        let answer =
            answers.iter().find(|answer| answer["callback_query_id"] == query.as_str()).expect("an answer");
        assert_eq!(answer.get("text"), None);
    }
    lab.stop(&[]);
}

#[test]
fn commands_are_understood_in_private() {
    let lab = Lab::start();
    let help = lab.ask(ANN, "en", "/help")["text"].clone();
    assert_eq!(lab.ask(ANN, "en", "/nonsense")["text"], help);
    assert_eq!(lab.ask(ANN, "en", "/HELP@TARIKH_test_bot please")["text"], help);
    let start = lab.ask(ANN, "en", "/start")["text"].clone();
    assert_eq!(lab.ask(ANN, "en", "/start payload_1")["text"], start);

    let question = buttons(&lab.ask(ANN, "en", "/start"))[0].0.clone();
    let answer = lab.ask(ANN, "en", &question)["text"].clone();
    assert_eq!(lab.ask(ANN, "en", &format!("/ask {question}"))["text"], answer);
    let usage = lab.ask(ANN, "en", "/ask")["text"].clone();
    assert!(usage != answer && usage.as_str().expect("text").contains("/ask"));
    let reply = json!({ "text": "/ask", "reply_to_message": {
        "message_id": 1, "date": 0, "text": question, "chat": { "id": ANN, "type": "private", "first_name": "A" },
    }});
    assert_eq!(lab.reply_to(lab.private(ANN, "en", &reply))["text"], answer);
    lab.stop(&[]);
}
