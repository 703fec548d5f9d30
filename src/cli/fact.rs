//! `tarikh fact`: one fact as readers will see it, for authors and translators.

use std::io::{self, Write};

use clap::Args;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::app::App;
use crate::domain::{FactId, LanguageId};

use super::chat::system_language;
use super::terminal::Terminal;
use super::{Cli, Failure, chosen_language};

/// How many ids are named that are like one that does not exist.
const ALIKE: usize = 3;

#[derive(Args, Debug)]
pub(super) struct FactArgs {
    /// The fact's id, as it stands in facts/*.toml
    id: String,
    /// Show it in this language; without, in that of the system
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Show it in every language, one after another
    #[arg(long, conflicts_with = "lang")]
    all_languages: bool,
}

pub(super) fn fact(args: &FactArgs, cli: &Cli) -> Result<(), Failure> {
    let app = cli.load()?;
    let languages: Vec<LanguageId> = match &args.lang {
        _ if args.all_languages => app.languages().to_vec(),
        Some(code) => vec![chosen_language(&app, code)?],
        None => vec![app.language_for(None, system_language().as_deref())],
    };
    let id = FactId::new(&args.id);
    let terminal = Terminal::of_output();
    let mut output = io::stdout().lock();
    for (at, language) in languages.iter().enumerate() {
        let reply = app.fact(&id, language).ok_or_else(|| unknown(&app, &args.id))?;
        if args.all_languages {
            writeln!(
                output,
                "{}{}",
                if at == 0 { "" } else { "\n" },
                terminal.dimmed(&format!("[{language}]"))
            )?;
        }
        writeln!(output, "{}", terminal.write(&reply.text))?;
    }
    Ok(())
}

fn unknown(app: &App, id: &str) -> Failure {
    let matcher = SkimMatcherV2::default();
    let alike = |known: &FactId| matcher.fuzzy_match(known.as_str(), id);
    let mut ranked: Vec<(i64, &FactId)> =
        app.facts().filter_map(|known| Some((alike(known)?, known))).collect();
    ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let alike: Vec<&str> = ranked.iter().take(ALIKE).map(|(_, known)| known.as_str()).collect();
    let hint = match alike.as_slice() {
        [] => "name one of facts/*.toml".to_owned(),
        alike => format!("did you mean {}?", alike.join(", ")),
    };
    Failure::Usage(format!("tarikh: there is no fact '{id}'; {hint}"))
}
