//! Pauses between attempts, each longer than the one before, and none just as long as another's.

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
        with_jitter(now)
    }
}

/// From half of it to all of it: those who failed together do not try again together.
pub(super) fn with_jitter(pause: Duration) -> Duration {
    pause.mul_f64(0.5 + fastrand::f64() / 2.0)
}
