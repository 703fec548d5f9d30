//! `facts/entities.toml`: who and what is named.

use crate::domain::{Entity, EntityId, EntityKind, Fact, FactId};
use crate::loading::{Folder, Place, Report, TomlTable};

use super::read_list;

/// An id becomes a part of callback data (`ask:<language>:<intent>.<entity>@<source>+<part>`), of which Telegram
/// takes 64 bytes.
const LONGEST_ID: usize = 40;

pub(super) fn read(folder: &Folder, report: &mut Report) -> Vec<(Entity, Place)> {
    read_list(folder, "entities.toml", "entity", report, read_entity)
}

fn read_entity(table: &mut TomlTable<'_>, report: &mut Report) -> Option<(Entity, Place)> {
    let (id, kind) = (table.string("id", report), table.string("kind", report));
    let is_unasked = table.flag("unasked", report);
    let dated = table.optional_string("dated", report).map(|fact| FactId::new(&fact.text));
    let (id, kind) = (id?, kind?);
    if id.text.len() > LONGEST_ID || !id.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        report.error(
            "wrong-id",
            id.place.clone(),
            format!("'{}' cannot be an entity's id", id.text),
            format!("use at most {LONGEST_ID} letters, digits and hyphens"),
        );
    }
    let Some((_, kind)) = EntityKind::ALL.into_iter().find(|(name, _)| *name == kind.text) else {
        let names: Vec<&str> = EntityKind::ALL.iter().map(|(name, _)| *name).collect();
        report.error(
            "wrong-kind",
            kind.place,
            format!("'{}' is no kind of entity", kind.text),
            format!("use one of {}", names.join(", ")),
        );
        return None;
    };
    Some((Entity { id: EntityId::new(&id.text), kind, dated, is_unasked }, id.place))
}

/// Reports facts that shall date an entity and have no date.
pub(super) fn check_dates(entities: &[(Entity, Place)], facts: &[(Fact, Place)], report: &mut Report) {
    let has_date = |id: &FactId| {
        facts.iter().any(|(fact, _)| fact.id == *id && fact.claims().any(|c| c.dates().next().is_some()))
    };
    for (entity, place) in entities {
        if let Some(fact) = entity.dated.as_ref().filter(|fact| !has_date(fact)) {
            report.error(
                "dangling-reference",
                place.clone(),
                format!("there is no fact '{fact}' with a date"),
                "name one that has a date in 'dated'",
            );
        }
    }
}
