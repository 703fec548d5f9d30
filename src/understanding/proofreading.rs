//! Finds words of templates that look like typing errors.

use std::collections::{BTreeMap, HashSet};

use super::sentences::{Sentence, Use};
use super::spelling::repair;
use crate::loading::Report;

/// Shorter words are too often one slip from another.
const SHORTEST_SUSPECT: usize = 8;
/// A word of so many templates is meant as it is written.
const COMMON: usize = 60;
/// A word that differs in its last letters only is another form.
const ENDING: usize = 4;

/// Warns of each word that stands in one template alone, nowhere in what the bot says or in a name, and one slip
/// from a common word.
pub(super) fn proofread<'a>(
    uses: impl IntoIterator<Item = (&'a String, &'a Use)> + Clone,
    correct: impl IntoIterator<Item = &'a Sentence>,
    report: &mut Report,
) {
    let correct: HashSet<&str> = correct.into_iter().flatten().map(|word| word.folded.as_str()).collect();
    let common: BTreeMap<String, u32> = uses
        .clone()
        .into_iter()
        .filter(|(_, used)| used.templates >= COMMON)
        .map(|(word, used)| (word.clone(), u32::try_from(used.templates).unwrap_or(u32::MAX)))
        .collect();
    for (word, used) in uses {
        let is_suspect = used.templates == 1
            && word.chars().count() >= SHORTEST_SUSPECT
            && !correct.contains(word.as_str());
        let meant = repair(word, &common, |times| *times);
        if is_suspect && meant != word && !is_form(word, meant) {
            report.warning(
                "typing-error",
                used.place.clone(),
                format!("'{word}' looks like '{meant}' with a typing error, both as they are compared"),
                "correct it; how people mistype need not be written down",
            );
        }
    }
}

/// Whether only the ends of two words differ.
fn is_form(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    one.chars().count() - alike <= ENDING
}
