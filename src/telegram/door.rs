//! Who comes in: what concerns the bot at all, no more of one person than can be answered, and, after an outage, the
//! latest of each chat.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use teloxide::types::{Message, Update, UpdateKind};
use tokio::time::Instant;

use super::heard::{hear, migration};
use super::job::Errand;
use super::limits::{Admission, Limits};
use super::myself::Myself;
use crate::operations::Metrics;
use crate::storage::{Chat, Moment};

/// What is older was asked during an outage, not just now.
const LATE: Duration = Duration::from_hours(1);

/// The memory of who came in.
pub(super) struct Door {
    myself: Myself,
    metrics: Arc<Metrics>,
    /// None when a server of one's own is measured.
    limits: Option<Limits>,
    /// Chats that got an answer after the outage.
    caught_up: HashMap<Chat, Instant>,
}

impl Door {
    pub(super) fn new(myself: Myself, metrics: Arc<Metrics>, limits: Option<Limits>) -> Self {
        Self { myself, metrics, limits, caught_up: HashMap::new() }
    }

    /// What is to be done about each of these updates, which arrived together; nothing: leave it alone. `now` is the
    /// server's time.
    pub(super) fn sort(&mut self, updates: &[Update], now: Moment) -> Vec<Option<Errand>> {
        let errands = self.sort_again(updates, now);
        updates.iter().zip(errands).map(|(update, errand)| self.limit(update, errand?)).collect()
    }

    /// The same for updates that came in before.
    pub(super) fn sort_again(&mut self, updates: &[Update], now: Moment) -> Vec<Option<Errand>> {
        let concerns: Vec<bool> = updates.iter().map(|update| self.concerns(update)).collect();
        let left_out = self.left_out(updates, &concerns, now);
        let each = updates.iter().enumerate();
        each.map(|(at, update)| {
            let comes_in = concerns[at] && !left_out.contains(&at);
            let is_late = late_chat(update, now).is_some();
            comes_in.then_some(if is_late { Errand::AnswerLate } else { Errand::Answer })
        })
        .collect()
    }

    fn concerns(&self, update: &Update) -> bool {
        match &update.kind {
            UpdateKind::Message(message) => {
                hear(message, &self.myself).is_some() || migration(message).is_some()
            }
            UpdateKind::CallbackQuery(query) => query.message.is_some(),
            UpdateKind::MyChatMember(change) => !change.new_chat_member.is_present(),
            _ => false,
        }
    }

    /// Of what one chat has asked during an outage only the latest is answered, and that once.
    fn left_out(&mut self, updates: &[Update], concerns: &[bool], now: Moment) -> HashSet<usize> {
        let begun = Instant::now();
        self.caught_up.retain(|_, at| *at + LATE > begun);
        let mut latest: HashMap<Chat, usize> = HashMap::new();
        let mut left_out = HashSet::new();
        for (at, update) in updates.iter().enumerate().filter(|(at, _)| concerns[*at]) {
            let Some(chat) = late_chat(update, now) else { continue };
            if self.caught_up.contains_key(&chat) {
                left_out.insert(at);
            } else {
                left_out.extend(latest.insert(chat, at));
            }
        }
        self.caught_up.extend(latest.into_keys().map(|chat| (chat, begun)));
        left_out
    }

    fn limit(&mut self, update: &Update, errand: Errand) -> Option<Errand> {
        let (Some(limits), Some((person, group))) = (&mut self.limits, asker(update)) else {
            return Some(errand);
        };
        match limits.admit(person, group, Instant::now()) {
            Admission::Welcome => Some(errand),
            Admission::TooMuch(by) => {
                self.metrics.limited(by);
                Some(Errand::SlowDown)
            }
            Admission::Silence(by) => {
                self.metrics.limited(by);
                None
            }
        }
    }
}

/// The chat, if the message was written long ago.
fn late_chat(update: &Update, now: Moment) -> Option<Chat> {
    let UpdateKind::Message(message) = &update.kind else { return None };
    let is_late = now.since(Moment(message.date.timestamp())) > LATE && migration(message).is_none();
    is_late.then_some(Chat(message.chat.id.0))
}

/// Who asks, and in which group.
fn asker(update: &Update) -> Option<(i64, Option<i64>)> {
    let chat = update.chat()?;
    let person = match &update.kind {
        UpdateKind::Message(message) if migration(message).is_none() => sender(message)?,
        UpdateKind::CallbackQuery(query) => i64::try_from(query.from.id.0).ok()?,
        _ => return None,
    };
    Some((person, (!chat.is_private()).then_some(chat.id.0)))
}

/// Anonymous administrators share one account of Telegram's; they count as their group.
fn sender(message: &Message) -> Option<i64> {
    let group = message.sender_chat.as_ref().map(|chat| chat.id.0);
    group.or_else(|| i64::try_from(message.from.as_ref()?.id.0).ok())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::telegram::mend::read;

    const NOW: Moment = Moment(1_700_000_000);

    fn door() -> Door {
        with_limits(Some(Limits::default()))
    }

    fn with_limits(limits: Option<Limits>) -> Door {
        let myself = Myself { id: 99, username: "tarikh_bot".to_owned() };
        Door::new(myself, Arc::new(Metrics::new(&[])), limits)
    }

    fn update(kind: &str, content: &Value) -> Update {
        read(&json!({ "update_id": 1, kind: content }).to_string()).expect("an update")
    }

    fn message(chat: i64, minutes_ago: i64, text: &str) -> Update {
        let person = json!({ "id": 7, "is_bot": false, "first_name": "A" });
        let chat = if chat > 0 {
            json!({ "id": chat, "type": "private", "first_name": "A" })
        } else {
            json!({ "id": chat, "type": "supergroup", "title": "G" })
        };
        let date = NOW.0 - minutes_ago * 60;
        update(
            "message",
            &json!({ "message_id": 1, "date": date, "chat": chat, "from": person, "text": text }),
        )
    }

    #[test]
    fn only_what_concerns_the_bot_comes_in() {
        let user = json!({ "id": 99, "is_bot": true, "first_name": "T" });
        let change = |status: &str| {
            let member = json!({ "user": user, "status": status, "until_date": 0 });
            let chat = json!({ "id": 7, "type": "private", "first_name": "A" });
            let from = json!({ "id": 7, "is_bot": false, "first_name": "A" });
            let before = json!({ "user": user, "status": "member" });
            update(
                "my_chat_member",
                &json!({ "chat": chat, "from": from, "date": NOW.0, "old_chat_member": before, "new_chat_member": member }),
            )
        };
        let updates = [
            message(7, 0, "when?"),
            message(-7, 0, "when?"),
            message(-7, 0, "/ask when?"),
            change("kicked"),
            change("member"),
        ];
        let answer = Some(Errand::Answer);
        assert_eq!(door().sort(&updates, NOW), [answer, None, answer, answer, None]);
    }

    #[test]
    fn after_an_outage_each_chat_is_answered_once() {
        let mut door = door();
        let updates = [message(1, 180, "a"), message(1, 120, "b"), message(2, 90, "c"), message(1, 5, "d")];
        let late = Some(Errand::AnswerLate);
        assert_eq!(door.sort(&updates, NOW), [None, late, late, Some(Errand::Answer)]);
        let more = [message(1, 100, "e"), message(3, 100, "f"), message(1, 1, "g")];
        assert_eq!(door.sort(&more, NOW), [None, late, Some(Errand::Answer)]);
    }

    #[test]
    fn who_asks_too_much_is_told_so_once() {
        let updates: Vec<Update> = (0..60).map(|_| message(1, 0, "when?")).collect();
        let errands = door().sort(&updates, NOW);
        let count = |errand| errands.iter().filter(|other| **other == errand).count();
        let told = [Some(Errand::Answer), Some(Errand::SlowDown), None].map(count);
        assert_eq!(told, [40, 1, 19]);
        assert!(with_limits(None).sort(&updates, NOW).iter().all(Option::is_some));
    }
}
