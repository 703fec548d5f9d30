//! What is built into the binary: both data folders, and what the matcher has learned from them.

use include_dir::{Dir, include_dir};

use crate::loading::{Folder, TextFile};
use crate::understanding::Lexicon;

static FACTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/facts");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

/// The built-in facts.
pub fn facts() -> Folder {
    folder("facts", &FACTS)
}

/// The built-in locales.
pub fn locales() -> Folder {
    folder("locales", &LOCALES)
}

/// What was learned from the built-in folders; `None` where they held an error.
pub(crate) fn lexicon() -> Option<Lexicon> {
    postcard::from_bytes(LEXICON).ok().flatten()
}

fn folder(path: &str, dir: &Dir<'static>) -> Folder {
    let mut files = Vec::new();
    collect(path, dir, &mut files);
    Folder::new(path, files)
}

fn collect(root: &str, dir: &Dir<'static>, files: &mut Vec<TextFile>) {
    for file in dir.files() {
        let name = file.path().display().to_string();
        let text = file.contents_utf8().unwrap_or_default().to_owned();
        files.push(TextFile { path: format!("{root}/{name}").into(), name, text });
    }
    for inner in dir.dirs() {
        collect(root, inner, files);
    }
}
