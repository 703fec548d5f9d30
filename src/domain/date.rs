//! Historical dates: as precise as the documents are, in the calendar that they use.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The calendar in which a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// New Style: today's calendar.
    Gregorian,
    /// Old Style: the calendar of the Russian Empire, in use until February 1918.
    Julian,
}

/// A day of some calendar. Months and days count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year of the era.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A stretch of time, as coarse or fine as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the fields say it")]
pub enum Span {
    Year(i32),
    Month { year: i32, month: u8 },
    Day(Day),
    Years { first: i32, last: i32 },
    Days { first: Day, last: Day },
}

/// A date or span in its calendar.
///
/// Written `1920`, `1920-03`, `1920-03-05`, `1917/1920`, `1917-12-05/1917-12-13`, with ` OS` behind
/// it where the calendar is Old Style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoricalDate {
    /// The time meant.
    pub span: Span,
    /// The calendar in which `span` counts.
    pub calendar: Calendar,
}

impl HistoricalDate {
    /// The same days in New Style; `None` where that is no other date: it is New Style already, or
    /// too coarse to convert.
    pub fn new_style(&self) -> Option<Span> {
        if self.calendar == Calendar::Gregorian {
            return None;
        }
        match self.span {
            Span::Day(day) => Some(Span::Day(day.to_gregorian()?)),
            Span::Days { first, last } => {
                Some(Span::Days { first: first.to_gregorian()?, last: last.to_gregorian()? })
            }
            Span::Year(_) | Span::Month { .. } | Span::Years { .. } => None,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month { year, month } => write!(f, "{year}-{month:02}"),
            Self::Day(Day { year, month, day }) => write!(f, "{year}-{month:02}-{day:02}"),
            Self::Years { first, last } => write!(f, "{first}/{last}"),
            Self::Days { first, last } => write!(f, "{}/{}", Self::Day(*first), Self::Day(*last)),
        }
    }
}

impl Day {
    fn to_gregorian(self) -> Option<Self> {
        let julian = calendar_date(julian::Calendar::JULIAN, self)?;
        let gregorian = julian.convert_to(julian::Calendar::GREGORIAN);
        Some(Self {
            year: gregorian.year(),
            month: u8::try_from(gregorian.month().number()).ok()?,
            day: u8::try_from(gregorian.day()).ok()?,
        })
    }
}

fn calendar_date(calendar: julian::Calendar, day: Day) -> Option<julian::Date> {
    let month = julian::Month::try_from(u32::from(day.month)).ok()?;
    calendar.at_ymd(day.year, month, u32::from(day.day)).ok()
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// It has another form.
    #[error("'{0}' has not the form of a date")]
    Form(String),
    /// No calendar has such a day or month.
    #[error("'{0}' does not exist in its calendar")]
    Impossible(String),
    /// A span that ends before it begins, whose ends are not equally precise, or whose days are not of
    /// one month in every calendar in which it is shown.
    #[error("'{0}' is not a span of years, or of days of one month, from earlier to later")]
    Span(String),
}

impl FromStr for HistoricalDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (written, calendar) = match text.strip_suffix(" OS") {
            Some(rest) => (rest, Calendar::Julian),
            None => (text, Calendar::Gregorian),
        };
        let span = match written.split_once('/') {
            None => parse_point(written, calendar)?,
            Some((first, last)) => {
                let ends = (parse_point(first, calendar)?, parse_point(last, calendar)?);
                match ends {
                    (Span::Year(first), Span::Year(last)) if first < last => Span::Years { first, last },
                    (Span::Day(first), Span::Day(last)) if first < last => Span::Days { first, last },
                    _ => return Err(DateError::Span(text.to_owned())),
                }
            }
        };
        let date = Self { span, calendar };
        if [Some(span), date.new_style()].into_iter().flatten().all(Span::is_of_one_month) {
            Ok(date)
        } else {
            Err(DateError::Span(text.to_owned()))
        }
    }
}

impl Span {
    /// Its first day.
    pub fn first_day(self) -> Day {
        match self {
            Self::Year(year) | Self::Years { first: year, .. } => Day { year, month: 1, day: 1 },
            Self::Month { year, month } => Day { year, month, day: 1 },
            Self::Day(day) | Self::Days { first: day, .. } => day,
        }
    }

    /// A day that none of it is behind: its last one, that of a month being the 31st.
    pub fn last_day(self) -> Day {
        match self {
            Self::Year(year) | Self::Years { last: year, .. } => Day { year, month: 12, day: 31 },
            Self::Month { year, month } => Day { year, month, day: 31 },
            Self::Day(day) | Self::Days { last: day, .. } => day,
        }
    }

    /// Whether it is one year, month or day.
    pub fn is_point(self) -> bool {
        !matches!(self, Self::Years { .. } | Self::Days { .. })
    }

    fn is_of_one_month(self) -> bool {
        !matches!(self, Self::Days { first, last } if (first.year, first.month) != (last.year, last.month))
    }
}

fn parse_point(text: &str, calendar: Calendar) -> Result<Span, DateError> {
    let form = || DateError::Form(text.to_owned());
    let impossible = || DateError::Impossible(text.to_owned());
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return Err(form());
    }
    let mut parts = text.split('-').map(|part| (part.len(), part.parse::<u16>()));
    let Some((4, Ok(year))) = parts.next() else {
        return Err(form());
    };
    let year = i32::from(year);
    let month = match parts.next() {
        None => return Ok(Span::Year(year)),
        Some((2, Ok(month))) => u8::try_from(month).map_err(|_| form())?,
        Some(_) => return Err(form()),
    };
    if !(1..=12).contains(&month) {
        return Err(impossible());
    }
    let day = match parts.next() {
        None => return Ok(Span::Month { year, month }),
        Some((2, Ok(day))) => u8::try_from(day).map_err(|_| form())?,
        Some(_) => return Err(form()),
    };
    if parts.next().is_some() {
        return Err(form());
    }
    let calendar = match calendar {
        Calendar::Gregorian => julian::Calendar::GREGORIAN,
        Calendar::Julian => julian::Calendar::JULIAN,
    };
    let day = Day { year, month, day };
    calendar_date(calendar, day).ok_or_else(impossible)?;
    Ok(Span::Day(day))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn date(text: &str) -> HistoricalDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_congress_is_the_same_in_both_calendars() {
        let congress = date("1917-12-05/1917-12-13 OS");
        assert_eq!(congress.new_style(), Some(date("1917-12-18/1917-12-26").span));
    }

    #[test]
    fn a_new_style_or_coarse_date_has_no_other_style() {
        assert_eq!(date("1920-03-05").new_style(), None);
        assert_eq!(date("1917-12 OS").new_style(), None);
    }

    #[test]
    fn the_leap_day_of_1900_is_julian_only() {
        assert!("1900-02-29 OS".parse::<HistoricalDate>().is_ok());
        assert_eq!("1900-02-29".parse::<HistoricalDate>(), Err(DateError::Impossible("1900-02-29".into())));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "17", "1917-1", "1917-13", "1917-12-32", "1917-12-05-01", "1917-12 NS", "+917"] {
            assert!(text.parse::<HistoricalDate>().is_err(), "{text}");
        }
        for text in [
            "1920/1917",
            "1917/1917-12-05",
            "1917-12/1918-01",
            "1917-12-05/1918-01-05",
            "1917-12-15/1917-12-20 OS",
        ] {
            assert!(matches!(text.parse::<HistoricalDate>(), Err(DateError::Span(_))), "{text}");
        }
    }
}
