//! Where a statement stands: the documents, and passages in them.

use std::fmt;

use super::{LanguageId, SourceId};

/// A document.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name in citations.
    pub id: SourceId,
    /// The language in which it is written.
    pub language: LanguageId,
    /// Its title, in its own language.
    pub title: String,
    /// Where it can be read.
    pub address: String,
    /// On what terms.
    pub licence: String,
}

/// A passage of a document: the words it begins with and those it ends with, never its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The document.
    pub source: SourceId,
    /// The section, where the document has sections and the passage is not in its lead.
    pub section: Option<String>,
    /// The first words.
    pub from: String,
    /// The last words.
    pub to: String,
    /// The print of the whole passage.
    pub seal: Seal,
}

impl Citation {
    /// The section that stands for an article's summary box: not part of its running text.
    pub const INFOBOX: &'static str = "Infobox";

    /// Whether the passage is a line of the summary box.
    pub fn is_in_infobox(&self) -> bool {
        self.section.as_deref() == Some(Self::INFOBOX)
    }
}

/// The first 16 hexadecimal digits of SHA-256 over a passage (NFC, white space folded).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal(String);

impl Seal {
    /// Digits as written in a file; whether they hold is for `check --sources` to find out.
    pub fn new(digits: &str) -> Self {
        Self(digits.to_owned())
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
