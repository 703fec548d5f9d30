//! Questions with names and times, questions about the documents, and conversations: what is understood of them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;

use serde::Deserialize;
use tarikh::answering::Outcome;
use tarikh::app::App;
use tarikh::domain::{Asks, Context, LanguageId, Question, Request};

const LANGUAGES: [&str; 5] = ["en", "lv", "uk", "ru", "kk"];

#[derive(Deserialize)]
struct Line {
    text: String,
    request: Option<String>,
}

#[derive(Deserialize)]
struct Conversation {
    turns: Vec<Turn>,
}

#[derive(Deserialize)]
struct Turn {
    text: String,
    request: Option<String>,
    intent_one_of: Option<Vec<String>>,
    language: Option<String>,
}

fn lines<T: for<'a> Deserialize<'a>>(folder: &str, language: &str) -> Vec<T> {
    let path = format!("{}/tests/{folder}/{language}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What was answered, its language, and what the next question goes on from.
fn ask(app: &App, text: &str, context: &mut Context) -> (Option<Request>, String) {
    let question = Question { text: text.to_owned(), ..Question::default() };
    let exchange = app.exchange(&question, context);
    let answered = exchange.answer.request().cloned();
    *context = exchange.context;
    (answered, exchange.reply.language.to_string())
}

/// Asserts a share of right ones, and names the wrong ones.
fn assert_share(what: &str, all: usize, wrong: &[String], floor: f64) {
    let share = 1.0 - wrong.len() as f64 / all as f64;
    println!("{what}: {share:.3} of {all}\n{}", wrong.join("\n"));
    assert!(share >= floor, "{what}: {share:.3} of {all}, wrong:\n{}", wrong.join("\n"));
}

#[test]
fn names_times_and_documents_are_understood() {
    let app = App::built_in().unwrap();
    for language in LANGUAGES {
        let lines: Vec<Line> = lines("slots", language);
        let wrong: Vec<String> = lines
            .iter()
            .filter_map(|line| {
                let (answered, _) = ask(&app, &line.text, &mut Context::default());
                let answered = answered.map(|request| request.to_string());
                let shown = answered.clone().unwrap_or_default();
                (answered != line.request)
                    .then(|| format!("{} -> {shown}, not {:?}", line.text, line.request))
            })
            .collect();
        assert_share(language, lines.len(), &wrong, 0.86);
    }
}

#[test]
fn conversations_go_on() {
    let app = App::built_in().unwrap();
    for language in LANGUAGES {
        let conversations: Vec<Conversation> = lines("conversations", language);
        let mut turns = 0;
        let mut wrong = Vec::new();
        for conversation in &conversations {
            let mut context = Context::default();
            for turn in &conversation.turns {
                turns += 1;
                let (answered, replied_in) = ask(&app, &turn.text, &mut context);
                let shown = answered.as_ref().map(ToString::to_string);
                let intent = answered.as_ref().map(|request| request.intent.to_string());
                let is_right = match &turn.intent_one_of {
                    Some(intents) => intent.is_some_and(|intent| intents.contains(&intent)),
                    None => shown == turn.request,
                };
                let is_right = is_right && turn.language.as_ref().is_none_or(|wanted| *wanted == replied_in);
                if !is_right {
                    wrong.push(format!(
                        "{} -> {} in {replied_in}, not {:?}{:?}",
                        turn.text,
                        shown.unwrap_or_default(),
                        turn.request,
                        turn.intent_one_of
                    ));
                }
            }
        }
        assert_share(language, turns, &wrong, 0.92);
    }
}

#[test]
fn every_name_and_every_year_on_a_button_is_answered_when_it_is_sent() {
    let app = App::built_in().unwrap();
    for language in LANGUAGES {
        let language = LanguageId::new(language);
        let names: Vec<String> = app.names(&language).into_iter().map(str::to_owned).collect();
        assert!(names.len() > 100);
        let timeline = app.command(&Asks::Timeline, &language).unwrap().reply;
        let years = timeline.buttons.into_iter().map(|button| button.label);
        for text in names.into_iter().chain(years) {
            let question = Question { text, language_code: Some(language.to_string()), chosen: None };
            let exchange = app.exchange(&question, &Context::default());
            assert_eq!(exchange.answer.outcome(), Outcome::Answer, "{language}: {}", question.text);
        }
    }
}

#[test]
fn a_name_alone_is_answered_in_the_language_of_the_app_that_can_write_it() {
    let app = App::built_in().unwrap();
    for (text, hint, expected) in [
        ("Микола II", "uk", "uk"),
        ("Д. Аманжолова", "ru", "ru"),
        ("Dulatov", "lv", "lv"),
        ("Дулатов", "kk", "kk"),
        ("1919", "kk", "kk"),
    ] {
        let question = Question { text: text.to_owned(), language_code: Some(hint.to_owned()), chosen: None };
        assert_eq!(
            app.exchange(&question, &Context::default()).reply.language.as_str(),
            expected,
            "{text}, {hint}"
        );
    }
}
