//! `tarikh eval`: measures the matcher, on the built-in table or on a labelled one.

mod labelled;
mod rates;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressFinish, ProgressIterator};
use serde::Serialize;

use crate::answering::{Answer, Outcome};
use crate::app::App;
use crate::domain::{Context, IntentId, Question, Request};
use crate::understanding::matcher::{MOST_INTENTS, Matcher};
use crate::understanding::{Decision, Understanding, understand};

use super::{Cli, Failure, TICK};
use labelled::{EvalError, Labelled, read};
use rates::{Confusion, Rates, confusions};

/// What `tarikh eval` takes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct EvalArgs {
    /// Labelled questions to measure the built-in table on.
    #[arg(required_unless_present = "train", conflicts_with_all = ["train", "dev", "test"])]
    questions: Vec<PathBuf>,
    /// Labelled questions to train on instead.
    #[arg(long, requires = "test")]
    train: Option<PathBuf>,
    /// Labelled questions that set the threshold of refusal.
    #[arg(long, requires = "train")]
    dev: Option<PathBuf>,
    /// Labelled questions to measure.
    #[arg(long, requires = "train")]
    test: Option<PathBuf>,
    /// Where to write what was made of each question.
    #[arg(long)]
    predictions: Option<PathBuf>,
    /// Name the pairs that are confused most often
    #[arg(long, value_name = "N")]
    confusions: Option<usize>,
    /// Name every line that was not judged right
    #[arg(long)]
    errors: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Prediction {
    intent: Option<String>,
    best: Option<String>,
    confidence: f32,
}

/// What was made of a line.
struct Judged {
    line: Labelled,
    prediction: Prediction,
    /// Whether it was answered right, or refused where nothing answers it.
    is_right: bool,
    /// Whether its likeliest intent is the right one.
    is_raw_right: bool,
    time: Duration,
}

/// What the judging took, beside the lines themselves.
struct Table {
    examples: usize,
    intents: usize,
    training: Duration,
}

#[derive(Debug, Serialize)]
struct Measured {
    #[serde(flatten)]
    all: Rates,
    examples: usize,
    intents: usize,
    train_seconds: f64,
    p50_us: f64,
    p99_us: f64,
    peak_rss_mib: f64,
    languages: BTreeMap<String, Rates>,
    kinds: BTreeMap<String, Rates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confusions: Option<Vec<Confusion>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<Miss>>,
}

/// A line that was not judged right.
#[derive(Debug, Serialize)]
struct Miss {
    text: String,
    lang: Option<String>,
    kind: Option<String>,
    expected: String,
    found: Option<String>,
    confidence: f32,
}

/// Measures, and writes one JSON object.
pub(super) fn eval(args: &EvalArgs, cli: &Cli) -> Result<(), Failure> {
    let (table, judged) = if let (Some(train), Some(test)) = (&args.train, &args.test) {
        train_and_judge(train, args.dev.as_deref(), read(test)?)?
    } else {
        let mut test = Vec::new();
        for path in &args.questions {
            test.extend(read(path)?);
        }
        let started = Instant::now();
        let app = cli.load()?;
        judge_built_in(&app, test, started.elapsed())
    };
    if let Some(path) = &args.predictions {
        let lines: Result<Vec<_>, _> =
            judged.iter().map(|judged| serde_json::to_string(&judged.prediction)).collect();
        let lines = lines.map_err(io::Error::from)?;
        let text: String = lines.into_iter().map(|line| line + "\n").collect();
        fs::write(path, text).map_err(|error| EvalError::File { path: path.clone(), error })?;
    }
    let mut times: Vec<Duration> = judged.iter().map(|judged| judged.time).collect();
    times.sort_unstable();
    let measured = Measured {
        all: Rates::of(&judged),
        examples: table.examples,
        intents: table.intents,
        train_seconds: table.training.as_secs_f64(),
        p50_us: percentile(&times, 50),
        p99_us: percentile(&times, 99),
        peak_rss_mib: peak_rss_mib(),
        languages: Rates::by(&judged, |judged| judged.line.lang.as_ref()),
        kinds: Rates::by(&judged, |judged| judged.line.kind.as_ref()),
        confusions: args.confusions.map(|most| confusions(&judged, most)),
        errors: args.errors.then(|| judged.iter().filter(|judged| !judged.is_right).map(Miss::of).collect()),
    };
    let json = serde_json::to_string(&measured).map_err(io::Error::from)?;
    writeln!(io::stdout().lock(), "{json}")?;
    Ok(())
}

impl Miss {
    fn of(judged: &Judged) -> Self {
        let Judged { line, prediction, .. } = judged;
        Self {
            text: line.text.clone(),
            lang: line.lang.clone(),
            kind: line.kind.clone(),
            expected: line.expected(),
            found: prediction.intent.clone(),
            confidence: prediction.confidence,
        }
    }
}

fn train_and_judge(
    train_path: &Path,
    dev: Option<&Path>,
    test: Vec<Labelled>,
) -> Result<(Table, Vec<Judged>), EvalError> {
    let train = pairs(read(train_path)?);
    let path = || train_path.to_owned();
    let intents: HashSet<&String> = train.iter().filter_map(|(_, intent)| intent.as_ref()).collect();
    match intents.len() {
        0 => return Err(EvalError::NoIntents(path())),
        intents if intents > MOST_INTENTS => {
            return Err(EvalError::ManyIntents { path: path(), intents, most: MOST_INTENTS });
        }
        _ => {}
    }
    let dev = dev.map(read).transpose()?.map(pairs).unwrap_or_default();
    let waiting = ProgressBar::new_spinner().with_message(format!("learning {} lines", train.len()));
    waiting.enable_steady_tick(TICK);
    let started = Instant::now();
    let matcher = Matcher::train(&train, &dev);
    let training = started.elapsed();
    waiting.finish_and_clear();
    let judged = progress(test).map(|line| {
        let started = Instant::now();
        let found = matcher.find(&line.text);
        let time = started.elapsed();
        let best = found.intent.to_owned();
        let prediction = Prediction {
            intent: found.accepted.then(|| best.clone()),
            best: Some(best),
            confidence: found.confidence,
        };
        let (is_right, is_raw_right) = (line.intent == prediction.intent, line.intent == prediction.best);
        Judged { line, prediction, is_right, is_raw_right, time }
    });
    Ok((Table { examples: train.len(), intents: matcher.intents(), training }, judged.collect()))
}

fn judge_built_in(app: &App, test: Vec<Labelled>, training: Duration) -> (Table, Vec<Judged>) {
    let mut contexts: HashMap<(Option<String>, String), Context> = HashMap::new();
    let judged = progress(test).map(|line| {
        let chat = line.chat.clone().map(|chat| (line.lang.clone(), chat));
        let context = chat.as_ref().and_then(|chat| contexts.get(chat)).cloned().unwrap_or_default();
        let question = Question { text: line.text.clone(), ..Question::default() };
        let started = Instant::now();
        let understanding = understand(app.lexicon(), &question, &context);
        let time = started.elapsed();
        let exchange = app.exchange(&question, &context);
        if let Some(chat) = chat {
            contexts.insert(chat, exchange.context);
        }
        judge(line, &understanding, &exchange.answer, time)
    });
    let judged = judged.collect();
    let lexicon = app.lexicon();
    (Table { examples: lexicon.examples(), intents: lexicon.intents(), training }, judged)
}

fn judge(line: Labelled, understanding: &Understanding, answer: &Answer<'_>, time: Duration) -> Judged {
    let (intent, best) = match &understanding.decision {
        Decision::Request(_) | Decision::Aspect(..) => {
            let intent = answer.request().map(|request| request.intent.clone());
            (intent.clone(), intent)
        }
        Decision::Clarify(requests) => (first(requests), first(requests)),
        Decision::Unknown { nearest, .. } => (None, first(nearest)),
        Decision::Lost | Decision::SmallTalk(_) => (None, None),
    };
    let prediction = Prediction {
        intent: intent.map(|id| id.to_string()),
        best: best.map(|id| id.to_string()),
        confidence: understanding.confidence,
    };
    let shows = |wanted: &[String]| {
        let shown = answer.findings().into_iter().flat_map(|findings| &findings.shown);
        shown.into_iter().any(|shown| wanted.iter().any(|id| shown.fact.id.as_str() == id))
    };
    let (is_right, is_raw_right) = match &line.facts {
        Some(none) if none.is_empty() => (answer.outcome() != Outcome::Answer, false),
        Some(facts) => {
            let is_right = shows(facts) && (line.then.is_empty() || shows(&line.then));
            (is_right, is_right)
        }
        None => (line.intent == prediction.intent, line.intent == prediction.best),
    };
    Judged { line, prediction, is_right, is_raw_right, time }
}

/// The lines one after another, with a bar that shows how many are done.
fn progress(lines: Vec<Labelled>) -> impl Iterator<Item = Labelled> {
    let bar = ProgressBar::new(lines.len() as u64);
    lines.into_iter().progress_with(bar.with_finish(ProgressFinish::AndClear))
}

fn first(requests: &[Request]) -> Option<IntentId> {
    requests.first().map(|request| request.intent.clone())
}

fn pairs(lines: Vec<Labelled>) -> Vec<(String, Option<String>)> {
    lines.into_iter().map(|line| (line.text, line.intent)).collect()
}

fn percentile(sorted: &[Duration], percent: usize) -> f64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e6)
}

/// The most memory this process has held; 0 where the system does not say.
fn peak_rss_mib() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}
