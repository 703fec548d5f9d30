//! Finds in a question what the store knows by name: people, places, bodies, works, and the documents.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::features::{HashKeyed, hash};
use super::folding::words;
use super::mention_table::MentionTable;
use super::spelling::repair;
use crate::domain::{EntityId, SourceId};

/// Below so many letters nothing is taken away from a name, and no error in it is mended.
const SHORTEST_STEM: usize = 4;
const SHORTEST_MENDED: usize = 6;
/// Longer endings there are none.
const LONGEST_ENDING: usize = 8;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Named {
    /// Someone or something.
    Entity(EntityId),
    /// A document.
    Source(SourceId),
}

/// A name in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its words.
    pub(super) range: Range<usize>,
    /// What it stands for.
    pub(super) named: Named,
}

/// Every name of every language, to be found in any of its cases.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Gazetteer {
    names: Vec<Name>,
    /// The names whose first word has this stem.
    starting: HashKeyed<Vec<u32>>,
    endings: BTreeSet<String>,
    /// How many names have a word.
    frequency: BTreeMap<String, u32>,
}

/// A name of one word or more.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Name {
    named: Named,
    words: Vec<NameWord>,
}

/// A word of a name: as it is, and what is left of it without one of its endings.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct NameWord {
    whole: u64,
    stems: Vec<u64>,
}

/// How well words fit a name: how many, and how many of them exactly.
type Fit = (usize, usize);

impl Gazetteer {
    /// Learns the names of all languages. Where two share one, it belongs to the first.
    pub(super) fn learn<'a>(tables: impl IntoIterator<Item = &'a MentionTable> + Clone) -> Self {
        let mut gazetteer = Self::default();
        for table in tables.clone() {
            gazetteer.endings.extend(table.endings.iter().cloned());
        }
        for table in tables {
            for (id, names) in &table.names {
                for name in names {
                    let words: Vec<String> = words(name).into_iter().map(|word| word.folded).collect();
                    gazetteer.add(&words, Named::Entity(id.clone()));
                }
            }
            for (id, templates) in &table.sources {
                for sentence in templates.iter().flatten() {
                    let words: Vec<String> = sentence.iter().map(|word| word.folded.clone()).collect();
                    gazetteer.add(&words, Named::Source(id.clone()));
                }
            }
        }
        gazetteer
    }

    fn add(&mut self, words: &[String], named: Named) {
        if words.is_empty() {
            return;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let words: Vec<NameWord> = words
            .iter()
            .map(|word| {
                *self.frequency.entry(word.clone()).or_default() += 1;
                NameWord { whole: key(word), stems: self.stems(word).map(key).collect() }
            })
            .collect();
        for stem in &words[0].stems {
            self.starting.entry(*stem).or_default().push(number);
        }
        self.names.push(Name { named, words });
    }

    /// The word, and what is left of it without an ending.
    fn stems<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let shorter = word.char_indices().rev().take(LONGEST_ENDING).filter_map(|(at, _)| {
            let (stem, ending) = word.split_at(at);
            let is_long = stem.chars().count() >= SHORTEST_STEM;
            (is_long && self.endings.contains(ending)).then_some(stem)
        });
        std::iter::once(word).chain(shorter)
    }

    /// The names in some words, from left to right, the longest where several fit. A word that
    /// `is_known` is not taken for a name with a typing error.
    pub(super) fn find(&self, words: &[&str], is_known: impl Fn(&str) -> bool) -> Vec<Found> {
        let typed: Vec<NameWord> = words
            .iter()
            .map(|word| {
                let is_mended = word.chars().count() >= SHORTEST_MENDED && !is_known(word);
                let word = if is_mended { repair(word, &self.frequency, |names| *names) } else { word };
                NameWord { whole: key(word), stems: self.stems(word).map(key).collect() }
            })
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < typed.len() {
            if let Some((name, (length, _))) = self.best(&typed[at..]) {
                found.push(Found { range: at..at + length, named: name.named.clone() });
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// The name that these words begin with: the longest, the nearest, the first.
    fn best(&self, typed: &[NameWord]) -> Option<(&Name, Fit)> {
        let mut best: Option<(&Name, Fit)> = None;
        for number in typed[0].stems.iter().filter_map(|stem| self.starting.get(stem)).flatten() {
            let name = &self.names[*number as usize];
            let Some(fit) = name.fit(typed) else { continue };
            if best.is_none_or(|(_, other)| fit > other) {
                best = Some((name, fit));
            }
        }
        best
    }
}

impl Name {
    fn fit(&self, typed: &[NameWord]) -> Option<Fit> {
        if typed.len() < self.words.len() {
            return None;
        }
        let mut exact = 0;
        for (own, typed) in self.words.iter().zip(typed) {
            if own.whole == typed.whole {
                exact += 2;
            } else if typed.stems.contains(&own.whole) {
                exact += 1;
            } else if !own.stems.iter().any(|stem| typed.stems.contains(stem)) {
                return None;
            }
        }
        Some((self.words.len(), exact))
    }
}

fn key(word: &str) -> u64 {
    hash(3, word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gazetteer() -> Gazetteer {
        let name = |id: &str, names: &[&str]| {
            (EntityId::new(id), names.iter().map(|name| (*name).to_owned()).collect())
        };
        let table = MentionTable {
            endings: ["s", "a", "am", "om"].map(str::to_owned).to_vec(),
            names: vec![
                name("dulatov", &["Dulatovs", "Дулатов"]),
                name("kazakhs", &["Kazakhs"]),
                name("kazakhstan", &["Kazakhstan"]),
                name("congress", &["Second Congress", "Congress"]),
            ],
            ..MentionTable::default()
        };
        Gazetteer::learn([&table])
    }

    fn found(text: &str) -> Vec<(Range<usize>, String)> {
        let words = words(text);
        let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let gazetteer = gazetteer();
        let found = gazetteer.find(&words, |word| word == "conquest");
        let id = |named| match named {
            Named::Entity(id) => id.to_string(),
            Named::Source(id) => id.to_string(),
        };
        found.into_iter().map(|found| (found.range, id(found.named))).collect()
    }

    #[test]
    fn a_name_is_found_in_any_case_and_spelling() {
        for text in ["who was Dulatov", "par lielo Dulatovam", "о том Дулатовом", "who was dulatof"]
        {
            assert_eq!(found(text), [(2..3, "dulatov".to_owned())], "{text}");
        }
    }

    #[test]
    fn the_longest_and_nearest_name_wins() {
        assert_eq!(found("the second congress"), [(1..3, "congress".to_owned())]);
        assert_eq!(found("kazakhstan"), [(0..1, "kazakhstan".to_owned())]);
        assert_eq!(found("kazakh congress"), [(0..1, "kazakhs".to_owned()), (1..2, "congress".to_owned())]);
    }

    #[test]
    fn what_is_known_or_far_is_no_name() {
        assert_eq!(found("conquest of napoleon"), []);
    }
}
