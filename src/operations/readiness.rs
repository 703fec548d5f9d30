//! Whether the bot can do its work just now, and why not.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::storage::{InboxState, Moment};

/// Telegram answers a long poll within half a minute.
const LONGEST_SILENCE: Duration = Duration::from_mins(1);
/// How long an update may wait while none is finished.
const LONGEST_STANDSTILL: Duration = Duration::from_mins(2);
const FINE: &str = "ok";

/// What readiness is judged by.
pub(super) struct Signs {
    /// What the database says, or why it does not.
    pub(super) inbox: Result<InboxState, String>,
    /// How long ago Telegram has answered, if ever.
    pub(super) since_contact: Option<Duration>,
    /// How long ago an update was finished, or the bot started.
    pub(super) since_progress: Duration,
}

/// Of each part `ok`, or what is wrong with it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Readiness {
    storage: String,
    telegram: String,
    inbox: String,
}

impl Readiness {
    pub(super) fn of(signs: &Signs) -> Self {
        let (storage, inbox) = match &signs.inbox {
            Ok(inbox) => (FINE.to_owned(), flow(inbox, signs.since_progress)),
            Err(error) => (error.clone(), "not known without the storage".to_owned()),
        };
        Self { storage, telegram: contact(signs.since_contact), inbox }
    }

    /// Whether every part is fine.
    pub fn is_ready(&self) -> bool {
        self.problems().is_empty()
    }

    /// What is wrong, each with its part.
    pub fn problems(&self) -> Vec<String> {
        [("storage", &self.storage), ("telegram", &self.telegram), ("inbox", &self.inbox)]
            .into_iter()
            .filter(|(_, state)| *state != FINE)
            .map(|(part, state)| format!("{part}: {state}"))
            .collect()
    }
}

fn contact(since: Option<Duration>) -> String {
    match since {
        Some(since) if since <= LONGEST_SILENCE => FINE.to_owned(),
        Some(since) => format!("has not answered for {} s", since.as_secs()),
        None => "has not answered yet".to_owned(),
    }
}

fn flow(inbox: &InboxState, since_progress: Duration) -> String {
    let age = inbox.earliest.map_or(Duration::ZERO, Moment::elapsed);
    if age.min(since_progress) <= LONGEST_STANDSTILL {
        return FINE.to_owned();
    }
    format!(
        "{} updates wait, the oldest for {} s, and none was finished for {} s",
        inbox.waiting,
        age.as_secs(),
        since_progress.as_secs()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Duration = Duration::from_secs(1);

    /// What is wrong when the oldest update has waited so long.
    fn problems(waited: Option<Duration>, contact: Option<Duration>, progress: Duration) -> Vec<String> {
        let earliest = waited.map(|waited| Moment::now().before(waited));
        let inbox = InboxState { waiting: 1, earliest, set_aside: 0 };
        Readiness::of(&Signs { inbox: Ok(inbox), since_contact: contact, since_progress: progress })
            .problems()
    }

    #[test]
    fn telegram_must_have_answered_within_a_minute() {
        for contact in [Duration::ZERO, LONGEST_SILENCE] {
            assert_eq!(problems(None, Some(contact), MOMENT), [""; 0]);
        }
        let silent = problems(None, Some(LONGEST_SILENCE + MOMENT), MOMENT);
        assert_eq!(silent, ["telegram: has not answered for 61 s"]);
        assert_eq!(problems(None, None, MOMENT), ["telegram: has not answered yet"]);
    }

    #[test]
    fn the_inbox_is_stuck_when_something_waits_and_nothing_is_finished() {
        let (now, long) = (Some(Duration::ZERO), LONGEST_STANDSTILL + MOMENT);
        assert_eq!(problems(None, now, long), [""; 0], "nothing to do");
        assert_eq!(problems(Some(MOMENT), now, long), [""; 0], "it has just come");
        assert_eq!(problems(Some(long * 100), now, LONGEST_STANDSTILL), [""; 0], "others are finished");
        let stuck = problems(Some(long * 2), now, long);
        assert!(stuck.len() == 1 && stuck[0].starts_with("inbox: 1 updates wait"), "{stuck:?}");
    }

    #[test]
    fn a_database_that_fails_is_named_and_hides_the_inbox() {
        let inbox = Err("no space is left".to_owned());
        let signs = Signs { inbox, since_contact: Some(MOMENT), since_progress: MOMENT };
        let problems = Readiness::of(&signs).problems();
        assert_eq!(problems, ["storage: no space is left", "inbox: not known without the storage"]);
    }
}
