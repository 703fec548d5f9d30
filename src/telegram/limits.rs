//! How much one person and one chat may ask: who asks too much is told so once, and then met with silence.

use std::collections::HashMap;
use std::hash::Hash;
use std::time::Duration;

use tokio::time::Instant;

use super::pace::{Bucket, Rate};
use crate::operations::LimitedBy;

/// As fast as answers may arrive in a chat, after a burst that nobody types.
const PERSON: Rate = Rate { burst: 40, every: Duration::from_secs(1) };
/// As fast as answers may arrive in a group, after a burst of a whole class.
const GROUP: Rate = Rate { burst: 60, every: Duration::from_secs(3) };
/// How long nobody is told a second time.
const TOLD_FOR: Duration = Duration::from_mins(10);
/// How many are remembered before those who have been quiet are forgotten.
const REMEMBERED: usize = 10_000;

/// What becomes of something that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is answered.
    Welcome,
    /// It is not, and whoever asks is told why.
    TooMuch(LimitedBy),
    /// It is not, and that has been said.
    Silence(LimitedBy),
}

/// The memory of who has asked how much.
#[derive(Default)]
pub(super) struct Limits {
    people: Ration<i64>,
    groups: Ration<i64>,
}

impl Limits {
    /// Counts one more question of that person, in that group if it is one.
    pub(super) fn admit(&mut self, person: i64, group: Option<i64>, now: Instant) -> Admission {
        match (self.people.admit(person, PERSON, LimitedBy::User, now), group) {
            (Admission::Welcome, Some(group)) => self.groups.admit(group, GROUP, LimitedBy::Chat, now),
            (admission, _) => admission,
        }
    }
}

struct Ration<K>(HashMap<K, Asked>);

struct Asked {
    bucket: Bucket,
    told_at: Option<Instant>,
}

impl<K> Default for Ration<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Eq + Hash> Ration<K> {
    fn admit(&mut self, key: K, rate: Rate, by: LimitedBy, now: Instant) -> Admission {
        if self.0.len() >= REMEMBERED && !self.0.contains_key(&key) {
            self.0.retain(|_, asked| !asked.bucket.is_empty(now));
            // So many at once are nobody's habit: all are forgiven, and the memory stays bounded.
            if self.0.len() >= REMEMBERED {
                self.0.clear();
            }
        }
        let asked = self.0.entry(key).or_insert_with(|| Asked { bucket: Bucket::new(now), told_at: None });
        if asked.bucket.admit(rate, now) {
            return Admission::Welcome;
        }
        if asked.told_at.is_some_and(|at| now < at + TOLD_FOR) {
            return Admission::Silence(by);
        }
        asked.told_at = Some(now);
        Admission::TooMuch(by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(limits: &mut Limits, asked: impl Iterator<Item = (i64, Option<i64>, Instant)>) -> [usize; 3] {
        let admitted: Vec<Admission> =
            asked.map(|(person, group, now)| limits.admit(person, group, now)).collect();
        let count =
            |kind: fn(&Admission) -> bool| admitted.iter().filter(|admission| kind(admission)).count();
        [
            count(|admission| *admission == Admission::Welcome),
            count(|admission| matches!(admission, Admission::TooMuch(_))),
            count(|admission| matches!(admission, Admission::Silence(_))),
        ]
    }

    #[test]
    fn one_who_floods_is_told_once_and_nobody_else_notices() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        assert_eq!(count(&mut limits, (0..200).map(|_| (1, None, start))), [40, 1, 159]);
        assert_eq!(limits.admit(2, None, start), Admission::Welcome);
        let later = start + Duration::from_secs(1);
        assert_eq!(limits.admit(1, None, later), Admission::Welcome);
        assert_eq!(limits.admit(1, None, later), Admission::Silence(LimitedBy::User));
        let much_later = start + TOLD_FOR;
        assert_eq!(count(&mut limits, (0..42).map(|_| (1, None, much_later))), [40, 1, 1]);
    }

    #[test]
    fn a_group_has_a_limit_of_its_own() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        assert_eq!(count(&mut limits, (0..70).map(|person| (person, Some(-7), start))), [60, 1, 9]);
        assert_eq!(limits.admit(0, None, start), Admission::Welcome);
        assert_eq!(limits.admit(0, Some(-8), start), Admission::Welcome);
    }

    #[test]
    fn the_memory_is_bounded() {
        let (mut limits, start) = (Limits::default(), Instant::now());
        for person in 0..50_000 {
            let now = start + Duration::from_micros(50) * u32::try_from(person).expect("small");
            limits.admit(person, None, now);
        }
        assert!(limits.people.0.len() <= REMEMBERED);
    }
}
