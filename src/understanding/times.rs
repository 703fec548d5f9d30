//! Finds the times that a question names: years, months, days, decades, spans.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::mention_table::MentionTable;
use crate::domain::{Day, Period, Span};

const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;
/// The longest ordinal ending that stands between a number and what it counts.
const LONGEST_ORDINAL: usize = 3;

/// By which words all languages name times.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Times {
    months: HashMap<String, u8>,
    words: HashSet<String>,
    decades: HashSet<String>,
}

/// A word, as a part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year(i32),
    Decade(i32),
    Month(u8),
    Number(u8),
    Filler,
}

/// What has been read of a time.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Times {
    pub(super) fn learn<'a>(tables: impl IntoIterator<Item = &'a MentionTable>) -> Self {
        let mut times = Self::default();
        for table in tables {
            for (number, words) in (1..).zip(&table.months) {
                times.months.extend(words.iter().map(|word| (word.clone(), number)));
            }
            times.words.extend(table.time_words.iter().cloned());
            times.decades.extend(table.decades.iter().cloned());
        }
        times
    }

    /// The times in some words, from left to right.
    pub(super) fn find(&self, words: &[&str]) -> Vec<(Range<usize>, Period)> {
        let parts: Vec<Option<Part>> = (0..words.len()).map(|at| self.part(words, at)).collect();
        let mut found: Vec<(Range<usize>, Period)> = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let Some((end, period)) = read(&parts, at) else {
                at += 1;
                continue;
            };
            match found.last_mut().filter(|(before, _)| before.end == at) {
                // Two times with nothing between them are the ends of a span: 1917–1919.
                Some((range, first)) if first.spanning(period).is_some() => {
                    *first = first.spanning(period).unwrap_or(*first);
                    range.end = end;
                }
                _ => found.push((at..end, period)),
            }
            at = end;
        }
        found
    }

    fn part(&self, words: &[&str], at: usize) -> Option<Part> {
        let word = words[at];
        if let Some(month) = self.months.get(word) {
            return Some(Part::Month(*month));
        }
        let digits = word.len() - word.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (number, rest) = word.split_at(digits);
        let Ok(number) = number.parse::<i32>() else {
            let is_behind_day = at > 0 && words[at - 1].parse().is_ok_and(|number: u8| number <= 31);
            let is_ordinal = is_behind_day && word.chars().count() <= LONGEST_ORDINAL;
            let is_filler = is_ordinal || self.words.contains(word) || self.decades.contains(word);
            return is_filler.then_some(Part::Filler);
        };
        if rest.chars().count() > LONGEST_ORDINAL && !self.words.contains(rest) {
            return None;
        }
        if digits == 4 && YEARS.contains(&number) {
            let next = words.get(at + 1).copied().unwrap_or_default();
            // "1917–1920" may have a plural behind it, too.
            let ends_span = at > 0 && words[at - 1].parse().is_ok_and(|year: i32| YEARS.contains(&year));
            let is_marked = [rest, next].iter().any(|word| self.decades.contains(*word));
            let is_decade = number % 10 == 0 && is_marked && !ends_span;
            return Some(if is_decade { Part::Decade(number) } else { Part::Year(number) });
        }
        u8::try_from(number).ok().filter(|number| (1..=31).contains(number)).map(Part::Number)
    }
}

/// The time that begins there, and where it ends. Fillers count only between its parts, and behind a decade.
fn read(parts: &[Option<Part>], start: usize) -> Option<(usize, Period)> {
    let mut reading = Reading::default();
    let mut end = start;
    for (at, part) in parts.iter().enumerate().skip(start) {
        let Some(part) = *part else { break };
        match part {
            Part::Filler if at == start => return None,
            Part::Filler => continue,
            Part::Decade(year) if at == start => {
                let (first, last) = (Span::Year(year), Span::Year(year + 9));
                let fillers = parts[at + 1..].iter().take_while(|part| **part == Some(Part::Filler));
                return Some((at + 1 + fillers.count(), Period::Between { first, last }));
            }
            Part::Year(year) if reading.year.is_none() => reading.year = Some(year),
            Part::Month(month) if reading.month.is_none() => reading.month = Some(month),
            Part::Number(day) if reading.day.is_none() && is_day(parts, at) => reading.day = Some(day),
            _ => break,
        }
        end = at + 1;
    }
    Some((end, reading.period()?))
}

/// Whether the number stands at a month.
fn is_day(parts: &[Option<Part>], at: usize) -> bool {
    let is_month = |part: Option<&Option<Part>>| matches!(part, Some(Some(Part::Month(_))));
    let after = parts[at + 1..].iter().find(|part| **part != Some(Part::Filler));
    is_month(after) || at > 0 && is_month(parts.get(at - 1))
}

impl Reading {
    fn period(self) -> Option<Period> {
        let text = match (self.year, self.month, self.day) {
            (Some(year), None, None) => return Some(Period::of(Span::Year(year))),
            (Some(year), Some(month), None) => return Some(Period::of(Span::Month { year, month })),
            (Some(year), Some(month), Some(day)) => Span::Day(Day { year, month, day }).to_string(),
            (None, Some(month), Some(day)) => format!("--{month:02}-{day:02}"),
            _ => return None,
        };
        // There is no 31 June.
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::folding::words;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let folded = |word: &str| words(word).remove(0).folded;
        let mut months = vec![Vec::new(); 12];
        months[2] = ["march", "марта", "martā"].map(folded).to_vec();
        let table = MentionTable {
            months,
            time_words: ["gada", "gadā", "году", "годах", "г", "жылы"].map(folded).to_vec(),
            decades: ["s", "gados", "х"].map(folded).to_vec(),
            ..MentionTable::default()
        };
        let words = words(text);
        let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let found = Times::learn([&table]).find(&words);
        found.into_iter().map(|(range, period)| format!("{}-{} {period}", range.start, range.end)).collect()
    }

    #[test]
    fn times_are_read() {
        for (text, expected) in [
            ("what happened in 1919?", "3-4 1919"),
            ("in March 1918", "1-3 1918-03"),
            ("1918. gada martā", "0-3 1918-03"),
            ("1920. gada 5. martā notika", "0-4 1920-03-05"),
            ("5-го марта 1920 года", "0-4 1920-03-05"),
            ("on march 5th", "1-3 --03-05"),
            ("in the 1870s", "2-3 1870/1879"),
            ("1870. gados", "0-2 1870/1879"),
            ("в 1930-х годах", "1-4 1930/1939"),
            ("1917–1919", "0-2 1917/1919"),
            ("1917.–1920. gados", "0-2 1917/1920"),
            ("в 1919г", "1-2 1919"),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("between 1917 and march 1919"), ["1-2 1917", "3-5 1919-03"]);
    }

    #[test]
    fn numbers_alone_are_no_times() {
        for text in ["25 seats", "in march", "the 5 men", "31 june", "99999", "gada"] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
