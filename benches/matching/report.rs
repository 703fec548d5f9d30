//! The figures as tables, on the terminal and in `docs/benchmarks.md`.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::table::Line;

const COMMAND: &str = "cargo bench --manifest-path benches/matching/Cargo.toml -- --write";
const MARKERS: [&str; 2] = ["<!-- matching -->", "<!-- /matching -->"];

/// All that was measured.
pub(crate) struct Report {
    pub(crate) parts: Vec<Part>,
    pub(crate) compared: Vec<Compared>,
    pub(crate) grown: Vec<Grown>,
}

/// How long something takes; times in rising order.
pub(crate) struct Part {
    name: &'static str,
    times: Vec<Duration>,
}

/// How right one way of matching is, and how fast.
pub(crate) struct Compared {
    name: &'static str,
    asked: usize,
    right: f64,
    times: Vec<Duration>,
}

/// How the matcher fares on a generated table.
pub(crate) struct Grown {
    pub(crate) intents: usize,
    pub(crate) examples: usize,
    pub(crate) training: Duration,
    pub(crate) right: f64,
    pub(crate) times: Vec<Duration>,
}

impl Part {
    pub(crate) fn new(name: &'static str, times: Vec<Duration>) -> Self {
        Self { name, times }
    }
}

impl Compared {
    pub(crate) fn of(name: &'static str, lines: &[Line], find: impl Fn(&str) -> Option<String>) -> Self {
        let mut right = 0;
        let mut times = Vec::new();
        for line in lines {
            let started = Instant::now();
            let found = find(&line.text);
            times.push(started.elapsed());
            right += usize::from(found == line.intent);
        }
        times.sort_unstable();
        Self { name, asked: lines.len(), right: right as f64 / lines.len() as f64, times }
    }
}

impl Report {
    /// Puts the tables where the documentation shows them.
    pub(crate) fn write(&self) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/benchmarks.md");
        let page = fs::read_to_string(&path).expect("docs/benchmarks.md");
        let [start, end] = MARKERS;
        let (before, rest) = page.split_once(start).expect("the first marker");
        let (_, after) = rest.split_once(end).expect("the second marker");
        let head = format!("Measured on {}, one thread, with\n\n    {COMMAND}\n", date());
        fs::write(path, format!("{before}{start}\n\n{head}\n{self}\n{end}{after}")).expect("the page is written");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| stage | p50 | p99 |\n| --- | ---: | ---: |")?;
        for part in &self.parts {
            writeln!(f, "| {} | {} | {} |", part.name, at(&part.times, 50), at(&part.times, 99))?;
        }
        writeln!(f, "\n| way of matching | questions | right | p50 | p99 |\n| --- | ---: | ---: | ---: | ---: |")?;
        for one in &self.compared {
            let (p50, p99) = (at(&one.times, 50), at(&one.times, 99));
            writeln!(f, "| {} | {} | {:.1} % | {p50} | {p99} |", one.name, one.asked, one.right * 100.0)?;
        }
        writeln!(f, "\n| intents | examples of each | learned in | right | p50 | p99 |")?;
        writeln!(f, "| ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for one in &self.grown {
            let Grown { intents, examples, training, right, times } = one;
            let (training, right) = (training.as_secs_f64(), right * 100.0);
            let (p50, p99) = (at(times, 50), at(times, 99));
            writeln!(f, "| {intents} | {examples} | {training:.1} s | {right:.1} % | {p50} | {p99} |")?;
        }
        Ok(())
    }
}

fn at(sorted: &[Duration], percent: usize) -> String {
    let micros = sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)].as_secs_f64() * 1e6;
    format!("{micros:.0} µs")
}

fn date() -> String {
    let output = Command::new("date").arg("--iso-8601").output().expect("the date");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
