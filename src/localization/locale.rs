//! A folder of `locales/`: the language's name, its numbers and dates, and its names of things.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{EntityId, LanguageId};
use crate::loading::{Folder, Place, Report, Severity, TomlTable};

use super::dates::DateStyle;
use super::forms::{Forms, NOMINATIVE};

/// One language.
#[derive(Debug)]
pub struct Locale {
    /// The folder's name.
    pub id: LanguageId,
    /// The language's name in itself.
    pub name: String,
    /// Whether anything missing from it is an error.
    pub complete: bool,
    pub(super) thousands: String,
    pub(super) dates: DateStyle,
    /// What each thing is called, in every case that a message asks for.
    pub(super) names: HashMap<EntityId, Forms>,
}

/// The key of what else people call something, among those of the cases.
const ALIASES: &str = "aliases";

impl Locale {
    /// Reads every folder of `locales/`; one that cannot be read is reported and left out.
    pub fn read_all(folder: &Folder, entities: &[(EntityId, Place)], report: &mut Report) -> Vec<Self> {
        let ids = folder.folders();
        if ids.is_empty() {
            report.error(
                "no-locale",
                folder.start_of(""),
                "there is no language",
                "add a folder such as en/ with its files",
            );
        }
        ids.into_iter().filter_map(|id| Self::read(folder, id, entities, report)).collect()
    }

    fn read(folder: &Folder, id: &str, entities: &[(EntityId, Place)], report: &mut Report) -> Option<Self> {
        check_id(folder, id, report);
        let file_name = format!("{id}/locale.toml");
        let Some(file) = folder.file(&file_name) else {
            report.error(
                "missing-file",
                folder.start_of(&file_name),
                format!("the language '{id}' has no locale.toml"),
                "copy that of another language and adapt it",
            );
            return None;
        };
        let mut locale = TomlTable::read(file, report, |mut table, report| {
            let name = table.string("name", report);
            let complete = table.flag("complete", report);
            let thousands = table.optional_string("thousands", report);
            let dates = DateStyle::read(&mut table, report);
            table.finish(report);
            Some(Self {
                id: LanguageId::new(id),
                name: name?.text,
                complete,
                thousands: thousands.map(|text| text.text).unwrap_or_default(),
                dates: dates?,
                names: HashMap::new(),
            })
        })?;
        locale.names = read_names(folder, &locale, entities, report);
        Some(locale)
    }

    /// How bad it is when something is missing from this language.
    pub fn severity_of_missing(&self) -> Severity {
        if self.complete { Severity::Error } else { Severity::Warning }
    }
}

fn check_id(folder: &Folder, id: &str, report: &mut Report) {
    if id.len() != 2 || !id.bytes().all(|byte| byte.is_ascii_lowercase()) {
        report.error(
            "wrong-language",
            folder.start_of(id),
            format!("'{id}' is not a language code of two letters"),
            "name the folder by its ISO 639-1 code, the only kind that Telegram takes",
        );
    }
}

fn read_names(
    folder: &Folder,
    locale: &Locale,
    entities: &[(EntityId, Place)],
    report: &mut Report,
) -> HashMap<EntityId, Forms> {
    let Some(file) = folder.file(&format!("{}/entities.toml", locale.id)) else {
        for (id, place) in entities {
            report_unnamed(id, locale, place, report);
        }
        return HashMap::new();
    };
    TomlTable::read(file, report, |mut table, report| {
        let mut names = HashMap::new();
        for (id, place) in entities {
            if !table.has(id.as_str()) {
                table.allow(id.as_str());
                report_unnamed(id, locale, place, report);
                continue;
            }
            let Some(mut forms_table) = table.table(id.as_str(), report) else { continue };
            forms_table.string(NOMINATIVE, report);
            forms_table.strings(ALIASES, report);
            let mut forms = BTreeMap::new();
            for case in forms_table.keys().into_iter().filter(|key| key.text != ALIASES) {
                let form = forms_table.string(&case.text, report);
                forms.extend(form.map(|form| (case.text, form.text)));
            }
            names.insert(id.clone(), Forms::new(forms));
        }
        table.finish(report);
        names
    })
}

fn report_unnamed(id: &EntityId, locale: &Locale, place: &Place, report: &mut Report) {
    report.add(
        locale.severity_of_missing(),
        "name-missing",
        place.clone(),
        format!("'{id}' has no name in '{}'", locale.id),
        format!("add [{id}] to entities.toml of that language"),
    );
}
