//! The wish to stop: SIGTERM from an operator's tools, SIGINT from the keyboard.

use std::io;

use tokio::signal::unix::{SignalKind, signal};

/// Listens from the call on; the future ends at the first of either signal.
///
/// # Errors
/// When the system does not let it listen.
pub fn stop_requested() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
