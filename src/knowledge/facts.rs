//! The facts: every file of `facts/` that is not one of the lists.

use std::collections::HashSet;

use nonempty::NonEmpty;

use crate::domain::{
    Claim, Difference, Entity, EntityId, Fact, FactId, HistoricalDate, MessageId, Source, SourceId,
    Testimony, Value,
};
use crate::loading::{Folder, Place, Report, Text, TextFile, TomlTable};

use super::citations::{self, CitedAt};
use super::{uncited, without_duplicates};

const LISTS: [&str; 4] = ["sources.toml", "entities.toml", "intents.toml", uncited::FILE];

/// A Fluent message that every locale must have.
#[derive(Clone, Debug)]
pub struct RequiredMessage {
    /// Its id.
    pub id: String,
    /// The arguments it is given; empty and `attribute` set for the sentence on a difference.
    pub arguments: Vec<(String, Value)>,
    /// The attribute that is required instead of the message's own value.
    pub attribute: Option<&'static str>,
    /// Whether all its values could be read; if not, it cannot be filled in.
    pub sound: bool,
    /// Where the requirement comes from.
    pub place: Place,
}

/// All that was read of the facts.
#[derive(Default)]
pub(super) struct FactFiles {
    pub(super) placed: Vec<(Fact, Place)>,
    pub(super) messages: Vec<RequiredMessage>,
    pub(super) citations: Vec<CitedAt>,
}

/// What a fact may refer to.
struct Known {
    sources: HashSet<SourceId>,
    entities: HashSet<EntityId>,
}

impl Known {
    fn entity(&self, named: Text, report: &mut Report) -> Option<EntityId> {
        let id = EntityId::new(&named.text);
        if self.entities.contains(&id) {
            return Some(id);
        }
        report.error(
            "dangling-reference",
            named.place,
            format!("there is no entity '{id}'"),
            "name one of entities.toml, or add it there",
        );
        None
    }
}

pub(super) fn read(
    folder: &Folder,
    sources: &[(Source, Place)],
    entities: &[(Entity, Place)],
    report: &mut Report,
) -> FactFiles {
    let known = Known {
        sources: sources.iter().map(|(source, _)| source.id.clone()).collect(),
        entities: entities.iter().map(|(entity, _)| entity.id.clone()).collect(),
    };
    let mut read = FactFiles::default();
    let files = folder.files.iter().filter(|file| !LISTS.contains(&file.name.as_str()));
    for file in files.filter(|file| file.name.strip_suffix(".toml").is_some()) {
        TomlTable::read(file, report, |mut root, report| {
            for mut table in root.tables("fact", report) {
                read_fact(&mut table, file, &known, &mut read, report);
                table.finish(report);
            }
            root.finish(report);
        });
    }
    read.placed = without_duplicates(read.placed, report, |fact| fact.id.to_string());
    read
}

fn read_fact(
    table: &mut TomlTable<'_>,
    file: &TextFile,
    known: &Known,
    read: &mut FactFiles,
    report: &mut Report,
) {
    let id = table.string("id", report);
    let about = table.strings("about", report);
    let kind = table.optional_string("kind", report);
    let claim_tables = table.tables("claim", report);
    let Some(id) = id else { return };
    check_id(&id, report);
    let about = about.into_iter().filter_map(|about| known.entity(about, report)).collect();
    let mut claims = Vec::new();
    for mut claim_table in claim_tables {
        claims.extend(read_claim(&mut claim_table, &id, file, known, read, report));
        claim_table.finish(report);
    }
    let kind = kind.and_then(|kind| read_kind(&kind, report));
    let Some(testimony) = testimony(&id, kind, claims, report) else {
        return;
    };
    if matches!(testimony, Testimony::Differing { .. }) {
        read.messages.push(RequiredMessage {
            id: id.text.clone(),
            arguments: Vec::new(),
            attribute: Some("difference"),
            sound: true,
            place: id.place.clone(),
        });
    }
    read.placed.push((Fact { id: FactId::new(&id.text), about, testimony }, id.place));
}

/// A fact and what a claim says are names of Fluent messages.
fn check_id(id: &Text, report: &mut Report) {
    let mut bytes = id.text.bytes();
    let begins = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic());
    if !begins || !bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        report.error(
            "wrong-id",
            id.place.clone(),
            format!("'{}' cannot be the name of a message", id.text),
            "begin with a letter, and use letters, digits and hyphens only",
        );
    }
}

fn testimony(
    id: &Text,
    kind: Option<Difference>,
    claims: Vec<Claim>,
    report: &mut Report,
) -> Option<Testimony> {
    for (at, claim) in claims.iter().enumerate() {
        if claims[..at].iter().any(|other| other.message == claim.message && other.values == claim.values) {
            report.error(
                "equal-claims",
                id.place.clone(),
                format!("two claims of '{}' say the same", id.text),
                "make them one claim with several citations",
            );
        }
    }
    let Some(claims) = NonEmpty::from_vec(claims) else {
        report.error(
            "fact-without-claim",
            id.place.clone(),
            format!("'{}' has no valid claim", id.text),
            "add a [[fact.claim]] with its citation",
        );
        return None;
    };
    match (kind, claims.len()) {
        (None, 1) => Some(Testimony::Agreed(claims.head)),
        (Some(kind), 2..) => Some(Testimony::Differing { kind, claims }),
        (None, _) => {
            report.error(
                "missing-kind",
                id.place.clone(),
                format!("the claims of '{}' differ, but not how", id.text),
                "add kind = \"contradiction\", \"scope\" or \"detail\"",
            );
            None
        }
        (Some(_), _) => {
            report.error(
                "needless-kind",
                id.place.clone(),
                format!("'{}' has one claim, which cannot differ", id.text),
                "delete 'kind', or add the other claim",
            );
            None
        }
    }
}

fn read_kind(kind: &Text, report: &mut Report) -> Option<Difference> {
    match kind.text.as_str() {
        "contradiction" => Some(Difference::Contradiction),
        "scope" => Some(Difference::Scope),
        "detail" => Some(Difference::Detail),
        _ => {
            report.error(
                "wrong-kind",
                kind.place.clone(),
                format!("'{}' is no kind of difference", kind.text),
                "use contradiction, scope or detail",
            );
            None
        }
    }
}

fn read_claim(
    table: &mut TomlTable<'_>,
    fact: &Text,
    file: &TextFile,
    known: &Known,
    read: &mut FactFiles,
    report: &mut Report,
) -> Option<Claim> {
    let place = table.place();
    let say = table.optional_string("say", report);
    if let Some(say) = &say {
        check_id(say, report);
    }
    let message = say.unwrap_or_else(|| fact.clone());
    let (values, sound) = read_values(table, known, report);
    let mut cited = Vec::new();
    for mut citation_table in table.tables("cited", report) {
        if let Some(at) = citations::read(&mut citation_table, file, &known.sources, report) {
            cited.push(at.citation.clone());
            read.citations.push(at);
        }
        citation_table.finish(report);
    }
    let Some(cited) = NonEmpty::from_vec(cited) else {
        report.error(
            "claim-without-citation",
            place,
            format!("a claim of '{}' names no valid source", fact.text),
            "add cited = [{ source = …, from = …, to = …, seal = … }]",
        );
        return None;
    };
    read.messages.push(RequiredMessage {
        id: message.text.clone(),
        arguments: values.clone(),
        attribute: None,
        sound,
        place: message.place,
    });
    Some(Claim { message: MessageId::new(&message.text), values, cited })
}

/// The values by argument, and whether all could be read: one that could not still has its name.
fn read_values(
    table: &mut TomlTable<'_>,
    known: &Known,
    report: &mut Report,
) -> (Vec<(String, Value)>, bool) {
    let mut values = read_kind_of_value(table, "date", report, |table, key, report| {
        let text = table.string(key, report)?;
        match text.text.parse::<HistoricalDate>() {
            Ok(date) => Some(Value::Date(date)),
            Err(error) => {
                report.error(
                    "wrong-date",
                    text.place,
                    error.to_string(),
                    "write 1920, 1920-03, 1920-03-05 or two of them with a '/', and ' OS' behind for Old Style",
                );
                None
            }
        }
    });
    values.extend(read_kind_of_value(table, "number", report, |table, key, report| {
        table.number(key, report).map(Value::Number)
    }));
    values.extend(read_kind_of_value(table, "entity", report, |table, key, report| {
        let text = table.string(key, report)?;
        known.entity(text, report).map(Value::Entity)
    }));
    values.extend(read_kind_of_value(table, "title", report, |table, key, report| {
        table.string(key, report).map(|text| Value::Title(text.text))
    }));
    for (at, (name, _)) in values.iter().enumerate() {
        if values[..at].iter().any(|(other, _)| other == name) {
            report.error(
                "repeated-argument",
                table.place(),
                format!("two values of the claim are called '{name}'"),
                "give one of them another name",
            );
        }
    }
    let sound = values.iter().all(|(_, value)| value.is_some());
    let unread = || Value::Title(String::new());
    (values.into_iter().map(|(name, value)| (name, value.unwrap_or_else(unread))).collect(), sound)
}

/// Reads `kind = …` as the argument `$kind`, or each `kind.name = …` as the argument `$name`.
fn read_kind_of_value(
    table: &mut TomlTable<'_>,
    kind: &str,
    report: &mut Report,
    read: impl Fn(&mut TomlTable<'_>, &str, &mut Report) -> Option<Value>,
) -> Vec<(String, Option<Value>)> {
    if table.is_table(kind) {
        let Some(mut named) = table.table(kind, report) else { return Vec::new() };
        let keys = named.keys();
        return keys
            .into_iter()
            .map(|key| {
                let value = read(&mut named, &key.text, report);
                (key.text, value)
            })
            .collect();
    }
    if table.has(kind) {
        return vec![(kind.to_owned(), read(table, kind, report))];
    }
    table.allow(kind);
    Vec::new()
}
