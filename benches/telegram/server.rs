//! A lean Bot API server on loopback, quick enough not to be what is measured.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::post;
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::time::{Instant as Deadline, timeout_at};

const JSON: [(axum::http::HeaderName, &str); 1] = [(CONTENT_TYPE, "application/json")];
/// How many updates a poll gives at most when it does not say.
const BATCH: usize = 100;

/// What the bot does, as it arrives.
pub(crate) enum Event {
    /// It waits for updates.
    Poll(Instant),
    /// It replies to the message of that number.
    Reply(usize, Instant),
}

/// The running server.
pub(crate) struct Server {
    address: SocketAddr,
    inner: Arc<Inner>,
}

struct Inner {
    queue: Mutex<VecDeque<(i64, String)>>,
    filled: Notify,
    events: mpsc::Sender<Event>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GetUpdates {
    offset: i64,
    timeout: u64,
    limit: Option<usize>,
}

#[derive(Deserialize)]
struct SendMessage {
    chat_id: i64,
    text: String,
    reply_parameters: Option<ReplyParameters>,
}

#[derive(Deserialize)]
struct ReplyParameters {
    message_id: usize,
}

impl Server {
    /// Starts one on a free port, in a thread of its own.
    pub(crate) fn start() -> (Self, mpsc::Receiver<Event>) {
        let (events, seen) = mpsc::channel();
        let inner = Arc::new(Inner { queue: Mutex::default(), filled: Notify::new(), events });
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket");
        let address = listener.local_addr().expect("an address");
        let app = Router::new().route("/{token}/{method}", post(call)).with_state(Arc::clone(&inner));
        thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                axum::serve(listener, app).await
            })
        });
        (Self { address, inner }, seen)
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Puts updates with these numbers into the queue.
    pub(crate) fn push(&self, updates: impl IntoIterator<Item = (i64, String)>) {
        self.inner.queue().extend(updates);
        self.inner.filled.notify_waiters();
    }
}

impl Inner {
    fn queue(&self) -> MutexGuard<'_, VecDeque<(i64, String)>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, event: Event) {
        // Nobody listens any more at the end.
        let _ = self.events.send(event);
    }

    /// What `offset` has passed is forgotten; an empty queue is waited for.
    async fn updates(&self, wanted: &GetUpdates) -> String {
        let limit = wanted.limit.unwrap_or(BATCH);
        let deadline = Deadline::now() + Duration::from_secs(wanted.timeout);
        self.queue().retain(|(id, _)| *id >= wanted.offset);
        loop {
            let filled = self.filled.notified();
            let batch: Vec<String> =
                self.queue().iter().take(limit).map(|(_, update)| update.clone()).collect();
            if !batch.is_empty() || Deadline::now() >= deadline {
                return format!(r#"{{"ok":true,"result":[{}]}}"#, batch.join(","));
            }
            self.tell(Event::Poll(Instant::now()));
            let _ = timeout_at(deadline, filled).await;
        }
    }
}

async fn call(
    State(server): State<Arc<Inner>>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> impl IntoResponse {
    let arrived = Instant::now();
    let answer = match method.to_ascii_lowercase().as_str() {
        "getupdates" => server.updates(&serde_json::from_slice(&body).unwrap_or_default()).await,
        "sendmessage" => sent(&server, &body, arrived),
        "getme" => result(&json!({
            "id": 1, "is_bot": true, "first_name": "Bot", "username": "measured_bot",
            "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
            "can_connect_to_business": false, "has_main_web_app": false
        })),
        _ => result(&json!(true)),
    };
    (JSON, answer)
}

fn sent(server: &Inner, body: &[u8], arrived: Instant) -> String {
    let message: SendMessage = serde_json::from_slice(body).expect("a message");
    if let Some(reply) = message.reply_parameters {
        server.tell(Event::Reply(reply.message_id, arrived));
    }
    result(&json!({
        "message_id": 1, "date": 1, "text": message.text,
        "chat": { "id": message.chat_id, "type": "private", "first_name": "A" }
    }))
}

fn result(value: &serde_json::Value) -> String {
    format!(r#"{{"ok":true,"result":{value}}}"#)
}
