//! Whatever is typed: it is handled, the same each time, and what does not matter changes nothing.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde::Deserialize;
use tarikh::answering::Outcome;
use tarikh::app::App;
use tarikh::domain::{Context, Question, Request};

const LANGUAGES: [&str; 5] = ["en", "lv", "uk", "ru", "kk"];
/// The rest of a longer text is not read, in characters.
const LONGEST_TEXT: usize = 4096;

static APP: LazyLock<App> = LazyLock::new(|| App::built_in().unwrap());
static QUESTIONS: LazyLock<Vec<String>> =
    LazyLock::new(|| LANGUAGES.into_iter().flat_map(questions).collect());

#[derive(Deserialize)]
struct Line {
    text: String,
}

fn questions(language: &str) -> Vec<String> {
    let path = format!("{}/tests/questions/{language}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str::<Line>(line).unwrap().text).collect()
}

/// What became of a text, in all that anyone can see.
fn understood(text: &str) -> (Outcome, Option<Request>, String, f32) {
    let question = Question { text: text.to_owned(), ..Question::default() };
    let exchange = APP.exchange(&question, &Context::default());
    let shown = exchange.reply.text.to_plain();
    let request = exchange.answer.request().cloned();
    (exchange.answer.outcome(), request, shown, exchange.understanding.confidence)
}

fn assert_handled(text: &str) {
    let once = understood(text);
    assert!((0.0..=1.0).contains(&once.3), "{text:?}: confidence {}", once.3);
    assert!(!once.2.is_empty(), "{text:?}");
    assert_eq!(once, understood(text), "{text:?}");
}

proptest! {
    #[test]
    fn any_text_is_handled_the_same_each_time(text in any::<String>()) {
        assert_handled(&text);
    }

    #[test]
    fn questions_with_anything_in_them_are_handled(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        between in ".{0,12}",
    ) {
        let question = which.get(&QUESTIONS);
        let letters: Vec<char> = question.chars().collect();
        let (before, after) = letters.split_at(place.index(letters.len() + 1));
        let text: String = before.iter().copied().chain(between.chars()).chain(after.iter().copied()).collect();
        assert_handled(&text);
    }
}

#[test]
fn long_texts_are_cut() {
    for filling in ["and who? ", "a.b!", "hello ", "\u{301}", "Дулатов и ", "1918 "] {
        let long = filling.repeat(LONGEST_TEXT);
        let cut: String = long.chars().take(LONGEST_TEXT).collect();
        assert_eq!(understood(&cut), understood(&(cut.clone() + " when did it end")), "{filling:?}");
    }
}

#[test]
fn capitals_a_last_full_stop_and_white_space_change_nothing() {
    let mut changed = Vec::new();
    for question in QUESTIONS.iter() {
        let plain = understood(question);
        let variants = [
            format!(" \t{question}\n "),
            format!("{question}."),
            question.to_uppercase(),
            question.to_lowercase(),
        ];
        for variant in variants {
            let (outcome, request, ..) = understood(&variant);
            if (outcome, &request) != (plain.0, &plain.1) {
                changed
                    .push(format!("{variant:?}: {outcome:?} {request:?}, not {:?} {:?}", plain.0, plain.1));
            }
        }
    }
    assert_eq!(changed, Vec::<String>::new());
}
