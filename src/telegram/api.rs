//! One call of the Bot API: teloxide's payloads over its client, with answers read so that nothing private leaks.
//!
//! teloxide's own `send` sleeps ten seconds on every server error, holds the chat meanwhile, and keeps the raw body
//! in its errors. This call does neither, and leaves an answer that it does not need unread.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::DATE;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use teloxide::Bot;
use teloxide::requests::Payload;

use crate::operations::{CallResult, Metrics};
use crate::storage::Moment;

/// The way to the Bot API server, on which every call is counted.
#[derive(Clone)]
pub(super) struct Client {
    pub(super) bot: Bot,
    pub(super) metrics: Arc<Metrics>,
}

/// Why a call has failed. Its text holds neither the token nor anybody's words.
#[derive(Debug)]
pub(super) enum CallError {
    /// No answer came.
    Network(reqwest::Error),
    /// The server said no.
    Refused(Refusal),
    /// The answer was not one of the Bot API.
    Garbled {
        /// The HTTP status.
        status: u16,
    },
}

/// What the server gives as its reason.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: u16,
    pub(super) description: String,
    pub(super) retry_after: Option<Duration>,
    pub(super) migrated_to: Option<i64>,
}

impl Refusal {
    /// Whether the reason contains one of these phrases, in whichever case: Telegram is not of one mind there.
    pub(super) fn says_one_of(&self, phrases: &[&str]) -> bool {
        let description = self.description.to_lowercase();
        phrases.iter().any(|phrase| description.contains(&phrase.to_lowercase()))
    }
}

#[derive(Deserialize)]
struct Envelope<T> {
    #[serde(default = "Option::default")]
    result: Option<T>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

impl CallError {
    /// The HTTP status or the Bot API's error code, where there is one.
    pub(super) fn code(&self) -> Option<u16> {
        match self {
            Self::Network(_) => None,
            Self::Refused(refusal) => Some(refusal.code),
            Self::Garbled { status } => Some(*status),
        }
    }

    /// Whether the same call may succeed in a moment.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::Network(_) => true,
            Self::Refused(refusal) => refusal.code >= 500,
            Self::Garbled { status } => *status == 200 || *status >= 500,
        }
    }

    /// Whether the server does not know the token: 401, or 404 when it does not even look like one.
    pub(super) fn is_wrong_token(&self) -> bool {
        matches!(self, Self::Refused(refusal) if matches!(refusal.code, 401 | 404))
    }

    fn result(&self) -> CallResult {
        match self {
            Self::Network(_) => CallResult::Network,
            Self::Refused(refusal) if refusal.code == 429 => CallResult::TooManyRequests,
            Self::Refused(refusal) if refusal.code >= 500 => CallResult::ServerError,
            Self::Refused(_) => CallResult::Refused,
            Self::Garbled { .. } => CallResult::Garbled,
        }
    }

    /// How long the server wants us to wait.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Refused(refusal) => refusal.retry_after,
            Self::Network(_) | Self::Garbled { .. } => None,
        }
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(error) if error.is_timeout() => f.write_str("no answer in time"),
            Self::Network(error) if error.is_connect() => f.write_str("no connection"),
            Self::Network(_) => f.write_str("the connection broke"),
            Self::Refused(refusal) => {
                // What the server quotes may come from a message.
                let reason = refusal.description.split(['"', '\'']).next().unwrap_or_default();
                write!(f, "{} {reason}", refusal.code)
            }
            Self::Garbled { status } => write!(f, "not an answer of the Bot API (HTTP status {status})"),
        }
    }
}

/// Calls the method of `payload` once. `patience` replaces the client's usual time limit.
pub(super) async fn call<P, T>(
    client: &Client,
    payload: &P,
    patience: Option<Duration>,
) -> Result<T, CallError>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    call_dated(client, payload, patience).await.map(|(result, _)| result)
}

/// The same, with what the server's clock says.
pub(super) async fn call_dated<P, T>(
    client: &Client,
    payload: &P,
    patience: Option<Duration>,
) -> Result<(T, Option<Moment>), CallError>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let answer = ask(&client.bot, payload, patience).await;
    client.metrics.called(P::NAME, answer.as_ref().map_or_else(CallError::result, |_| CallResult::Ok));
    answer
}

async fn ask<P, T>(
    bot: &Bot,
    payload: &P,
    patience: Option<Duration>,
) -> Result<(T, Option<Moment>), CallError>
where
    P: Payload + Serialize,
    T: DeserializeOwned,
{
    let mut url = bot.api_url();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(&format!("bot{}", bot.token())).push(P::NAME);
    }
    let mut request = bot.client().post(url).json(payload);
    if let Some(patience) = patience {
        request = request.timeout(patience);
    }
    let network = |error: reqwest::Error| CallError::Network(error.without_url());
    let response = request.send().await.map_err(network)?;
    let status = response.status().as_u16();
    let date = response.headers().get(DATE).and_then(|date| date.to_str().ok());
    let date = date.and_then(|date| httpdate::parse_http_date(date).ok()).map(Moment::from);
    let body = response.bytes().await.map_err(network)?;
    read(status, &body).map(|result| (result, date))
}

fn read<T: DeserializeOwned>(status: u16, body: &[u8]) -> Result<T, CallError> {
    match serde_json::from_slice::<Envelope<T>>(body) {
        Ok(Envelope { result: Some(result), .. }) => Ok(result),
        Ok(Envelope { error_code, description: Some(description), parameters, .. }) => {
            let parameters = parameters.unwrap_or_default();
            Err(CallError::Refused(Refusal {
                code: error_code.unwrap_or(status),
                description,
                retry_after: parameters.retry_after.map(Duration::from_secs),
                migrated_to: parameters.migrate_to_chat_id,
            }))
        }
        Ok(_) | Err(_) => Err(CallError::Garbled { status }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_what_it_asks_for_and_hides_what_it_quotes() {
        let body = br#"{"ok":false,"error_code":429,"description":"Too Many Requests: \"words\"","parameters":{"retry_after":7}}"#;
        let error = read::<bool>(429, body).expect_err("refused");
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        assert_eq!(error.to_string(), "429 Too Many Requests: ");
        assert!(!error.is_passing());
    }

    #[test]
    fn a_front_end_that_answers_in_html_is_a_passing_failure() {
        let error = read::<bool>(502, b"<html>Bad Gateway</html>").expect_err("garbled");
        assert!(error.is_passing());
        assert_eq!(error.code(), Some(502));
    }

    #[test]
    fn an_answer_nobody_needs_is_not_read() {
        read::<serde::de::IgnoredAny>(200, br#"{"ok":true,"result":{"from":17}}"#).expect("fine");
    }
}
