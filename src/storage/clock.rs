//! Moments of the calendar, and the clock that tells them: the system's, or one that a test sets.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A moment, in seconds of Unix time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// Now, by the system's clock.
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// How long ago that was by the system's clock; nothing for what is still to come.
    pub fn elapsed(self) -> Duration {
        Self::now().since(self)
    }

    /// So long before this moment.
    #[must_use]
    pub fn before(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_secs()).unwrap_or(i64::MAX)))
    }

    /// So long after this moment.
    #[must_use]
    pub fn after(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_secs()).unwrap_or(i64::MAX)))
    }

    /// The beginning of its day, UTC.
    #[must_use]
    pub fn day(self) -> Self {
        Self(self.0 - self.0.rem_euclid(24 * 60 * 60))
    }

    /// How long ago `earlier` was; nothing when it is still to come.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_secs(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or_default())
    }
}

impl From<SystemTime> for Moment {
    fn from(time: SystemTime) -> Self {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}

/// Tells the time. It may jump: how long something lasts is measured otherwise.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The system's.
    pub fn system() -> Self {
        Self::new(Moment::now)
    }

    /// One that shows what `tell` says.
    pub fn new(tell: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// One that goes on evenly from that moment, whatever becomes of the system's.
    pub fn going_on_from(moment: Moment) -> Self {
        let start = Instant::now();
        Self::new(move || moment.after(start.elapsed()))
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}
