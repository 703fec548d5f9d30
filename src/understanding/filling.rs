//! Fills the slots of templates with names and times, to learn from.

use super::features::AGAIN;
use super::folding::words;
use super::mention_table::MentionTable;
use super::sentences::Sentence;
use super::templates::{ENTITY, SLOTS, TIME};

/// Some years and months to fill slots with; which ones does not matter.
const YEARS: [&str; 6] = ["1916", "1917", "1918", "1919", "1920", "1921"];
const DAY: &str = "5";

/// The names and months of one language, as folded words.
pub(super) struct Names {
    names: Vec<Vec<String>>,
    months: Vec<String>,
}

/// The names, one after another.
pub(super) struct Turns<'a> {
    names: &'a Names,
    turn: usize,
}

impl Names {
    pub(super) fn of(table: &MentionTable) -> Self {
        let all = table.names.iter().flat_map(|(_, names)| names);
        let folded = |name: &String| words(name).into_iter().map(|word| word.folded).collect();
        Self {
            names: all.map(folded).collect(),
            months: table.months.iter().filter_map(|forms| forms.last().cloned()).collect(),
        }
    }

    pub(super) fn turns(&self) -> Turns<'_> {
        Turns { names: self, turn: 0 }
    }
}

impl<'a> Turns<'a> {
    /// Whether the sentence has a slot that can be filled.
    pub(super) fn fit(&self, sentence: &Sentence) -> bool {
        !self.names.names.is_empty()
            && !self.names.months.is_empty()
            && sentence.iter().any(|word| SLOTS.contains(&word.folded.as_str()))
    }

    /// The sentence with the next names in its slots, and behind [`AGAIN`] as it is.
    pub(super) fn fill(&mut self, sentence: &'a Sentence) -> Vec<&'a str> {
        let mut filled = Vec::new();
        for word in sentence {
            match word.folded.as_str() {
                ENTITY => {
                    let name = &self.names.names[self.next(self.names.names.len())];
                    filled.extend(name.iter().map(String::as_str));
                }
                TIME => {
                    let turn = self.next(YEARS.len());
                    let month = || self.names.months[self.turn % self.names.months.len()].as_str();
                    match self.turn % 4 {
                        0 => filled.extend([DAY, month()]),
                        1 => filled.extend([month(), YEARS[turn]]),
                        _ => filled.push(YEARS[turn]),
                    }
                }
                word => filled.push(word),
            }
        }
        filled.push(AGAIN);
        filled.extend(sentence.iter().map(|word| word.folded.as_str()));
        filled
    }

    /// The next place among so many; far from the one before, so that neighbours do not stand together.
    fn next(&mut self, all: usize) -> usize {
        self.turn += 1;
        self.turn.wrapping_mul(0x9e37_79b1) % all
    }
}
