//! Panics go to the log with their place only: a panic's own text may quote people's words.

use std::panic;

/// Replaces the standard report of a panic for the whole process.
pub fn report_panics_by_place() {
    panic::set_hook(Box::new(|panicked| {
        let place = panicked.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
}
