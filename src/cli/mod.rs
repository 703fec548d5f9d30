//! The command line: one file a subcommand, results to standard output, everything else to standard error.

mod ask;
mod chat;
mod check;
mod eval;
mod fact;
mod health;
mod record;
mod run;
mod terminal;

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::{CommandFactory, Parser, Subcommand};
use indicatif::ProgressBar;

use crate::app::{App, Folders, Loading};
use crate::domain::LanguageId;

/// How often a sign of life is shown.
const TICK: Duration = Duration::from_millis(100);

/// Answers history questions from cited sources, in the asker's language.
#[derive(Debug, Parser)]
#[command(name = "tarikh", version)]
struct Cli {
    /// Facts to use in place of the built-in ones
    #[arg(long, global = true, env = "TARIKH_FACTS", value_name = "DIR")]
    facts: Option<OsString>,
    /// Locales to use in place of the built-in ones
    #[arg(long, global = true, env = "TARIKH_LOCALES", value_name = "DIR")]
    locales: Option<OsString>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the Telegram bot
    Run(run::RunArgs),
    /// Ask whether the running bot is ready
    Health(health::HealthArgs),
    /// Talk to it in the terminal
    Chat,
    /// Answer one question, or a stream of them
    Ask(ask::AskArgs),
    /// Report every problem in facts and locales
    Check(check::CheckArgs),
    /// Show a fact as readers will see it
    Fact(fact::FactArgs),
    /// Measure the matcher on labelled questions
    Eval(eval::EvalArgs),
}

/// Why a call did not succeed, as its exit code.
#[derive(Debug)]
enum Failure {
    /// 1: broken data or a failed start.
    Broken(String),
    /// 2: wrong usage or configuration.
    Usage(String),
    /// 3: another poller holds the token.
    Conflict(String),
    /// The reader of our output is gone: nothing is left to do.
    ClosedPipe,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Broken(format!("tarikh: {error}")),
        }
    }
}

/// Parses the command line and carries it out.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match &cli.command {
        Command::Run(args) => run::run(args, &cli),
        Command::Health(args) => health::health(args),
        Command::Chat => chat::chat(&cli),
        Command::Ask(args) => ask::ask(args, &cli),
        Command::Check(args) => check::check(args, &cli),
        Command::Fact(args) => fact::fact(args, &cli),
        Command::Eval(args) => eval::eval(args, &cli),
    };
    let (code, message) = match outcome {
        Ok(()) | Err(Failure::ClosedPipe) => return ExitCode::SUCCESS,
        Err(Failure::Broken(message)) => (1, message),
        Err(Failure::Usage(message)) => (2, message),
        Err(Failure::Conflict(message)) => (3, message),
    };
    if !message.is_empty() {
        // Nobody is left to tell when standard error is closed too.
        let _ = writeln!(io::stderr(), "{}", message.trim_end());
    }
    ExitCode::from(code)
}

/// All that can be said on the command line, for the page of all settings.
pub fn command() -> clap::Command {
    Cli::command()
}

impl Cli {
    fn folders(&self) -> Result<Folders, Failure> {
        let [facts, locales] = [self.mounted_facts(), mounted(self.locales.as_deref())];
        for path in [facts, locales].into_iter().flatten() {
            require_folder(path)?;
        }
        Folders::open(facts, locales).map_err(|error| Failure::Broken(format!("tarikh: {error}")))
    }

    fn mounted_facts(&self) -> Option<&Path> {
        mounted(self.facts.as_deref())
    }

    /// The bot, unless its data has errors: then they are the failure.
    fn load(&self) -> Result<App, Failure> {
        let is_built_in = self.mounted_facts().or(mounted(self.locales.as_deref())).is_none();
        if let Some(app) = App::built_in().filter(|_| is_built_in) {
            return Ok(app);
        }
        // On a terminal it is seen that this takes a while.
        let waiting = ProgressBar::new_spinner().with_message("learning from the folders");
        waiting.enable_steady_tick(TICK);
        let app = Loading::of(&self.folders()?).usable();
        waiting.finish_and_clear();
        app.map_err(|report| Failure::Broken(report.to_string()))
    }
}

fn chosen_language(app: &App, code: &str) -> Result<LanguageId, Failure> {
    let language = app.languages().iter().find(|language| language.as_str() == code);
    language.cloned().ok_or_else(|| {
        let codes: Vec<&str> = app.languages().iter().map(LanguageId::as_str).collect();
        Failure::Usage(format!("tarikh: --lang {code}: there is no such language; use {}", codes.join(", ")))
    })
}

/// A folder that was named; an empty name, as an unset variable in a script gives, is none.
fn mounted(name: Option<&OsStr>) -> Option<&Path> {
    name.filter(|name| !name.is_empty()).map(Path::new)
}

fn require_folder(path: &Path) -> Result<(), Failure> {
    if path.is_dir() {
        return Ok(());
    }
    Err(Failure::Usage(format!("tarikh: {} is not a folder; name one that exists", path.display())))
}
