//! Typing errors mended: an unknown word becomes the most frequent known word that is one slip away.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Bound::{Included, Unbounded};
const SHORTEST_REPAIRED: usize = 4;

/// The words that are known, each with its frequency.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelling {
    frequency: BTreeMap<String, u32>,
}

impl Spelling {
    /// Knows these words, each with its frequency.
    pub(super) fn learn<'a>(words: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        Self { frequency: words.into_iter().map(|(word, frequency)| (word.to_owned(), frequency)).collect() }
    }

    /// The word itself where it is known or nothing is near, else the known word that was meant.
    pub(super) fn repair<'a>(&'a self, word: &'a str) -> &'a str {
        // Numbers are as they are.
        let is_left = word.chars().count() < SHORTEST_REPAIRED || word.contains(|c: char| c.is_ascii_digit());
        if is_left || self.frequency.contains_key(word) {
            return word;
        }
        let (_, behind_first) = split_first(word);
        let first = &word[..word.len() - behind_first.len()];
        self.frequency
            .range::<str, _>((Included(first), Unbounded))
            .take_while(|(known, _)| known.starts_with(first))
            .filter(|(known, _)| one_slip(word, known))
            .max_by_key(|(known, frequency)| (**frequency, Reverse(*known)))
            .map_or(word, |(known, _)| known)
    }
}

/// Whether one letter more, less or other, or two letters swapped, make one word of the other.
fn one_slip(typed: &str, known: &str) -> bool {
    let pairs = typed.chars().zip(known.chars());
    let alike: usize = pairs.take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum();
    let (typed, known) = (&typed[alike..], &known[alike..]);
    let ((a, typed_rest), (c, known_rest)) = (split_first(typed), split_first(known));
    if typed_rest == known || typed == known_rest || typed_rest == known_rest {
        return true;
    }
    let ((b, typed_rest), (d, known_rest)) = (split_first(typed_rest), split_first(known_rest));
    a == d && b == c && typed_rest == known_rest
}

/// The first letter, and what is behind it.
fn split_first(text: &str) -> (Option<char>, &str) {
    let mut letters = text.chars();
    (letters.next(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_mended_and_no_more() {
        let spelling = Spelling::learn([("capital", 2), ("captain", 1), ("lead", 2), ("leaf", 1)]);
        for (typed, meant) in [
            ("captial", "capital"),
            ("capitl", "capital"),
            ("cappital", "capital"),
            ("capitan", "capital"),
            ("cpaptl", "cpaptl"),
            ("leax", "lead"),
            ("leaf", "leaf"),
            ("xapital", "xapital"),
            ("led", "led"),
        ] {
            assert_eq!(spelling.repair(typed), meant, "{typed}");
        }
    }
}
