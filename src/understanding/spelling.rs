//! Typing errors mended: an unknown word becomes the most frequent known word that is one slip away.

use std::collections::HashMap;

const SHORTEST_REPAIRED: usize = 4;

/// The words that are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelling {
    frequency: HashMap<String, u32>,
    by_first_letter: HashMap<char, Vec<String>>,
}

impl Spelling {
    /// Knows these words, each with its frequency.
    pub(super) fn learn<'a>(words: impl IntoIterator<Item = (&'a str, u32)>) -> Self {
        let mut spelling = Self::default();
        for (word, frequency) in words {
            spelling.frequency.insert(word.to_owned(), frequency);
            if let Some(first) = word.chars().next() {
                let same = spelling.by_first_letter.entry(first).or_default();
                same.push(word.to_owned());
            }
        }
        spelling
    }

    /// Whether the word is known as it is.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.frequency.contains_key(word)
    }

    /// The word itself where it is known or nothing is near, else the known word that was meant.
    pub(super) fn repair<'a>(&'a self, word: &'a str) -> &'a str {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST_REPAIRED || self.knows(word) {
            return word;
        }
        // Numbers are as they are.
        if letters.iter().any(char::is_ascii_digit) {
            return word;
        }
        let same_start = self.by_first_letter.get(&letters[0]);
        same_start
            .into_iter()
            .flatten()
            .filter(|known| known.len().abs_diff(word.len()) <= 4 && one_slip(&letters, known))
            .max_by_key(|known| (self.frequency[*known], std::cmp::Reverse(*known)))
            .map_or(word, String::as_str)
    }
}

/// Whether one letter more, less or other, or two letters swapped, make one word of the other.
fn one_slip(typed: &[char], known: &str) -> bool {
    let known: Vec<char> = known.chars().collect();
    let start = typed.iter().zip(&known).take_while(|(a, b)| a == b).count();
    let (typed, known) = (&typed[start..], &known[start..]);
    match (typed, known) {
        ([], []) => true,
        ([a, b, typed @ ..], [c, d, known @ ..]) if a == d && b == c && typed == known => true,
        _ => {
            typed.get(1..).is_some_and(|typed| typed == known)
                || known.get(1..).is_some_and(|known| typed == known)
                || (!typed.is_empty() && !known.is_empty() && typed[1..] == known[1..])
        }
    }
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
