//! TOML read key by key: every value with its place, every problem reported, nothing skipped.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Place, Report, TextFile};

/// A string of a TOML file, with its place.
#[derive(Clone, Debug)]
pub struct Text {
    /// The string.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The bytes of the file that write it, quotes included.
    pub bytes: Range<usize>,
}

/// A table of a TOML file. What is read is ticked off; [`TomlTable::finish`] reports the rest.
#[derive(Debug)]
pub struct TomlTable<'a> {
    file: &'a TextFile,
    entries: &'a DeTable<'a>,
    offset: usize,
    known: Vec<String>,
}

impl<'a> TomlTable<'a> {
    /// Reads a whole file and hands its top-level table to `read`. Syntax errors are reported, all
    /// of them, and what could be parsed is read all the same.
    pub fn read<T>(
        file: &TextFile,
        report: &mut Report,
        read: impl FnOnce(TomlTable<'_>, &mut Report) -> T,
    ) -> T {
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors {
            let offset = error.span().map_or(0, |span| span.start);
            report.error(
                "toml-syntax",
                file.place(offset),
                error.message().replace('\n', ", "),
                "write valid TOML here",
            );
        }
        let root = TomlTable { file, entries: table.get_ref(), offset: 0, known: Vec::new() };
        read(root, report)
    }

    /// Where the table begins.
    pub fn place(&self) -> Place {
        self.file.place(self.offset)
    }

    /// Every key, in order, with its place.
    pub fn keys(&self) -> Vec<Text> {
        self.entries
            .keys()
            .map(|key| Text {
                text: key.get_ref().to_string(),
                place: self.file.place(key.span().start),
                bytes: key.span(),
            })
            .collect()
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Says that a key may stand here, for the list of what may.
    pub fn allow(&mut self, key: &str) {
        self.known.push(key.to_owned());
    }

    fn value(&mut self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key.to_owned());
        let entries: &'a DeTable<'a> = self.entries;
        entries.get(key)
    }

    /// A string that must be there and must not be empty.
    pub fn string(&mut self, key: &str, report: &mut Report) -> Option<Text> {
        if !self.has(key) {
            self.known.push(key.to_owned());
            self.report_missing(key, "a string", report);
            return None;
        }
        let text = self.optional_string(key, report)?;
        if text.text.trim().is_empty() {
            report.error("empty-value", text.place, format!("'{key}' is empty"), "write its value");
            return None;
        }
        Some(text)
    }

    /// A string that may be missing.
    pub fn optional_string(&mut self, key: &str, report: &mut Report) -> Option<Text> {
        let value = self.value(key)?;
        self.text(key, value, report)
    }

    /// A list of strings; a missing one is empty.
    pub fn strings(&mut self, key: &str, report: &mut Report) -> Vec<Text> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.report_type(key, value, "a list of strings", report);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(key, item, report)).collect()
    }

    /// `true` or `false`; a missing one is `false`.
    pub fn flag(&mut self, key: &str, report: &mut Report) -> bool {
        let Some(value) = self.value(key) else {
            return false;
        };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.report_type(key, value, "true or false", report);
        false
    }

    /// A whole number from 0 to 4,294,967,295.
    pub fn number(&mut self, key: &str, report: &mut Report) -> Option<u32> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => u32::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.report_type(key, value, "a whole number that is not negative", report);
        }
        number
    }

    /// A table inside this one.
    pub fn table(&mut self, key: &str, report: &mut Report) -> Option<TomlTable<'a>> {
        let value = self.value(key)?;
        let inner = self.inner(value);
        if inner.is_none() {
            self.report_type(key, value, "a table", report);
        }
        // A table made by dotted keys or a header spans its values; its key is where one looks.
        let offset = self.entries.get_key_value(key).map_or(self.offset, |(name, _)| name.span().start);
        inner.map(|table| TomlTable { offset, ..table })
    }

    /// Whether the value of a key is a table.
    pub fn is_table(&self, key: &str) -> bool {
        self.entries.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::Table(_)))
    }

    /// A list of tables; a missing one is empty.
    pub fn tables(&mut self, key: &str, report: &mut Report) -> Vec<TomlTable<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.report_type(key, value, "a list of tables", report);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match self.inner(item) {
                Some(table) => tables.push(table),
                None => self.report_type(key, item, "a table", report),
            }
        }
        tables
    }

    /// Reports every key that was not read.
    pub fn finish(self, report: &mut Report) {
        for (key, _) in self.entries {
            if self.known.iter().all(|known| known != key.get_ref()) {
                report.error(
                    "unknown-key",
                    self.file.place(key.span().start),
                    format!("nothing is called '{}' here", key.get_ref()),
                    format!("use one of: {}", self.known.join(", ")),
                );
            }
        }
    }

    /// Reports that a key is missing.
    pub fn report_missing(&self, key: &str, wanted: &str, report: &mut Report) {
        report.error(
            "missing-key",
            self.place(),
            format!("'{key}' is missing"),
            format!("add '{key} = …' with {wanted}"),
        );
    }

    fn inner(&self, value: &'a Spanned<DeValue<'a>>) -> Option<TomlTable<'a>> {
        match value.get_ref() {
            DeValue::Table(entries) => {
                Some(TomlTable { file: self.file, entries, offset: value.span().start, known: Vec::new() })
            }
            _ => None,
        }
    }

    fn text(&self, key: &str, value: &Spanned<DeValue<'_>>, report: &mut Report) -> Option<Text> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(Text {
                text: text.to_string(),
                place: self.file.place(value.span().start),
                bytes: value.span(),
            });
        }
        self.report_type(key, value, "a string", report);
        None
    }

    fn report_type(&self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, report: &mut Report) {
        report.error(
            "wrong-type",
            self.file.place(value.span().start),
            format!("'{key}' is not {wanted}"),
            format!("write {wanted}"),
        );
    }
}
