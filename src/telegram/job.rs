//! An update in work: what it says, how far it has come, and when to give it up.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use teloxide::types::{Update, UpdateKind};
use tracing::{Level, Span, field};

use super::mend::read;
use crate::operations::Kind;
use crate::storage::{Arrival, Chat, Kept, Moment, UpdateId};

/// How often handling may fail for a reason of the update's own.
const ATTEMPTS: u32 = 5;
/// How long it is tried while nothing at all gets through. Telegram keeps updates as long.
const OUTAGE: Duration = Duration::from_hours(24);
const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// An update, from its arrival to its last mark.
pub(super) struct Job {
    pub(super) id: UpdateId,
    pub(super) chat: Chat,
    pub(super) update: Update,
    received_at: Moment,
    /// The moment of arrival is known in whole seconds only.
    taken_at: Instant,
    waited_before: Duration,
    attempts: AtomicU32,
    pauses: AtomicU32,
    parts_sent: AtomicU32,
}

/// Whose fault it was that handling failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The update's: others got through.
    Own,
    /// That of the network, the server or the database.
    Outage,
}

/// What follows a failure.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Try again after this pause.
    Again(Duration),
    /// Set it aside.
    GiveUp,
}

impl Job {
    /// An update that has just come.
    pub(super) fn new(arrival: &Arrival, update: Update) -> Self {
        Self {
            id: arrival.id,
            chat: arrival.chat,
            update,
            received_at: arrival.received_at,
            taken_at: Instant::now(),
            waited_before: Duration::ZERO,
            attempts: AtomicU32::new(0),
            pauses: AtomicU32::new(0),
            parts_sent: AtomicU32::new(0),
        }
    }

    /// An update that an earlier run has left; nothing when its shape is unknown.
    pub(super) fn left(kept: &Kept) -> Option<Self> {
        let fresh = Self::new(&kept.arrival, read(&kept.arrival.raw)?);
        Some(Self {
            waited_before: kept.arrival.received_at.elapsed(),
            attempts: kept.attempts.into(),
            parts_sent: kept.parts_sent.into(),
            ..fresh
        })
    }

    /// What it brings.
    pub(super) fn kind(&self) -> Kind {
        match &self.update.kind {
            UpdateKind::Message(_) => Kind::Message,
            UpdateKind::CallbackQuery(_) => Kind::CallbackQuery,
            _ => Kind::Other,
        }
    }

    /// How long ago it came.
    pub(super) fn age(&self) -> Duration {
        self.waited_before + self.taken_at.elapsed()
    }

    /// What every line of the log about it carries, whichever lines are wanted; its chat only in a detailed log.
    pub(super) fn span(&self) -> Span {
        let (id, kind) = (self.id.0, self.kind().as_str());
        let span = tracing::error_span!("update", id, kind, chat = field::Empty);
        if tracing::enabled!(Level::DEBUG) {
            span.record("chat", self.chat.0);
        }
        span
    }

    /// How many messages of the reply have arrived.
    pub(super) fn parts_sent(&self) -> u32 {
        self.parts_sent.load(Ordering::Relaxed)
    }

    /// One more has.
    pub(super) fn part_sent(&self) -> u32 {
        self.parts_sent.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// How often it has failed by its own fault.
    pub(super) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Relaxed)
    }

    /// Takes note of a failure; the pauses grow.
    pub(super) fn failed(&self, fault: Fault, now: Moment) -> Verdict {
        let is_over = match fault {
            Fault::Own => self.attempts.fetch_add(1, Ordering::Relaxed) + 1 >= ATTEMPTS,
            Fault::Outage => self.received_at < now.before(OUTAGE),
        };
        if is_over {
            return Verdict::GiveUp;
        }
        let doublings = self.pauses.fetch_add(1, Ordering::Relaxed).min(16);
        Verdict::Again((SHORTEST_PAUSE * 2_u32.pow(doublings)).min(LONGEST_PAUSE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        let raw = r#"{"update_id":7,"message":{"message_id":1,"date":1,"text":"t",
                     "chat":{"id":1,"type":"private","first_name":"A"}}}"#;
        let arrival = Arrival {
            id: UpdateId(7),
            chat: Chat(1),
            origin: 0,
            raw: raw.to_owned(),
            received_at: Moment(1_000),
        };
        Job::left(&Kept { arrival, attempts: 1, parts_sent: 0 }).expect("an update")
    }

    #[test]
    fn its_own_fault_is_forgiven_a_few_times_with_growing_pauses() {
        let (job, now) = (job(), Moment(1_000));
        for millis in [500, 1_000, 2_000] {
            assert_eq!(job.failed(Fault::Own, now), Verdict::Again(Duration::from_millis(millis)));
        }
        assert_eq!(job.failed(Fault::Own, now), Verdict::GiveUp);
        assert_eq!(job.attempts(), ATTEMPTS);
    }

    #[test]
    fn an_outage_is_outlasted_for_a_day() {
        let (job, day) = (job(), 24 * 60 * 60);
        for _ in 0..40 {
            assert!(matches!(job.failed(Fault::Outage, Moment(1_000 + day)), Verdict::Again(_)));
        }
        assert_eq!(job.failed(Fault::Outage, Moment(1_000)), Verdict::Again(LONGEST_PAUSE));
        assert_eq!(job.attempts(), 1);
        assert_eq!(job.failed(Fault::Outage, Moment(1_001 + day)), Verdict::GiveUp);
    }
}
