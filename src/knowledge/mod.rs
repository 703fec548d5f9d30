//! `facts/` as checked, indexed knowledge, and what it requires of every locale.

mod citations;
mod coverage;
mod documents;
mod entities;
mod facts;
mod intents;
mod passages;
mod sources;
mod uncited;
mod verification;

use std::collections::HashMap;
use std::hash::Hash;

use crate::domain::{Asks, Entity, EntityId, Fact, FactId, Intent, IntentId, Source, SourceId};
use crate::loading::{Folder, Place, Report, TomlTable};

pub use citations::CitedAt;
pub use coverage::{Coverage, DocumentCoverage, Stretch};
pub use documents::Documents;
pub use facts::RequiredMessage;
pub use passages::PassageError;
pub use verification::verify;

/// All that is known, every reference in it resolved.
#[derive(Debug)]
pub struct Knowledge {
    sources: Vec<Source>,
    entities: Indexed<EntityId, Entity>,
    facts: Indexed<FactId, Fact>,
    intents: Indexed<IntentId, Intent>,
    /// Where the intents list each fact first.
    places: HashMap<FactId, usize>,
}

/// What a locale must word, each with the place in `facts/` that requires it.
#[derive(Debug, Default)]
pub struct Requirements {
    /// Messages of facts and claims.
    pub messages: Vec<RequiredMessage>,
    /// Names.
    pub entities: Vec<(EntityId, Place)>,
    /// Those of them that questions name.
    pub asked: Vec<EntityId>,
    /// Questions with an open place: none of them fits a button.
    pub open: Vec<IntentId>,
    /// Questions.
    pub intents: Vec<(IntentId, Place)>,
    /// What the documents are called.
    pub sources: Vec<SourceId>,
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
    /// Every stretch of the documents that is left uncited for a reason.
    pub uncited: Vec<CitedAt>,
}

impl Knowledge {
    /// Reads `facts/`, reporting every problem.
    pub fn load(folder: &Folder, report: &mut Report) -> Loaded {
        let sources = sources::read(folder, report);
        let entities = entities::read(folder, report);
        let read = facts::read(folder, &sources, &entities, report);
        entities::check_dates(&entities, &read.placed, report);
        let uncited = uncited::read(folder, &sources, report);
        let intents = intents::read(folder, &read.placed, report);
        let asked = entities.iter().filter(|(entity, _)| !entity.is_unasked);
        let open = intents.iter().filter(|(intent, _)| intent.asks.is_open());
        let requirements = Requirements {
            messages: read.messages,
            entities: entities.iter().map(|(entity, place)| (entity.id.clone(), place.clone())).collect(),
            open: open.map(|(intent, _)| intent.id.clone()).collect(),
            asked: asked.map(|(entity, _)| entity.id.clone()).collect(),
            intents: intents.iter().map(|(intent, place)| (intent.id.clone(), place.clone())).collect(),
            sources: sources.iter().map(|(source, _)| source.id.clone()).collect(),
        };
        let listed = intents.iter().flat_map(|(intent, _)| intent.asks.facts());
        let mut places = HashMap::new();
        for (place, id) in listed.enumerate() {
            places.entry(id.clone()).or_insert(place);
        }
        let knowledge = Self {
            places,
            sources: values(sources),
            entities: Indexed::new(values(entities), |entity| entity.id.clone()),
            facts: Indexed::new(values(read.placed), |fact| fact.id.clone()),
            intents: Indexed::new(values(intents), |intent| intent.id.clone()),
        };
        Loaded { knowledge, requirements, citations: read.citations, uncited }
    }

    /// The documents.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A document.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Someone or something.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.find(id)
    }

    /// All facts, in the order of their files.
    pub fn facts(&self) -> &[Fact] {
        &self.facts.values
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

    /// The first intent that asks for this.
    pub fn intent_for(&self, asks: &Asks) -> Option<&Intent> {
        self.intents().iter().find(|intent| intent.asks == *asks)
    }

    /// The intents that a fact answers.
    pub fn intents_of(&self, fact: &FactId) -> impl Iterator<Item = &Intent> {
        self.intents().iter().filter(move |intent| intent.asks.facts().any(|own| own == fact))
    }

    /// How telling a fact is: its place among all that the intents list.
    pub fn place(&self, fact: &Fact) -> usize {
        self.places.get(&fact.id).copied().unwrap_or(usize::MAX)
    }

    /// The facts that mention someone or something, most telling first: those about it above all, and
    /// among equals in the order in which the intents list them.
    pub fn facts_about(&self, entity: &EntityId) -> Vec<&Fact> {
        let rank = |fact: &Fact| {
            let named = || fact.claims().any(|claim| claim.entities().any(|id| id == entity));
            match fact.about.iter().position(|id| id == entity) {
                Some(0) => Some(0),
                Some(_) => Some(1),
                None => named().then_some(2),
            }
        };
        let mut ranked: Vec<_> =
            self.facts().iter().filter_map(|fact| Some((rank(fact)?, self.place(fact), fact))).collect();
        ranked.sort_by_key(|(rank, place, _)| (*rank, *place));
        ranked.into_iter().map(|(.., fact)| fact).collect()
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
