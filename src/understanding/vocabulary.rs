//! The words of one language, and what each says about where a question belongs.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound::{Excluded, Included, Unbounded};

use super::lexicon::Topic;
use super::questions::Sentence;
use super::spelling::Spelling;

/// Two words that begin with so many letters alike, and so large a part of the longer one, are
/// forms of one word.
const STEM_LETTERS: usize = 4;
const STEM_PART: f32 = 0.6;
/// A word names the subject if questions of so many intents have it and none off the subject.
const INTENTS_OF_SUBJECT: u16 = 5;

/// In how many templates a word occurs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usage {
    /// Of questions that are answered.
    pub intents: u16,
    /// Of how many different intents.
    pub distinct_intents: u16,
    /// Of small talk.
    pub smalltalk: u16,
    /// Of questions on the subject that are refused.
    pub near: u16,
    /// Of questions off the subject.
    pub far: u16,
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
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    usage: BTreeMap<String, Usage>,
    spelling: Spelling,
}

/// What the words of a question say, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// All words.
    pub words: f32,
    /// Words like no known one.
    pub unknown: f32,
    /// Unknown forms of known words.
    pub related: f32,
    /// Words mended.
    pub repaired: f32,
    /// Words known from refused questions alone.
    pub beyond: f32,
    /// Words known from small talk.
    pub smalltalk: f32,
    /// Names of the subject.
    pub subject: f32,
}

impl Vocabulary {
    /// Counts the words of the templates of each topic.
    pub fn learn<'a>(sections: impl Iterator<Item = (Topic, &'a [Vec<Sentence>])>) -> Self {
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
                        Topic::SmallTalk(_) => usage.smalltalk += 1,
                        Topic::Near => usage.near += 1,
                        Topic::Far => usage.far += 1,
                    }
                }
            }
        }
        let spelling =
            Spelling::learn(usage.iter().map(|(word, usage)| (word.as_str(), u32::from(usage.times()))));
        Self { usage, spelling }
    }

    pub fn usage(&self, word: &str) -> Usage {
        self.usage.get(word).copied().unwrap_or_default()
    }
    /// Whether the word is known.
    pub fn knows(&self, word: &str) -> bool {
        self.usage.contains_key(word)
    }

    /// The word, its typing error mended.
    pub fn repair<'a>(&'a self, word: &'a str) -> &'a str {
        self.spelling.repair(word)
    }

    /// The known word of which this one is another form.
    fn related(&self, word: &str) -> Option<Usage> {
        let length = word.chars().count();
        let before = self.usage.range::<str, _>((Unbounded, Excluded(word))).next_back();
        let after = self.usage.range::<str, _>((Included(word), Unbounded)).next();
        let alike = |known: &str| {
            let letters = known.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
            let part = letters as f32 / length.max(known.chars().count()) as f32;
            if letters >= STEM_LETTERS && part >= STEM_PART { letters } else { 0 }
        };
        [before, after]
            .into_iter()
            .flatten()
            .map(|(known, usage)| (alike(known), *usage))
            .filter(|(letters, _)| *letters > 0)
            .max_by_key(|(letters, usage)| (*letters, usage.times()))
            .map(|(_, usage)| usage)
    }

    /// What some words, their typing errors mended, say together.
    pub fn evidence<'a>(&self, words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Evidence {
        let mut evidence = Evidence::default();
        for (typed, word) in words {
            evidence.words += 1.0;
            let usage = match self.usage.get(word) {
                Some(usage) => {
                    if typed != word {
                        evidence.repaired += 1.0;
                    }
                    *usage
                }
                None => match self.related(word) {
                    Some(usage) => {
                        evidence.related += 1.0;
                        usage
                    }
                    None => {
                        evidence.unknown += 1.0;
                        continue;
                    }
                },
            };
            if usage.names_subject() {
                evidence.subject += 1.0;
            }
            if usage.smalltalk > 0 {
                evidence.smalltalk += 1.0;
            } else if usage.intents == 0 {
                evidence.beyond += 1.0;
            }
        }
        evidence
    }
}
