//! Facts: askable things, what the sources claim about them, and how the claims differ.

use nonempty::NonEmpty;

use super::{Citation, EntityId, FactId, HistoricalDate, MessageId};

/// One askable thing.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its name; also that of the Fluent message that words it.
    pub id: FactId,
    /// Whom and what it is about, the first above all.
    pub about: Vec<EntityId>,
    /// What the sources say.
    pub testimony: Testimony,
}

/// What the sources say about one thing.
#[derive(Clone, Debug)]
pub enum Testimony {
    /// One claim, though several sources may make it.
    Agreed(Claim),
    /// Two or more claims, and how they differ.
    Differing {
        /// How.
        kind: Difference,
        /// The claims, in the order in which they are shown.
        claims: NonEmpty<Claim>,
    },
}

impl Fact {
    /// All its claims.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        match &self.testimony {
            Testimony::Agreed(claim) => std::slice::from_ref(claim).iter().chain([].iter()),
            Testimony::Differing { claims, .. } => {
                std::slice::from_ref(&claims.head).iter().chain(claims.tail.iter())
            }
        }
    }
}

impl Claim {
    /// Its dates, in the order in which they are given.
    pub fn dates(&self) -> impl Iterator<Item = &HistoricalDate> {
        self.values.iter().filter_map(|(_, value)| match value {
            Value::Date(date) => Some(date),
            _ => None,
        })
    }

    /// Who and what is named in it.
    pub fn entities(&self) -> impl Iterator<Item = &EntityId> {
        self.values.iter().filter_map(|(_, value)| match value {
            Value::Entity(id) => Some(id),
            _ => None,
        })
    }
}

/// How the claims about one thing differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// They cannot all be true.
    Contradiction,
    /// They are true of different things.
    Scope,
    /// One says more than the other.
    Detail,
}

/// What one or more sources say, with the places where they say it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The Fluent message that words it.
    pub message: MessageId,
    /// The message's arguments, by name.
    pub values: Vec<(String, Value)>,
    /// Where it is said.
    pub cited: NonEmpty<Citation>,
}

/// A typed value of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A time.
    Date(HistoricalDate),
    /// A count.
    Number(u32),
    /// Someone or something with a name in every language.
    Entity(EntityId),
    /// Words that stay in their own language: a motto, a title.
    Title(String),
}

/// Someone or something that is named. Its names are in the locales.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its name in the files.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fact that says when it was, of something that happened: "after the congress".
    pub dated: Option<FactId>,
    /// Whether its name means something else when one asks about it, such as the whole subject.
    pub is_unasked: bool,
}

/// What an entity is: what can be asked of it depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// Someone.
    Person,
    /// A party.
    Party,
    /// A state, a government, an army, a congress, an institution.
    Body,
    /// A town, a region, a river.
    Place,
    /// A people, a tribe, a jüz.
    People,
    /// A book, a film.
    Work,
}

impl EntityKind {
    /// Every kind, by its name in `entities.toml`.
    pub const ALL: [(&'static str, Self); 6] = [
        ("person", Self::Person),
        ("party", Self::Party),
        ("body", Self::Body),
        ("place", Self::Place),
        ("people", Self::People),
        ("work", Self::Work),
    ];
}
