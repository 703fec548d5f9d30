//! `/healthz`, `/readyz` and `/metrics` over HTTP, within bounds that no client can stretch.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::metrics::Metrics;
use super::readiness::{Readiness, Signs};
use crate::storage::{InboxState, Storage};

/// How many clients are served at once; the rest waits.
const CLIENTS: usize = 32;
/// A client that takes longer, from connecting to the end of the answer, is cut off.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the database may take to answer.
const PATIENCE_WITH_STORAGE: Duration = Duration::from_secs(2);
const AFTER_FAILURE: Duration = Duration::from_millis(100);

/// What operators can look at.
#[derive(Clone)]
pub struct Status {
    /// What was counted.
    pub metrics: Arc<Metrics>,
    /// What is asked about the inbox.
    pub storage: Arc<dyn Storage>,
}

/// Listens at the address, and says so in the log.
///
/// # Errors
/// When the address is occupied or not one of this machine.
pub async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    tracing::info!(%address, "health and metrics are served");
    Ok(listener)
}

/// Answers for as long as the process runs, one request a connection. No request's body is read.
pub async fn serve(listener: TcpListener, status: Status) {
    let router = TowerToHyperService::new(router(status));
    let clients = Arc::new(Semaphore::new(CLIENTS));
    while let Ok(place) = Arc::clone(&clients).acquire_owned().await {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::debug!(%error, "a client could not be accepted");
                sleep(AFTER_FAILURE).await;
                continue;
            }
        };
        let connection =
            http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), router.clone());
        tokio::spawn(async move {
            // A client that breaks off, or is cut off, needs no answer.
            let _ = timeout(PATIENCE, connection).await;
            drop(place);
        });
    }
}

fn router(status: Status) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(status)
}

async fn readyz(State(status): State<Status>) -> impl IntoResponse {
    let readiness = Readiness::of(&Signs {
        inbox: status.inbox().await,
        since_contact: status.metrics.since_contact(),
        since_progress: status.metrics.since_progress(),
    });
    let code = if readiness.is_ready() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = serde_json::to_string(&readiness).unwrap_or_default();
    (code, [(CONTENT_TYPE, "application/json")], body)
}

async fn metrics(State(status): State<Status>) -> impl IntoResponse {
    let text = status.metrics.write(status.inbox().await.ok());
    let open_metrics = [(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")];
    text.map(|text| (open_metrics, text)).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

impl Status {
    async fn inbox(&self) -> Result<InboxState, String> {
        let asked = timeout(PATIENCE_WITH_STORAGE, self.storage.inbox()).await;
        let answered = match asked {
            Ok(answered) => answered.map_err(|error| error.to_string()),
            Err(_) => Err(format!("no answer within {} s", PATIENCE_WITH_STORAGE.as_secs())),
        };
        answered.inspect_err(|_| self.metrics.storage_failed())
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use super::*;
    use crate::storage::test_folder::{TempDir, open_in};

    #[tokio::test]
    async fn a_slow_client_is_cut_off_and_holds_nobody_up() {
        let folder = TempDir::new("slow-client");
        let status = Status { metrics: Arc::new(Metrics::new(&[])), storage: open_in(&folder).await };
        let listener = listen(([127, 0, 0, 1], 0).into()).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(serve(listener, status));
        // From here on the clock jumps to the next deadline whenever everyone waits.
        tokio::time::pause();
        let mut slow = TcpStream::connect(address).await.expect("connected");
        slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: a").await.expect("written");
        let mut answer = String::new();
        slow.read_to_string(&mut answer).await.expect("the end");
        assert_eq!(answer, "");
    }
}
