//! The figures as a table, on the terminal and in `docs/benchmarks.md`.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::measure::Figures;

const COMMAND: &str = "cargo build --release --examples && cargo bench --bench telegram -- --write";
const MARKERS: [&str; 2] = ["<!-- measured -->", "<!-- /measured -->"];

/// The two bots side by side.
pub(crate) fn table(ours: &Figures, echo: &Figures) -> String {
    let line = |what: &str, aim: &str, show: &dyn Fn(&Figures) -> String| {
        format!("| {what} | {} | {} | {aim} |\n", show(ours), show(echo))
    };
    [
        "| | Tarikh | echo bot | aim |\n| --- | ---: | ---: | --- |\n".to_owned(),
        line("update to reply, p50", "echo bot's + 1 ms", &|bot| milliseconds(bot.p50)),
        line("update to reply, p99", "", &|bot| milliseconds(bot.p99)),
        line("replies a second in bursts", "", &|bot| format!("{:.0}", bot.per_second)),
        line("CPU a message in bursts", "1.5 × echo bot's", &|bot| milliseconds(bot.cpu)),
        line("start to first poll", "500 ms", &|bot| format!("{:.0} ms", bot.start.as_secs_f64() * 1e3)),
        line("memory after the start", "", &|bot| mebibytes(bot.idle)),
        line("memory after bursts", "", &|bot| mebibytes(bot.after_bursts)),
        line("memory at 10,000 chats", "40 MiB", &|bot| mebibytes(bot.many_chats)),
    ]
    .concat()
}

/// Puts the table where the documentation shows it.
pub(crate) fn write(table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/benchmarks.md");
    let page = fs::read_to_string(&path).expect("docs/benchmarks.md");
    let [start, end] = MARKERS;
    let (before, rest) = page.split_once(start).expect("the first marker");
    let (_, after) = rest.split_once(end).expect("the second marker");
    let head = format!("Measured on {}, {}, with\n\n    {COMMAND}\n", date(), machine());
    fs::write(path, format!("{before}{start}\n\n{head}\n{table}\n{end}{after}"))
        .expect("the page is written");
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

fn mebibytes(size: f64) -> String {
    format!("{size:.1} MiB")
}

fn date() -> String {
    let output = Command::new("date").arg("--iso-8601").output().expect("the date");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").expect("Linux");
    let models: Vec<&str> = cpus
        .lines()
        .filter_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map(|(_, name)| name)
        .collect();
    format!("{} threads of {}", models.len(), models.first().unwrap_or(&"an unnamed CPU"))
}
