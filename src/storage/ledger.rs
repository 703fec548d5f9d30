//! The one task that writes marks: those that come while a commit is under way share the next one.
//!
//! It also sees to it that what was deleted leaves the database's files soon, and that nothing old stays.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::{Clock, Mark, Storage};
use crate::operations::Metrics;

/// How many marks a commit holds, and how many may wait for the next.
const MOST: usize = 512;
/// How soon the words of an answered update leave the files.
const ERASING: Duration = Duration::from_secs(5);
const TIDYING: Duration = Duration::from_mins(10);
/// How long to wait when the database cannot be written.
const SHORTEST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// Takes marks from everyone.
#[derive(Clone)]
pub struct Ledger {
    orders: mpsc::Sender<Order>,
}

struct Order {
    mark: Mark,
    /// Who waits for it, if anybody does.
    written: Option<oneshot::Sender<()>>,
}

impl Ledger {
    /// Opens it. The task ends, its files clean, when every copy of the ledger is gone.
    pub fn open(storage: Arc<dyn Storage>, clock: Clock, metrics: Arc<Metrics>) -> (Self, JoinHandle<()>) {
        let (orders, taken) = mpsc::channel(MOST);
        (Self { orders }, tokio::spawn(keep(storage, clock, metrics, taken)))
    }

    /// Hands the mark over: it is on the disk no later than any that is handed over after it.
    pub async fn note(&self, mark: Mark) {
        // The task is only gone when the process ends.
        let _ = self.orders.send(Order { mark, written: None }).await;
    }

    /// Returns when the mark is on the disk, however long that takes.
    pub async fn mark(&self, mark: Mark) {
        let (written, done) = oneshot::channel();
        if self.orders.send(Order { mark, written: Some(written) }).await.is_ok() {
            // The task is only gone when the process ends.
            let _ = done.await;
        }
    }
}

async fn keep(
    storage: Arc<dyn Storage>,
    clock: Clock,
    metrics: Arc<Metrics>,
    mut orders: mpsc::Receiver<Order>,
) {
    let [mut erasing, mut tidying] = [interval(ERASING), interval(TIDYING)];
    erasing.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut batch = Vec::with_capacity(MOST);
    let mut has_deleted = true;
    loop {
        tokio::select! {
            count = orders.recv_many(&mut batch, MOST) => {
                if count == 0 {
                    break;
                }
                write(&*storage, &mut batch, &metrics).await;
                has_deleted = true;
            }
            _ = erasing.tick(), if has_deleted => has_deleted = !erase(&*storage, &metrics).await,
            _ = tidying.tick() => {
                if let Err(error) = storage.tidy(clock.now()).await {
                    metrics.storage_failed();
                    tracing::warn!(%error, "what is old could not be deleted");
                }
                has_deleted = true;
            }
        }
    }
    erase(&*storage, &metrics).await;
}

/// Writes the marks as often as it takes: whoever waits for them takes nothing new meanwhile.
async fn write(storage: &dyn Storage, batch: &mut Vec<Order>, metrics: &Metrics) {
    let marks: Vec<Mark> = batch.iter().map(|order| order.mark.clone()).collect();
    let mut pause = SHORTEST_PAUSE;
    while let Err(error) = storage.mark(&marks).await {
        metrics.storage_failed();
        tracing::error!(%error, "the database cannot be written; trying again");
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
    for order in batch.drain(..) {
        if let Some(written) = order.written {
            let _ = written.send(());
        }
    }
}

/// Whether nothing that was deleted is left in the files.
async fn erase(storage: &dyn Storage, metrics: &Metrics) -> bool {
    match storage.erase().await {
        Ok(true) => {
            tracing::debug!("what was deleted has left the files");
            true
        }
        Ok(false) => false,
        Err(error) => {
            metrics.storage_failed();
            tracing::warn!(%error, "what was deleted is still in the files");
            false
        }
    }
}
