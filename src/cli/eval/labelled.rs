//! Labelled questions: a text, what it asks or which facts answer it, a line each.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

use crate::cli::Failure;

/// Why nothing was measured.
#[derive(Debug, Error)]
pub(super) enum EvalError {
    /// A file cannot be read or written.
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A line is not a labelled question.
    #[error("{path}:{line}: {error}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// Why.
        error: serde_json::Error,
    },
    /// There is nothing to learn from.
    #[error("{0}: no line has an intent")]
    NoIntents(PathBuf),
    /// There is more than the matcher can tell apart.
    #[error("{path}: {intents} intents are more than {most}; divide the table")]
    ManyIntents {
        /// The file.
        path: PathBuf,
        /// How many there are.
        intents: usize,
        /// How many there may be.
        most: usize,
    },
}

impl From<EvalError> for Failure {
    fn from(error: EvalError) -> Self {
        match error {
            EvalError::File { .. } => Self::Usage(format!("tarikh: {error}; name another file")),
            _ => Self::Broken(format!("tarikh: {error}")),
        }
    }
}

/// A line of a table or of a test set.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Labelled {
    /// The question.
    pub(super) text: String,
    /// What it asks; `None` is out of scope, unless facts are named.
    pub(super) intent: Option<String>,
    /// Facts any of which answers it; none where nothing does.
    pub(super) facts: Option<Vec<String>>,
    /// Facts any of which answers the second question in it.
    #[serde(default)]
    pub(super) then: Vec<String>,
    /// The language, to group the figures by.
    pub(super) lang: Option<String>,
    /// What kind of question it is, to group the figures by.
    pub(super) kind: Option<String>,
    /// Lines of one language and chat are one conversation.
    pub(super) chat: Option<String>,
}

impl Labelled {
    /// Whether it can be answered.
    pub(super) fn is_in_scope(&self) -> bool {
        self.intent.is_some() || self.facts.as_ref().is_some_and(|facts| !facts.is_empty())
    }

    /// What was expected of it, for readers.
    pub(super) fn expected(&self) -> String {
        let facts = || self.facts.as_ref()?.first().cloned();
        self.intent.clone().or_else(facts).unwrap_or_else(|| "nothing".to_owned())
    }
}

/// Reads the lines of a file.
pub(super) fn read(path: &Path) -> Result<Vec<Labelled>, EvalError> {
    let text = fs::read_to_string(path).map_err(|error| EvalError::File { path: path.to_owned(), error })?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| EvalError::Line {
                path: path.to_owned(),
                line: at + 1,
                error,
            })
        })
        .collect()
}
