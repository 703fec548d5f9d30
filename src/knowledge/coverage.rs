//! How much of the documents is cited: the stretches that are, those left for a reason, and the rest.

use crate::loading::Place;

use super::citations::CitedAt;
use super::documents::{Document, Documents, Section, shown};
use super::passages::Passage;

/// How much of every document is cited.
#[derive(Debug)]
pub struct Coverage {
    /// Each document, in the order of their names.
    pub documents: Vec<DocumentCoverage>,
    /// The places of the entries of `uncited.toml` that no stretch needs: its words are all cited, or
    /// left by an earlier entry.
    pub needless: Vec<Place>,
}

/// How much of a document is cited.
#[derive(Debug)]
pub struct DocumentCoverage {
    /// The file, as diagnostics show it.
    pub path: String,
    /// How many letters and digits it has, headings apart.
    pub letters: usize,
    /// How many of them are cited.
    pub cited: usize,
    /// How many stretches are left for a reason.
    pub left: usize,
    /// The stretches that nothing covers, in the order of the document.
    pub uncovered: Vec<Stretch>,
}

/// Words of a document that nothing covers.
#[derive(Debug)]
pub struct Stretch {
    /// Where they begin.
    pub place: Place,
    /// Their section, as messages call it.
    pub section: String,
    /// The words, from the first letter or digit to the last.
    pub words: String,
}

/// What covers a byte of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cover {
    Nothing,
    Reason,
    Citation,
}

/// What covers each byte, by document and section.
struct Covers(Vec<Vec<Vec<Cover>>>);

impl Coverage {
    /// Measures the documents. A passage that is not to be found covers nothing.
    pub(super) fn of(documents: &Documents, cited: &[CitedAt], uncited: &[CitedAt]) -> Self {
        let mut covers = Covers::none(documents);
        for passage in cited.iter().filter_map(|cited| documents.find(&cited.citation).ok()) {
            covers.of(&passage).fill(Cover::Citation);
        }
        let mut needless = Vec::new();
        for entry in uncited {
            let Ok(passage) = documents.find(&entry.citation) else { continue };
            if !covers.leave(documents, &passage) {
                needless.push(entry.place.clone());
            }
        }
        let measured = documents.documents.iter().zip(&covers.0);
        let documents = measured.map(|(document, covers)| DocumentCoverage::of(document, covers)).collect();
        Self { documents, needless }
    }
}

impl Covers {
    fn none(documents: &Documents) -> Self {
        let of_section = |section: &Section| vec![Cover::Nothing; section.text.len()];
        let of_document = |document: &Document| document.sections.iter().map(of_section).collect();
        Self(documents.documents.iter().map(of_document).collect())
    }

    fn of(&mut self, passage: &Passage) -> &mut [Cover] {
        &mut self.0[passage.document][passage.section][passage.bytes.clone()]
    }

    /// Leaves what nothing covers yet of a passage for a reason; `false` when there are no words in that.
    fn leave(&mut self, documents: &Documents, passage: &Passage) -> bool {
        let text = documents.text(passage);
        let covers = self.of(passage);
        let needed = letters(text).any(|at| covers[at] == Cover::Nothing);
        for cover in covers.iter_mut().filter(|cover| **cover == Cover::Nothing) {
            *cover = Cover::Reason;
        }
        needed
    }
}

impl DocumentCoverage {
    fn of(document: &Document, covers: &[Vec<Cover>]) -> Self {
        let mut measured = Self {
            path: document.file.path.to_string(),
            letters: 0,
            cited: 0,
            left: 0,
            uncovered: Vec::new(),
        };
        for (section, covers) in document.sections.iter().zip(covers) {
            measured.add(document, section, covers);
        }
        measured.uncovered.sort_by(|a, b| a.place.cmp(&b.place));
        measured
    }

    fn add(&mut self, document: &Document, section: &Section, covers: &[Cover]) {
        let mut start = 0;
        for run in covers.chunk_by(|one, next| one == next) {
            let text = &section.text[start..start + run.len()];
            let letters = letters(text).count();
            self.letters += letters;
            match run[0] {
                Cover::Citation => self.cited += letters,
                Cover::Reason => self.left += usize::from(letters > 0),
                Cover::Nothing => self.uncovered.extend(stretch(document, section, start, text)),
            }
            start += run.len();
        }
    }

    /// The share of letters and digits that are cited, in thousandths: all of them only when all are.
    pub fn cited_per_mille(&self) -> usize {
        (self.cited * 1000).checked_div(self.letters).unwrap_or(1000)
    }
}

/// The stretch from the first letter or digit of `text` to the last; `None` when it has none.
fn stretch(document: &Document, section: &Section, start: usize, text: &str) -> Option<Stretch> {
    let first = letters(text).next()?;
    let words = text[first..].trim_end_matches(|letter: char| !letter.is_alphanumeric());
    Some(Stretch {
        place: document.place(section, start + first),
        section: shown(section.name.as_deref()),
        words: words.to_owned(),
    })
}

/// Where the letters and digits of a text begin.
fn letters(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()).map(|(at, _)| at)
}
