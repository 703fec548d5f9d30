//! Takes updates over: first into the inbox, then into work, and only then the server may forget them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use teloxide::types::{Update, UpdateKind};
use tokio::time::sleep;

use super::desk::Desk;
use super::job::Job;
use super::pause::Pauses;
use super::receive::{Incoming, Lost, Receiver};
use super::work::Work;
use crate::operations::Metrics;
use crate::storage::{Arrival, Chat, Mark, Moment, Storage, StorageError, UpdateId};

/// Takes up what an earlier run has left, then whatever comes.
pub(super) async fn receive(
    receiver: &mut Receiver,
    storage: &dyn Storage,
    work: &Work<Arc<Job>, Desk>,
    metrics: &Metrics,
) -> Lost {
    take_up(storage, work, metrics).await;
    loop {
        let batch = match receiver.fetch().await {
            Ok(batch) => batch,
            Err(lost) => return lost,
        };
        let mut arrivals = Vec::new();
        let mut jobs = HashMap::new();
        for (arrival, job) in batch.iter().filter_map(job) {
            jobs.insert(arrival.id, job);
            arrivals.push(arrival);
        }
        if !arrivals.is_empty() {
            let fresh = insist(|| storage.receive(&arrivals), metrics).await;
            let fresh: HashSet<UpdateId> = fresh.into_iter().collect();
            jobs.retain(|id, _| fresh.contains(id));
        }
        for incoming in &batch {
            if let Some(job) = jobs.remove(&UpdateId(incoming.id)) {
                metrics.received(job.kind());
                work.accept(job.chat.0, Arc::new(job)).await;
            }
            receiver.taken(incoming);
        }
    }
}

async fn take_up(storage: &dyn Storage, work: &Work<Arc<Job>, Desk>, metrics: &Metrics) {
    let waiting = insist(|| storage.waiting(), metrics).await;
    if !waiting.is_empty() {
        tracing::info!(updates = waiting.len(), "what was left unanswered is taken up");
    }
    for kept in waiting {
        if let Some(job) = Job::left(&kept) {
            work.accept(job.chat.0, Arc::new(job)).await;
        } else {
            let mark = [Mark::SetAside(kept.arrival.id)];
            insist(|| storage.mark(&mark), metrics).await;
            metrics.set_aside();
        }
    }
}

/// What is worth keeping: an update of a known shape that belongs to a chat.
fn job(incoming: &Incoming) -> Option<(Arrival, Job)> {
    let update = incoming.parse()?;
    let arrival = Arrival {
        id: UpdateId(incoming.id),
        chat: Chat(update.chat()?.id.0),
        origin: origin(&update),
        raw: incoming.raw().to_owned(),
        received_at: Moment::now(),
    };
    let job = Job::new(&arrival, update);
    Some((arrival, job))
}

/// Tells an update from another that a different server has given the same number.
fn origin(update: &Update) -> i64 {
    let trace = match &update.kind {
        UpdateKind::Message(message) => {
            format!("message/{}/{}/{}", message.chat.id, message.id, message.date.timestamp())
        }
        UpdateKind::CallbackQuery(query) => format!("callback/{}", query.id),
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
