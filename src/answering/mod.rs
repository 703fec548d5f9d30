//! From what was understood to what is known about it: facts, claims, citations.

mod events;
mod findings;
mod requests;

pub use findings::{Agreement, Findings, Layout, Lead, Second, Shown, Testified};
pub use requests::{answer_to, answer_with, first_questions};

use crate::domain::{Request, SmallTalkKind};
use crate::knowledge::Knowledge;
use crate::understanding::{Decision, Understanding};
use requests::{aspect, unknown};

/// What is to be said, in no language yet.
#[derive(Clone, Debug)]
pub enum Answer<'k> {
    /// What the documents say. Each claim brings its citations: there is no answer without.
    Findings(Findings<'k>),
    /// The documents themselves.
    Documents(Request),
    /// It may be one of these questions.
    Clarify(Vec<Request>),
    /// Nothing is known about it.
    Unknown {
        /// What is missing.
        why: Missing,
        /// Questions that can be answered.
        offered: Vec<Request>,
    },
    /// It was no question.
    SmallTalk {
        /// What it was instead.
        kind: SmallTalkKind,
        /// Questions that can be answered.
        offered: Vec<Request>,
    },
}

/// What is missing for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It is about the subject, but not in the documents.
    Near,
    /// It is about something else.
    Far,
    /// Nothing is dated to that time.
    Events,
    /// All of it has been said.
    More,
    /// There is no point of dispute.
    Disputes,
    /// It goes on from an answer that is not there.
    Context,
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

impl<'k> Answer<'k> {
    /// Which kind of answer it is.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Findings(_) | Self::Documents(_) => Outcome::Answer,
            Self::Clarify(_) => Outcome::Clarify,
            Self::Unknown { .. } => Outcome::Unknown,
            Self::SmallTalk { .. } => Outcome::SmallTalk,
        }
    }

    /// What was found in the documents, if anything.
    pub fn findings(&self) -> Option<&Findings<'k>> {
        match self {
            Self::Findings(findings) => Some(findings),
            _ => None,
        }
    }

    /// What was answered: the next question may go on from it.
    pub fn request(&self) -> Option<&Request> {
        match self {
            Self::Findings(findings) => Some(&findings.request),
            Self::Documents(request) => Some(request),
            _ => None,
        }
    }
}

/// Finds what answers a message that has been understood.
pub fn answer<'k>(knowledge: &'k Knowledge, understanding: &Understanding) -> Answer<'k> {
    let mut first = answer_one(knowledge, &understanding.decision);
    if let (Answer::Findings(findings), Some(follow_up)) = (&mut first, &understanding.follow_up) {
        findings.follow(follow_up);
    }
    let second = understanding.also.as_ref().map(|decision| answer_one(knowledge, decision));
    match (first, second) {
        (Answer::Findings(first), Some(Answer::Findings(second))) => {
            Answer::Findings(first.with_second(second))
        }
        (first, _) => first,
    }
}

fn answer_one<'k>(knowledge: &'k Knowledge, decision: &Decision) -> Answer<'k> {
    let near = || unknown(knowledge, Missing::Near, &[]);
    match decision {
        Decision::Request(request) => answer_to(knowledge, request).unwrap_or_else(near),
        Decision::Aspect(before, asked) => aspect(knowledge, before, *asked).unwrap_or_else(near),
        Decision::Clarify(requests) => Answer::Clarify(requests.clone()),
        Decision::Unknown { near, nearest } => {
            unknown(knowledge, if *near { Missing::Near } else { Missing::Far }, nearest)
        }
        Decision::Lost => unknown(knowledge, Missing::Context, &[]),
        Decision::SmallTalk(kind) => {
            Answer::SmallTalk { kind: kind.clone(), offered: first_questions(knowledge) }
        }
    }
}
