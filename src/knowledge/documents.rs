//! The documents as they are read: sections of folded text, every word of it with its place.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::domain::{Citation, SourceId};
use crate::loading::{Folder, Place, TextFile};

/// The texts of the documents, by section.
#[derive(Debug)]
pub struct Documents {
    pub(super) documents: Vec<Document>,
}

#[derive(Debug)]
pub(super) struct Document {
    pub(super) id: SourceId,
    pub(super) file: TextFile,
    pub(super) sections: Vec<Section>,
}

#[derive(Debug, Default)]
pub(super) struct Section {
    /// `None` for the lead.
    pub(super) name: Option<String>,
    /// NFC, white space folded.
    pub(super) text: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    /// Where it begins in the section's text.
    start: usize,
    /// Where it stands in the file.
    written: Range<usize>,
}

impl Documents {
    /// Reads `<id>.txt` for each id; what is missing shows when a citation is checked.
    pub fn read(folder: &Folder) -> Self {
        let documents = folder
            .files
            .iter()
            .filter_map(|file| {
                let id = SourceId::new(file.name.strip_suffix(".txt")?);
                Some(Document { id, sections: split_sections(&file.text), file: file.clone() })
            })
            .collect();
        Self { documents }
    }
}

impl Document {
    /// Where the byte at `offset` of a section's text stands in the file.
    pub(super) fn place(&self, section: &Section, offset: usize) -> Place {
        let behind = section.words.partition_point(|word| word.start <= offset);
        let Some(word) = section.words[..behind].last() else { return self.file.place(0) };
        let written = &self.file.text[word.written.clone()];
        self.file.place(word.written.start + written_length(written, offset - word.start))
    }
}

impl Section {
    fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..Self::default() }
    }

    /// Adds the words of a line, which begins at `start` of the file.
    fn push_line(&mut self, line: &str, mut start: usize) {
        for piece in line.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if !word.is_empty() {
                if !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.words.push(Word { start: self.text.len(), written: start..start + word.len() });
                self.text.extend(word.nfc());
            }
            start += piece.len();
        }
    }
}

/// How a section is called in messages.
pub(super) fn shown(section: Option<&str>) -> String {
    section.map_or_else(|| "the lead".to_owned(), |name| format!("'{name}'"))
}

pub(super) fn fold(text: &str) -> String {
    let composed: String = text.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How much of a word as it is written makes the first `length` bytes of it folded.
fn written_length(word: &str, length: usize) -> usize {
    let starts = word.char_indices().map(|(at, _)| at);
    starts.take_while(|at| word[..*at].nfc().map(char::len_utf8).sum::<usize>() <= length).last().unwrap_or(0)
}

/// Divides a document at its headings: `= Title =` is none, `== Section ==` and deeper ones are, and
/// a line `Infobox` opens the summary box, which ends at an empty line.
fn split_sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut current = 0;
    let mut start = 0;
    for whole_line in text.split_inclusive('\n') {
        let line = whole_line.trim();
        match heading(line) {
            Some((1, _)) => {}
            Some((_, name)) => {
                sections.push(Section::named(name));
                current = sections.len() - 1;
            }
            None if line == Citation::INFOBOX => {
                sections.push(Section::named(line));
                current = sections.len() - 1;
            }
            None => {
                let in_infobox = sections[current].name.as_deref() == Some(Citation::INFOBOX);
                if in_infobox && line.is_empty() {
                    current = 0;
                }
                sections[current].push_line(whole_line, start);
            }
        }
        start += whole_line.len();
    }
    sections
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let depth = line.bytes().take_while(|byte| *byte == b'=').count();
    let name = line.get(depth..)?.strip_suffix(&line[..depth])?;
    (depth > 0 && !name.trim().is_empty()).then(|| (depth, name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where `words` of the first section stand in a document: line and column.
    fn place_of(words: &str, text: &str) -> (usize, usize) {
        let file = TextFile { path: "oats.txt".into(), name: "oats.txt".into(), text: text.into() };
        let documents = Documents::read(&Folder { path: "documents".into(), files: vec![file] });
        let document = &documents.documents[0];
        let section = &document.sections[0];
        let place = document.place(section, section.text.find(words).unwrap_or_default());
        (place.line, place.column)
    }

    #[test]
    fn a_place_is_that_of_the_file_whatever_was_folded() {
        assert_eq!(place_of("grow", "= Oats =\r\n\r\nOats  are\t a cereal.\r\n  They grow"), (4, 8));
    }

    #[test]
    fn columns_count_characters_as_they_are_written() {
        assert_eq!(place_of("дуже", "Ячмінь — дуже"), (1, 10));
        assert_eq!(place_of(")x", "(e\u{301}e\u{301})x"), (1, 6));
        assert_eq!(place_of("и\u{301}", "а\u{301}и\u{301}"), (1, 3));
    }

    #[test]
    fn a_lead_that_goes_on_behind_the_infobox_keeps_its_places() {
        assert_eq!(place_of("They", "Oats.\nInfobox\n- Colour: pale\n\nThey grow."), (5, 1));
    }
}
