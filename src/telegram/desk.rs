//! One update from its arrival to what was said: the tree decides, the outlet sends, the ledger takes note.

use std::ops::ControlFlow;
use std::sync::Arc;

use teloxide::dispatching::DpHandlerDescription;
use teloxide::dptree::{Handler, deps};
use teloxide::types::{Update, UpdateKind};
use thiserror::Error;
use tracing::Span;

use super::api::CallError;
use super::chats::Chats;
use super::handlers::{Chosen, Decision, tree};
use super::job::{Fault, Job, Verdict};
use super::myself::Myself;
use super::place::Place;
use super::send::{Letter, Outlet, SendError};
use super::work::{Handle, Next};
use crate::app::App;
use crate::domain::LanguageId;
use crate::localization::{Reply, Saying};
use crate::operations::Metrics;
use crate::storage::{Ledger, Mark, Moment, StorageError};

/// Everything that handling needs.
pub(super) struct Desk {
    tree: Handler<'static, Decision, DpHandlerDescription>,
    app: Arc<App>,
    chats: Arc<Chats>,
    myself: Arc<Myself>,
    outlet: Outlet,
    ledger: Ledger,
    metrics: Arc<Metrics>,
}

/// Why an update is not done with.
#[derive(Debug, Error)]
enum Failed {
    #[error("{0}")]
    Storage(#[from] StorageError),
    #[error("{0}")]
    Call(CallError),
}

impl Desk {
    pub(super) fn new(
        app: Arc<App>,
        myself: Myself,
        outlet: Outlet,
        chats: Chats,
        ledger: Ledger,
        metrics: Arc<Metrics>,
    ) -> Self {
        Self { tree: tree(), app, chats: Arc::new(chats), myself: Arc::new(myself), outlet, ledger, metrics }
    }

    async fn decide(&self, update: Update, chosen: Chosen) -> Decision {
        let (myself, app, chats) = (Arc::clone(&self.myself), Arc::clone(&self.app), Arc::clone(&self.chats));
        match self.tree.dispatch(deps![update, myself, app, chats, chosen]).await {
            ControlFlow::Break(decision) => decision,
            ControlFlow::Continue(_) => Ok(None),
        }
    }

    async fn reply(&self, job: &Job) -> Result<(), Failed> {
        let Some(place) = Place::of(&job.update) else { return Ok(()) };
        let chosen = self.chats.language(place.chat).await?;
        let Some(said) = self.decide(job.update.clone(), Chosen(chosen.clone())).await? else {
            return Ok(());
        };
        match self.send(job, &place, &said.reply).await {
            Ok(()) => {
                self.metrics.replied(job.age(), said.outcome, &said.reply.language);
                Ok(())
            }
            Err(SendError::Unwanted) => {
                tracing::info!("a reply has nowhere to go: the chat is closed to the bot");
                Ok(())
            }
            Err(SendError::Call(error)) if error.code() == Some(400) => {
                tracing::error!(%error, "a reply was refused");
                self.regret(&job.update, chosen).await;
                Ok(())
            }
            Err(SendError::Call(error)) => Err(Failed::Call(error)),
        }
    }

    /// Sends what has not arrived yet. The next message waits until the one before is noted.
    async fn send(&self, job: &Job, place: &Place, reply: &Reply) -> Result<(), SendError> {
        let mut letter = Letter::new(place, reply);
        let arrived = usize::try_from(job.parts_sent()).unwrap_or(usize::MAX);
        for part in arrived..letter.parts() {
            self.outlet.send(&mut letter, part).await?;
            if part + 1 < letter.parts() {
                self.ledger.mark(Mark::Parts(job.id, job.part_sent())).await;
            }
        }
        Ok(())
    }

    /// Tells the chat that something went wrong.
    async fn regret(&self, update: &Update, chosen: Option<LanguageId>) {
        let Some(place) = Place::of(update) else { return };
        let code = update.from().and_then(|user| user.language_code.as_deref());
        let language = self.app.language_for(chosen.as_ref(), code);
        let mut letter = Letter::new(&place, &self.app.say(&Saying::Trouble, &language));
        if let Err(error) = self.outlet.send(&mut letter, 0).await {
            tracing::warn!(%error, "not even that could be said");
        }
    }

    async fn after_failure(&self, job: &Job, fault: Fault, at_least: Option<std::time::Duration>) -> Next {
        match job.failed(fault, Moment::now()) {
            Verdict::Again(pause) => {
                if fault == Fault::Own {
                    self.ledger.mark(Mark::Failed(job.id, job.attempts())).await;
                }
                Next::Again(at_least.unwrap_or(pause))
            }
            Verdict::GiveUp => {
                tracing::error!(attempts = job.attempts(), "an update is set aside");
                self.ledger.mark(Mark::SetAside(job.id)).await;
                self.metrics.set_aside();
                let chosen = match Place::of(&job.update) {
                    Some(place) => self.chats.language(place.chat).await.unwrap_or_default(),
                    None => None,
                };
                self.regret(&job.update, chosen).await;
                Next::Done
            }
        }
    }
}

impl Failed {
    fn fault(&self, others_get_through: bool) -> Fault {
        match self {
            Self::Storage(_) => Fault::Outage,
            Self::Call(error) if error.retry_after().is_some() || error.is_wrong_token() => Fault::Outage,
            Self::Call(error) if error.is_passing() && !others_get_through => Fault::Outage,
            Self::Call(_) => Fault::Own,
        }
    }
}

impl Handle<Arc<Job>> for Desk {
    async fn handle(&self, job: Arc<Job>) -> Next {
        let accepted = self.outlet.accepted();
        let replied = match &job.update.kind {
            // However it turns out, the button stops waiting.
            UpdateKind::CallbackQuery(query) => {
                tokio::join!(self.outlet.acknowledge(&query.id), self.reply(&job)).1
            }
            _ => self.reply(&job).await,
        };
        let Err(error) = replied else {
            self.ledger.mark(Mark::Done(job.id)).await;
            self.metrics.finished();
            tracing::debug!("done");
            return Next::Done;
        };
        tracing::warn!(%error, "handling an update failed");
        let wait = match &error {
            Failed::Call(error) => error.retry_after(),
            Failed::Storage(_) => {
                self.metrics.storage_failed();
                None
            }
        };
        self.after_failure(&job, error.fault(self.outlet.accepted() > accepted), wait).await
    }

    async fn rescue(&self, job: Arc<Job>) -> Next {
        self.after_failure(&job, Fault::Own, None).await
    }

    fn span(&self, job: &Arc<Job>) -> Span {
        job.span()
    }
}
