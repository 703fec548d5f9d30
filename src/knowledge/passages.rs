//! Finds the passage that a citation names, and seals it.

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::domain::{Citation, Seal, SourceId};

use super::documents::{Document, Documents, Section, fold, shown};

/// Why a citation does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PassageError {
    /// There is no such document.
    #[error("there is no document '{0}'")]
    NoDocument(SourceId),
    /// The document has no such section.
    #[error("the document has no section '{0}'")]
    NoSection(String),
    /// The words are nowhere in the document.
    #[error("the document does not say '{0}'")]
    NotThere(String),
    /// The words are in another section.
    #[error("'{words}' is not in this section, but in {found}")]
    Elsewhere {
        /// The words.
        words: String,
        /// The section where they are.
        found: String,
    },
    /// The words stand more than once in the section.
    #[error("'{0}' stands there more than once")]
    Ambiguous(String),
    /// The last words do not stand behind the first.
    #[error("'{0}' does not stand behind the first words")]
    Reversed(String),
    /// The passage is there, but its text is another.
    #[error("the passage has changed: its seal is {0}")]
    Changed(Seal),
}

/// Where a citation points.
pub(super) struct Passage {
    /// The document, counted from 0.
    pub(super) document: usize,
    /// The section in it, counted from 0.
    pub(super) section: usize,
    /// The bytes of the section's text.
    pub(super) bytes: Range<usize>,
}

impl Documents {
    /// The one passage that the citation names, whatever its seal.
    pub(super) fn find(&self, citation: &Citation) -> Result<Passage, PassageError> {
        let at = self.documents.iter().position(|document| document.id == citation.source);
        let at = at.ok_or_else(|| PassageError::NoDocument(citation.source.clone()))?;
        let document = &self.documents[at];
        let section = document
            .sections
            .iter()
            .position(|section| section.name == citation.section)
            .ok_or_else(|| PassageError::NoSection(shown(citation.section.as_deref())))?;
        let (from, to) = (fold(&citation.from), fold(&citation.to));
        let start = find_once(document, &document.sections[section], &from)?;
        let last = find_once(document, &document.sections[section], &to)?;
        // A browser that jumps to the passage looks for the last words behind the first.
        if last < start + from.len() {
            return Err(PassageError::Reversed(to));
        }
        Ok(Passage { document: at, section, bytes: start..last + to.len() })
    }

    /// The seal that the citation's passage has.
    ///
    /// # Errors
    /// When the passage is not to be found in just one place.
    pub fn seal(&self, citation: &Citation) -> Result<Seal, PassageError> {
        self.find(citation).map(|passage| seal_of(self.text(&passage)))
    }

    pub(super) fn text(&self, passage: &Passage) -> &str {
        &self.documents[passage.document].sections[passage.section].text[passage.bytes.clone()]
    }

    /// Whether the citation points at one passage, and that has not changed.
    ///
    /// # Errors
    /// When it does not.
    pub fn verify(&self, citation: &Citation) -> Result<(), PassageError> {
        let seal = self.seal(citation)?;
        if seal == citation.seal { Ok(()) } else { Err(PassageError::Changed(seal)) }
    }
}

fn find_once(document: &Document, section: &Section, words: &str) -> Result<usize, PassageError> {
    let mut found = section.text.match_indices(words).map(|(at, _)| at);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        (Some(_), Some(_)) => Err(PassageError::Ambiguous(words.to_owned())),
        (None, _) => {
            let other = document.sections.iter().find(|other| other.text.contains(words));
            Err(other.map_or_else(
                || PassageError::NotThere(words.to_owned()),
                |other| PassageError::Elsewhere {
                    words: words.to_owned(),
                    found: shown(other.name.as_deref()),
                },
            ))
        }
    }
}

fn seal_of(passage: &str) -> Seal {
    let digits = Sha256::digest(passage.as_bytes()).iter().take(8).fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    Seal::new(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loading::{Folder, TextFile};

    const DOCUMENT: &str = "= Oats =\n\nInfobox\n- Colour: pale yellow\n\nOats are a cereal. They grow in the north.\n\
                            == Uses ==\nHorses eat oats. People eat oats,\n  too.\n== History ==\nOats came late.\n";

    fn documents(text: &str) -> Documents {
        let file = TextFile { path: "oats.txt".into(), name: "oats.txt".into(), text: text.into() };
        Documents::read(&Folder { path: "documents".into(), files: vec![file] })
    }

    fn citation(section: Option<&str>, from: &str, to: &str) -> Citation {
        Citation {
            source: SourceId::new("oats"),
            section: section.map(str::to_owned),
            from: from.into(),
            to: to.into(),
            seal: seal_of("Oats are a cereal. They grow"),
        }
    }

    #[test]
    fn a_passage_is_found_and_its_seal_holds() {
        let citation = citation(None, "Oats are", "They grow");
        assert_eq!(documents(DOCUMENT).verify(&citation), Ok(()));
    }

    #[test]
    fn white_space_and_composition_do_not_matter() {
        let spread = DOCUMENT.replace("cereal. They", "cereal.\n   They");
        assert_eq!(documents(&spread).verify(&citation(None, "Oats are", "They grow")), Ok(()));
    }

    #[test]
    fn a_passage_that_changed_is_caught() {
        let changed = DOCUMENT.replace("a cereal", "a grass");
        assert!(matches!(
            documents(&changed).verify(&citation(None, "Oats are", "They grow")),
            Err(PassageError::Changed(_))
        ));
    }

    #[test]
    fn a_passage_that_moved_is_found_in_its_new_section() {
        let error = documents(DOCUMENT).verify(&citation(Some("Uses"), "Oats are", "They grow"));
        let expected = PassageError::Elsewhere { words: "Oats are".into(), found: "the lead".into() };
        assert_eq!(error, Err(expected));
    }

    #[test]
    fn a_passage_that_stands_twice_is_caught() {
        let error = documents(DOCUMENT).verify(&citation(Some("Uses"), "eat oats", "too."));
        assert_eq!(error, Err(PassageError::Ambiguous("eat oats".into())));
    }

    #[test]
    fn the_last_words_stand_behind_the_first() {
        for (from, to) in [("They grow", "Oats are"), ("Oats are a", "a cereal.")] {
            let error = documents(DOCUMENT).verify(&citation(None, from, to));
            assert_eq!(error, Err(PassageError::Reversed(to.into())));
        }
    }

    #[test]
    fn a_passage_that_was_never_there_is_caught() {
        let error = documents(DOCUMENT).verify(&citation(None, "Barley is", "They grow"));
        assert_eq!(error, Err(PassageError::NotThere("Barley is".into())));
    }

    #[test]
    fn the_infobox_is_a_section_and_the_lead_goes_on_behind_it() {
        let documents = documents(DOCUMENT);
        assert!(documents.seal(&citation(Some("Infobox"), "Colour:", "yellow")).is_ok());
        assert!(documents.seal(&citation(None, "Colour:", "yellow")).is_err());
    }

    #[test]
    fn unknown_documents_and_sections_are_named() {
        let mut elsewhere = citation(Some("Taste"), "Oats are", "They grow");
        assert_eq!(documents(DOCUMENT).seal(&elsewhere), Err(PassageError::NoSection("'Taste'".into())));
        elsewhere.source = SourceId::new("rye");
        assert_eq!(documents(DOCUMENT).seal(&elsewhere), Err(PassageError::NoDocument(SourceId::new("rye"))));
    }
}
