//! Speed and footprint of the bot, beside those of a bare echo bot on the same server in the same run.
//!
//! `docs/benchmarks.md` says how to run it and what it shows.

mod bot;
mod measure;
mod questions;
mod report;
mod server;

use std::path::Path;
use std::process::ExitCode;

use self::bot::Program;
use self::measure::measure;

fn main() -> ExitCode {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    if !has("--bench") {
        println!("nothing is measured: start it with cargo bench --bench telegram");
        return ExitCode::SUCCESS;
    }
    let tarikh = Path::new(env!("CARGO_BIN_EXE_tarikh"));
    let echo = tarikh.with_file_name("examples").join("echo");
    if !echo.exists() {
        println!("there is no {}: run cargo build --release --examples first", echo.display());
        return ExitCode::FAILURE;
    }
    let asked = questions::questions();
    let echo = measure(&Program { name: "echo", binary: &echo, arguments: &[] }, &asked);
    let ours = measure(&Program { name: "tarikh", binary: tarikh, arguments: &["run"] }, &asked);
    let table = report::table(&ours, &echo);
    print!("{table}");
    if has("--write") {
        report::write(&table);
    }
    ExitCode::SUCCESS
}
