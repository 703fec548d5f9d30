//! Proves a locale: every wording there, none too many, each filled in without an error.

use std::collections::{HashMap, HashSet};

use intl_pluralrules::{PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::domain::{LanguageId, SmallTalkKind, Value};
use crate::knowledge::{RequiredMessage, Requirements};
use crate::loading::{Folder, Place, Report};

use super::catalog::{Catalog, FormatError, Translation, small_talk_id};
use super::fluent_file::{self, Wording};
use super::forms::NOMINATIVE;
use super::message::Message;

/// The file in which the bot's own messages are expected.
const APP_FILE: &str = "app.ftl";

impl Catalog {
    /// Reports all that is wrong with the wordings of every locale.
    pub fn prove(
        &self,
        folder: &Folder,
        requirements: &Requirements,
        kinds: &[SmallTalkKind],
        report: &mut Report,
    ) {
        report_differing_arguments(&requirements.messages, report);
        for translation in self.translations() {
            let required = required(folder, &translation.locale.id, requirements, kinds);
            let wordings = read_wordings(folder, &translation.locale.id, report);
            let proof = Proof { translation, wordings: &wordings, required: &required };
            proof.existence(report);
            for wording in &wordings {
                proof.references(wording, report);
            }
            for requirement in &required {
                proof.requirement(requirement, report);
            }
        }
    }
}

/// One message asked for twice must be given the same arguments.
fn report_differing_arguments(messages: &[RequiredMessage], report: &mut Report) {
    let mut seen: HashMap<String, HashSet<&str>> = HashMap::new();
    for message in messages {
        let names: HashSet<&str> = message.arguments.iter().map(|(name, _)| name.as_str()).collect();
        let earlier = seen.entry(full_name(message)).or_insert_with(|| names.clone());
        if *earlier != names {
            report.error(
                "message-arguments-differ",
                message.place.clone(),
                format!("'{}' is given other values here than elsewhere", message.id),
                "give the claim a message of its own with say = \"…\"",
            );
        }
    }
}

fn required(
    folder: &Folder,
    language: &LanguageId,
    requirements: &Requirements,
    kinds: &[SmallTalkKind],
) -> Vec<RequiredMessage> {
    let place = folder.start_of(&format!("{language}/{APP_FILE}"));
    let own = Message::ALL.iter().map(|(id, arguments)| RequiredMessage {
        id: (*id).to_owned(),
        arguments: arguments.iter().map(|name| ((*name).to_owned(), Value::Title("…".to_owned()))).collect(),
        attribute: None,
        sound: true,
        place: place.clone(),
    });
    let small_talk = kinds.iter().map(|kind| RequiredMessage {
        id: small_talk_id(kind),
        arguments: Vec::new(),
        attribute: None,
        sound: true,
        place: place.clone(),
    });
    requirements.messages.iter().cloned().chain(own).chain(small_talk).collect()
}

fn read_wordings(folder: &Folder, language: &LanguageId, report: &mut Report) -> Vec<Wording> {
    let prefix = format!("{language}/");
    let files = folder.files.iter().filter(|file| file.name.starts_with(&prefix));
    let mut wordings: Vec<Wording> = Vec::new();
    for file in files.filter(|file| file.name.strip_suffix(".ftl").is_some()) {
        for wording in fluent_file::read(file, report) {
            if let Some(earlier) = wordings.iter().find(|other| other.name == wording.name) {
                report.error(
                    "duplicate-message",
                    wording.place.clone(),
                    format!("'{}' is already at {}", wording.name, earlier.place),
                    "delete one of them",
                );
            }
            wordings.push(wording);
        }
    }
    wordings
}

fn full_name(message: &RequiredMessage) -> String {
    match message.attribute {
        None => message.id.clone(),
        Some(attribute) => format!("{}.{attribute}", message.id),
    }
}

struct Proof<'a> {
    translation: &'a Translation,
    wordings: &'a [Wording],
    required: &'a [RequiredMessage],
}

impl Proof<'_> {
    fn wording(&self, name: &str) -> Option<&Wording> {
        self.wordings.iter().find(|wording| wording.name == name)
    }

    /// What is missing, and what nobody asks for.
    fn existence(&self, report: &mut Report) {
        let locale = &self.translation.locale;
        let mut wanted: HashSet<String> = HashSet::new();
        for requirement in self.required {
            let name = full_name(requirement);
            if !wanted.contains(&name) && self.wording(&name).is_none() {
                report.add(
                    locale.severity_of_missing(),
                    "message-missing",
                    requirement.place.clone(),
                    format!("'{name}' has no wording in '{}'", locale.id),
                    "add it to an .ftl file of that language".to_owned(),
                );
            }
            wanted.insert(name);
        }
        let referred = self.wordings.iter().flat_map(|wording| &wording.uses.references);
        wanted.extend(referred.map(|(name, _)| name.clone()));
        for orphan in self.wordings.iter().filter(|wording| !wanted.contains(&wording.name)) {
            report.error(
                "orphaned-message",
                orphan.place.clone(),
                format!("nothing uses '{}'", orphan.name),
                "delete it, or correct its name",
            );
        }
    }

    fn references(&self, wording: &Wording, report: &mut Report) {
        for (name, place) in &wording.uses.references {
            if self.wording(name).is_none() {
                report.error(
                    "dangling-reference",
                    place.clone(),
                    format!("there is no message '{name}' in this language"),
                    "correct the name, or add the message",
                );
            }
        }
    }

    /// A selector by a number has every plural category that the language has for whole numbers, and no
    /// key that it has not; "other", for fractions, may stand as the default.
    fn plurals(&self, requirement: &RequiredMessage, wording: &Wording, report: &mut Report) {
        let categories = plural_categories(&self.translation.locale.id);
        for (argument, keys, place) in &wording.uses.selectors {
            if !matches!(value_of(requirement, argument), Some(Value::Number(_))) {
                continue;
            }
            let missing = categories.iter().filter(|category| !keys.iter().any(|key| key == *category));
            let missing: Vec<&str> = missing.copied().collect();
            let odd: Vec<&str> = keys
                .iter()
                .map(String::as_str)
                .filter(|key| *key != "other" && !categories.contains(key))
                .collect();
            if !missing.is_empty() && !keys.is_empty() || !odd.is_empty() {
                report.error(
                    "plural-incomplete",
                    place.clone(),
                    format!(
                        "the plural categories missing are [{}], needless are [{}]",
                        missing.join(", "),
                        odd.join(", ")
                    ),
                    format!("add a variant for each of {}, and no other", categories.join(", ")),
                );
            }
        }
    }

    /// Arguments, cases, markup and length of one required message.
    fn requirement(&self, requirement: &RequiredMessage, report: &mut Report) {
        let name = full_name(requirement);
        let Some(wording) = self.wording(&name) else { return };
        let fits = self.arguments(requirement, wording, report);
        if !requirement.sound || !fits {
            return;
        }
        self.plurals(requirement, wording, report);
        if !self.calls(requirement, wording, report) {
            return;
        }
        let formatted =
            self.translation.format(&requirement.id, requirement.attribute, &requirement.arguments);
        match formatted {
            Err(FormatError::Broken(error)) => report.error(
                "wording-broken",
                wording.place.clone(),
                format!("'{name}' cannot be filled in: {error}"),
                "correct the message; markup is <b>…</b> and <i>…</i>",
            ),
            Err(FormatError::Missing) => {}
            Ok(text) => {
                let length = text.to_plain().encode_utf16().count();
                let longest = longest(&requirement.id);
                if length > longest {
                    report.error(
                        "text-too-long",
                        wording.place.clone(),
                        format!("'{name}' has {length} characters, and Telegram takes {longest}"),
                        "shorten it",
                    );
                }
            }
        }
    }

    fn arguments(&self, requirement: &RequiredMessage, wording: &Wording, report: &mut Report) -> bool {
        let used = self.used_arguments(wording);
        let mut sound = true;
        for (name, place) in &used {
            if requirement.arguments.iter().all(|(given, _)| given != name) {
                sound = false;
                report.error(
                    "argument-unknown",
                    place.clone(),
                    format!("'{}' is given no ${name}", wording.name),
                    given_arguments(requirement),
                );
            }
        }
        for (given, _) in &requirement.arguments {
            if used.iter().all(|(name, _)| name != given) {
                sound = false;
                report.error(
                    "argument-unused",
                    wording.place.clone(),
                    format!("'{}' does not say ${given}", wording.name),
                    format!("use {{ ${given} }} in it"),
                );
            }
        }
        sound
    }

    /// The arguments of a wording and of the messages that it includes.
    fn used_arguments(&self, wording: &Wording) -> Vec<(String, Place)> {
        let mut used = wording.uses.arguments.clone();
        for (name, place) in &wording.uses.references {
            if let Some(included) = self.wording(name).filter(|_| !name.starts_with('-')) {
                let inherited = included.uses.arguments.iter();
                used.extend(inherited.map(|(argument, _)| (argument.clone(), place.clone())));
            }
        }
        used
    }

    /// Each function is one of ours, given a value of its kind, in a case that the language has for it.
    fn calls(&self, requirement: &RequiredMessage, wording: &Wording, report: &mut Report) -> bool {
        let locale = &self.translation.locale;
        let mut sound = true;
        for call in &wording.uses.calls {
            let value = call.argument.as_ref().and_then(|argument| value_of(requirement, argument));
            let forms = match (call.function.as_str(), value) {
                ("NUMBER", Some(Value::Number(_))) if call.case.is_none() => None,
                ("DATE", Some(Value::Date(date))) => Some(locale.dates.write(date)),
                ("NAME", Some(Value::Entity(id))) => locale.names.get(id).cloned(),
                _ => {
                    sound = false;
                    report.error(
                        "wrong-call",
                        call.place.clone(),
                        format!("{} cannot write this", call.function),
                        "use DATE for a date, NAME for an entity, NUMBER for a number",
                    );
                    continue;
                }
            };
            if !call.others.is_empty() {
                sound = false;
                report.error(
                    "wrong-call",
                    call.place.clone(),
                    format!("{} does not know '{}'", call.function, call.others.join(", ")),
                    "the only option is case: \"…\"",
                );
            }
            let case = call.case.as_deref().unwrap_or(NOMINATIVE);
            if forms.is_some_and(|forms| forms.get(case).is_none()) {
                sound = false;
                report.error(
                    "case-missing",
                    call.place.clone(),
                    format!("the value has no form '{case}' in '{}'", locale.id),
                    "add the form to locale.toml (dates) or entities.toml (names)",
                );
            }
        }
        sound
    }
}

fn value_of<'r>(requirement: &'r RequiredMessage, argument: &str) -> Option<&'r Value> {
    requirement.arguments.iter().find(|(name, _)| name == argument).map(|(_, value)| value)
}

fn given_arguments(requirement: &RequiredMessage) -> String {
    if requirement.arguments.is_empty() {
        return "use no argument here".to_owned();
    }
    let names: Vec<String> = requirement.arguments.iter().map(|(name, _)| format!("${name}")).collect();
    format!("use {}", names.join(", "))
}

/// Telegram's limits, in UTF-16 units.
fn longest(id: &str) -> usize {
    match id {
        "bot-description" => 512,
        "bot-short-description" => 120,
        "language-automatic" => 64,
        _ if id.starts_with("command-") => 256,
        _ => 4096,
    }
}

fn plural_categories(language: &LanguageId) -> Vec<&'static str> {
    let rules = language
        .as_str()
        .parse::<LanguageIdentifier>()
        .ok()
        .and_then(|tag| PluralRules::create(tag, PluralRuleType::CARDINAL).ok());
    let Some(rules) = rules else { return Vec::new() };
    let mut categories: Vec<&str> = (0..=200_u32)
        .filter_map(|number| rules.select(number).ok())
        .map(|category| match category {
            intl_pluralrules::PluralCategory::ZERO => "zero",
            intl_pluralrules::PluralCategory::ONE => "one",
            intl_pluralrules::PluralCategory::TWO => "two",
            intl_pluralrules::PluralCategory::FEW => "few",
            intl_pluralrules::PluralCategory::MANY => "many",
            intl_pluralrules::PluralCategory::OTHER => "other",
        })
        .collect();
    categories.sort_unstable();
    categories.dedup();
    categories
}
