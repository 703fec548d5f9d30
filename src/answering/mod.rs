//! From what was understood to what is known about it: facts, claims, citations.

use nonempty::NonEmpty;

use crate::domain::{Citation, Difference, Fact, Intent, IntentId, SmallTalkKind, Testimony};
use crate::knowledge::Knowledge;
use crate::understanding::Decision;

/// How many questions are offered beside a reply that is no answer.
const OFFERED: usize = 3;

/// What is to be said, in no language yet.
#[derive(Clone, Debug)]
pub enum Answer<'k> {
    /// What the documents say. Each claim brings its citations: there is no answer without.
    Findings(Findings<'k>),
    /// It may be one of these questions.
    Clarify(Vec<&'k Intent>),
    /// Nothing is known about it.
    Unknown {
        /// It is about the subject, all the same.
        near: bool,
        /// Questions that can be answered.
        offered: Vec<&'k Intent>,
    },
    /// It was no question.
    SmallTalk {
        /// What it was instead.
        kind: SmallTalkKind,
        /// Questions that can be answered.
        offered: Vec<&'k Intent>,
    },
}

/// How a question fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was answered.
    Answer,
    /// The asker has to choose what was meant.
    Clarify,
    /// Nothing is known about it.
    Unknown,
    /// It was no question.
    SmallTalk,
}

/// The facts that answer a question.
#[derive(Clone, Debug)]
pub struct Findings<'k> {
    /// The question.
    pub intent: &'k Intent,
    /// Its facts, most telling first.
    pub facts: NonEmpty<&'k Fact>,
    /// What one may want to ask next.
    pub next: Vec<&'k Intent>,
}

impl Outcome {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Answer, Self::Clarify, Self::Unknown, Self::SmallTalk];

    /// Its name in data that programs read.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Clarify => "clarify",
            Self::Unknown => "unknown",
            Self::SmallTalk => "smalltalk",
        }
    }
}

impl Answer<'_> {
    /// Which kind of answer it is.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Findings(_) => Outcome::Answer,
            Self::Clarify(_) => Outcome::Clarify,
            Self::Unknown { .. } => Outcome::Unknown,
            Self::SmallTalk { .. } => Outcome::SmallTalk,
        }
    }
}

impl<'k> Findings<'k> {
    /// All that an intent's facts say; `None` only for an intent of another store.
    pub fn of(knowledge: &'k Knowledge, intent: &'k Intent) -> Option<Self> {
        let facts = intent.facts.iter().filter_map(|id| knowledge.fact(id)).collect();
        Some(Self { intent, facts: NonEmpty::from_vec(facts)?, next: resolve(knowledge, &intent.next) })
    }

    /// The citations of all claims, each once, in the order in which they are shown.
    pub fn citations(&self) -> Vec<&'k Citation> {
        let mut citations: Vec<&Citation> = Vec::new();
        for citation in self.facts.iter().flat_map(|fact| fact.claims()).flat_map(|claim| &claim.cited) {
            if !citations.contains(&citation) {
                citations.push(citation);
            }
        }
        citations
    }

    /// Whether the sources contradict each other, or one itself, on a fact that is shown.
    pub fn is_disputed(&self) -> bool {
        self.facts.iter().any(|fact| {
            matches!(fact.testimony, Testimony::Differing { kind: Difference::Contradiction, .. })
        })
    }
}

/// Finds what answers a question that has been understood.
pub fn answer<'k>(knowledge: &'k Knowledge, decision: &Decision) -> Answer<'k> {
    match decision {
        Decision::Intent(id) => {
            let findings = knowledge.intent(id).and_then(|intent| Findings::of(knowledge, intent));
            findings.map_or_else(|| unknown(knowledge, false, &[]), Answer::Findings)
        }
        Decision::Clarify(intents) => Answer::Clarify(resolve(knowledge, intents)),
        Decision::Unknown { near, nearest } => unknown(knowledge, *near, nearest),
        Decision::SmallTalk(kind) => {
            Answer::SmallTalk { kind: kind.clone(), offered: first_questions(knowledge) }
        }
    }
}

/// The questions with which a conversation may begin.
pub fn first_questions(knowledge: &Knowledge) -> Vec<&Intent> {
    knowledge.intents().iter().take(OFFERED).collect()
}

/// On the subject, the nearest questions are offered; off it, nothing is near.
fn unknown<'k>(knowledge: &'k Knowledge, near: bool, nearest: &[IntentId]) -> Answer<'k> {
    let nearest = if near { resolve(knowledge, nearest) } else { Vec::new() };
    let offered = if nearest.is_empty() { first_questions(knowledge) } else { nearest };
    Answer::Unknown { near, offered }
}

fn resolve<'k>(knowledge: &'k Knowledge, intents: &[IntentId]) -> Vec<&'k Intent> {
    intents.iter().filter_map(|id| knowledge.intent(id)).collect()
}
