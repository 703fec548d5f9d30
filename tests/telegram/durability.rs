//! What outlives the process, what does not, and what is refused at the start.

use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::lab::{ANN, Bot, Home, Lab, wording};
use crate::server::{Fault, TOKEN, Telegram, made, refusal};

fn wait_for_sends(lab: &Lab, count: usize) {
    lab.telegram.wait("messages", |state| (made(state, "sendMessage").len() >= count).then_some(()));
}

fn replied_to(sent: &Value) -> Option<i64> {
    sent["reply_parameters"]["message_id"].as_i64()
}

#[test]
fn an_update_that_comes_again_is_handled_once() {
    let mut lab = Lab::start();
    let first = lab.private(ANN, "en", &json!({ "text": "/help" }));
    lab.reply_to(first);
    lab.bot.wait_for_line("done");
    lab.bot.kill();
    lab.telegram.repeat_all();
    lab.restart();
    lab.ask(ANN, "en", "/sources");
    assert_eq!(lab.sent(ANN).len(), 2);
    lab.stop(&[]);
}

#[test]
fn a_chosen_language_outlives_the_bot() {
    let mut lab = Lab::start();
    assert_eq!(lab.ask(ANN, "en", "/language uk")["text"], wording("uk", "language-set"));
    lab.bot.kill();
    lab.restart();
    assert_eq!(lab.ask(ANN, "en", "/language")["text"], wording("uk", "language-ask"));
    assert_eq!(lab.ask(ANN, "kk", "/language auto")["text"], wording("kk", "language-automatic-set"));
    lab.bot.kill();
    lab.restart();
    assert_eq!(lab.ask(ANN, "lv", "/language")["text"], wording("lv", "language-ask"));
    lab.stop(&[]);
}

#[test]
fn words_are_kept_until_they_are_answered_and_no_longer() {
    let lab = Lab::start();
    lab.telegram.let_through(0);
    lab.private(ANN, "en", &json!({ "text": "HIDDENWORD ".repeat(300) }));
    lab.telegram.wait_until_held(1);
    assert!(lab.bot.home.knows("HIDDENWORD"));
    lab.telegram.let_through(usize::MAX);
    lab.bot.wait_for_lines(&["\"done\"", "what was deleted has left the files"]);
    assert!(!lab.bot.home.knows("HIDDENWORD"));
    let second = lab.private(ANN, "en", &json!({ "text": "HIDDENWORD" }));
    lab.reply_to(second);
    let home = Arc::clone(&lab.bot.home);
    lab.stop(&["HIDDENWORD"]);
    assert!(home.database().exists() && !home.knows("HIDDENWORD"));
}

#[test]
fn an_update_that_fails_again_and_again_is_set_aside_and_holds_nobody_up_for_long() {
    let lab = Lab::start();
    for _ in 0..5 {
        let refused = refusal(413, "Request Entity Too Large", &Value::Null);
        lab.telegram.fail("sendMessage", Fault::Answer(413, refused));
    }
    let failing = lab.private(ANN, "en", &json!({ "text": "/help" }));
    let next = lab.private(ANN, "en", &json!({ "text": "/sources" }));
    lab.reply_to(next);
    assert_eq!(lab.reply_to(failing)["text"], wording("en", "trouble"));
    assert_eq!(lab.sent(ANN).len(), 2);
    for name in ["tarikh_updates_set_aside_total", "tarikh_inbox_set_aside"] {
        let lines = lab.bot.metrics(name);
        assert!(lines.len() == 1 && lines[0].starts_with(&format!("{name} 1")), "{lines:?}");
    }
    assert!(lab.stop(&[]).output.contains("an update is set aside"));
}

#[test]
fn a_long_reply_goes_on_behind_the_last_message_that_arrived() {
    let home = Home::new();
    let locales = home.path().join("locales");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales"), &locales);
    let wordings = locales.join("en/end.ftl");
    let text = fs::read_to_string(&wordings).expect("wordings");
    let many = "many words ".repeat(350);
    let long: Vec<String> =
        text.lines().map(|line| line.replace(" until { $date }", &format!(" {many}{{ $date }}"))).collect();
    fs::write(&wordings, long.join("\n")).expect("written");

    let more = [("TARIKH_LOCALES", locales.to_str().expect("a path"))];
    let telegram = Telegram::start();
    telegram.let_through(1);
    let mut lab = Lab::in_home(telegram, Arc::clone(&home), &more);
    lab.private(ANN, "en", &json!({ "text": "When did the Alash Autonomy end?" }));
    wait_for_sends(&lab, 1);
    lab.telegram.wait_until_held(1);
    lab.bot.kill();
    lab.telegram.let_through(usize::MAX);
    wait_for_sends(&lab, 2);
    lab.bot = Bot::start_in(home, Some(TOKEN), &lab.telegram.url(), "trace", &more);
    lab.ask(ANN, "en", "/help");
    let sent = lab.sent(ANN);
    let (help, parts) = sent.split_last().expect("messages");
    assert!(replied_to(&parts[0]).is_some() && replied_to(help).is_some());
    assert!(parts[1..].iter().all(|part| replied_to(part).is_none()), "the first part came once");
    assert_eq!(parts[1], parts[2], "the one that was in flight");
    let with_buttons: Vec<bool> = parts.iter().map(|part| part.get("reply_markup").is_some()).collect();
    assert_eq!(with_buttons, [false, false, false, true], "three parts, the last once");
    lab.stop(&[]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("copied");
        }
    }
}

#[test]
fn what_telegram_shows_is_set_again_only_when_it_has_changed() {
    let mut lab = Lab::start();
    lab.bot.wait_for_line("the profile is set");
    let calls = |lab: &Lab| {
        ["setMyCommands", "setMyDescription", "setMyShortDescription"]
            .map(|method| lab.telegram.made(method).len())
    };
    let before = calls(&lab);
    assert!(before.iter().all(|count| *count > 1), "{before:?}");
    lab.bot.kill();
    lab.restart();
    lab.bot.wait_for_line("the profile is set");
    assert_eq!(calls(&lab), before);
    lab.stop(&[]);
}

fn refused_with_one_line(home: &Arc<Home>, code: i32, remedy: &str) {
    let telegram = Telegram::start();
    let ended = Bot::start_in(Arc::clone(home), Some(TOKEN), &telegram.url(), "info", &[]).wait();
    assert_eq!(ended.code, Some(code), "{}", ended.output);
    assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
    assert!(ended.output.starts_with("tarikh: the database: "), "{}", ended.output);
    assert!(ended.output.contains(remedy), "{}", ended.output);
    assert!(telegram.made("getUpdates").is_empty());
}

#[test]
fn a_damaged_database_ends_the_start_with_the_remedy() {
    let home = Home::new();
    fs::write(home.database(), "this was a database once ".repeat(500)).expect("written");
    refused_with_one_line(&home, 1, "restore a backup");
    fs::remove_file(home.database()).expect("removed");
    fs::create_dir(home.database()).expect("a folder in its place");
    refused_with_one_line(&home, 1, "TARIKH_DATABASE_URL=sqlite:PATH");
}

#[test]
fn a_database_of_a_newer_version_ends_the_start() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/help");
    let home = Arc::clone(&lab.bot.home);
    lab.stop(&[]);
    let mut file = fs::File::options().write(true).open(home.database()).expect("the database");
    // Where SQLite's header holds the `user_version`.
    file.seek(SeekFrom::Start(60)).expect("long enough");
    file.write_all(&99_u32.to_be_bytes()).expect("written");
    refused_with_one_line(&home, 1, "newer version");
}

#[test]
fn a_database_that_another_bot_uses_is_left_alone() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/help");
    refused_with_one_line(&lab.bot.home, 3, "another tarikh");
    lab.ask(ANN, "en", "/sources");
    lab.stop(&[]);
}
