//! Fetches updates by long polling; only what has been taken over is confirmed to the server.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use teloxide::payloads::{DeleteWebhook, GetUpdates, GetUpdatesSetters};
use teloxide::types::{AllowedUpdate, Update};

use super::api::{CallError, Client, Refusal, call, call_dated};
use super::mend::read;
use super::pause::Pauses;
use crate::storage::Moment;

/// What the bot handles.
const WANTED: [AllowedUpdate; 3] =
    [AllowedUpdate::Message, AllowedUpdate::CallbackQuery, AllowedUpdate::MyChatMember];
const LONG_POLL: Duration = Duration::from_secs(30);
/// How much longer than the long poll its answer may take.
const SLACK: Duration = Duration::from_secs(15);
/// A server that finds nothing sooner than this does not know how to wait; we must, or we would flood it.
const HASTE: Duration = Duration::from_secs(1);
/// A poll that has been out for longer has reached the server.
const ARRIVAL: Duration = Duration::from_secs(2);
const CONFIRMATION: Duration = Duration::from_secs(2);
const AFTER_CONFLICT: Duration = Duration::from_secs(1);

/// Why nothing more can be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The server does not know the token (any more).
    WrongToken,
    /// Another program polls with the same token.
    Conflict,
}

/// One update as it came, before anything is made of it.
pub(super) struct Incoming {
    pub(super) id: i32,
    raw: Box<RawValue>,
}

impl Incoming {
    fn new(raw: Box<RawValue>) -> Option<Self> {
        #[derive(Deserialize)]
        struct Numbered {
            update_id: i32,
        }
        let Numbered { update_id: id } = serde_json::from_str(raw.get()).ok()?;
        Some(Self { id, raw })
    }

    /// What the server sent.
    pub(super) fn raw(&self) -> &str {
        self.raw.get()
    }

    /// The update, or nothing when its shape is unknown.
    pub(super) fn parse(&self) -> Option<Update> {
        read(self.raw.get())
    }
}

/// Updates that arrived together, in order.
pub(super) struct Batch {
    pub(super) updates: Vec<Incoming>,
    /// When, by the server's clock; it may not say.
    pub(super) sent_at: Option<Moment>,
}

/// The long poll and how far it has come.
pub(super) struct Receiver {
    client: Client,
    /// The first update not yet taken over.
    next: i32,
    /// When the server was last told of `next`, and what it was then.
    told: Option<(i32, Instant)>,
    conflict: Conflict,
}

impl Receiver {
    pub(super) fn new(client: Client) -> Self {
        Self { client, next: 0, told: None, conflict: Conflict::default() }
    }

    /// The next updates, in order; waits for them, through whatever passes by itself.
    pub(super) async fn fetch(&mut self) -> Result<Batch, Lost> {
        let mut pauses = Pauses::patient();
        loop {
            let asked = Instant::now();
            self.told = Some((self.next, asked));
            let mut payload = self.request(LONG_POLL);
            payload.allowed_updates = Some(WANTED.to_vec());
            let patience = Some(LONG_POLL + SLACK);
            let error = match call_dated::<_, Vec<Box<RawValue>>>(&self.client, &payload, patience).await {
                Ok((updates, sent_at)) => {
                    let fresh = |incoming: &Incoming| incoming.id >= self.next;
                    let updates: Vec<Incoming> =
                        updates.into_iter().filter_map(Incoming::new).filter(fresh).collect();
                    if updates.is_empty() && asked.elapsed() < HASTE {
                        tokio::time::sleep(pauses.next()).await;
                    }
                    return Ok(Batch { updates, sent_at });
                }
                Err(error) => error,
            };
            tracing::warn!(%error, "fetching updates failed");
            match &error {
                error if error.is_wrong_token() => return Err(Lost::WrongToken),
                CallError::Refused(refusal) if refusal.code == 409 => self.outlast_conflict(refusal).await?,
                _ => tokio::time::sleep(error.retry_after().unwrap_or_else(|| pauses.next())).await,
            }
        }
    }

    /// The update is in other hands now: the next fetch confirms it.
    pub(super) fn taken(&mut self, incoming: &Incoming) {
        self.next = incoming.id + 1;
    }

    /// Tells the server what has been taken since the last fetch, so that a restart does not answer it again.
    pub(super) async fn confirm(&self) {
        let is_known = self.told.is_some_and(|(next, at)| next == self.next && at.elapsed() > ARRIVAL);
        if self.next == 0 || is_known {
            return;
        }
        let payload = self.request(Duration::ZERO).limit(1);
        match call::<_, IgnoredAny>(&self.client, &payload, Some(CONFIRMATION)).await {
            // The server takes note at once, but may hold its answer.
            Err(CallError::Network(error)) if error.is_timeout() => {}
            Err(error) => tracing::warn!(%error, "the last updates could not be confirmed"),
            Ok(_) => {}
        }
    }

    fn request(&self, wait: Duration) -> GetUpdates {
        let payload = GetUpdates::new().timeout(u32::try_from(wait.as_secs()).unwrap_or_default());
        if self.next == 0 { payload } else { payload.offset(self.next) }
    }

    async fn outlast_conflict(&mut self, refusal: &Refusal) -> Result<(), Lost> {
        if refusal.description.contains("webhook is active") {
            tracing::warn!("a webhook is set; it is removed, because this bot polls");
            if let Err(error) = call::<_, IgnoredAny>(&self.client, &DeleteWebhook::new(), None).await {
                tracing::warn!(%error, "removing the webhook failed");
            }
        }
        if self.conflict.lasts(Instant::now()) {
            return Err(Lost::Conflict);
        }
        tokio::time::sleep(AFTER_CONFLICT).await;
        Ok(())
    }
}

/// How long another poller has been in the way: a short overlap is a restart, a long one a second bot.
#[derive(Default)]
struct Conflict {
    first: Option<Instant>,
    last: Option<Instant>,
}

impl Conflict {
    const OVERLAP: Duration = Duration::from_secs(15);
    /// Longer than a long poll: after as much quiet the earlier conflict is over.
    const OVER: Duration = Duration::from_secs(40);

    fn lasts(&mut self, now: Instant) -> bool {
        if self.last.is_none_or(|last| now.duration_since(last) > Self::OVER) {
            self.first = Some(now);
        }
        self.last = Some(now);
        self.first.is_some_and(|first| now.duration_since(first) >= Self::OVERLAP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_lasting_conflict_ends_the_bot() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut conflict = Conflict::default();
        assert!(!conflict.lasts(at(0)));
        assert!(!conflict.lasts(at(14)));
        assert!(!conflict.lasts(at(100)), "the earlier one is long over");
        assert!(!conflict.lasts(at(110)));
        assert!(conflict.lasts(at(116)));
    }
}
