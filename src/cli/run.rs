//! `tarikh run`: the Telegram bot, from its settings to its exit code.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};

use crate::config::{Config, Flags};
use crate::operations::{
    LogFormat, Metrics, Status, listen, report_panics_by_place, serve, start_logs, stop_requested,
};
use crate::storage::{self, Clock, StorageError};
use crate::telegram::{self, RunError, Settings};

use super::health::OpsArgs;
use super::{Cli, Failure};

#[derive(Args, Debug)]
pub(super) struct RunArgs {
    /// Another Bot API server, e.g. a self-hosted one
    #[arg(long, env = "TELOXIDE_API_URL", value_name = "URL")]
    api_url: Option<String>,
    /// Which lines are logged: a level, or parts of the program with levels
    #[arg(long, env = "TARIKH_LOG", value_name = "FILTER", default_value = "info")]
    log: String,
    /// How a line of the log is written; `auto`: `text` on a terminal, else `json`
    #[arg(long, env = "TARIKH_LOG_FORMAT", value_enum, default_value = "auto")]
    log_format: LogFormat,
    /// Keep questions that had no answer, without who asked them; 1 is yes
    #[arg(long, env = "TARIKH_KEEP_UNANSWERED", value_parser = FalseyValueParser::new())]
    keep_unanswered: bool,
    /// Keep to Telegram's limits, and people to the bot's; `off` only to measure, with a Bot API server of one's own
    #[arg(long, env = "TARIKH_LIMITS", value_enum, default_value = "on")]
    limits: Switch,
    /// Where people report mistakes: an address in which `{facts}` stands for the facts in question; without it
    /// there is no button for that
    #[arg(long, env = "TARIKH_REPORT_URL", value_name = "URL")]
    report_url: Option<String>,
    #[command(flatten)]
    ops: OpsArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    #[value(alias = "")]
    On,
    Off,
}

pub(super) fn run(args: &RunArgs, cli: &Cli) -> Result<(), Failure> {
    let flags = Flags {
        api_url: args.api_url.as_deref(),
        ops_listen: &args.ops.ops_listen,
        report_url: args.report_url.as_deref(),
    };
    let config = Config::read(flags).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("tarikh: {problem}")).collect();
        Failure::Usage(lines.join("\n"))
    })?;
    start_logs(&args.log, args.log_format).map_err(|error| Failure::Usage(format!("tarikh: {error}")))?;
    report_panics_by_place();
    let app = Arc::new(cli.load()?.with_reports(config.reports));
    let runtime = tokio::runtime::Runtime::new()?;
    let outcome = runtime.block_on(async {
        let mut stop = std::pin::pin!(stop_requested()?);
        let storage = tokio::select! {
            () = &mut stop => return Ok(()),
            opened = storage::open(&config.database) => opened.map_err(|error| unusable(&error))?,
        };
        let metrics = Arc::new(Metrics::new(app.languages()));
        let listener = listen(config.ops_listen).await.map_err(|error| unheard(config.ops_listen, &error))?;
        let status = Status { metrics: Arc::clone(&metrics), storage: Arc::clone(&storage) };
        tokio::spawn(serve(listener, status));
        let settings = Settings {
            token: config.token,
            api_url: config.api_url,
            keeps_unanswered: args.keep_unanswered,
            limited: args.limits == Switch::On,
            clock: Clock::system(),
        };
        telegram::run(app, storage, settings, metrics, stop).await.map_err(|error| failed(&error))
    });
    // A name server that does not answer must not hold up the end.
    runtime.shutdown_background();
    outcome
}

fn unusable(error: &StorageError) -> Failure {
    let message = format!("tarikh: the database: {error}");
    match error {
        // Whoever holds it receives this bot's messages.
        StorageError::InUse => Failure::Conflict(message),
        _ => Failure::Broken(message),
    }
}

fn unheard(address: SocketAddr, error: &io::Error) -> Failure {
    Failure::Broken(format!(
        "tarikh: nothing can be served at {address}: {error}; \
         stop what listens there, or set TARIKH_OPS_LISTEN to another address"
    ))
}

fn failed(error: &RunError) -> Failure {
    let message = format!("tarikh: {error}");
    match error {
        RunError::WrongToken => Failure::Usage(message),
        RunError::Conflict => Failure::Conflict(message),
        RunError::Start(_) => Failure::Broken(message),
    }
}
