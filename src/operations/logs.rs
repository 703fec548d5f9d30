//! Logs to standard error: our own lines only, since libraries may write people's words or the token.

use std::io::{self, IsTerminal};

use clap::ValueEnum;
use thiserror::Error;
use tracing_subscriber::filter::{EnvFilter, LevelFilter, ParseError, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry, fmt};

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people on a terminal, else for programs.
    #[value(alias = "")]
    Auto,
    /// For people.
    Text,
    /// An object a line, for programs.
    Json,
}

/// Why logging cannot start.
#[derive(Debug, Error)]
pub enum LogError {
    /// The filter has not the form of one.
    #[error("TARIKH_LOG: {0}; write a level such as info")]
    Filter(#[from] ParseError),
    /// A word alone would be taken for a part of the program, and silence the rest.
    #[error("TARIKH_LOG: '{0}' is no level; write error, warn, info, debug or trace")]
    Level(String),
}

fn read_filter(filter: &str) -> Result<EnvFilter, LogError> {
    let filter = filter.trim();
    if filter.is_empty() {
        return Ok(EnvFilter::new("info"));
    }
    if !filter.contains(['=', ',', ':']) && filter.parse::<LevelFilter>().is_err() {
        return Err(LogError::Level(filter.to_owned()));
    }
    Ok(EnvFilter::builder().parse(filter)?)
}

/// Starts logging with a filter such as `info` or `tarikh::telegram=debug`.
///
/// # Errors
/// When the filter cannot be read.
pub fn start_logs(filter: &str, format: LogFormat) -> Result<(), LogError> {
    let filter = read_filter(filter)?;
    let on_terminal = io::stderr().is_terminal();
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(on_terminal);
    let for_people = format == LogFormat::Text || format == LogFormat::Auto && on_terminal;
    let lines: Box<dyn Layer<Registry> + Send + Sync> =
        if for_people { lines.boxed() } else { lines.json().with_span_list(false).boxed() };
    let ours = filter_fn(|metadata| metadata.target().split("::").next() == Some(env!("CARGO_CRATE_NAME")));
    tracing_subscriber::registry().with(lines.with_filter(ours)).with(filter).init();
    Ok(())
}
