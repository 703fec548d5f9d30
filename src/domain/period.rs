//! Periods: the time that a question names, as coarse as it is named.

use std::fmt;
use std::str::FromStr;

use super::{Calendar, DateError, Day, HistoricalDate, Span};

/// A stretch of time that a question names.
///
/// Written `1919`, `1918-03`, `1920-03-05`, `1917/1919` and, for a day of any year, `--03-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// From the beginning of the first day to the end of the last one, the calendar left open.
    Between {
        /// A year, a month or a day.
        first: Span,
        /// The same as `first`, or later.
        last: Span,
    },
    /// A day of any year.
    Anniversary {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
}

/// A span of more days than this did not happen on a day; a month has as many at most.
const MOST_DAYS: i32 = 30;
/// The days of a year, as [`days`] counts them.
const YEAR: i32 = 12 * 31;

impl Period {
    /// One year, month or day.
    pub fn of(span: Span) -> Self {
        Self::Between { first: span, last: span }
    }

    /// From the earlier to the later of two.
    pub fn spanning(self, other: Self) -> Option<Self> {
        let (Self::Between { first: a, last: b }, Self::Between { first: c, last: d }) = (self, other) else {
            return None;
        };
        let first = if a.first_day() <= c.first_day() { a } else { c };
        let last = if b.last_day() >= d.last_day() { b } else { d };
        Some(Self::Between { first, last })
    }

    /// Whether something of that date happened in the period. What is given in Old Style is found by
    /// the days of either calendar; what is known to a year, or lasted for one, not by a month or a day.
    pub fn holds(&self, date: &HistoricalDate) -> bool {
        let spans = [Some(date.span), date.new_style()];
        spans.into_iter().flatten().any(|span| match *self {
            Self::Between { first, last } => {
                let (from, to) = (first.first_day(), last.last_day());
                let lasted = days(span.first_day(), span.last_day());
                let asked = days(from, to);
                let is_longer = asked < YEAR && lasted > MOST_DAYS.max(asked);
                span.first_day() <= to && span.last_day() >= from && !is_longer
            }
            Self::Anniversary { month, day } => match span {
                Span::Day(own) => (own.month, own.day) == (month, day),
                Span::Days { first, last } => first.month == month && (first.day..=last.day).contains(&day),
                _ => false,
            },
        })
    }

    /// Its first day, if it has one.
    pub fn first_day(&self) -> Option<Day> {
        match self {
            Self::Between { first, .. } => Some(first.first_day()),
            Self::Anniversary { .. } => None,
        }
    }

    /// Whether something of that date began after the period.
    pub fn is_before(&self, date: &HistoricalDate) -> bool {
        matches!(self, Self::Between { last, .. } if date.span.first_day() > last.last_day())
    }

    /// Whether something of that date ended before the period.
    pub fn is_after(&self, date: &HistoricalDate) -> bool {
        matches!(self, Self::Between { first, .. } if date.span.last_day() < first.first_day())
    }
}

/// How many days a stretch has, every month counted as 31.
fn days(first: Day, last: Day) -> i32 {
    let number = |day: Day| (day.year * 12 + i32::from(day.month)) * 31 + i32::from(day.day);
    number(last) - number(first) + 1
}

impl From<HistoricalDate> for Period {
    fn from(date: HistoricalDate) -> Self {
        Self::of(date.span)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Between { first, last } if first == last => write!(f, "{first}"),
            Self::Between { first, last } => write!(f, "{first}/{last}"),
            Self::Anniversary { month, day } => write!(f, "--{month:02}-{day:02}"),
        }
    }
}

impl FromStr for Period {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if let Some(rest) = text.strip_prefix("--") {
            // A leap year has every day.
            let date: HistoricalDate = format!("2000-{rest}").parse()?;
            return match date.span {
                Span::Day(Day { month, day, .. }) => Ok(Self::Anniversary { month, day }),
                _ => Err(DateError::Form(text.to_owned())),
            };
        }
        let point = |text: &str| -> Result<Span, DateError> {
            let date: HistoricalDate = text.parse()?;
            let is_point = date.calendar == Calendar::Gregorian && date.span.is_point();
            if is_point { Ok(date.span) } else { Err(DateError::Form(text.to_owned())) }
        };
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        let (first, last) = (point(first)?, point(last)?);
        if first.first_day() > last.first_day() {
            return Err(DateError::Span(text.to_owned()));
        }
        Ok(Self::Between { first, last })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn holds(named: &str, date: &str) -> bool {
        period(named).holds(&date.parse().unwrap())
    }

    #[test]
    fn it_reads_back() {
        for text in ["1919", "1918-03", "1920-03-05", "1917/1919", "1918-03/1919", "--03-05", "--02-29"] {
            assert_eq!(period(text).to_string(), text);
        }
        for text in ["", "19", "1919/1917", "--13-01", "--03", "1919 OS", "1917/1918/1919"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn what_happened_in_it_is_found() {
        assert!(holds("1919", "1919"));
        assert!(holds("1919", "1919-03"));
        assert!(!holds("1918-03", "1918"), "nobody knows in which month that was");
        assert!(!holds("1918-03-05", "1918-03"));
        assert!(holds("1917/1919", "1918-09-11"));
        assert!(!holds("1919", "1920"));
        assert!(holds("1928", "1928/1929") && holds("1937", "1930/1939"), "else silence would be false");
        assert!(!holds("1918-03", "1905/1919"));
        assert!(holds("1917/1920", "1917/1919"));
        assert!(holds("1870/1879", "1870/1889"));
    }

    #[test]
    fn either_calendar_will_do() {
        for day in ["1917-12-05", "1917-12-18", "--12-18", "--12-13"] {
            assert!(holds(day, "1917-12-05/1917-12-13 OS"), "{day}");
        }
        assert!(!holds("--12-14", "1917-12-05/1917-12-13 OS"));
    }

    #[test]
    fn before_and_after_leave_the_period_out() {
        let date = |text: &str| text.parse::<HistoricalDate>().unwrap();
        assert!(period("1919").is_before(&date("1920-03-05")));
        assert!(!period("1919").is_before(&date("1919-12")));
        assert!(period("1919").is_after(&date("1918")));
        assert!(!period("1919").is_after(&date("1917/1919")));
    }
}
