//! Citations as they stand in the files: which document, which passage, which seal.

use std::collections::HashSet;

use crate::domain::{Citation, Seal, SourceId};
use crate::loading::{Place, Report, Text, TextFile, TomlTable};

/// A citation as it stands in a file.
#[derive(Clone, Debug)]
pub struct CitedAt {
    /// The citation.
    pub citation: Citation,
    /// Where its first key stands.
    pub place: Place,
    /// The name of the file inside `facts/`.
    pub file: String,
    /// The seal, with its place and bytes.
    pub seal: Text,
}

pub(super) fn read(
    table: &mut TomlTable<'_>,
    file: &TextFile,
    sources: &HashSet<SourceId>,
    report: &mut Report,
) -> Option<CitedAt> {
    let place = table.place();
    let source = table.string("source", report);
    let section = table.optional_string("section", report);
    let from = table.string("from", report);
    let to = table.string("to", report);
    let seal = table.optional_string("seal", report);
    if seal.is_none() {
        table.report_missing(
            "seal",
            "\"\", and let `tarikh check --sources DIR --fix-seals` fill it in",
            report,
        );
    }
    let (source, from, to, seal) = (source?, from?, to?, seal?);
    let id = SourceId::new(&source.text);
    if !sources.contains(&id) {
        report.error(
            "dangling-reference",
            source.place,
            format!("there is no source '{id}'"),
            "name one of sources.toml, or add it there",
        );
    }
    for words in [&from, &to] {
        check_word_count(words, report);
    }
    if seal.text.len() != 16 || !seal.text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        report.error(
            "wrong-seal",
            seal.place.clone(),
            format!("'{}' is not a seal: 16 hexadecimal digits in lower case", seal.text),
            "run `tarikh check --sources DIR --fix-seals`",
        );
    }
    let citation = Citation {
        source: id,
        section: section.map(|section| section.text),
        from: from.text,
        to: to.text,
        seal: Seal::new(&seal.text),
    };
    Some(CitedAt { citation, place, file: file.name.clone(), seal })
}

fn check_word_count(words: &Text, report: &mut Report) {
    let count = words.text.split_whitespace().count();
    if count > 6 {
        report.error(
            "long-quotation",
            words.place.clone(),
            format!("{count} words of the document are quoted"),
            "give at most six: enough to find the passage, no more",
        );
    }
}
