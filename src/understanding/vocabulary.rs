//! The words of one language, and what each says about where a question belongs.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound::{Included, Unbounded};

use serde::{Deserialize, Serialize};

use super::lexicon::Topic;
use super::sentences::Sentence;
use super::spelling::repair;

/// Two words that begin with so many letters alike, and so large a part of the longer one, are
/// forms of one word.
const STEM_LETTERS: usize = 4;
const STEM_PART: (usize, usize) = (3, 5);
/// A word names the subject if questions of so many intents have it and none off the subject.
const INTENTS_OF_SUBJECT: u16 = 5;

/// In how many templates a word occurs.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Usage {
    /// Of questions that are answered.
    intents: u16,
    /// Of how many different intents.
    distinct_intents: u16,
    /// Of small talk, and of messages that go on from an answer.
    smalltalk: u16,
    /// Of questions on the subject that are refused.
    near: u16,
    /// Of questions off the subject.
    far: u16,
}

impl Usage {
    fn times(self) -> u16 {
        self.intents + self.smalltalk + self.near + self.far
    }

    fn names_subject(self) -> bool {
        self.distinct_intents >= INTENTS_OF_SUBJECT && self.far == 0 && self.smalltalk == 0
    }
}

/// The words of one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Vocabulary {
    usage: BTreeMap<String, Usage>,
}

/// What the words of a question say, counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// All words.
    pub(super) words: f32,
    /// Words like no known one.
    pub(super) unknown: f32,
    /// Unknown forms of known words.
    pub(super) related: f32,
    /// Words known from refused questions alone.
    pub(super) beyond: f32,
    /// Words known from small talk.
    pub(super) smalltalk: f32,
    /// Names of the subject.
    pub(super) subject: f32,
}

impl Vocabulary {
    /// Counts the words of the templates of each topic.
    pub(super) fn learn<'a>(sections: impl Iterator<Item = (Topic, &'a [Vec<Sentence>])>) -> Self {
        let mut usage: BTreeMap<String, Usage> = BTreeMap::new();
        for (topic, templates) in sections {
            let mut met = HashSet::new();
            for sentences in templates {
                let words: HashSet<&str> =
                    sentences.iter().flatten().map(|word| word.folded.as_str()).collect();
                for word in words {
                    if !usage.contains_key(word) {
                        usage.insert(word.to_owned(), Usage::default());
                    }
                    let Some(usage) = usage.get_mut(word) else {
                        continue;
                    };
                    match topic {
                        Topic::Intent(_) => {
                            usage.intents += 1;
                            usage.distinct_intents += u16::from(met.insert(word));
                        }
                        Topic::SmallTalk(_) | Topic::FollowUp(_) => usage.smalltalk += 1,
                        Topic::Near => usage.near += 1,
                        Topic::Far => usage.far += 1,
                    }
                }
            }
        }
        Self { usage }
    }

    /// Whether the word is known.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.usage.contains_key(word)
    }

    /// The word, its typing error mended.
    pub(super) fn repair<'a>(&'a self, word: &'a str) -> &'a str {
        repair(word, &self.usage, |usage| usage.times().into())
    }

    /// The most used of the known words of which this one is another form.
    fn related(&self, word: &str) -> Option<Usage> {
        let length = word.chars().count();
        let (part, whole) = STEM_PART;
        let stem_letters = STEM_LETTERS.max((length * part).div_ceil(whole));
        let (end, _) = word.char_indices().nth(stem_letters - 1)?;
        let end = end + word[end..].chars().next().map_or(0, char::len_utf8);
        let stem = &word[..end];
        self.usage
            .range::<str, _>((Included(stem), Unbounded))
            .take_while(|(known, _)| known.starts_with(stem))
            .filter(|(known, _)| stem_letters * whole >= known.chars().count() * part)
            .map(|(_, usage)| *usage)
            .max_by_key(|usage| (usage.intents, usage.times()))
    }

    /// What some words, their typing errors mended, say together.
    pub(super) fn evidence<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Evidence {
        let mut evidence = Evidence::default();
        for word in words {
            evidence.words += 1.0;
            let usage = if let Some(usage) = self.usage.get(word) {
                *usage
            } else if let Some(usage) = self.related(word) {
                evidence.related += 1.0;
                usage
            } else {
                evidence.unknown += 1.0;
                continue;
            };
            if usage.names_subject() {
                evidence.subject += 1.0;
            }
            if usage.smalltalk > 0 {
                evidence.smalltalk += 1.0;
            } else if usage.intents == 0 && self.related(word).is_none_or(|related| related.intents == 0) {
                evidence.beyond += 1.0;
            }
        }
        evidence
    }
}
