//! Holds what is cited, and what is left uncited, against the documents.

use crate::loading::Report;

use super::citations::CitedAt;
use super::coverage::Coverage;
use super::documents::Documents;
use super::passages::PassageError;

/// Reports each citation, and each entry of `uncited.toml`, that does not hold, and measures the rest.
pub fn verify(
    documents: &Documents,
    cited: &[CitedAt],
    uncited: &[CitedAt],
    report: &mut Report,
) -> Coverage {
    for cited in cited.iter().chain(uncited) {
        if let Err(error) = documents.verify(&cited.citation) {
            report_passage(cited, &error, report);
        }
    }
    let coverage = Coverage::of(documents, cited, uncited);
    for place in &coverage.needless {
        report.error(
            "needless-reason",
            place.clone(),
            "every word of this stretch is cited, or left by an entry above",
            "delete the entry",
        );
    }
    coverage
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
        PassageError::Changed(_) => (
            "seal-broken",
            "read the passage again, then run with --fix-seals if what rests on it still holds",
        ),
    };
    let place = if matches!(error, PassageError::Changed(_)) { &cited.seal.place } else { &cited.place };
    report.error(code, place.clone(), error.to_string(), help);
}
