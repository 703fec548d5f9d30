//! What people ask: the questions that the matcher is measured on.

use std::fs;
use std::path::Path;

use serde::Deserialize;

/// A question, and the language of the app that it was typed in.
#[derive(Deserialize)]
pub(crate) struct Asked {
    pub(crate) text: String,
    #[serde(rename = "lang")]
    pub(crate) language: String,
}

/// The questions of all languages, one of each in turn.
pub(crate) fn questions() -> Vec<Asked> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("questions").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut asked: Vec<(usize, Asked)> = Vec::new();
    for path in files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")) {
        let text = fs::read_to_string(path).expect("questions");
        let lines = text.lines().map(|line| serde_json::from_str(line).expect("a labelled question"));
        asked.extend(lines.enumerate());
    }
    asked.sort_by_key(|(line, _)| *line);
    asked.into_iter().map(|(_, asked)| asked).collect()
}
