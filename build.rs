//! Trains the matcher on the built-in folders, so that no start of the program has to.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unfulfilled_lint_expectations,
    clippy::pedantic,
    reason = "training needs only a part of each room"
)]

#[path = "src/domain/mod.rs"]
mod domain;
#[path = "src/knowledge/mod.rs"]
mod knowledge;
#[path = "src/loading/mod.rs"]
mod loading;
#[path = "src/understanding/mod.rs"]
mod understanding;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use domain::LanguageId;
use knowledge::Knowledge;
use loading::{Folder, Report, Severity};
use understanding::{Lexicon, QuestionTable};

fn main() -> Result<(), Box<dyn Error>> {
    for read in ["facts", "locales", "src/domain", "src/knowledge", "src/loading", "src/understanding"] {
        println!("cargo:rerun-if-changed={read}");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let lexicon = postcard::to_allocvec(&learn(&root)?)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("lexicon"), lexicon)?;
    Ok(())
}

/// What the folders teach; `None` where they hold an error, which `tarikh check` shows.
fn learn(root: &Path) -> Result<Option<Lexicon>, Box<dyn Error>> {
    let mut report = Report::default();
    let facts = Folder::mounted(&root.join("facts"))?;
    let locales = Folder::mounted(&root.join("locales"))?;
    let loaded = Knowledge::load(&facts, &mut report);
    let tables: Vec<QuestionTable> = locales
        .folders()
        .into_iter()
        .map(|language| {
            let language = LanguageId::new(language);
            QuestionTable::read(language, &locales, &loaded.requirements, Severity::Warning, &mut report)
        })
        .collect();
    Ok((!report.has_errors()).then(|| Lexicon::build(&tables, &loaded.knowledge)))
}
