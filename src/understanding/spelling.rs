//! Typing errors mended: an unknown word becomes the most frequent known word that is one slip away.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Bound::{Included, Unbounded};
const SHORTEST_REPAIRED: usize = 4;

/// The word itself where it is among the known ones or nothing is near, else the known word that was meant.
pub(super) fn repair<'a, T>(
    word: &'a str,
    known: &'a BTreeMap<String, T>,
    frequency: impl Fn(&T) -> u32,
) -> &'a str {
    // Numbers are as they are.
    let is_left = word.chars().count() < SHORTEST_REPAIRED || word.contains(|c: char| c.is_ascii_digit());
    if is_left || known.contains_key(word) {
        return word;
    }
    let (_, behind_first) = split_first(word);
    let first = &word[..word.len() - behind_first.len()];
    known
        .range::<str, _>((Included(first), Unbounded))
        .take_while(|(known, _)| known.starts_with(first))
        .filter(|(known, _)| one_slip(word, known))
        .max_by_key(|(known, about)| (frequency(about), Reverse(*known)))
        .map_or(word, |(known, _)| known)
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
        let known = [("capital", 2), ("captain", 1), ("lead", 2), ("leaf", 1)];
        let known = known.map(|(word, frequency)| (word.to_owned(), frequency)).into();
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
            assert_eq!(repair(typed, &known, |frequency| *frequency), meant, "{typed}");
        }
    }
}
