//! Requests: a question as it was understood, in so few bytes that a button can remember it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{EntityId, IntentId, Period, SourceId};

/// What is asked for.
///
/// Written as the intent's id, `.` and what fills its slot, `@` and whose word is wanted (a source, or
/// `all` for whether they agree), `+` and the part of a long answer, counted from 2: `capital`,
/// `about.dulatov+2`, `events.1918-03`, `capital@lv`, `when-ended@all`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The kind of question.
    pub intent: IntentId,
    /// What it is asked of.
    pub slot: Option<Slot>,
    /// Whose word is wanted.
    pub voice: Voice,
    /// Which part of a long answer, from 1.
    pub part: usize,
}

/// What fills the open place of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Someone or something.
    Entity(EntityId),
    /// A time.
    Time(Period),
}

/// Whose word is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// That of every document.
    #[default]
    Each,
    /// That of one document.
    Source(SourceId),
    /// Whether they agree.
    Agreement,
}

/// A text is no request.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("'{0}' is no request")]
pub struct RequestError(String);

impl RequestError {
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }
}

const AGREEMENT: &str = "all";

impl Request {
    /// A question without a slot.
    pub fn plain(intent: IntentId) -> Self {
        Self { intent, slot: None, voice: Voice::Each, part: 1 }
    }

    /// A question with what fills its slot.
    pub fn with(intent: IntentId, slot: Slot) -> Self {
        Self { slot: Some(slot), ..Self::plain(intent) }
    }

    /// The same, from its beginning, with that voice.
    #[must_use]
    pub fn voiced(&self, voice: Voice) -> Self {
        Self { voice, part: 1, ..self.clone() }
    }

    /// The next part of its answer.
    #[must_use]
    pub fn continued(&self) -> Self {
        Self { part: self.part + 1, ..self.clone() }
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.intent)?;
        match &self.slot {
            Some(Slot::Entity(id)) => write!(f, ".{id}")?,
            Some(Slot::Time(period)) => write!(f, ".{period}")?,
            None => {}
        }
        match &self.voice {
            Voice::Each => {}
            Voice::Source(id) => write!(f, "@{id}")?,
            Voice::Agreement => write!(f, "@{AGREEMENT}")?,
        }
        if self.part > 1 { write!(f, "+{}", self.part) } else { Ok(()) }
    }
}

impl FromStr for Request {
    type Err = RequestError;

    fn from_str(text: &str) -> Result<Self, RequestError> {
        let error = || RequestError::new(text);
        let (rest, part) = match text.split_once('+') {
            Some((rest, part)) => (rest, part.parse().ok().filter(|part| *part > 1).ok_or_else(error)?),
            None => (text, 1),
        };
        let (rest, voice) = match rest.split_once('@') {
            Some((rest, AGREEMENT)) => (rest, Voice::Agreement),
            Some((rest, source)) => (rest, Voice::Source(SourceId::new(source))),
            None => (rest, Voice::Each),
        };
        let (intent, slot) = match rest.split_once('.') {
            Some((intent, slot)) => (intent, Some(Slot::read(slot))),
            None => (rest, None),
        };
        if intent.is_empty() {
            return Err(error());
        }
        Ok(Self { intent: IntentId::new(intent), slot, voice, part })
    }
}

impl Slot {
    /// A time where the text is one, else an entity; whether there is such a one is seen when it is looked up.
    fn read(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Entity(EntityId::new(text)), Self::Time)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back() {
        for text in [
            "capital",
            "about.dulatov",
            "about.dulatov+2",
            "events.1918-03",
            "events.--03-05",
            "events-after.orenburg-congress",
            "events.1917/1919+3",
            "capital@lv",
            "when-ended@all",
        ] {
            assert_eq!(text.parse::<Request>().unwrap().to_string(), text);
        }
        assert_eq!("events.1919".parse::<Request>().unwrap().slot, Some(Slot::Time("1919".parse().unwrap())));
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in ["", ".dulatov", "@lv", "capital+0", "capital+1", "capital+x"] {
            assert!(text.parse::<Request>().is_err(), "{text}");
        }
    }
}
