//! Takes updates over: first into the inbox, then into work, and only then the server may forget them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use teloxide::types::{Update, UpdateKind};
use tokio::time::sleep;

use super::desk::Desk;
use super::door::Door;
use super::job::{Errand, Job};
use super::mend::read;
use super::pause::Pauses;
use super::receive::{Batch, Lost, Receiver};
use super::work::{Lane, Work};
use crate::operations::Metrics;
use crate::storage::{Arrival, Chat, Clock, Mark, Storage, StorageError, UpdateId};

/// Between the server and the work.
pub(super) struct Intake {
    pub(super) storage: Arc<dyn Storage>,
    pub(super) clock: Clock,
    pub(super) door: Door,
    pub(super) work: Work<Arc<Job>, Desk>,
    pub(super) metrics: Arc<Metrics>,
}

impl Intake {
    /// Takes up what an earlier run has left, then whatever comes.
    pub(super) async fn receive(&mut self, receiver: &mut Receiver) -> Lost {
        self.take_up().await;
        loop {
            let batch = match receiver.fetch().await {
                Ok(batch) => batch,
                Err(lost) => return lost,
            };
            let mut jobs = self.keep(&batch).await;
            for incoming in &batch.updates {
                if let Some(job) = jobs.remove(&UpdateId(incoming.id)) {
                    self.metrics.received(job.kind());
                    self.accept(job).await;
                }
                receiver.taken(incoming);
            }
        }
    }

    /// Writes down what comes in, and gives what is new of it.
    async fn keep(&mut self, batch: &Batch) -> HashMap<UpdateId, Job> {
        let now = batch.sent_at.unwrap_or_else(|| self.clock.now());
        let known = batch.updates.iter().filter_map(|incoming| Some((incoming, incoming.parse()?)));
        let (incoming, updates): (Vec<_>, Vec<_>) = known.unzip();
        let errands = self.door.sort(&updates, now);
        let mut arrivals = Vec::new();
        let mut jobs = HashMap::new();
        for ((incoming, update), errand) in incoming.into_iter().zip(updates).zip(errands) {
            let (Some(errand), Some(chat)) = (errand, update.chat()) else { continue };
            let arrival = Arrival {
                id: UpdateId(incoming.id),
                chat: Chat(chat.id.0),
                origin: origin(&update),
                raw: incoming.raw().to_owned(),
                received_at: now,
            };
            jobs.insert(arrival.id, Job::new(&arrival, update, errand));
            arrivals.push(arrival);
        }
        if !arrivals.is_empty() {
            let fresh: HashSet<UpdateId> =
                insist(|| self.storage.receive(&arrivals), &self.metrics).await.into_iter().collect();
            jobs.retain(|id, _| fresh.contains(id));
        }
        jobs
    }

    async fn take_up(&mut self) {
        let waiting = insist(|| self.storage.waiting(), &self.metrics).await;
        if waiting.is_empty() {
            return;
        }
        tracing::info!(updates = waiting.len(), "what was left unanswered is taken up");
        let now = self.clock.now();
        let (mut left, mut updates, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for kept in waiting {
            if let Some(update) = read(&kept.arrival.raw) {
                left.push(kept);
                updates.push(update);
            } else {
                marks.push(Mark::SetAside(kept.arrival.id));
                self.metrics.set_aside();
            }
        }
        let errands = self.door.sort_again(&updates, now);
        let mut jobs = Vec::new();
        for ((kept, update), errand) in left.iter().zip(updates).zip(errands) {
            match errand {
                Some(errand) => jobs.push(Job::left(kept, update, errand, now)),
                None => marks.push(Mark::Done(kept.arrival.id)),
            }
        }
        insist(|| self.storage.mark(&marks), &self.metrics).await;
        for job in jobs {
            self.accept(job).await;
        }
    }

    async fn accept(&self, job: Job) {
        let lane = match job.errand {
            Errand::SlowDown => Lane::Aside(job.chat.0),
            Errand::Answer | Errand::AnswerLate => Lane::Chat(job.chat.0),
        };
        self.work.accept(lane, Arc::new(job)).await;
    }
}

/// Tells an update from another that a different server has given the same number.
fn origin(update: &Update) -> i64 {
    let trace = match &update.kind {
        UpdateKind::Message(message) => {
            format!("message/{}/{}/{}", message.chat.id, message.id, message.date.timestamp())
        }
        UpdateKind::CallbackQuery(query) => format!("callback/{}", query.id),
        UpdateKind::MyChatMember(change) => {
            format!("membership/{}/{}", change.chat.id, change.date.timestamp())
        }
        _ => String::new(),
    };
    Sha256::digest(trace).iter().take(8).fold(0, |origin, byte| origin << 8 | i64::from(*byte))
}

/// Asks the database until it answers: nothing more is received than can be kept.
async fn insist<T, F>(ask: impl Fn() -> F, metrics: &Metrics) -> T
where
    F: Future<Output = Result<T, StorageError>>,
{
    let mut pauses = Pauses::patient();
    loop {
        match ask().await {
            Ok(answer) => return answer,
            Err(error) => {
                metrics.storage_failed();
                tracing::error!(%error, "nothing more is received until the database works again");
                sleep(pauses.next()).await;
            }
        }
    }
}
