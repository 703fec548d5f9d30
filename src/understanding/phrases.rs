//! Phrases around a question, and messages that only go on from an answer.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::features::{HashKeyed, hash};
use super::mention_table::{FollowUp, MentionTable};
use super::sentences::{Sentences, sentence_key, words_key};
use super::templates::GAP;

/// The phrases of all languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Phrases {
    source: Frames,
    agreement: Frames,
    openings: Frames,
    follow_ups: HashKeyed<FollowUp>,
}

/// Phrases of one kind, by their first word.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Frames(HashKeyed<Vec<Frame>>);

/// A phrase, in two parts where a question stands inside it. A word is known by its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Frame {
    first: Vec<u64>,
    second: Vec<u64>,
}

impl Phrases {
    pub(super) fn learn<'a>(tables: impl IntoIterator<Item = &'a MentionTable>) -> Self {
        let mut phrases = Self::default();
        for table in tables {
            phrases.source.learn(&table.source_frames);
            phrases.agreement.learn(&table.agreement_frames);
            phrases.openings.learn(&table.openings);
            for (kind, templates) in &table.follow_ups {
                for sentence in templates.iter().flatten() {
                    phrases.follow_ups.entry(sentence_key(sentence)).or_insert_with(|| kind.clone());
                }
            }
        }
        phrases
    }

    /// What is left of the words without the phrase that asks one document; `None` without such a phrase.
    pub(super) fn without_source<'a>(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        self.source.strip(words)
    }

    /// What is left of the words without the phrase that asks whether the documents agree.
    pub(super) fn without_agreement<'a>(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        self.agreement.strip(words)
    }

    /// What is left of the words without an opening that goes on from an answer, which may be nothing.
    pub(super) fn without_opening<'a>(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        let rest = self.openings.strip(words)?;
        // It stands at either end, or at both.
        let is_inside = words.first() == rest.first() && words.last() == rest.last();
        (!is_inside || rest.is_empty()).then_some(rest)
    }

    /// Whether the words begin with one that goes on from an answer, and more comes after it.
    pub(super) fn opens(&self, words: &[&str]) -> bool {
        self.openings.strip(words).is_some_and(|rest| !rest.is_empty() && words.ends_with(&rest))
    }

    /// What a message of just these words wants of the answer before it.
    pub(super) fn follow_up(&self, words: &[&str]) -> Option<&FollowUp> {
        self.follow_ups.get(&words_key(words.iter().copied()))
    }
}

impl Frames {
    fn learn(&mut self, templates: &Sentences) {
        for sentence in templates.iter().flatten() {
            let words: Vec<&str> = sentence.iter().map(|word| word.folded.as_str()).collect();
            let mut parts = words.split(|word| *word == GAP);
            let mut part = || parts.next().unwrap_or_default().iter().map(|word| key(word)).collect();
            let (mut first, mut second): (Vec<u64>, Vec<u64>) = (part(), part());
            if first.is_empty() {
                std::mem::swap(&mut first, &mut second);
            }
            let Some(start) = first.first() else { continue };
            let frames = self.0.entry(*start).or_default();
            let frame = Frame { first, second };
            if !frames.contains(&frame) {
                frames.push(frame);
            }
        }
    }

    /// The words without the longest phrase in them.
    fn strip<'a>(&self, words: &[&'a str]) -> Option<Vec<&'a str>> {
        let keys: Vec<u64> = words.iter().map(|word| key(word)).collect();
        let mut longest: Option<(usize, [Range<usize>; 2])> = None;
        for (at, start) in keys.iter().enumerate() {
            for frame in self.0.get(start).into_iter().flatten() {
                let Some(places) = frame.find(&keys, at) else { continue };
                let length = places.iter().map(ExactSizeIterator::len).sum();
                if longest.as_ref().is_none_or(|(other, _)| length > *other) {
                    longest = Some((length, places));
                }
            }
        }
        let (_, [first, second]) = longest?;
        let kept = |at: &usize| !first.contains(at) && !second.contains(at);
        Some((0..words.len()).filter(kept).map(|at| words[at]).collect())
    }
}

impl Frame {
    /// Where its parts stand, the first one at `start`.
    fn find(&self, keys: &[u64], start: usize) -> Option<[Range<usize>; 2]> {
        let rest = keys.get(start..)?.strip_prefix(self.first.as_slice())?;
        let end = start + self.first.len();
        if self.second.is_empty() {
            return Some([start..end, end..end]);
        }
        // Something must stand in the gap.
        let gap = (1..rest.len()).find(|&gap| rest[gap..].starts_with(&self.second))?;
        Some([start..end, end + gap..end + gap + self.second.len()])
    }
}

fn key(word: &str) -> u64 {
    hash(4, word.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::sentences::Sentencing;
    use super::*;
    use crate::loading::{Folder, Report, Text};

    fn phrases() -> Phrases {
        let place = Folder::new("x", Vec::new()).start_of("y");
        let mut report = Report::default();
        let mut read = |templates: &[&str]| {
            let text = |text: &&str| Text { text: (*text).to_owned(), place: place.clone(), bytes: 0..0 };
            let templates: Vec<Text> = templates.iter().map(text).collect();
            Sentencing::default().expand_unclaimed(&templates, &mut report)
        };
        let table = MentionTable {
            source_frames: read(&["based on <source>", "(is|are) … in <source>", "in <source>"]),
            openings: read(&["and [on]", "… then"]),
            follow_ups: vec![(FollowUp::More, read(&["[tell me] more"]))],
            ..MentionTable::default()
        };
        Phrases::learn([&table])
    }

    fn words(text: &str) -> Vec<&str> {
        // Without letters that are folded.
        text.split(' ').collect()
    }

    #[test]
    fn the_longest_phrase_goes() {
        let phrases = phrases();
        for (text, rest) in [
            ("based on <source> the leader", Some("the leader")),
            ("the leader is named in <source>", Some("the leader named")),
            ("the end in <source>", Some("the end")),
            ("the end", None),
        ] {
            assert_eq!(phrases.without_source(&words(text)), rest.map(words), "{text}");
        }
    }

    #[test]
    fn openings_stand_at_the_ends() {
        let phrases = phrases();
        assert_eq!(phrases.without_opening(&words("and on dulatov")), Some(words("dulatov")));
        assert_eq!(phrases.without_opening(&words("dulatov then")), Some(words("dulatov")));
        assert_eq!(phrases.without_opening(&words("lenin and stalin")), None);
        assert_eq!(phrases.without_opening(&words("and")), Some(Vec::new()));
    }

    #[test]
    fn follow_ups_are_whole_messages() {
        let phrases = phrases();
        assert_eq!(phrases.follow_up(&words("tell me more")), Some(&FollowUp::More));
        assert_eq!(phrases.follow_up(&words("more seats")), None);
    }
}
