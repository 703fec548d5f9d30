//! Every wording of every language, ready to be filled in.

use std::collections::HashMap;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::{Claim, EntityId, Fact, LanguageId, Period, SmallTalkKind, Value};
use crate::loading::Folder;

use super::forms::{NOMINATIVE, grouped, in_case};
use super::locale::Locale;
use super::markup::{RichText, escape};
use super::message::Message;

/// The language for everyone whose own is not among the folders.
const DEFAULT_LANGUAGE: &str = "en";

/// The wordings of all languages.
pub struct Catalog {
    languages: Vec<LanguageId>,
    translations: HashMap<LanguageId, Translation>,
    default: LanguageId,
}

/// One language's wordings.
pub(super) struct Translation {
    pub(super) locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// Puts the `.ftl` files of each locale behind it; `None` without any locale.
    pub fn new(folder: &Folder, locales: Vec<Locale>) -> Option<Self> {
        let languages: Vec<LanguageId> = locales.iter().map(|locale| locale.id.clone()).collect();
        let english = languages.iter().find(|language| language.as_str() == DEFAULT_LANGUAGE);
        let default = english.or(languages.first())?.clone();
        let translations =
            locales.into_iter().map(|locale| (locale.id.clone(), Translation::new(folder, locale))).collect();
        Some(Self { languages, translations, default })
    }

    /// The languages, in the order of their folders.
    pub fn languages(&self) -> &[LanguageId] {
        &self.languages
    }

    /// The language for everyone else.
    pub fn default_language(&self) -> &LanguageId {
        &self.default
    }

    /// The name of a language in itself; its code where it is none of the folders.
    pub fn language_name<'a>(&'a self, language: &'a LanguageId) -> &'a str {
        self.translations.get(language).map_or(language.as_str(), |own| own.locale.name.as_str())
    }

    /// The names of all languages, each in itself.
    pub fn language_names(&self) -> String {
        let names: Vec<&str> = self.languages.iter().map(|language| self.language_name(language)).collect();
        names.join(", ")
    }

    /// The names of people, places and bodies in a language, sorted.
    pub fn names(&self, language: &LanguageId) -> Vec<&str> {
        let all = self.translations.get(language).into_iter().flat_map(|own| own.locale.names.values());
        let mut names: Vec<&str> = all.filter_map(|name| name.get(NOMINATIVE)).collect();
        names.sort_unstable();
        names
    }

    /// The name of someone or something, as it stands alone.
    pub fn name(&self, language: &LanguageId, entity: &EntityId) -> Option<&str> {
        self.translations.get(language)?.locale.names.get(entity)?.get(NOMINATIVE)
    }

    /// A period, as it stands alone.
    pub fn period(&self, language: &LanguageId, period: &Period) -> Option<String> {
        self.translations.get(language)?.locale.dates.write_period(period)
    }

    pub(super) fn translations(&self) -> impl Iterator<Item = &Translation> {
        self.languages.iter().filter_map(|language| self.translations.get(language))
    }

    /// One of the bot's own messages.
    pub fn message(&self, language: &LanguageId, message: &Message) -> Option<RichText> {
        let arguments: Vec<(String, Value)> = message
            .arguments()
            .into_iter()
            .map(|(name, text)| (name.to_owned(), Value::Title(text.to_owned())))
            .collect();
        self.wording(language, message.id(), None, &arguments)
    }

    /// The reply to small talk.
    pub fn small_talk(&self, language: &LanguageId, kind: &SmallTalkKind) -> Option<RichText> {
        self.wording(language, &small_talk_id(kind), None, &[])
    }

    /// The sentence that words a claim.
    pub fn claim(&self, language: &LanguageId, claim: &Claim) -> Option<RichText> {
        self.wording(language, claim.message.as_str(), None, &claim.values).map(RichText::capitalized)
    }

    /// The sentence on how the claims about a fact differ.
    pub fn difference(&self, language: &LanguageId, fact: &Fact) -> Option<RichText> {
        self.wording(language, fact.id.as_str(), Some("difference"), &[]).map(RichText::capitalized)
    }

    /// The wording, where the language has it.
    fn wording(
        &self,
        language: &LanguageId,
        id: &str,
        attribute: Option<&str>,
        arguments: &[(String, Value)],
    ) -> Option<RichText> {
        self.translations.get(language)?.format(id, attribute, arguments).ok()
    }
}

/// The id of the message that answers small talk of a kind.
pub(super) fn small_talk_id(kind: &SmallTalkKind) -> String {
    format!("smalltalk-{kind}")
}

/// Why a wording cannot be filled in.
#[derive(Debug)]
pub(super) enum FormatError {
    /// There is no such message, or no name for one of its values.
    Missing,
    /// Fluent or the markup objects.
    Broken(String),
}

impl Translation {
    fn new(folder: &Folder, locale: Locale) -> Self {
        let tag: LanguageIdentifier = locale.id.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let prefix = format!("{}/", locale.id);
        let own = folder.files.iter().filter(|file| file.name.starts_with(&prefix));
        for file in own.filter(|file| file.name.strip_suffix(".ftl").is_some()) {
            // What does not parse or stands twice is reported by the proof, with its place.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(file.text.clone());
            let _ = bundle.add_resource(resource);
        }
        let thousands = locale.thousands.clone();
        let _ = bundle.add_function("DATE", in_case);
        let _ = bundle.add_function("NAME", in_case);
        let _ = bundle.add_function("NUMBER", move |positional, _| grouped(positional, &thousands));
        Self { locale, bundle }
    }

    pub(super) fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &[(String, Value)],
    ) -> Result<RichText, FormatError> {
        let message = self.bundle.get_message(id).ok_or(FormatError::Missing)?;
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        };
        let pattern = pattern.ok_or(FormatError::Missing)?;
        let mut filled = FluentArgs::new();
        for (name, value) in arguments {
            filled.set(name.as_str(), self.argument(value).ok_or(FormatError::Missing)?);
        }
        let mut errors: Vec<FluentError> = Vec::new();
        let wording = self.bundle.format_pattern(pattern, Some(&filled), &mut errors);
        if let Some(error) = errors.first() {
            return Err(FormatError::Broken(error.to_string()));
        }
        RichText::parse(&wording).map_err(|error| FormatError::Broken(error.to_string()))
    }

    /// `None` for something that has no name in the language.
    fn argument(&self, value: &Value) -> Option<FluentValue<'static>> {
        Some(match value {
            Value::Date(date) => self.locale.dates.write(date).into_value(),
            Value::Entity(id) => self.locale.names.get(id)?.clone().into_value(),
            Value::Number(number) => FluentValue::from(*number),
            Value::Title(text) => escape(text).into(),
        })
    }
}
