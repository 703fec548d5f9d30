//! Sending, with the patience that teloxide leaves to its users.

use std::sync::atomic::{AtomicU64, Ordering};

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use teloxide::payloads::{AnswerCallbackQuery, SendMessage, SendMessageSetters};
use teloxide::requests::Payload;
use teloxide::types::{
    CallbackQueryId, ChatId, LinkPreviewOptions, ParseMode, Recipient, ReplyMarkup, ReplyParameters,
};
use thiserror::Error;
use tokio::sync::Semaphore;

use super::api::{CallError, Client, call};
use super::budget::Budget;
use super::html::html;
use super::keyboard::keyboard;
use super::pause::Pauses;
use super::place::Place;
use super::split::parts;
use crate::localization::Reply;

/// How often a call is made that fails for a reason which passes.
const ATTEMPTS: u32 = 6;
/// How many messages are under way at the same moment: as many may come twice after a crash.
const UNDER_WAY: u32 = 128;
/// What Telegram says, among more, where the bot may not write just now.
const NO_RIGHT: [&str; 6] = [
    "not enough rights",
    "have no rights",
    "CHAT_WRITE_FORBIDDEN",
    "TOPIC_CLOSED",
    "message thread not found",
    "chat not found",
];

/// Why a reply has not arrived.
#[derive(Debug, Error)]
pub(super) enum SendError {
    /// The bot is blocked, or not in the chat any more.
    #[error("the chat is closed to the bot")]
    Closed,
    /// The bot is in the chat, and may not write there.
    #[error("the bot may not write in the chat")]
    Forbidden,
    /// The group has become a supergroup with this number.
    #[error("the group has another number now")]
    Moved(ChatId),
    /// Anything else.
    #[error("{0}")]
    Call(CallError),
}

/// The one way out.
pub(super) struct Outlet {
    client: Client,
    /// None when a server of one's own is measured.
    budget: Option<Budget>,
    under_way: Semaphore,
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

    /// Goes to another chat from now on.
    pub(super) fn redirect(&mut self, chat: ChatId) {
        for message in &mut self.messages {
            message.chat_id = chat.into();
        }
    }

    /// How many messages it has.
    pub(super) fn parts(&self) -> usize {
        self.messages.len()
    }
}

impl Outlet {
    pub(super) fn new(client: Client, budget: Option<Budget>) -> Self {
        Self { client, budget, under_way: Semaphore::new(UNDER_WAY as usize), accepted: AtomicU64::new(0) }
    }

    /// Sends one message of a letter, as soon as the budget allows.
    pub(super) async fn send(&self, letter: &Letter, part: usize) -> Result<(), SendError> {
        let Some(message) = letter.messages.get(part) else { return Ok(()) };
        if let (Some(budget), Recipient::Id(chat)) = (&self.budget, &message.chat_id) {
            budget.wait(*chat).await;
        }
        let _under_way = self.under_way.acquire().await;
        if let Err(error) = persist::<_, IgnoredAny>(&self.client, message).await {
            if error.retry_after().is_some() {
                self.client.metrics.retried(SendMessage::NAME);
            }
            return Err(SendError::of(error));
        }
        self.accepted.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Begins no message any more, and waits for those under way.
    pub(super) async fn close(&self) {
        if let Ok(all) = self.under_way.acquire_many(UNDER_WAY).await {
            all.forget();
        }
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
}

impl SendError {
    fn of(error: CallError) -> Self {
        let CallError::Refused(refusal) = &error else { return Self::Call(error) };
        match (refusal.code, refusal.migrated_to) {
            (_, Some(chat)) => Self::Moved(ChatId(chat)),
            (403, _) => Self::Closed,
            (400, _) if refusal.says_one_of(&NO_RIGHT) => Self::Forbidden,
            _ => Self::Call(error),
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

/// Makes a call until it succeeds, is refused, or patience ends. Whether a call that broke off took effect is not
/// known: it is made again.
pub(super) async fn persist<P, T>(client: &Client, payload: &P) -> Result<T, CallError>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let mut pauses = Pauses::brisk();
    let mut attempt = 1;
    loop {
        let error = match call(client, payload, None).await {
            Err(error) if error.is_passing() && attempt < ATTEMPTS => error,
            outcome => return outcome,
        };
        tracing::debug!(%error, attempt, method = P::NAME, "a call is made again");
        client.metrics.retried(P::NAME);
        attempt += 1;
        tokio::time::sleep(pauses.next()).await;
    }
}
