//! The built-in table, and the questions that are put to it.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use tarikh::app::{Folders, Loading};
use tarikh::understanding::matcher::Labelled;

/// Every sentence of the built-in table that asks something, and its intent.
pub(crate) struct Table(pub(crate) Vec<(String, String)>);

/// A question, and what it asks.
#[derive(Deserialize)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) intent: Option<String>,
}

impl Table {
    pub(crate) fn built_in() -> Self {
        let loading = Loading::of(&Folders::open(None, None).expect("the built-in folders"));
        let sentences = loading.tables().iter().flat_map(|table| table.sentences());
        Self(sentences.map(|(intent, text)| (intent.to_string(), text)).collect())
    }

    pub(crate) fn labelled(&self) -> Vec<Labelled> {
        self.0.iter().map(|(intent, text)| (text.clone(), Some(intent.clone()))).collect()
    }
}

/// The questions of `tests/questions` that can be answered.
pub(crate) fn in_scope() -> Vec<Line> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/questions");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("questions").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let text: String = files.iter().map(|path| fs::read_to_string(path).expect("questions")).collect();
    let lines = text.lines().map(|line| serde_json::from_str::<Line>(line).expect("a labelled question"));
    lines.filter(|line| line.intent.is_some()).collect()
}
