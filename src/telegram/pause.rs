//! Pauses between attempts, each longer than the one before.

use std::time::Duration;

/// A growing series of pauses.
pub(super) struct Pauses {
    next: Duration,
    longest: Duration,
}

impl Pauses {
    /// For what is tried until it succeeds.
    pub(super) fn patient() -> Self {
        Self { next: Duration::from_millis(500), longest: Duration::from_secs(30) }
    }

    /// For what somebody waits for.
    pub(super) fn brisk() -> Self {
        Self { next: Duration::from_millis(200), longest: Duration::from_secs(5) }
    }

    /// How long to wait now.
    pub(super) fn next(&mut self) -> Duration {
        let now = self.next;
        self.next = (now * 2).min(self.longest);
        now
    }
}
