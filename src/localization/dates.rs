//! Dates as a language writes them: `[months]` and `[dates.<form>]` of `locale.toml`, filled in.

use std::collections::BTreeMap;

use crate::domain::{Day, HistoricalDate, Period, Span};
use crate::loading::{Report, Text, TomlTable};

use super::forms::{Forms, NOMINATIVE};

/// The form of a day without its year, for the other calendar in brackets.
const BRIEF: &str = "brief";
/// The form that answers "when?".
const WHEN: &str = "when";

/// Each key of a form, with the places that its pattern may fill in besides the month.
const KEYS: [(&str, &[&str]); 6] = [
    ("year", &["year"]),
    ("month", &["year"]),
    ("day", &["year", "day"]),
    ("years", &["first", "last"]),
    ("decade", &["first"]),
    ("days", &["year", "first", "last"]),
];

/// How one language writes dates.
#[derive(Clone, Debug)]
pub(super) struct DateStyle {
    /// The twelve names, by case.
    months: BTreeMap<String, Vec<String>>,
    /// Patterns by form and key.
    forms: BTreeMap<String, BTreeMap<&'static str, String>>,
    old_style: String,
}

impl DateStyle {
    /// Reads `old-style`, `[months]` and `[dates.*]`.
    pub(super) fn read(table: &mut TomlTable<'_>, report: &mut Report) -> Option<Self> {
        let old_style = table.string("old-style", report);
        if let Some(pattern) = &old_style {
            check_pattern(pattern, &["old", "new"], &[], report);
        }
        let months = read_months(table, report);
        if !table.has("dates") {
            table.report_missing("dates.nominative", "the patterns of dates", report);
        }
        let mut dates = table.table("dates", report)?;
        let mut forms = BTreeMap::new();
        for form in dates.keys() {
            let Some(mut patterns) = dates.table(&form.text, report) else { continue };
            forms.insert(form.text.clone(), read_patterns(&mut patterns, &form.text, &months, report));
            patterns.finish(report);
        }
        for required in [NOMINATIVE, WHEN, BRIEF] {
            if !forms.contains_key(required) {
                dates.report_missing(required, "the patterns of this form", report);
            }
        }
        Some(Self { months, forms, old_style: old_style?.text })
    }

    /// The date in every form that the language has for such a date, both calendars where they differ.
    pub(super) fn write(&self, date: &HistoricalDate) -> Forms {
        let other = date.new_style().and_then(|span| self.write_span(&span, BRIEF));
        let forms = self.forms.keys().filter_map(|form| {
            let own = self.write_span(&date.span, form)?;
            let both = match &other {
                Some(new) => self.old_style.replace("{old}", &own).replace("{new}", new),
                None => own,
            };
            Some((form.clone(), both))
        });
        Forms::new(forms.collect())
    }

    /// The period as it stands alone.
    pub(super) fn write_period(&self, period: &Period) -> Option<String> {
        match period {
            Period::Between { first: Span::Year(first), last: Span::Year(last) } if first < last => {
                self.write_span(&Span::Years { first: *first, last: *last }, NOMINATIVE)
            }
            Period::Between { first, last } if first == last => self.write_span(first, NOMINATIVE),
            Period::Between { first, last } => {
                let [first, last] = [first, last].map(|span| self.write_span(span, NOMINATIVE));
                Some(format!("{} – {}", first?, last?))
            }
            // The year does not show.
            Period::Anniversary { month, day } => {
                self.write_day(Day { year: 0, month: *month, day: *day }, BRIEF)
            }
        }
    }

    fn write_span(&self, span: &Span, form: &str) -> Option<String> {
        match span {
            Span::Year(year) => self.fill(form, "year", None, &[("year", *year)]),
            Span::Month { year, month } => self.fill(form, "month", Some(*month), &[("year", *year)]),
            Span::Day(day) => self.write_day(*day, form),
            Span::Years { first, last } => {
                let is_decade = first % 10 == 0 && *last == first + 9;
                let decade =
                    is_decade.then(|| self.fill(form, "decade", None, &[("first", *first)])).flatten();
                decade.or_else(|| self.fill(form, "years", None, &[("first", *first), ("last", *last)]))
            }
            // The days of a span are of one month: others are refused at load.
            Span::Days { first, last } => self.fill(
                form,
                "days",
                Some(first.month),
                &[("year", first.year), ("first", first.day.into()), ("last", last.day.into())],
            ),
        }
    }

    fn write_day(&self, day: Day, form: &str) -> Option<String> {
        self.fill(form, "day", Some(day.month), &[("year", day.year), ("day", day.day.into())])
    }

    fn fill(&self, form: &str, key: &str, month: Option<u8>, values: &[(&str, i32)]) -> Option<String> {
        let mut rest = self.forms.get(form)?.get(key)?.as_str();
        let mut text = String::new();
        while let Some((before, (place, after))) = next_place(rest) {
            text.push_str(before);
            match values.iter().find(|(name, _)| *name == place) {
                Some((_, value)) => text.push_str(&value.to_string()),
                None => text.push_str(self.month_in(place, month?)?),
            }
            rest = after;
        }
        text.push_str(rest);
        Some(text)
    }

    /// The month as `month` or `month:<case>` asks for it.
    fn month_in(&self, place: &str, month: u8) -> Option<&str> {
        let case = place.split_once(':').map_or(NOMINATIVE, |(_, case)| case);
        Some(self.months.get(case)?.get(usize::from(month) - 1).map_or("", String::as_str))
    }
}

/// What stands before the first place of a pattern, the place, and what is behind it.
fn next_place(pattern: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = pattern.split_once('{')?;
    Some((before, rest.split_once('}')?))
}

/// `{month}` is the nominative, `{month:genitive}` the case of that name.
fn month_place(case: &str) -> String {
    if case == NOMINATIVE { "{month}".to_owned() } else { format!("{{month:{case}}}") }
}

fn read_months(table: &mut TomlTable<'_>, report: &mut Report) -> BTreeMap<String, Vec<String>> {
    if !table.has("months") {
        table.report_missing("months.nominative", "the names of the months", report);
    }
    let Some(mut cases) = table.table("months", report) else {
        return BTreeMap::new();
    };
    if !cases.has(NOMINATIVE) {
        cases.report_missing(NOMINATIVE, "the names of the months", report);
    }
    let mut months = BTreeMap::new();
    for case in cases.keys() {
        let names = cases.strings(&case.text, report);
        if names.len() != 12 {
            report.error(
                "wrong-months",
                case.place,
                format!("{} months are named", names.len()),
                "name all twelve",
            );
        }
        months.insert(case.text, names.into_iter().map(|name| name.text).collect());
    }
    months
}

/// The patterns of one form. The nominative and "when" have all, "brief" has days without a year, the
/// others have what the language's wordings ask for.
fn read_patterns(
    table: &mut TomlTable<'_>,
    form: &str,
    months: &BTreeMap<String, Vec<String>>,
    report: &mut Report,
) -> BTreeMap<&'static str, String> {
    let month_places: Vec<String> = months.keys().map(|case| month_place(case)).collect();
    let mut patterns = BTreeMap::new();
    for (key, places) in KEYS {
        let names_month = matches!(key, "month" | "day" | "days");
        let required = match form {
            NOMINATIVE | WHEN => true,
            BRIEF => matches!(key, "day" | "days"),
            _ => false,
        };
        if !required && !table.has(key) {
            table.allow(key);
            continue;
        }
        let Some(pattern) = table.string(key, report) else { continue };
        let places: Vec<&str> =
            places.iter().copied().filter(|place| form != BRIEF || *place != "year").collect();
        let month_places = if names_month { month_places.as_slice() } else { &[] };
        check_pattern(&pattern, &places, month_places, report);
        patterns.insert(key, pattern.text);
    }
    patterns
}

/// Each of `places` must stand in the pattern, one of `months` where there are any, and nothing else
/// in braces.
fn check_pattern(pattern: &Text, places: &[&str], months: &[String], report: &mut Report) {
    let mut rest = pattern.text.clone();
    let mut complete = months.is_empty() || months.iter().any(|month| rest.contains(month));
    for month in months {
        rest = rest.replace(month, "");
    }
    for place in places.iter().map(|place| format!("{{{place}}}")) {
        complete &= rest.contains(&place);
        rest = rest.replace(&place, "");
    }
    if complete && !rest.contains(['{', '}']) {
        return;
    }
    let mut wanted: Vec<String> = places.iter().map(|place| format!("{{{place}}}")).collect();
    if !months.is_empty() {
        wanted.push(format!("one of {}", months.join(" ")));
    }
    report.error(
        "wrong-pattern",
        pattern.place.clone(),
        format!("'{}' does not hold just what it must", pattern.text),
        format!("use {}", wanted.join(", ")),
    );
}
