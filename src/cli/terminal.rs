//! How a reply looks in a terminal: styles and links where it has them, plain words where not.

use std::env;
use std::io::{self, IsTerminal};

use crate::localization::{RichText, Run};

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;

/// How output is styled, and how wide its lines are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    styled: bool,
    width: Option<usize>,
}

impl Terminal {
    /// Styles on a terminal, unless `NO_COLOR` asks for none.
    pub(super) fn of_output() -> Self {
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let capable = env::var_os("TERM").is_none_or(|term| term != "dumb");
        let on_terminal = io::stdout().is_terminal();
        let width = on_terminal.then(|| textwrap::termwidth().min(WIDEST));
        Self { styled: on_terminal && wanted && capable, width }
    }

    pub(super) fn write(self, text: &RichText) -> String {
        let written: String = text.runs.iter().map(|run| self.write_run(run)).collect();
        self.wrapped(&written)
    }

    /// Words that are less important than those around them.
    pub(super) fn dimmed(self, text: &str) -> String {
        let text = self.wrapped(text);
        if self.styled { format!("\x1b[2m{text}\x1b[0m") } else { text }
    }

    fn wrapped(self, text: &str) -> String {
        self.width.map_or_else(|| text.to_owned(), |width| textwrap::fill(text, width))
    }

    fn write_run(self, run: &Run) -> String {
        if !self.styled {
            return run.text.clone();
        }
        let mut text = run.text.clone();
        if run.bold {
            text = format!("\x1b[1m{text}\x1b[0m");
        }
        if run.italic {
            text = format!("\x1b[3m{text}\x1b[0m");
        }
        match &run.link {
            // OSC 8: terminals that know it make a link of it, others show the words.
            Some(address) => format!("\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"),
            None => text,
        }
    }
}
