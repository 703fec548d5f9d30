//! Clocks that jump: nobody's question is late, given up or left out for that.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::json;
use tarikh::storage::{Clock, Moment};

use super::inside::{Inside, open};
use crate::lab::{Home, wording};
use crate::server::{Fault, Telegram, refusal};

const YEAR: i64 = 365 * 24 * 60 * 60;

/// A clock, and the hand that moves it.
fn movable() -> (Arc<AtomicI64>, Clock) {
    let hand = Arc::new(AtomicI64::new(Moment::now().0));
    let shown = Arc::clone(&hand);
    (hand, Clock::new(move || Moment(shown.load(Ordering::Relaxed))))
}

fn too_many(seconds: u64) -> Fault {
    let wait = json!({ "retry_after": seconds });
    Fault::Answer(429, refusal(429, "Too Many Requests", &wait))
}

#[test]
fn a_clock_that_jumps_makes_nothing_late_and_loses_nothing() {
    let home = Home::new();
    let (hand, clock) = movable();
    let times = [Moment::now().0, Moment::now().0 + YEAR, 0, Moment::now().0];
    let mut bot = Inside::start(Telegram::start(), open(&home), clock.clone());
    for time in times {
        hand.store(time, Ordering::Relaxed);
        bot.ask(30, 10);
        bot.wait_for_answers();
    }
    let mut left = 0;
    for time in times {
        // The bot may not write, and stops with work left; the next one has another clock, and may not write at first.
        bot.telegram.keep_failing("sendMessage", too_many(60));
        bot.ask(30, 10);
        bot.telegram.wait("what is asked", |state| {
            state.calls.iter().any(|call| call.method == "sendMessage" && !call.ok).then_some(())
        });
        bot.telegram.wait("the confirmation", |state| state.updates.is_empty().then_some(()));
        let (telegram, asked) = bot.stop();
        let storage = open(&home);
        left += super::inside::run(storage.inbox()).expect("readable").waiting;
        telegram.recover();
        for _ in 0..10 {
            telegram.fail("sendMessage", too_many(1));
        }
        hand.store(time, Ordering::Relaxed);
        bot = Inside::start(telegram, storage, clock.clone()).going_on(asked);
        bot.wait_for_answers();
    }
    let fate = bot.fate();
    println!(
        "240 asked in 10 chats while the clock jumps, {left} of them left to another start: lost {}, doubled {}",
        fate.lost, fate.doubled
    );
    assert_eq!((fate.lost, fate.doubled), (0, 0));
    let late = wording("en", "late");
    assert!(bot.texts().iter().all(|text| !text.as_str().expect("a text").starts_with(&late)));
    bot.stop();
    assert!(!home.knows("Alash"));
}
