//! `tarikh chat`: a conversation in the terminal.

use std::borrow::Cow;
use std::env;
use std::io::{self, BufRead, IsTerminal, Write};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::{Hint, Hinter};
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Editor, Helper};

use crate::app::{App, Picked};
use crate::domain::{Asks, Context, LanguageId, Question};
use crate::localization::{Action, Button, Message, Reply, Saying};

use super::terminal::Terminal;
use super::{Cli, Failure};

const PROMPT: &str = "> ";
/// How many choices the picker shows.
const PICKED: usize = 8;
/// Before so many letters there is no telling what is meant.
const FEWEST_LETTERS: usize = 3;

pub(super) fn chat(cli: &Cli) -> Result<(), Failure> {
    let app = cli.load()?;
    let language = app.language_for(None, system_language().as_deref());
    let mut conversation =
        Conversation { app: &app, chosen: None, language, buttons: Vec::new(), context: Context::default() };
    let mut output = io::stdout().lock();
    let terminal = Terminal::of_output();
    let opening = app.say(&Saying::Start, &conversation.language);
    conversation.show(opening, terminal, &mut output)?;
    let hint = app.message(&Message::ChatHint, &conversation.language);
    writeln!(output, "\n{}", terminal.dimmed(&hint.to_plain()))?;
    if io::stdin().is_terminal() {
        converse_by_keyboard(&mut conversation, terminal, &mut output)?;
    } else {
        converse_by_pipe(&mut conversation, terminal, &mut output)?;
    }
    let farewell = app.message(&Message::ChatFarewell, &conversation.language);
    writeln!(output, "{}", terminal.write(&farewell))?;
    Ok(())
}

/// The language of the system, from the variables in the order that POSIX gives them.
pub(super) fn system_language() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|variable| env::var(variable).ok())
        .find(|value| !value.is_empty())
}

struct Conversation<'a> {
    app: &'a App,
    chosen: Option<LanguageId>,
    language: LanguageId,
    buttons: Vec<Button>,
    /// How far the conversation has come.
    context: Context,
}

impl Conversation<'_> {
    fn reply(&mut self, line: &str) -> Reply {
        if let Some(action) = self.picked(line) {
            return self.act(&action);
        }
        if let Some(command) = line.strip_prefix('/') {
            return self.obey(command);
        }
        let question = Question {
            text: line.to_owned(),
            language_code: Some(self.language.to_string()),
            chosen: self.chosen.clone(),
        };
        let exchange = self.app.exchange(&question, &self.context);
        self.context = exchange.context;
        exchange.reply
    }

    fn picked(&self, line: &str) -> Option<Action> {
        let number: usize = line.parse().ok()?;
        self.buttons.get(number.checked_sub(1)?).map(|button| button.action.clone())
    }

    fn act(&mut self, action: &Action) -> Reply {
        match action {
            Action::Ask { request, language } => {
                let picked = self.app.pick(request, language);
                self.picked_or_help(picked)
            }
            Action::ChooseLanguage(language) => self.choose(language.clone()),
            Action::Visit(_) => self.app.say(&Saying::Help, &self.language),
        }
    }

    fn picked_or_help(&mut self, picked: Option<Picked<'_>>) -> Reply {
        let Some(picked) = picked else { return self.app.say(&Saying::Help, &self.language) };
        if let Some(request) = picked.answer.request() {
            self.context = Context::of(request.clone());
        }
        picked.reply
    }

    fn choose(&mut self, language: Option<LanguageId>) -> Reply {
        self.chosen.clone_from(&language);
        self.language = language.clone().unwrap_or_else(|| self.language.clone());
        self.app.say(&Saying::LanguageSet(language), &self.language)
    }

    fn obey(&mut self, command: &str) -> Reply {
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        let rest = rest.trim();
        match name {
            "start" => self.app.say(&Saying::Start, &self.language),
            "timeline" => self.picked_or_help(self.app.command(&Asks::Timeline, &self.language)),
            "disputes" => self.picked_or_help(self.app.command(&Asks::Disputes, &self.language)),
            "sources" => self.app.say(&Saying::Sources, &self.language),
            "language" if rest == "auto" => self.choose(None),
            "language" => match self.app.languages().iter().find(|language| language.as_str() == rest) {
                Some(language) => self.choose(Some(language.clone())),
                None => self.app.say(&Saying::LanguageMenu, &self.language),
            },
            "ask" if rest.is_empty() => self.app.say(&Saying::AskUsage, &self.language),
            "ask" => self.reply(rest),
            _ => self.app.say(&Saying::Help, &self.language),
        }
    }

    fn show(&mut self, reply: Reply, terminal: Terminal, output: &mut impl Write) -> io::Result<()> {
        writeln!(output, "{}", terminal.write(&reply.text))?;
        for (at, button) in reply.buttons.iter().enumerate() {
            let gap = if at == 0 { "\n" } else { "" };
            writeln!(output, "{gap}  {} {}", terminal.dimmed(&format!("{}.", at + 1)), button.label)?;
        }
        output.flush()?;
        self.language = reply.language;
        self.buttons = reply.buttons;
        Ok(())
    }

    fn take(&mut self, line: &str, terminal: Terminal, output: &mut impl Write) -> io::Result<()> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(());
        }
        let reply = self.reply(line);
        writeln!(output)?;
        self.show(reply, terminal, output)?;
        writeln!(output)
    }
}

fn converse_by_pipe(
    conversation: &mut Conversation<'_>,
    terminal: Terminal,
    output: &mut impl Write,
) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        conversation.take(&String::from_utf8_lossy(&line), terminal, output)?;
        line.clear();
    }
    Ok(())
}

fn converse_by_keyboard(
    conversation: &mut Conversation<'_>,
    terminal: Terminal,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let broken = |error: ReadlineError| Failure::Broken(format!("tarikh: {error}"));
    let mut editor: Editor<Picker, MemHistory> =
        Editor::with_history(rustyline::Config::default(), MemHistory::new()).map_err(broken)?;
    let mut interrupted = false;
    loop {
        let Conversation { app, language, .. } = &*conversation;
        let questions = app.questions(language).map(|(_, title)| title);
        let choices = questions.chain(app.names(language)).map(str::to_owned).collect();
        editor.set_helper(Some(Picker { choices, matcher: SkimMatcherV2::default(), terminal }));
        match editor.readline(PROMPT) {
            Ok(line) => {
                interrupted = false;
                let _ = editor.add_history_entry(line.as_str());
                conversation.take(&line, terminal, output)?;
            }
            // The first Ctrl-C gives up the line, the second the conversation.
            Err(ReadlineError::Interrupted) if !interrupted => interrupted = true,
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(broken(error)),
        }
    }
}

/// Shows, as one types, the question or name most like it, and at a press of Tab all that are.
struct Picker {
    choices: Vec<String>,
    matcher: SkimMatcherV2,
    terminal: Terminal,
}

impl Picker {
    /// The choices that hold the letters typed, in their order, best first.
    fn ranked(&self, typed: &str) -> Vec<&String> {
        let mut ranked: Vec<(i64, &String)> = self
            .choices
            .iter()
            .filter_map(|choice| Some((self.matcher.fuzzy_match(choice, typed)?, choice)))
            .collect();
        ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        ranked.into_iter().take(PICKED).map(|(_, choice)| choice).collect()
    }
}

impl Completer for Picker {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = line.get(..position).unwrap_or(line);
        Ok((0, self.ranked(typed).into_iter().cloned().collect()))
    }
}

/// A choice beside the line; it is only shown, since Tab is what takes it.
struct Likeness(String);

impl Hint for Likeness {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Hinter for Picker {
    type Hint = Likeness;

    fn hint(&self, line: &str, position: usize, _: &rustyline::Context<'_>) -> Option<Likeness> {
        if line.chars().count() < FEWEST_LETTERS || position < line.len() {
            return None;
        }
        let likest = *self.ranked(line).first()?;
        (likest != line).then(|| Likeness(format!("   {likest}")))
    }
}

impl Highlighter for Picker {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        self.terminal.dimmed(hint).into()
    }
}

impl Validator for Picker {}
impl Helper for Picker {}
