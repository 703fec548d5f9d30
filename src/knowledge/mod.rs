//! `facts/` as checked, indexed knowledge, and what it requires of every locale.

mod citations;
mod facts;
mod intents;
mod passages;
mod sources;

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::{Entity, EntityId, Fact, FactId, Intent, IntentId, Source, SourceId};
use crate::loading::{Folder, Place, Report, TomlTable};

pub use citations::CitedAt;
pub use facts::RequiredMessage;
pub use passages::{Documents, PassageError};

/// All that is known, every reference in it resolved.
#[derive(Debug)]
pub struct Knowledge {
    sources: Vec<Source>,
    facts: Indexed<FactId, Fact>,
    intents: Indexed<IntentId, Intent>,
}

/// What a locale must word, each with the place in `facts/` that requires it.
#[derive(Debug, Default)]
pub struct Requirements {
    /// Messages of facts and claims.
    pub messages: Vec<RequiredMessage>,
    /// Names.
    pub entities: Vec<(EntityId, Place)>,
    /// Questions.
    pub intents: Vec<(IntentId, Place)>,
}

/// What loading `facts/` gives. The knowledge is usable when the report holds no error.
#[derive(Debug)]
pub struct Loaded {
    /// The knowledge.
    pub knowledge: Knowledge,
    /// What locales owe it.
    pub requirements: Requirements,
    /// Every citation, with its place.
    pub citations: Vec<CitedAt>,
}

impl Knowledge {
    /// Reads `facts/`, reporting every problem.
    pub fn load(folder: &Folder, report: &mut Report) -> Loaded {
        let sources = sources::read(folder, report);
        let entities = read_entities(folder, report);
        let read = facts::read(folder, &sources, &entities, report);
        let intents = intents::read(folder, &read.placed, report);
        let requirements = Requirements {
            messages: read.messages,
            entities: entities.iter().map(|(entity, place)| (entity.id.clone(), place.clone())).collect(),
            intents: intents.iter().map(|(intent, place)| (intent.id.clone(), place.clone())).collect(),
        };
        let knowledge = Self {
            sources: values(sources),
            facts: Indexed::new(values(read.placed), |fact| fact.id.clone()),
            intents: Indexed::new(values(intents), |intent| intent.id.clone()),
        };
        Loaded { knowledge, requirements, citations: read.citations }
    }

    /// The documents.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A document.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// A fact.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.find(id)
    }

    /// All intents, in the order of the table.
    pub fn intents(&self) -> &[Intent] {
        &self.intents.values
    }

    /// An intent.
    pub fn intent(&self, id: &IntentId) -> Option<&Intent> {
        self.intents.find(id)
    }
}

#[derive(Debug)]
struct Indexed<K, V> {
    values: Vec<V>,
    positions: HashMap<K, usize>,
}

impl<K: Hash + Eq, V> Indexed<K, V> {
    fn new(values: Vec<V>, key: impl Fn(&V) -> K) -> Self {
        let positions = values.iter().enumerate().map(|(at, value)| (key(value), at)).collect();
        Self { values, positions }
    }

    fn find(&self, key: &K) -> Option<&V> {
        self.positions.get(key).map(|at| &self.values[*at])
    }
}

fn values<T>(placed: Vec<(T, Place)>) -> Vec<T> {
    placed.into_iter().map(|(value, _)| value).collect()
}

fn read_entities(folder: &Folder, report: &mut Report) -> Vec<(Entity, Place)> {
    read_list(folder, "entities.toml", "entity", report, |table, report| {
        let id = table.string("id", report)?;
        Some((Entity { id: EntityId::new(&id.text) }, id.place))
    })
}

/// Reads every `[[key]]` of one file, and reports ids that stand twice.
fn read_list<T>(
    folder: &Folder,
    name: &str,
    key: &str,
    report: &mut Report,
    mut read: impl FnMut(&mut TomlTable<'_>, &mut Report) -> Option<(T, Place)>,
) -> Vec<(T, Place)> {
    let Some(file) = folder.file(name) else {
        report.error("missing-file", folder.start_of(name), format!("'{name}' is missing"), "add the file");
        return Vec::new();
    };
    TomlTable::read(file, report, |mut root, report| {
        let mut items = Vec::new();
        for mut table in root.tables(key, report) {
            items.extend(read(&mut table, report));
            table.finish(report);
        }
        root.finish(report);
        items
    })
}

/// Reports each id that was already given, and drops what carries it.
fn without_duplicates<T>(
    items: Vec<(T, Place)>,
    report: &mut Report,
    id: impl Fn(&T) -> String,
) -> Vec<(T, Place)> {
    let mut first: HashMap<String, Place> = HashMap::new();
    let mut kept = Vec::new();
    for (item, place) in items {
        let id = id(&item);
        if let Some(earlier) = first.get(&id) {
            report.error(
                "duplicate-id",
                place,
                format!("'{id}' is already at {earlier}"),
                "give it another id, or delete one of them",
            );
        } else {
            first.insert(id, place.clone());
            kept.push((item, place));
        }
    }
    kept
}
