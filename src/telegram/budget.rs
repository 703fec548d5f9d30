//! How often messages may leave, so that Telegram need not refuse any: by chat, by group, and all together.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use teloxide::types::ChatId;
use tokio::time::{Instant, sleep_until};

use super::pace::{Bucket, Quota, Rate, Window};

/// What Telegram lets through, <https://core.telegram.org/bots/faq#broadcasting-to-users>, with a little room for the
/// time that a message is under way.
const CHAT: Rate = Rate { burst: 3, every: Duration::from_millis(1_050) };
const GROUP: Quota = Quota { most: 20, within: Duration::from_secs(61) };
const ALL: Quota = Quota { most: 30, within: Duration::from_millis(1_050) };
/// How many chats are remembered before those that have been quiet are forgotten.
const CHATS: usize = 1_000;

/// What is left to be sent by.
#[derive(Default)]
pub(super) struct Budget {
    spent: Mutex<Spent>,
}

#[derive(Default)]
struct Spent {
    chats: HashMap<ChatId, Bucket>,
    groups: HashMap<ChatId, Window>,
    all: Window,
}

impl Budget {
    /// Waits until a message to this chat may leave.
    pub(super) async fn wait(&self, chat: ChatId) {
        let at = self.spent().of_chat(chat, Instant::now());
        sleep_until(at).await;
        // Only now: a chat that has to wait must not take the place of one that need not.
        let at = self.spent().all.reserve(ALL, Instant::now());
        sleep_until(at).await;
    }

    fn spent(&self) -> MutexGuard<'_, Spent> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Spent {
    fn of_chat(&mut self, chat: ChatId, now: Instant) -> Instant {
        if self.chats.len() > CHATS {
            self.chats.retain(|_, bucket| !bucket.is_empty(now));
            self.groups.retain(|_, window| !window.is_empty(GROUP, now));
        }
        let at = self.chats.entry(chat).or_insert_with(|| Bucket::new(now)).reserve(CHAT, now);
        if chat.is_user() { at } else { self.groups.entry(chat).or_default().reserve(GROUP, at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn seconds_of(budget: &Budget, chat: i64, messages: usize) -> Vec<f32> {
        let start = Instant::now();
        let mut seconds = Vec::new();
        for _ in 0..messages {
            budget.wait(ChatId(chat)).await;
            seconds.push(start.elapsed().as_secs_f32());
        }
        seconds
    }

    #[tokio::test(start_paused = true)]
    async fn a_chat_gets_a_burst_then_one_message_a_second() {
        let seconds = seconds_of(&Budget::default(), 7, 6).await;
        assert!(seconds[2] < 0.1 && seconds[3] > 1.0 && seconds[5] > 3.0 && seconds[5] < 3.5, "{seconds:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_group_gets_twenty_messages_a_minute() {
        let seconds = seconds_of(&Budget::default(), -7, 21).await;
        assert!(seconds[19] < 20.0 && seconds[20] > 60.0, "{seconds:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn all_together_get_thirty_a_second_and_a_group_that_waits_is_in_nobodys_way() {
        let budget = Budget::default();
        seconds_of(&budget, -7, 20).await;
        let group = budget.wait(ChatId(-7));
        let others = async {
            let mut seconds = Vec::new();
            for chat in 1..=60 {
                seconds.extend(seconds_of(&budget, chat, 1).await);
            }
            seconds
        };
        let start = Instant::now();
        tokio::select! {
            () = group => panic!("the group goes first"),
            seconds = others => assert!(seconds.len() == 60),
        }
        let took = start.elapsed().as_secs_f32();
        assert!(took > 1.0 && took < 2.2, "{took}");
    }

    #[test]
    fn chats_that_are_quiet_are_forgotten() {
        let (mut spent, start) = (Spent::default(), Instant::now());
        for chat in 0..10_000 {
            let at = start + Duration::from_millis(40) * u32::try_from(chat).expect("small");
            spent.of_chat(ChatId(chat - 5_000), at);
        }
        assert!(spent.chats.len() <= CHATS + 1 && spent.groups.len() <= 2 * CHATS, "{}", spent.groups.len());
    }
}
