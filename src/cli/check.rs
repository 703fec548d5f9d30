//! `tarikh check`: every problem of facts and locales, and with the documents at hand every citation.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, ops::Range};

use clap::Args;

use crate::app::{Folders, Loading};
use crate::knowledge::{Coverage, DocumentCoverage, Documents, Stretch, verify};
use crate::loading::Folder;

use super::{Cli, Failure, require_folder};

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    /// Also find every cited passage in the documents of this folder (<source>.txt)
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Write the right seals into the facts of --facts, or print them where they are built in
    #[arg(long, requires = "sources")]
    fix_seals: bool,
    /// Also list what no citation covers, and how much of each document is cited
    #[arg(long, requires = "sources")]
    coverage: bool,
}

pub(super) fn check(args: &CheckArgs, cli: &Cli) -> Result<(), Failure> {
    let mut folders = cli.folders()?;
    let documents = args.sources.as_deref().map(read_documents).transpose()?;
    if let Some(documents) = documents.as_ref().filter(|_| args.fix_seals) {
        fix_seals(documents, &folders, cli.mounted_facts())?;
        folders = cli.folders()?;
    }
    let Loading { citations, uncited, mut report, .. } = Loading::of(&folders);
    let coverage = documents.map(|documents| verify(&documents, &citations, &uncited, &mut report));
    write!(io::stdout().lock(), "{report}")?;
    if let Some(coverage) = coverage.filter(|_| args.coverage) {
        write_coverage(&coverage)?;
    }
    if report.has_errors() { Err(Failure::Broken(String::new())) } else { Ok(()) }
}

fn read_documents(path: &Path) -> Result<Documents, Failure> {
    require_folder(path)?;
    let folder = Folder::mounted(path).map_err(|error| Failure::Broken(format!("tarikh: {error}")))?;
    Ok(Documents::read(&folder))
}

fn write_coverage(coverage: &Coverage) -> io::Result<()> {
    let mut output = io::stdout().lock();
    for document in &coverage.documents {
        for Stretch { place, section, words } in &document.uncovered {
            writeln!(output, "{place}: uncovered in {section}: '{}'", shortened(words))?;
        }
        let DocumentCoverage { path, left, uncovered, .. } = document;
        let (whole, tenth) = (document.cited_per_mille() / 10, document.cited_per_mille() % 10);
        let rest = format!("stretches left for a reason: {left}, uncovered: {}", uncovered.len());
        writeln!(output, "{path}: {whole}.{tenth}% cited; {rest}")?;
    }
    Ok(())
}

/// Words that fit a line: where they are many, the first and the last.
fn shortened(words: &str) -> String {
    const FIRST: usize = 60;
    const LAST: usize = 40;
    let starts: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    if starts.len() <= FIRST + LAST {
        return words.to_owned();
    }
    let (first, last) = (&words[..starts[FIRST]], &words[starts[starts.len() - LAST]..]);
    let first = first.rsplit_once(' ').map_or(first, |(whole, _)| whole);
    let last = last.split_once(' ').map_or(last, |(_, whole)| whole);
    format!("{first} … {last}")
}

/// Puts the seal that each passage has in place of the one written, where they differ.
fn fix_seals(documents: &Documents, folders: &Folders, mounted: Option<&Path>) -> Result<(), Failure> {
    let mut fixes: BTreeMap<String, Vec<(Range<usize>, String)>> = BTreeMap::new();
    let mut output = io::stdout().lock();
    let Loading { citations, uncited, .. } = Loading::of(folders);
    for cited in citations.into_iter().chain(uncited) {
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
        let path = mounted.join(&name);
        fs::write(&path, text).map_err(|error| {
            Failure::Broken(format!("tarikh: {}: {error}; make it writable", path.display()))
        })?;
    }
    Ok(())
}
