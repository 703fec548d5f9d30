//! Every file of `tests/dialogues/<language>/` is a chat: lines that begin with `> ` are said by a
//! person, all up to the next one is the exact reply, its buttons as `- …` at the end.
//!
//! `TARIKH_REWRITE_DIALOGUES=1 cargo test --test dialogues` writes the replies that the bot gives now;
//! the diff is the review.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use tarikh::app::App;
use tarikh::domain::{Context, LanguageId, Question};

const PERSON: &str = "> ";

#[test]
fn the_bot_replies_as_the_dialogues_say() {
    let app = App::built_in().unwrap();
    let rewrite = env::var_os("TARIKH_REWRITE_DIALOGUES").is_some();
    let mut wrong = Vec::new();
    for language in app.languages() {
        let files = dialogues(language);
        assert!(!files.is_empty(), "there is no dialogue in {language}");
        for file in files {
            let written = fs::read_to_string(&file).unwrap();
            let played = play(&app, language, &written);
            if rewrite {
                fs::write(&file, played).unwrap();
            } else if played != written {
                wrong.push(first_difference(&file, &written, &played));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn dialogues(language: &LanguageId) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues").join(language.as_str());
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The same chat with the replies that the bot gives.
fn play(app: &App, language: &LanguageId, written: &str) -> String {
    let heading: String =
        written.lines().take_while(|line| !line.starts_with(PERSON)).collect::<Vec<_>>().join("\n");
    let mut played = format!("{}\n", heading.trim_end());
    let mut context = Context::default();
    for said in written.lines().filter_map(|line| line.strip_prefix(PERSON)) {
        let question =
            Question { text: said.to_owned(), language_code: Some(language.to_string()), chosen: None };
        let exchange = app.exchange(&question, &context);
        context = exchange.context;
        let reply = exchange.reply;
        let buttons: Vec<String> = reply.buttons.iter().map(|button| format!("- {}", button.label)).collect();
        write!(played, "\n{PERSON}{said}\n\n{}\n", reply.text.to_plain()).unwrap();
        if !buttons.is_empty() {
            write!(played, "\n{}\n", buttons.join("\n")).unwrap();
        }
    }
    played
}

fn first_difference(file: &Path, written: &str, played: &str) -> String {
    let mut lines = written.lines().zip(played.lines()).enumerate();
    let (at, (expected, given)) = lines
        .find(|(_, (expected, given))| expected != given)
        .unwrap_or((written.lines().count().min(played.lines().count()), ("", "")));
    format!("{}:{}:\n  expected: {expected}\n  replied:  {given}", file.display(), at + 1)
}
