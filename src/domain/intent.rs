//! Intents: what can be asked.

use nonempty::NonEmpty;
use serde::{Deserialize, Serialize};

use super::{FactId, IntentId};

/// One kind of question, with what answers it.
#[derive(Clone, Debug)]
pub struct Intent {
    /// Its name.
    pub id: IntentId,
    /// What answers it.
    pub asks: Asks,
    /// What one may want to ask next.
    pub next: Vec<IntentId>,
    /// Where a short question leads that goes on from here, such as "and when?".
    pub aspects: Vec<(Aspect, IntentId)>,
}

/// What a kind of question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// These facts, most telling first.
    Facts(NonEmpty<FactId>),
    /// All that is known of the entity in its slot.
    Entity,
    /// What happened around the time in its slot.
    Events(Order),
    /// The main events of each year.
    Timeline,
    /// Where the documents contradict one another.
    Disputes,
    /// The documents.
    Sources,
}

/// When something happened, seen from the time that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// In it.
    During,
    /// Later.
    After,
    /// Earlier.
    Before,
}

/// What a short question asks of the answer before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Aspect {
    When,
    Where,
    Who,
    Why,
}

impl Asks {
    /// What asks for something other than facts that are listed, by its name in `facts/intents.toml`.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("entity", Self::Entity),
        ("events", Self::Events(Order::During)),
        ("events-after", Self::Events(Order::After)),
        ("events-before", Self::Events(Order::Before)),
        ("timeline", Self::Timeline),
        ("disputes", Self::Disputes),
        ("sources", Self::Sources),
    ];

    /// Whether the question has an open place that must be filled.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Entity | Self::Events(_))
    }

    /// The facts that are listed, if it is they that are asked for.
    pub fn facts(&self) -> impl Iterator<Item = &FactId> {
        let facts = match self {
            Self::Facts(facts) => Some(facts.iter()),
            _ => None,
        };
        facts.into_iter().flatten()
    }
}

impl Aspect {
    /// Each with its name in the files.
    pub const ALL: [(&'static str, Self); 4] =
        [("when", Self::When), ("where", Self::Where), ("who", Self::Who), ("why", Self::Why)];
}
