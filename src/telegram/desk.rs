//! One update from its arrival to what was said: the tree decides, the outlet sends, the ledger takes note.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use teloxide::dispatching::DpHandlerDescription;
use teloxide::dptree::{Handler, deps};
use teloxide::types::{ChatId, Update, UpdateKind};
use thiserror::Error;
use tracing::Span;

use super::api::CallError;
use super::chats::Chats;
use super::handlers::{Before, Chosen, Decision, Keeping, Said};
use super::heard::{Heard, Words, hear};
use super::job::{Errand, Fault, Job, Verdict};
use super::myself::Myself;
use super::place::Place;
use super::send::{Letter, Outlet, SendError};
use super::work::{Handle, Next};
use crate::answering::Outcome;
use crate::app::App;
use crate::domain::{Context, LanguageId};
use crate::localization::Saying;
use crate::operations::Metrics;
use crate::storage::{Answered, Chat, Clock, Conversation, Ledger, Mark, Storage, StorageError, Unanswered};

/// How much of a question is kept, in characters.
const LONGEST_KEPT: usize = 300;

/// Everything that handling needs.
pub(super) struct Desk {
    pub(super) tree: Handler<'static, Decision, DpHandlerDescription>,
    pub(super) app: Arc<App>,
    pub(super) chats: Arc<Chats>,
    pub(super) myself: Arc<Myself>,
    pub(super) outlet: Outlet,
    pub(super) ledger: Ledger,
    pub(super) keeping: Keeping,
    pub(super) storage: Arc<dyn Storage>,
    pub(super) clock: Clock,
    pub(super) metrics: Arc<Metrics>,
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
    /// What the update calls for.
    async fn decide(&self, job: &Job, chosen: Option<LanguageId>, before: Context) -> Decision {
        if job.errand == Errand::SlowDown {
            let reply = self.app.say(&Saying::SlowDown, &self.language(&job.update, chosen.as_ref()));
            return Ok(Some(Said::of_its_own(reply)));
        }
        let (myself, app, chats) = (Arc::clone(&self.myself), Arc::clone(&self.app), Arc::clone(&self.chats));
        let given =
            deps![job.update.clone(), myself, app, chats, Chosen(chosen), Before(before), self.keeping];
        match self.tree.dispatch(given).await {
            ControlFlow::Break(Ok(Some(said))) if job.errand == Errand::AnswerLate => {
                let reply = self.app.apologize_for_delay(&said.reply);
                Ok(Some(Said { reply, ..said }))
            }
            ControlFlow::Break(decision) => decision,
            ControlFlow::Continue(_) => Ok(None),
        }
    }

    async fn reply(&self, job: &Job) -> Result<(), Failed> {
        let chat = self.chats.current(ChatId(job.chat.0));
        if self.chats.was_closed_since(chat, job.taken_at) {
            return Ok(());
        }
        let chosen = self.chats.language(chat).await?;
        let conversation = Conversation { chat: Chat(chat.0), person: person(&job.update) };
        let before = self.chats.context(conversation, self.clock.now()).await?;
        let Some(said) = self.decide(job, chosen.clone(), before).await? else { return Ok(()) };
        let Some(place) = Place::of(&job.update) else { return Ok(()) };
        let mut letter = Letter::new(&Place { chat, ..place }, &said.reply);
        let mut sent = self.send(job, &letter).await;
        if let Err(SendError::Moved(to)) = sent {
            self.chats.follow(chat, to).await?;
            letter.redirect(to);
            sent = self.send(job, &letter).await;
        }
        match sent {
            Ok(()) => {
                self.metrics.replied(job.age(), said.outcome, &said.reply.language);
                self.remember(conversation, &said).await;
                self.keep_if_unanswered(job, &said).await
            }
            Err(SendError::Closed) => {
                tracing::info!("a reply has nowhere to go: the chat is closed to the bot, and forgotten");
                Ok(self.chats.close(chat).await?)
            }
            Err(SendError::Forbidden | SendError::Moved(_)) => {
                tracing::info!("a reply has nowhere to go: the bot may not write there");
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

    /// Remembers what was answered, so that the next question may go on from it.
    async fn remember(&self, conversation: Conversation, said: &Said) {
        let Some(context) = said.context.clone() else { return };
        let answered = Answered { context, at: self.clock.now() };
        self.chats.remember(conversation, answered.clone());
        self.ledger.note(Mark::Answered(conversation, answered)).await;
    }

    /// Keeps a question that had no answer, without who asked it, where the operator wants that.
    async fn keep_if_unanswered(&self, job: &Job, said: &Said) -> Result<(), Failed> {
        let (UpdateKind::Message(message), Some(Outcome::Unknown), true) =
            (&job.update.kind, said.outcome, self.keeping.unanswered)
        else {
            return Ok(());
        };
        let Some(Heard::Question(Words(words))) = hear(message, &self.myself) else { return Ok(()) };
        let unanswered = Unanswered {
            text: words.chars().take(LONGEST_KEPT).collect(),
            language: said.reply.language.clone(),
            asked_on: self.clock.now().day(),
        };
        Ok(self.storage.keep_unanswered(&unanswered).await?)
    }

    /// Sends what has not arrived yet. The next message waits until the one before is noted.
    async fn send(&self, job: &Job, letter: &Letter) -> Result<(), SendError> {
        let arrived = usize::try_from(job.parts_sent()).unwrap_or(usize::MAX);
        for part in arrived..letter.parts() {
            self.outlet.send(letter, part).await?;
            if part + 1 < letter.parts() {
                self.ledger.mark(Mark::Parts(job.id, job.part_sent())).await;
            }
        }
        Ok(())
    }

    /// Tells the chat that something went wrong.
    async fn regret(&self, update: &Update, chosen: Option<LanguageId>) {
        let Some(place) = Place::of(update) else { return };
        let language = self.language(update, chosen.as_ref());
        let letter = Letter::new(&place, &self.app.say(&Saying::Trouble, &language));
        if let Err(error) = self.outlet.send(&letter, 0).await {
            tracing::warn!(%error, "not even that could be said");
        }
    }

    /// The language of what the bot says of its own.
    fn language(&self, update: &Update, chosen: Option<&LanguageId>) -> LanguageId {
        let code = update.from().and_then(|user| user.language_code.as_deref());
        self.app.language_for(chosen, code)
    }

    async fn after_failure(&self, job: &Job, fault: Fault, at_least: Option<Duration>) -> Next {
        match job.failed(fault) {
            Verdict::Again(pause) => {
                if fault == Fault::Own {
                    self.ledger.mark(Mark::Failed(job.id, job.attempts())).await;
                }
                Next::Again(at_least.unwrap_or(pause))
            }
            Verdict::GiveUp => self.set_aside(job).await,
        }
    }

    async fn set_aside(&self, job: &Job) -> Next {
        tracing::error!(attempts = job.attempts(), "an update is set aside");
        self.ledger.mark(Mark::SetAside(job.id)).await;
        self.metrics.set_aside();
        let chosen = self.chats.language(ChatId(job.chat.0)).await.unwrap_or_default();
        self.regret(&job.update, chosen).await;
        Next::Done
    }
}

/// Who an update comes from; of those who write in the name of a chat, none.
fn person(update: &Update) -> i64 {
    update.from().map_or(0, |user| user.id.0.cast_signed())
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
        if job.comes_under_suspicion() {
            let is_one_too_many = job.counts_against_it();
            self.ledger.mark(Mark::Failed(job.id, job.attempts())).await;
            if is_one_too_many {
                return self.set_aside(&job).await;
            }
        }
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
