//! `docs/operating.md` names every warning, every error and every failed start, so that each has its remedy there.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// The first text in quotes after each place where a file opens with one of these.
fn quoted_after(file: &Path, openings: &[&str]) -> Vec<String> {
    let code = fs::read_to_string(file).unwrap();
    let after = openings.iter().flat_map(|opening| code.split(opening).skip(1));
    after.map(|rest| rest.split('"').nth(1).unwrap().to_owned()).collect()
}

fn expect_on_the_page(messages: &[String]) {
    let page = fs::read_to_string(root().join("docs/operating.md")).unwrap();
    assert!(!messages.is_empty());
    for message in messages {
        assert!(page.contains(message.as_str()), "docs/operating.md has no remedy for: {message}");
    }
}

#[test]
fn every_warning_and_every_error_of_the_log() {
    let files = files(&root().join("src"));
    let openings = ["tracing::warn!(", "tracing::error!("];
    let messages: Vec<String> = files.iter().flat_map(|file| quoted_after(file, &openings)).collect();
    expect_on_the_page(&messages);
}

#[test]
fn every_failed_start() {
    let files = ["src/storage/error.rs", "src/telegram/mod.rs"].map(|file| root().join(file));
    let messages = files.iter().flat_map(|file| quoted_after(file, &["#[error("]));
    // What follows is the remedy, or differs from case to case.
    let starts =
        messages.map(|message| message.split([';', '(', ':', '{']).next().unwrap().trim().to_owned());
    expect_on_the_page(&starts.filter(|start| !start.is_empty()).collect::<Vec<_>>());
}
