//! What a question may go on from, as ids.

use std::fmt;
use std::str::FromStr;

use super::{Request, RequestError};

/// How far a conversation has come; it holds no words.
///
/// Written as the request that was answered last, if any, `?` and how often it has been asked back since:
/// `capital`, `capital?1`, `?2`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What was answered last.
    pub answered: Option<Request>,
    /// How many questions in a row have been answered with another one.
    pub asked_back: u8,
}

impl Context {
    /// That of a conversation in which this has just been answered.
    pub fn of(answered: Request) -> Self {
        Self { answered: Some(answered), asked_back: 0 }
    }

    /// After it has been asked back once more.
    #[must_use]
    pub fn asked_back(&self) -> Self {
        Self { answered: self.answered.clone(), asked_back: self.asked_back.saturating_add(1) }
    }

    /// After something else was said.
    #[must_use]
    pub fn heard(&self) -> Self {
        Self { answered: self.answered.clone(), asked_back: 0 }
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(request) = &self.answered {
            write!(f, "{request}")?;
        }
        if self.asked_back > 0 { write!(f, "?{}", self.asked_back) } else { Ok(()) }
    }
}

impl FromStr for Context {
    type Err = RequestError;

    fn from_str(text: &str) -> Result<Self, RequestError> {
        let error = || RequestError::new(text);
        let (request, asked_back) = match text.split_once('?') {
            Some((request, times)) => (request, times.parse().map_err(|_| error())?),
            None => (text, 0),
        };
        let answered = if request.is_empty() { None } else { Some(request.parse()?) };
        Ok(Self { answered, asked_back })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "capital", "about.dulatov+2?1", "?2"] {
            assert_eq!(text.parse::<Context>().map(|context| context.to_string()), Ok(text.to_owned()));
        }
        for text in ["capital?", "capital?many", "+"] {
            assert!(text.parse::<Context>().is_err(), "{text}");
        }
    }
}
