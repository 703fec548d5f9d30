//! The matcher: its parts, beside other ways of matching on the same table and questions, and how it grows.
//!
//! `docs/benchmarks.md` says how to run it and what it shows.

mod generated;
mod report;
mod rivals;
mod table;

use std::time::{Duration, Instant};

use tarikh::app::App;
use tarikh::domain::{Context, Question};
use tarikh::understanding::matcher::Matcher;
use tarikh::understanding::understand;

use self::generated::generated;
use self::report::{Compared, Grown, Part, Report};
use self::rivals::{Bm25, Rival, Skim, SkimByWord, TokenSort};
use self::table::{Table, in_scope};

/// Slow ways are measured on every so manieth question.
const SPARSE: usize = 16;
/// Numbers of intents, and of examples of each.
const GROWTH: [(usize, usize); 7] =
    [(150, 7), (150, 67), (150, 667), (150, 6667), (100, 10), (1000, 10), (10_000, 10)];

fn main() {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    if !has("--bench") {
        println!("nothing is measured: start it with cargo bench --manifest-path benches/matching/Cargo.toml");
        return;
    }
    let app = App::built_in().expect("sound built-in data");
    let report = Report { parts: parts(&app), compared: compare(&app), grown: GROWTH.map(grow).into() };
    print!("{report}");
    if has("--write") {
        report.write();
    }
}

/// Each stage of an answer, on every question of the test set.
fn parts(app: &App) -> Vec<Part> {
    let questions: Vec<Question> = in_scope()
        .into_iter()
        .map(|line| Question { text: line.text, ..Question::default() })
        .collect();
    let context = Context::default();
    let understood = timed(&questions, |question| {
        understand(app.lexicon(), question, &context);
    });
    let replied = timed(&questions, |question| {
        app.exchange(question, &context);
    });
    vec![Part::new("a question understood", understood), Part::new("… and its reply written", replied)]
}

/// The times of a call for each, in rising order, after one round that is not counted.
fn timed<T>(all: &[T], mut call: impl FnMut(&T)) -> Vec<Duration> {
    all.iter().for_each(&mut call);
    let mut times: Vec<Duration> = all
        .iter()
        .map(|one| {
            let started = Instant::now();
            call(one);
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times
}

/// The whole understanding, the bare matcher and other ways, on the same sentences and questions.
fn compare(app: &App) -> Vec<Compared> {
    let table = Table::built_in();
    let lines = in_scope();
    let mut compared = vec![Compared::of("Tarikh, the whole understanding", &lines, |text| {
        let question = Question { text: text.to_owned(), ..Question::default() };
        let exchange = app.exchange(&question, &Context::default());
        exchange.answer.request().map(|request| request.intent.to_string())
    })];
    let matcher = Matcher::train(&table.labelled(), &[]);
    compared.push(Compared::of("Tarikh, the bare matcher, nothing refused", &lines, |text| {
        Some(matcher.find(text).intent.to_owned())
    }));
    let sparse: Vec<_> = lines.into_iter().step_by(SPARSE).collect();
    let rivals: [(&str, Box<dyn Rival>); 4] = [
        ("tantivy, BM25, vote of ten", Box::new(Bm25::new(&table))),
        ("rapidfuzz, token sort ratio, linear scan", Box::new(TokenSort::new(&table))),
        ("fuzzy-matcher, whole question", Box::new(Skim::new(&table))),
        ("fuzzy-matcher, summed a word", Box::new(SkimByWord::new(&table))),
    ];
    for (name, rival) in rivals {
        compared.push(Compared::of(name, &sparse, |text| rival.intent(text)));
    }
    compared
}

/// Learns a generated table, and asks what it holds nothing of word by word.
fn grow((intents, examples): (usize, usize)) -> Grown {
    let (train, test) = generated(intents, examples);
    let started = Instant::now();
    let matcher = Matcher::train(&train, &test);
    let training = started.elapsed();
    let mut right = 0;
    let mut times: Vec<Duration> = test
        .iter()
        .map(|(text, intent)| {
            let started = Instant::now();
            let found = matcher.find(text);
            let time = started.elapsed();
            right += usize::from(intent.as_deref() == Some(found.intent));
            time
        })
        .collect();
    times.sort_unstable();
    Grown { intents, examples, training, right: right as f64 / test.len() as f64, times }
}
