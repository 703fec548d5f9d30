//! `tarikh eval`: measures the matcher, on the built-in table or on a labelled one.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::{IntentId, Question, Request};
use crate::understanding::matcher::Matcher;
use crate::understanding::{Decision, Lexicon, understand};

use super::{Cli, Failure};

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
}

/// Why nothing was measured.
#[derive(Debug, Error)]
enum EvalError {
    /// A file cannot be read or written.
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A line is not a labelled question.
    #[error("{path}:{line}: {error}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// Why.
        error: serde_json::Error,
    },
    /// There is nothing to learn from.
    #[error("{0}: no line has an intent")]
    NoIntents(PathBuf),
}

impl From<EvalError> for Failure {
    fn from(error: EvalError) -> Self {
        match error {
            EvalError::File { .. } => Self::Usage(format!("tarikh: {error}; name another file")),
            EvalError::Line { .. } | EvalError::NoIntents(_) => Self::Broken(format!("tarikh: {error}")),
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
struct Labelled {
    text: String,
    intent: Option<String>,
    lang: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Prediction {
    intent: Option<String>,
    best: Option<String>,
    confidence: f32,
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
}

#[derive(Debug, Serialize)]
struct Rates {
    in_scope_accuracy: Option<f64>,
    raw_accuracy: Option<f64>,
    out_of_scope_recall: Option<f64>,
    auroc: Option<f64>,
}

/// Measures, and writes one JSON object.
pub(super) fn eval(args: &EvalArgs, cli: &Cli) -> Result<(), Failure> {
    let (tested, judged) = if let (Some(train), Some(test)) = (&args.train, &args.test) {
        let test = read(test)?;
        let judged = train_and_judge(train, args.dev.as_deref(), &test)?;
        (test, judged)
    } else {
        let mut test = Vec::new();
        for path in &args.questions {
            test.extend(read(path)?);
        }
        let started = Instant::now();
        let app = cli.load()?;
        let judged = judge_built_in(app.lexicon(), &test, started.elapsed());
        (test, judged)
    };
    if let Some(path) = &args.predictions {
        let lines: Result<Vec<_>, _> = judged.predictions.iter().map(serde_json::to_string).collect();
        let lines = lines.map_err(io::Error::from)?;
        let text: String = lines.into_iter().map(|line| line + "\n").collect();
        fs::write(path, text).map_err(|error| EvalError::File { path: path.clone(), error })?;
    }
    let mut times = judged.times;
    times.sort_unstable();
    let pairs: Vec<_> = tested.iter().zip(&judged.predictions).collect();
    let mut languages = BTreeMap::<String, Vec<_>>::new();
    for pair in &pairs {
        if let Some(language) = &pair.0.lang {
            languages.entry(language.clone()).or_default().push(*pair);
        }
    }
    let measured = Measured {
        all: rates(&pairs),
        examples: judged.examples,
        intents: judged.intents,
        train_seconds: judged.training.as_secs_f64(),
        p50_us: percentile(&times, 50),
        p99_us: percentile(&times, 99),
        peak_rss_mib: peak_rss_mib(),
        languages: languages.iter().map(|(id, pairs)| (id.clone(), rates(pairs))).collect(),
    };
    let json = serde_json::to_string(&measured).map_err(io::Error::from)?;
    writeln!(io::stdout().lock(), "{json}")?;
    Ok(())
}

struct Judged {
    predictions: Vec<Prediction>,
    times: Vec<Duration>,
    examples: usize,
    intents: usize,
    training: Duration,
}

fn train_and_judge(train_path: &Path, dev: Option<&Path>, test: &[Labelled]) -> Result<Judged, EvalError> {
    let train = pairs(read(train_path)?);
    if train.iter().all(|(_, intent)| intent.is_none()) {
        return Err(EvalError::NoIntents(train_path.to_owned()));
    }
    let dev = dev.map(read).transpose()?.map(pairs).unwrap_or_default();
    let started = Instant::now();
    let matcher = Matcher::train(&train, &dev);
    let training = started.elapsed();
    let (predictions, times) = test
        .iter()
        .map(|line| {
            let started = Instant::now();
            let found = matcher.find(&line.text);
            let time = started.elapsed();
            let best = found.intent.to_owned();
            let prediction = Prediction {
                intent: found.accepted.then(|| best.clone()),
                best: Some(best),
                confidence: found.confidence,
            };
            (prediction, time)
        })
        .unzip();
    Ok(Judged { predictions, times, examples: train.len(), intents: matcher.intents(), training })
}

fn judge_built_in(lexicon: &Lexicon, test: &[Labelled], training: Duration) -> Judged {
    let (predictions, times) = test
        .iter()
        .map(|line| {
            let question = Question { text: line.text.clone(), ..Question::default() };
            let started = Instant::now();
            let understanding = understand(lexicon, &question, None);
            let time = started.elapsed();
            let (intent, best) = match understanding.decision {
                Decision::Request(request) => (Some(request.intent.clone()), Some(request.intent)),
                Decision::Clarify(requests) => (first(&requests), first(&requests)),
                Decision::Unknown { nearest, .. } => (None, first(&nearest)),
                Decision::Aspect(..) | Decision::Lost | Decision::SmallTalk(_) => (None, None),
            };
            let prediction = Prediction {
                intent: intent.map(|id| id.to_string()),
                best: best.map(|id| id.to_string()),
                confidence: understanding.confidence,
            };
            (prediction, time)
        })
        .unzip();
    Judged { predictions, times, examples: lexicon.examples(), intents: lexicon.intents(), training }
}

fn first(requests: &[Request]) -> Option<IntentId> {
    requests.first().map(|request| request.intent.clone())
}

fn read(path: &Path) -> Result<Vec<Labelled>, EvalError> {
    let text = fs::read_to_string(path).map_err(|error| EvalError::File { path: path.to_owned(), error })?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| EvalError::Line {
                path: path.to_owned(),
                line: at + 1,
                error,
            })
        })
        .collect()
}

fn pairs(lines: Vec<Labelled>) -> Vec<(String, Option<String>)> {
    lines.into_iter().map(|line| (line.text, line.intent)).collect()
}

fn rates(pairs: &[(&Labelled, &Prediction)]) -> Rates {
    let (inside, outside): (Vec<_>, Vec<_>) = pairs.iter().partition(|(line, _)| line.intent.is_some());
    let share = |right: usize, all: usize| (all > 0).then(|| right as f64 / all as f64);
    let right = inside.iter().filter(|(line, found)| line.intent == found.intent).count();
    let raw = inside.iter().filter(|(line, found)| line.intent == found.best).count();
    let refused = outside.iter().filter(|(_, found)| found.intent.is_none()).count();
    let confidence = |pairs: &[(&Labelled, &Prediction)]| -> Vec<f32> {
        pairs.iter().map(|(_, found)| found.confidence).collect()
    };
    Rates {
        in_scope_accuracy: share(right, inside.len()),
        raw_accuracy: share(raw, inside.len()),
        out_of_scope_recall: share(refused, outside.len()),
        auroc: auroc(&confidence(&inside), &confidence(&outside)),
    }
}

/// How often something inside scores higher than something outside; a draw counts half.
fn auroc(inside: &[f32], outside: &[f32]) -> Option<f64> {
    if inside.is_empty() || outside.is_empty() {
        return None;
    }
    let mut sorted = outside.to_vec();
    sorted.sort_by(f32::total_cmp);
    let won = |confidence: &f32| {
        let below = sorted.partition_point(|other| other < confidence);
        let level = sorted.partition_point(|other| other <= confidence);
        (below + level) as f64 / 2.0
    };
    let won: f64 = inside.iter().map(won).sum();
    Some(won / inside.len() as f64 / outside.len() as f64)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auroc_counts_won_pairs() {
        assert_eq!(auroc(&[0.9, 0.4], &[0.5, 0.1]), Some(0.75));
        assert_eq!(auroc(&[0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.5], &[]), None);
    }
}
