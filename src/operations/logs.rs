//! Logs to standard error: our own lines only, since libraries may write people's words or the token.

use std::io::{self, IsTerminal};

use clap::ValueEnum;
use tracing_subscriber::filter::{EnvFilter, ParseError, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry, fmt};

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// An object a line, for programs.
    Json,
}

/// Starts logging with a filter such as `info` or `tarikh::telegram=debug`; without a format, `text`
/// on a terminal, else `json`.
///
/// # Errors
/// When the filter cannot be read.
pub fn start_logs(filter: &str, format: Option<LogFormat>) -> Result<(), ParseError> {
    let filter: EnvFilter = EnvFilter::builder().parse(filter)?;
    let on_terminal = io::stderr().is_terminal();
    let format = format.unwrap_or(if on_terminal { LogFormat::Text } else { LogFormat::Json });
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(on_terminal);
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    let ours = filter_fn(|metadata| metadata.target().split("::").next() == Some(env!("CARGO_CRATE_NAME")));
    tracing_subscriber::registry().with(lines.with_filter(ours)).with(filter).init();
    Ok(())
}
