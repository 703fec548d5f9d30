//! The bot on Telegram: the only room that knows teloxide.
//!
//! Updates go one way: `receive` fetches them, `intake` writes them into the inbox before they are confirmed, `work`
//! keeps each chat's order, `desk` lets the handler tree decide and `send` says it.

mod api;
mod budget;
mod chats;
mod command;
mod desk;
mod door;
mod handlers;
mod heard;
mod html;
mod intake;
mod job;
mod keyboard;
mod limits;
mod mend;
mod myself;
mod pace;
mod pause;
mod place;
mod profile;
mod receive;
mod send;
mod split;
mod work;

use std::sync::Arc;
use std::time::Duration;

use teloxide::Bot;
use teloxide::payloads::GetMe;
use thiserror::Error;
use url::Url;

use self::api::{CallError, Client, call_dated};
use self::budget::Budget;
use self::chats::Chats;
use self::desk::Desk;
use self::door::Door;
use self::handlers::{Keeping, tree};
use self::intake::Intake;
use self::limits::Limits;
use self::myself::Myself;
use self::pause::Pauses;
use self::profile::Publisher;
use self::receive::{Lost, Receiver};
use self::send::Outlet;
use self::work::Work;
use crate::app::App;
use crate::config::Secret;
use crate::operations::Metrics;
use crate::storage::{Clock, Ledger, Moment, Storage};

/// How long work may go on after the bot was told to stop.
const GRACE: Duration = Duration::from_secs(8);
/// How long the messages may take then that are under way.
const GRACE_OF_MESSAGES: Duration = Duration::from_secs(1);
/// How long the last look at the database may take then.
const GRACE_OF_LEDGER: Duration = Duration::from_millis(500);

/// What the bot needs to know.
pub struct Settings {
    /// Its token.
    pub token: Secret,
    /// The Bot API server, where it is not Telegram's own.
    pub api_url: Option<Url>,
    /// Whether questions without an answer are kept, without who asked.
    pub keeps_unanswered: bool,
    /// Whether it keeps to Telegram's limits, and people to its own; not where a server of one's own is measured.
    pub limited: bool,
    /// What tells the time while the server does not.
    pub clock: Clock,
}

/// Why the bot does not run.
#[derive(Debug, Error)]
pub enum RunError {
    /// The server does not know the token.
    #[error("Telegram does not accept the bot's token; copy it from @BotFather again")]
    WrongToken,
    /// Another program polls with the same token, and goes on doing so.
    #[error("another program receives this bot's messages; stop that one, only one can run")]
    Conflict,
    /// It could not start.
    #[error("the bot could not start: {0}")]
    Start(String),
}

impl From<Lost> for RunError {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::WrongToken => Self::WrongToken,
            Lost::Conflict => Self::Conflict,
        }
    }
}

/// Runs the bot until `stop` comes, then finishes what is in work.
///
/// # Errors
///
/// When it cannot start, or can no longer receive anything.
pub async fn run(
    app: Arc<App>,
    storage: Arc<dyn Storage>,
    settings: Settings,
    metrics: Arc<Metrics>,
    stop: impl Future<Output = ()>,
) -> Result<(), RunError> {
    let mut stop = std::pin::pin!(stop);
    let Settings { token, api_url, keeps_unanswered, limited, clock } = settings;
    let client = Client { bot: bot(&token, api_url)?, metrics: Arc::clone(&metrics) };
    let (myself, told_at) = tokio::select! {
        () = &mut stop => return Ok(()),
        introduced = introduce(&client) => introduced?,
    };
    // The messages carry the server's time, and ours may jump.
    let clock = told_at.map_or(clock, Clock::going_on_from);
    tracing::info!(username = myself.username, "the bot is running");

    let publisher = Publisher::new(client.clone(), &myself, Arc::clone(&storage));
    let audience = Arc::clone(&app);
    let profile = tokio::spawn(async move { publisher.publish(&audience).await });
    let (ledger, ledger_closed) = Ledger::open(Arc::clone(&storage), clock.clone(), Arc::clone(&metrics));
    let desk = Arc::new(Desk {
        tree: tree(),
        app,
        chats: Arc::new(Chats::new(Arc::clone(&storage))),
        myself: Arc::new(myself.clone()),
        outlet: Outlet::new(client.clone(), limited.then(Budget::default)),
        ledger,
        keeping: Keeping { unanswered: keeps_unanswered },
        storage: Arc::clone(&storage),
        clock: clock.clone(),
        metrics: Arc::clone(&metrics),
    });
    let door = Door::new(myself, Arc::clone(&metrics), limited.then(Limits::default));
    let mut intake = Intake { storage, clock, door, work: Work::new(Arc::clone(&desk)), metrics };
    let mut receiver = Receiver::new(client);
    let ended = tokio::select! {
        () = &mut stop => Ok(()),
        lost = intake.receive(&mut receiver) => Err(lost.into()),
    };

    tracing::info!("the bot stops; what is in work is finished");
    profile.abort();
    let (left, ()) = tokio::join!(intake.work.finish(GRACE), receiver.confirm());
    if left > 0 {
        // A message that is cut off would come again.
        let _ = tokio::time::timeout(GRACE_OF_MESSAGES, desk.outlet.close()).await;
        tracing::warn!(left, "updates were not finished in time; the next start takes them up");
    }
    drop((intake, desk));
    if tokio::time::timeout(GRACE_OF_LEDGER, ledger_closed).await.is_err() {
        tracing::warn!("the database was not tidied in time");
    }
    ended
}

fn bot(token: &Secret, api_url: Option<Url>) -> Result<Bot, RunError> {
    let client = teloxide::net::default_reqwest_settings()
        .build()
        .map_err(|_| RunError::Start("no HTTP client".to_owned()))?;
    let bot = Bot::with_client(token.expose(), client);
    match api_url {
        Some(url) if url.cannot_be_a_base() => {
            Err(RunError::Start("the API address is not one of a server".to_owned()))
        }
        Some(url) => Ok(bot.set_api_url(url)),
        None => Ok(bot),
    }
}

/// Learns who the bot is and what time the server has, through as many network failures as it takes.
async fn introduce(client: &Client) -> Result<(Myself, Option<Moment>), RunError> {
    let mut pauses = Pauses::patient();
    loop {
        let error = match call_dated::<_, Myself>(client, &GetMe::new(), None).await {
            Ok(introduced) => return Ok(introduced),
            Err(error) if error.is_wrong_token() => return Err(RunError::WrongToken),
            Err(error) => error,
        };
        let pause = match &error {
            CallError::Refused(refusal) if refusal.retry_after.is_some() => error.retry_after(),
            error if error.is_passing() => Some(pauses.next()),
            _ => None,
        };
        let Some(pause) = pause else { return Err(RunError::Start(error.to_string())) };
        tracing::warn!(%error, seconds = pause.as_secs_f32(), "Telegram cannot be reached; trying again");
        tokio::time::sleep(pause).await;
    }
}
