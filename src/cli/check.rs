//! `tarikh check`: every problem of facts and locales, and with the documents at hand every citation.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, ops::Range};

use clap::Args;

use crate::app::{Folders, Loading};
use crate::knowledge::{CitedAt, Documents, PassageError};
use crate::loading::{Folder, Report};

use super::{Cli, Failure, require_folder};

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Also find every cited passage in the documents of this folder (<source>.txt)
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Write the right seals into the facts of --facts, or print them where they are built in
    #[arg(long, requires = "sources")]
    fix_seals: bool,
}

pub(super) fn check(args: &CheckArgs, cli: &Cli) -> Result<(), Failure> {
    let mut folders = cli.folders()?;
    let documents = args.sources.as_deref().map(read_documents).transpose()?;
    if let Some(documents) = documents.as_ref().filter(|_| args.fix_seals) {
        fix_seals(documents, &folders, cli.facts.as_deref())?;
        folders = cli.folders()?;
    }
    let Loading { citations, mut report, .. } = Loading::of(&folders);
    if let Some(documents) = &documents {
        for cited in &citations {
            if let Err(error) = documents.verify(&cited.citation) {
                report_passage(cited, &error, &mut report);
            }
        }
    }
    write!(io::stdout().lock(), "{report}")?;
    if report.has_errors() { Err(Failure::Broken(String::new())) } else { Ok(()) }
}

fn read_documents(path: &Path) -> Result<Documents, Failure> {
    require_folder(path)?;
    let folder = Folder::mounted(path).map_err(|error| Failure::Broken(format!("tarikh: {error}")))?;
    Ok(Documents::read(&folder))
}

fn report_passage(cited: &CitedAt, error: &PassageError, report: &mut Report) {
    let (code, help) = match error {
        PassageError::NoDocument(_) => ("document-missing", "put <source>.txt into the folder of documents"),
        PassageError::NoSection(_) => ("section-missing", "correct the section's name"),
        PassageError::NotThere(_) => ("passage-missing", "quote the document's own words"),
        PassageError::Elsewhere { .. } => ("passage-moved", "name the section where it is"),
        PassageError::Ambiguous(_) => ("passage-ambiguous", "quote one more word"),
        PassageError::Reversed(_) => {
            ("passage-reversed", "let 'to' end what 'from' begins, without sharing a word")
        }
        PassageError::Changed(_) => {
            ("seal-broken", "read the passage again, then run with --fix-seals if the claim still holds")
        }
    };
    let place = if matches!(error, PassageError::Changed(_)) { &cited.seal.place } else { &cited.place };
    report.error(code, place.clone(), error.to_string(), help);
}

/// Puts the seal that each passage has in place of the one written, where they differ.
fn fix_seals(documents: &Documents, folders: &Folders, mounted: Option<&Path>) -> Result<(), Failure> {
    let mut fixes: BTreeMap<String, Vec<(Range<usize>, String)>> = BTreeMap::new();
    let mut output = io::stdout().lock();
    for cited in Loading::of(folders).citations {
        let Ok(seal) = documents.seal(&cited.citation) else { continue };
        if seal == cited.citation.seal {
            continue;
        }
        let written = format!("\"{seal}\"");
        writeln!(output, "{}: seal = {written}", cited.seal.place)?;
        fixes.entry(cited.file).or_default().push((cited.seal.bytes, written));
    }
    let Some(mounted) = mounted else { return Ok(()) };
    for (name, mut edits) in fixes {
        let Some(file) = folders.facts.file(&name) else { continue };
        let mut text = file.text.clone();
        edits.sort_by_key(|(bytes, _)| std::cmp::Reverse(bytes.start));
        for (bytes, written) in edits {
            text.replace_range(bytes, &written);
        }
        fs::write(mounted.join(&name), text)?;
    }
    Ok(())
}
