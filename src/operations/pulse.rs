//! When something last happened, by a clock that nobody sets.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The moment of the last beat.
pub(super) struct Pulse(Mutex<Option<Instant>>);

impl Pulse {
    /// Without a beat yet.
    pub(super) fn silent() -> Self {
        Self(Mutex::new(None))
    }

    /// As if the first beat were now.
    pub(super) fn beating() -> Self {
        Self(Mutex::new(Some(Instant::now())))
    }

    pub(super) fn beat(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    pub(super) fn elapsed(&self) -> Option<Duration> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).map(|last| last.elapsed())
    }
}
