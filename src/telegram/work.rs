//! Work in progress: one chat's updates in order, chats side by side, neither without a bound.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tracing::{Instrument, Span};

/// How many updates wait or run before the receiver has to wait.
const ROOM: u32 = 2_048;

/// What is done with a job, and what when that panics.
pub(super) trait Handle<J>: Send + Sync + 'static {
    fn handle(&self, job: J) -> impl Future<Output = Next> + Send;
    fn rescue(&self, job: J) -> impl Future<Output = Next> + Send;
    /// What the lines of the log about the job carry.
    fn span(&self, _: &J) -> Span {
        Span::none()
    }
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// The chat's next job.
    Done,
    /// The same again, after a pause in which others are served.
    Again(Duration),
}

/// The chats that have something to do. A chat without work takes no room.
pub(super) struct Work<J, H> {
    inner: Arc<Inner<J, H>>,
}

struct Inner<J, H> {
    handler: Arc<H>,
    lanes: Mutex<HashMap<i64, VecDeque<Waiting<J>>>>,
    room: Arc<Semaphore>,
    stopping: watch::Sender<bool>,
}

struct Waiting<J> {
    job: J,
    _room: OwnedSemaphorePermit,
}

impl<J, H> Work<J, H>
where
    J: Clone + Send + 'static,
    H: Handle<J>,
{
    pub(super) fn new(handler: Arc<H>) -> Self {
        let inner = Inner {
            handler,
            lanes: Mutex::default(),
            room: Arc::new(Semaphore::new(ROOM as usize)),
            stopping: watch::Sender::new(false),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Takes the job over, behind the earlier ones of its chat; waits while there is no room.
    pub(super) async fn accept(&self, chat: i64, job: J) {
        let Ok(room) = Arc::clone(&self.inner.room).acquire_owned().await else { return };
        let waiting = Waiting { job, _room: room };
        match self.inner.lanes().entry(chat) {
            Entry::Occupied(mut lane) => lane.get_mut().push_back(waiting),
            Entry::Vacant(free) => {
                free.insert(VecDeque::from([waiting]));
                tokio::spawn(Arc::clone(&self.inner).serve(chat));
            }
        }
    }

    /// Waits until nothing is in work, at most for `grace`; tells how many updates are left undone. Chats that pause
    /// after a failure are not waited for.
    pub(super) async fn finish(&self, grace: Duration) -> usize {
        self.inner.stopping.send_replace(true);
        match tokio::time::timeout(grace, self.inner.room.acquire_many(ROOM)).await {
            Ok(_) => 0,
            Err(_) => ROOM as usize - self.inner.room.available_permits(),
        }
    }
}

impl<J, H> Inner<J, H>
where
    J: Clone + Send + 'static,
    H: Handle<J>,
{
    fn lanes(&self) -> MutexGuard<'_, HashMap<i64, VecDeque<Waiting<J>>>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One job after the other; the pauses of one chat are nobody else's.
    async fn serve(self: Arc<Self>, chat: i64) {
        let mut stopping = self.stopping.subscribe();
        while let Some(waiting) = self.next(chat) {
            let span = self.handler.span(&waiting.job);
            while let Next::Again(pause) = self.attempt(waiting.job.clone()).instrument(span.clone()).await {
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    _ = stopping.wait_for(|is_stopping| *is_stopping) => {
                        self.lanes().remove(&chat);
                        return;
                    }
                }
            }
        }
    }

    async fn attempt(&self, job: J) -> Next {
        let (handler, attempted) = (Arc::clone(&self.handler), job.clone());
        let attempt = tokio::spawn(async move { handler.handle(attempted).await }.in_current_span());
        if let Ok(next) = attempt.await {
            return next;
        }
        tracing::error!("handling an update panicked; the next one is not affected");
        let handler = Arc::clone(&self.handler);
        let rescue = tokio::spawn(async move { handler.rescue(job).await }.in_current_span());
        rescue.await.unwrap_or(Next::Done)
    }

    fn next(&self, chat: i64) -> Option<Waiting<J>> {
        let mut lanes = self.lanes();
        let waiting = lanes.get_mut(&chat)?.pop_front();
        if waiting.is_none() {
            lanes.remove(&chat);
        }
        waiting
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::SemaphorePermit;
    use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

    use super::*;

    const GRACE: Duration = Duration::from_secs(10);

    struct Recorder {
        done: UnboundedSender<&'static str>,
        gate: Semaphore,
    }

    impl Handle<&'static str> for Recorder {
        async fn handle(&self, job: &'static str) -> Next {
            if job == "gated" {
                self.gate.acquire().await.expect("open").forget();
            }
            assert_ne!(job, "panics");
            self.done.send(job).expect("recorded");
            if job == "waits" { Next::Again(Duration::from_hours(1)) } else { Next::Done }
        }

        async fn rescue(&self, job: &'static str) -> Next {
            assert_eq!(job, "panics");
            self.done.send("rescued").expect("recorded");
            if self.gate.try_acquire().map(SemaphorePermit::forget).is_ok() {
                Next::Again(Duration::ZERO)
            } else {
                Next::Done
            }
        }
    }

    #[tokio::test]
    async fn a_chat_is_served_in_order_and_does_not_hold_up_another() {
        let (done, mut seen) = unbounded_channel();
        let handler = Arc::new(Recorder { done, gate: Semaphore::new(0) });
        let work = Work::new(Arc::clone(&handler));
        for (chat, job) in [(1, "gated"), (1, "second"), (2, "other")] {
            work.accept(chat, job).await;
        }
        assert_eq!(seen.recv().await, Some("other"));
        handler.gate.add_permits(1);
        assert_eq!(seen.recv().await, Some("gated"));
        assert_eq!(seen.recv().await, Some("second"));
        assert_eq!(work.finish(GRACE).await, 0);
        assert!(work.inner.lanes().is_empty(), "a chat without work takes no room");
    }

    #[tokio::test]
    async fn a_panic_ends_one_update_and_is_tried_as_often_as_wanted() {
        let (done, mut seen) = unbounded_channel();
        let work = Work::new(Arc::new(Recorder { done, gate: Semaphore::new(2) }));
        work.accept(1, "panics").await;
        work.accept(1, "next").await;
        for expected in ["rescued", "rescued", "rescued", "next"] {
            assert_eq!(seen.recv().await, Some(expected));
        }
    }

    #[tokio::test]
    async fn what_pauses_holds_up_neither_another_chat_nor_the_end() {
        let (done, mut seen) = unbounded_channel();
        let work = Work::new(Arc::new(Recorder { done, gate: Semaphore::new(0) }));
        for (chat, job) in [(1, "waits"), (1, "after"), (2, "other")] {
            work.accept(chat, job).await;
        }
        let mut both = [seen.recv().await, seen.recv().await];
        both.sort_unstable();
        assert_eq!(both, [Some("other"), Some("waits")]);
        assert_eq!(work.finish(GRACE).await, 0);
        assert!(seen.try_recv().is_err());
    }

    #[tokio::test]
    async fn no_room_holds_the_receiver_back_and_unfinished_work_is_counted() {
        let (done, _seen) = unbounded_channel();
        let handler = Arc::new(Recorder { done, gate: Semaphore::new(0) });
        let work = Work::new(Arc::clone(&handler));
        for _ in 0..ROOM {
            work.accept(1, "gated").await;
        }
        assert_eq!(work.finish(Duration::ZERO).await, ROOM as usize);
        let mut full = std::pin::pin!(work.accept(2, "other"));
        assert!(tokio::time::timeout(Duration::ZERO, &mut full).await.is_err());
        handler.gate.add_permits(1);
        full.await;
    }
}
