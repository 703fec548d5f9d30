//! Sending, with the patience that teloxide leaves to its users.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use teloxide::payloads::{AnswerCallbackQuery, SendMessage, SendMessageSetters};
use teloxide::requests::Payload;
use teloxide::types::{CallbackQueryId, ChatId, LinkPreviewOptions, ParseMode, ReplyMarkup, ReplyParameters};
use thiserror::Error;

use super::api::{CallError, Client, call};
use super::html::html;
use super::keyboard::keyboard;
use super::pause::Pauses;
use super::place::Place;
use super::split::parts;
use crate::localization::Reply;

/// How often a call is made that fails for a reason which passes.
const ATTEMPTS: u32 = 6;
/// The longest that the server may make us wait for one call.
const LONGEST_WAIT: Duration = Duration::from_secs(90);

/// Why a reply has not arrived.
#[derive(Debug, Error)]
pub(super) enum SendError {
    /// The bot is blocked, or not in the chat any more.
    #[error("the chat is closed to the bot")]
    Unwanted,
    /// Anything else.
    #[error("{0}")]
    Call(CallError),
}

/// The one way out.
pub(super) struct Outlet {
    client: Client,
    accepted: AtomicU64,
}

/// A reply as the messages that its length needs, the buttons under the last.
pub(super) struct Letter {
    messages: Vec<SendMessage>,
}

impl Letter {
    pub(super) fn new(place: &Place, reply: &Reply) -> Self {
        let parts = parts(&reply.text);
        let texts = parts.iter().map(html).enumerate();
        let mut messages: Vec<SendMessage> =
            texts.map(|(index, text)| message(place, text, index == 0)).collect();
        if let Some(last) = messages.last_mut() {
            last.reply_markup = keyboard(&reply.buttons).map(ReplyMarkup::InlineKeyboard);
        }
        Self { messages }
    }

    /// How many messages it has.
    pub(super) fn parts(&self) -> usize {
        self.messages.len()
    }
}

impl Outlet {
    pub(super) fn new(client: Client) -> Self {
        Self { client, accepted: AtomicU64::new(0) }
    }

    /// Sends one message of a letter; the letter follows its chat when that has become a supergroup.
    pub(super) async fn send(&self, letter: &mut Letter, part: usize) -> Result<(), SendError> {
        let Some(message) = letter.messages.get(part) else { return Ok(()) };
        if let Some(moved_to) = self.deliver(message).await? {
            for message in &mut letter.messages {
                message.chat_id = moved_to.into();
            }
            self.deliver(&letter.messages[part]).await?;
        }
        self.accepted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// How many messages have got through so far.
    pub(super) fn accepted(&self) -> u64 {
        self.accepted.load(Ordering::Relaxed)
    }

    /// Lets the button that was pressed stop waiting. Too late is no harm.
    pub(super) async fn acknowledge(&self, query: &CallbackQueryId) {
        let answered: Result<IgnoredAny, _> =
            persist(&self.client, &AnswerCallbackQuery::new(query.clone())).await;
        if let Err(error) = answered {
            tracing::debug!(%error, "a button could not be acknowledged");
        }
    }

    /// Sends one message; gives the chat's new id when the group has become a supergroup.
    async fn deliver(&self, message: &SendMessage) -> Result<Option<ChatId>, SendError> {
        match persist::<_, IgnoredAny>(&self.client, message).await {
            Ok(_) => Ok(None),
            Err(CallError::Refused(refusal)) if refusal.code == 403 => Err(SendError::Unwanted),
            Err(CallError::Refused(refusal)) if refusal.migrated_to.is_some() => {
                Ok(refusal.migrated_to.map(ChatId))
            }
            Err(error) => Err(SendError::Call(error)),
        }
    }
}

fn message(place: &Place, text: String, is_first: bool) -> SendMessage {
    let preview = LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    };
    let mut message =
        SendMessage::new(place.chat, text).parse_mode(ParseMode::Html).link_preview_options(preview);
    message.message_thread_id = place.topic;
    message.reply_parameters =
        is_first.then(|| ReplyParameters::new(place.message).allow_sending_without_reply());
    message
}

/// Makes a call until it succeeds, is refused, or patience ends. The server's own waiting time is always kept.
pub(super) async fn persist<P, T>(client: &Client, payload: &P) -> Result<T, CallError>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let mut pauses = Pauses::brisk();
    let mut attempt = 1;
    loop {
        let error = match call(client, payload, None).await {
            Ok(result) => return Ok(result),
            Err(error) => error,
        };
        let pause = match error.retry_after() {
            Some(wait) if wait <= LONGEST_WAIT => wait,
            None if error.is_passing() => pauses.next(),
            _ => return Err(error),
        };
        if attempt == ATTEMPTS {
            return Err(error);
        }
        tracing::debug!(%error, attempt, method = P::NAME, "a call is made again");
        client.metrics.retried(P::NAME);
        attempt += 1;
        tokio::time::sleep(pause).await;
    }
}
