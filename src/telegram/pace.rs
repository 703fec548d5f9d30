//! How fast is too fast: a bucket for bursts, a window for counts. Time is given, never read.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// A burst, and then one each `every`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    pub(super) burst: u32,
    pub(super) every: Duration,
}

/// The generic cell rate algorithm (ITU-T I.371): all that is remembered is when the bucket will be empty again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
    empty_at: Instant,
}

impl Bucket {
    pub(super) fn new(now: Instant) -> Self {
        Self { empty_at: now }
    }

    /// When the next one conforms.
    fn free_at(&self, rate: Rate, now: Instant) -> Instant {
        let burst = rate.every * rate.burst.saturating_sub(1);
        self.empty_at.checked_sub(burst).map_or(now, |free| free.max(now))
    }

    /// Takes the next place, and tells when it is.
    pub(super) fn reserve(&mut self, rate: Rate, now: Instant) -> Instant {
        let free_at = self.free_at(rate, now);
        self.empty_at = self.empty_at.max(now) + rate.every;
        free_at
    }

    /// Takes a place if one is free now.
    pub(super) fn admit(&mut self, rate: Rate, now: Instant) -> bool {
        let is_free = self.free_at(rate, now) <= now;
        if is_free {
            self.reserve(rate, now);
        }
        is_free
    }

    /// Whether nothing needs to be remembered of it.
    pub(super) fn is_empty(&self, now: Instant) -> bool {
        self.empty_at <= now
    }
}

/// So many within any span of that length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quota {
    pub(super) most: usize,
    pub(super) within: Duration,
}

/// When the last of them were.
#[derive(Clone, Debug, Default)]
pub(super) struct Window {
    taken: VecDeque<Instant>,
}

impl Window {
    /// Takes the next place, and tells when it is.
    pub(super) fn reserve(&mut self, quota: Quota, now: Instant) -> Instant {
        let is_full = self.taken.len() >= quota.most;
        let oldest = if is_full { self.taken.pop_front() } else { None };
        let at = oldest.map_or(now, |oldest| now.max(oldest + quota.within));
        self.taken.push_back(at);
        at
    }

    /// Whether nothing needs to be remembered of it.
    pub(super) fn is_empty(&self, quota: Quota, now: Instant) -> bool {
        self.taken.back().is_none_or(|last| *last + quota.within <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_bucket_gives_a_burst_then_one_at_a_time() {
        let rate = Rate { burst: 3, every: seconds(1) };
        let start = Instant::now();
        let mut bucket = Bucket::new(start);
        let waits: Vec<Duration> = (0..5).map(|_| bucket.reserve(rate, start) - start).collect();
        assert_eq!(waits, [0, 0, 0, 1, 2].map(seconds));
        assert!(!bucket.is_empty(start + seconds(4)) && bucket.is_empty(start + seconds(5)));
        assert_eq!(bucket.reserve(rate, start + seconds(60)), start + seconds(60));
    }

    #[test]
    fn who_comes_too_often_is_admitted_again_when_there_is_room() {
        let rate = Rate { burst: 2, every: seconds(10) };
        let start = Instant::now();
        let mut bucket = Bucket::new(start);
        let admitted = |bucket: &mut Bucket, at| bucket.admit(rate, start + seconds(at));
        assert!(admitted(&mut bucket, 0) && admitted(&mut bucket, 0));
        assert!(!admitted(&mut bucket, 0) && !admitted(&mut bucket, 9));
        assert!(admitted(&mut bucket, 10) && !admitted(&mut bucket, 11));
    }

    #[test]
    fn no_window_of_that_length_holds_more() {
        let quota = Quota { most: 20, within: seconds(60) };
        let start = Instant::now();
        let mut window = Window::default();
        let places: Vec<Instant> =
            (0..100).map(|at| window.reserve(quota, start + Duration::from_millis(at * 700))).collect();
        assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(places.windows(21).all(|taken| taken[20] - taken[0] >= quota.within));
        assert_eq!(places[19] - start, Duration::from_millis(19 * 700), "the first ones wait for nothing");
        assert!(window.is_empty(quota, places[99] + quota.within));
    }
}
