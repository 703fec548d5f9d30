//! What a question names: the words with slots in place of names and times, and what fills these.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::features::AGAIN;
use super::gazetteer::{Gazetteer, Named};
use super::lexicon::{Lexicon, Openness};
use super::mention_table::MentionTable;
use super::templates::{ENTITY, SOURCE, TIME};
use super::times::Times;
use crate::domain::{Claim, EntityId, Period, Request, Slot, SourceId};
use crate::knowledge::Knowledge;

/// Finds names and times.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Finder {
    gazetteer: Gazetteer,
    times: Times,
    /// How many facts mention each entity.
    facts: HashMap<EntityId, usize>,
}

/// The names and times in a question.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions {
    places: Vec<(Range<usize>, &'static str)>,
    /// Who and what is named, that of which least is known first: it is the most particular.
    pub(super) entities: Vec<EntityId>,
    /// The documents that are named.
    pub(super) sources: Vec<SourceId>,
    times: Vec<Period>,
}

impl Finder {
    /// Learns by which words the languages name what is known.
    pub(super) fn learn<'a>(
        tables: impl IntoIterator<Item = &'a MentionTable> + Clone,
        knowledge: &Knowledge,
    ) -> Self {
        let mut facts: HashMap<EntityId, usize> = HashMap::new();
        for fact in knowledge.facts() {
            let named = fact.claims().flat_map(Claim::entities);
            let entities: HashSet<&EntityId> = fact.about.iter().chain(named).collect();
            for entity in entities {
                *facts.entry(entity.clone()).or_default() += 1;
            }
        }
        Self { gazetteer: Gazetteer::learn(tables.clone()), times: Times::learn(tables), facts }
    }

    /// Finds them in some words. A word that `is_known` is not taken for a name with a typing error.
    pub(super) fn find(&self, words: &[&str], is_known: impl Fn(&str) -> bool) -> Mentions {
        let mut mentions = Mentions::default();
        for (range, period) in self.times.find(words) {
            mentions.places.push((range, TIME));
            mentions.times.push(period);
        }
        for found in self.gazetteer.find(words, is_known) {
            if mentions
                .places
                .iter()
                .any(|(taken, _)| taken.start < found.range.end && found.range.start < taken.end)
            {
                continue;
            }
            match found.named {
                Named::Entity(id) => {
                    mentions.places.push((found.range, ENTITY));
                    mentions.entities.push(id);
                }
                Named::Source(id) => {
                    mentions.places.push((found.range, SOURCE));
                    mentions.sources.push(id);
                }
            }
        }
        mentions.entities.sort_by_key(|id| self.facts.get(id).copied().unwrap_or_default());
        mentions
    }
}

impl Mentions {
    /// Whether someone, something or a time is named.
    pub(super) fn fill_slots(&self) -> bool {
        !self.entities.is_empty() || !self.times.is_empty()
    }

    /// The words, a slot in place of each name and time.
    pub(super) fn symbolic<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        self.replaced(words, |_| true)
    }

    /// The words, and behind [`AGAIN`] the same with slots, where something fills one.
    pub(super) fn both_readings<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        let mut both = words.to_vec();
        if self.fill_slots() {
            both.push(AGAIN);
            both.extend(self.symbolic(words));
        }
        both
    }

    /// The words, a slot in place of the names of documents.
    pub(super) fn with_sources<'a>(&self, words: &[&'a str]) -> Vec<&'a str> {
        self.replaced(words, |symbol| symbol == SOURCE)
    }

    fn replaced<'a>(&self, words: &[&'a str], is_wanted: impl Fn(&str) -> bool) -> Vec<&'a str> {
        let mut replaced = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let mention = self.places.iter().find(|(range, symbol)| range.contains(&at) && is_wanted(symbol));
            match mention {
                Some((range, symbol)) if range.start == at => replaced.push(*symbol),
                Some(_) => {}
                None => replaced.push(word),
            }
        }
        replaced
    }

    /// Whether something is named that fits the open place of an intent.
    pub(super) fn can_fill(&self, openness: Openness) -> bool {
        match openness {
            Openness::Closed => true,
            Openness::Entity => !self.entities.is_empty(),
            Openness::Time => !self.times.is_empty(),
            Openness::TimeOrEntity => self.fill_slots(),
        }
    }

    /// A request for the intent at that place of the lexicon, its open place filled with what is named; `None`
    /// where nothing is named that fits.
    pub(super) fn fill(&self, lexicon: &Lexicon, at: usize) -> Option<Request> {
        let entity = || self.entities.first().cloned().map(Slot::Entity);
        let time = || self.times.first().copied().map(Slot::Time);
        let whole = || match self.times.as_slice() {
            [first, second, ..] => first.spanning(*second).map(Slot::Time),
            _ => time(),
        };
        let slot = match lexicon.openness(at) {
            Openness::Closed => return Some(Request::plain(lexicon.intent(at))),
            Openness::Entity => entity(),
            Openness::Time => whole(),
            Openness::TimeOrEntity => time().or_else(entity),
        };
        Some(Request::with(lexicon.intent(at), slot?))
    }
}
