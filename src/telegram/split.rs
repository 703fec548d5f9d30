//! Long texts in parts that Telegram takes, cut where a reader would pause.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::html::html;
use crate::localization::{RichText, Run};

/// UTF-16 units of a message, after entities.
const UNITS: usize = 4_096;
/// Bytes of a message, before entities; above it the server refuses to parse.
const BYTES: usize = 32_768;
/// Entities of a message; the server drops what is over.
const ENTITIES: usize = 100;

/// The text in order, in as few parts as it takes; none if it is blank.
pub(super) fn parts(text: &RichText) -> Vec<RichText> {
    within(text, UNITS)
}

fn within(text: &RichText, units: usize) -> Vec<RichText> {
    let whole: String = text.runs.iter().map(|run| run.text.as_str()).collect();
    let mut parts = Vec::new();
    for range in ranges(&whole, units) {
        let part = slice(text, &range);
        let is_dense = html(&part).len() > BYTES || entities(&part) > ENTITIES;
        if is_dense && units > 1 {
            parts.extend(within(&part, units / 2));
        } else {
            parts.push(part);
        }
    }
    parts
}

fn entities(text: &RichText) -> usize {
    text.runs
        .iter()
        .map(|run| usize::from(run.bold) + usize::from(run.italic) + usize::from(run.link.is_some()))
        .sum()
}

/// Byte ranges of at most `units` each, without the white space around them.
fn ranges(whole: &str, units: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = skip_space(whole, 0);
    while start < whole.len() {
        let rest = &whole[start..];
        let end = start + cut(rest, units);
        ranges.push(start..start + whole[start..end].trim_end().len());
        start = skip_space(whole, end);
    }
    ranges
}

fn skip_space(whole: &str, from: usize) -> usize {
    whole.len() - whole[from..].trim_start().len()
}

/// Where to end the first part of `rest`: after a paragraph, a line, a sentence or a word, whichever comes first in
/// this list and does not leave the part less than half full.
fn cut(rest: &str, units: usize) -> usize {
    let window = window(rest, units);
    if window == rest.len() {
        return window;
    }
    let head = &rest[..window];
    let paragraph = || head.rfind("\n\n");
    let line = || head.rfind('\n');
    let sentence = || head.split_sentence_bound_indices().map(|(start, _)| start).last();
    let word = || head.rfind(char::is_whitespace);
    let is_far_enough = |at: &usize| *at >= window / 2;
    paragraph()
        .filter(is_far_enough)
        .or_else(|| line().filter(is_far_enough))
        .or_else(|| sentence().filter(is_far_enough))
        .or_else(|| word().filter(|at| *at > 0))
        .unwrap_or(window)
}

/// How many bytes fit into that many UTF-16 units; at least one character, so that there is always progress.
fn window(rest: &str, units: usize) -> usize {
    let mut used = 0;
    for (at, c) in rest.char_indices() {
        used += c.len_utf16();
        if used > units && at > 0 {
            return at;
        }
    }
    rest.len()
}

fn slice(text: &RichText, range: &Range<usize>) -> RichText {
    let mut runs = Vec::new();
    let mut at = 0;
    for run in &text.runs {
        let start = range.start.clamp(at, at + run.text.len()) - at;
        let end = range.end.clamp(at, at + run.text.len()) - at;
        if start < end {
            runs.push(Run { text: run.text[start..end].to_owned(), link: run.link.clone(), ..*run });
        }
        at += run.text.len();
    }
    RichText { runs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> RichText {
        RichText { runs: vec![Run { text: text.to_owned(), bold: false, italic: false, link: None }] }
    }

    fn texts(text: &str, units: usize) -> Vec<String> {
        within(&plain(text), units)
            .iter()
            .map(|part| part.runs.iter().map(|run| run.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn what_fits_stays_whole_and_what_is_blank_is_nothing() {
        assert_eq!(texts("a\n\nb", 4), ["a\n\nb"]);
        assert!(texts(" \n ", 4).is_empty());
        assert_eq!(parts(&plain(&"x".repeat(UNITS))).len(), 1);
        assert_eq!(parts(&plain(&"x".repeat(UNITS + 1))).len(), 2);
    }

    #[test]
    fn a_cut_falls_where_a_reader_pauses() {
        assert_eq!(texts("One. Two.\n\nThree. Four.\nFive.", 18), ["One. Two.", "Three. Four.\nFive."]);
        assert_eq!(texts("- one\n- two\n- three", 12), ["- one\n- two", "- three"]);
        assert_eq!(texts("It began. It ended then.", 20), ["It began.", "It ended then."]);
        assert_eq!(texts("Tas bija 1917. gada decembrī.", 20), ["Tas bija 1917. gada", "decembrī."]);
        assert_eq!(texts("abcdefgh", 3), ["abc", "def", "gh"]);
    }

    #[test]
    fn units_are_those_of_utf_16_and_no_character_is_broken() {
        assert_eq!(texts("😀😀😀", 4), ["😀😀", "😀"]);
        assert_eq!(texts("😀", 1), ["😀"]);
    }

    #[test]
    fn formatting_goes_on_in_the_next_part() {
        let text = RichText {
            runs: vec![Run { text: "aaa bbb".to_owned(), bold: true, italic: false, link: None }],
        };
        let parts = within(&text, 4);
        assert_eq!(parts.iter().map(html).collect::<Vec<_>>(), ["<b>aaa</b>", "<b>bbb</b>"]);
    }

    #[test]
    fn links_count_too() {
        let link = Run {
            text: "[1] ".to_owned(),
            bold: false,
            italic: false,
            link: Some(format!("https://e.org/{}", "x".repeat(400))),
        };
        let parts = parts(&RichText { runs: vec![link; 150] });
        assert!(parts.len() > 1);
        assert!(parts.iter().all(|part| html(part).len() <= BYTES && entities(part) <= ENTITIES));
    }
}
