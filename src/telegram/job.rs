//! An update in work: what it says, how far it has come, and when to give it up.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use teloxide::types::{Update, UpdateKind};
use tokio::time::Instant;
use tracing::{Level, Span, field};

use super::pause::with_jitter;
use crate::operations::Kind;
use crate::storage::{Arrival, Chat, Kept, Moment, UpdateId};

/// How often handling may fail for a reason of the update's own.
const ATTEMPTS: u32 = 5;
/// How many starts may find an update waiting before it is handled with suspicion. Others wait through a few, too.
const STARTS: u32 = 3;
/// How long it is tried while nothing at all gets through. Telegram keeps updates as long.
const OUTAGE: Duration = Duration::from_hours(24);
const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What is to be done about an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// Answer it.
    Answer,
    /// Answer it, and say that it is late.
    AnswerLate,
    /// Ask to be given time.
    SlowDown,
}

/// An update, from its arrival to its last mark.
pub(super) struct Job {
    pub(super) id: UpdateId,
    pub(super) chat: Chat,
    pub(super) update: Update,
    pub(super) errand: Errand,
    pub(super) taken_at: Instant,
    waited_before: Duration,
    is_suspect: AtomicBool,
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
    pub(super) fn new(arrival: &Arrival, update: Update, errand: Errand) -> Self {
        Self {
            id: arrival.id,
            chat: arrival.chat,
            update,
            errand,
            taken_at: Instant::now(),
            waited_before: Duration::ZERO,
            is_suspect: AtomicBool::new(false),
            attempts: AtomicU32::new(0),
            pauses: AtomicU32::new(0),
            parts_sent: AtomicU32::new(0),
        }
    }

    /// An update that an earlier run has left; nothing when its shape is unknown.
    pub(super) fn left(kept: &Kept, update: Update, errand: Errand, now: Moment) -> Self {
        Self {
            waited_before: now.since(kept.arrival.received_at),
            is_suspect: AtomicBool::new(kept.starts > STARTS),
            attempts: kept.attempts.into(),
            parts_sent: kept.parts_sent.into(),
            ..Self::new(&kept.arrival, update, errand)
        }
    }

    /// What it brings.
    pub(super) fn kind(&self) -> Kind {
        match &self.update.kind {
            UpdateKind::Message(_) => Kind::Message,
            UpdateKind::CallbackQuery(_) => Kind::CallbackQuery,
            UpdateKind::MyChatMember(_) => Kind::MyChatMember,
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

    /// Whether it may be what has ended the process, more than once; asked and answered once a run.
    pub(super) fn comes_under_suspicion(&self) -> bool {
        self.is_suspect.swap(false, Ordering::Relaxed)
    }

    /// Counts one more attempt that failed, or that may end the process; whether it was one too many.
    pub(super) fn counts_against_it(&self) -> bool {
        self.attempts.fetch_add(1, Ordering::Relaxed) + 1 >= ATTEMPTS
    }

    /// Takes note of a failure; the pauses grow.
    pub(super) fn failed(&self, fault: Fault) -> Verdict {
        let is_over = match fault {
            Fault::Own => self.counts_against_it(),
            Fault::Outage => self.age() > OUTAGE,
        };
        if is_over {
            return Verdict::GiveUp;
        }
        let doublings = self.pauses.fetch_add(1, Ordering::Relaxed).min(16);
        Verdict::Again(with_jitter((SHORTEST_PAUSE * 2_u32.pow(doublings)).min(LONGEST_PAUSE)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Kept, UpdateId};
    use crate::telegram::mend::read;

    const DAY: i64 = 24 * 60 * 60;

    fn job(starts: u32, now: Moment) -> Job {
        let raw = r#"{"update_id":7,"message":{"message_id":1,"date":1,"text":"t",
                     "chat":{"id":1,"type":"private","first_name":"A"}}}"#;
        let arrival = Arrival {
            id: UpdateId(7),
            chat: Chat(1),
            origin: 0,
            raw: raw.to_owned(),
            received_at: Moment(1_000),
        };
        let kept = Kept { arrival, attempts: 1, parts_sent: 0, starts };
        Job::left(&kept, read(raw).expect("an update"), Errand::Answer, now)
    }

    #[test]
    fn its_own_fault_is_forgiven_a_few_times_with_growing_pauses() {
        let job = job(1, Moment(1_000));
        for millis in [500, 1_000, 2_000] {
            let Verdict::Again(pause) = job.failed(Fault::Own) else { panic!("given up") };
            let most = Duration::from_millis(millis);
            assert!(most / 2 <= pause && pause <= most, "{pause:?}");
        }
        assert_eq!(job.failed(Fault::Own), Verdict::GiveUp);
        assert_eq!(job.attempts(), ATTEMPTS);
    }

    #[tokio::test(start_paused = true)]
    async fn an_outage_is_outlasted_for_a_day_whatever_the_clock_says() {
        for (now, hours_left) in [(Moment(1_000), 24), (Moment(1_000 + DAY / 2), 12), (Moment(-50 * DAY), 24)]
        {
            let job = job(1, now);
            for _ in 0..40 {
                assert!(matches!(job.failed(Fault::Outage), Verdict::Again(_)));
            }
            tokio::time::advance(Duration::from_hours(hours_left)).await;
            assert!(matches!(job.failed(Fault::Outage), Verdict::Again(pause) if pause <= LONGEST_PAUSE));
            assert_eq!(job.attempts(), 1);
            tokio::time::advance(Duration::from_secs(1)).await;
            assert_eq!(job.failed(Fault::Outage), Verdict::GiveUp, "{now:?}");
        }
    }

    #[test]
    fn what_waited_through_many_starts_is_suspect_once_a_run() {
        assert!(!job(STARTS, Moment(1_000)).comes_under_suspicion());
        let suspect = job(STARTS + 1, Moment(1_000));
        assert!(suspect.comes_under_suspicion() && !suspect.comes_under_suspicion());
    }
}
