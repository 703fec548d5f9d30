//! What operators see and do: logs, metrics, readiness, and stopping.

mod labels;
mod logs;
mod metrics;
mod panics;
mod pulse;
mod readiness;
mod server;
mod stop;

pub use labels::{CallResult, Kind, LimitedBy};
pub use logs::{LogFormat, start_logs};
pub use metrics::Metrics;
pub use panics::report_panics_by_place;
pub use readiness::Readiness;
pub use server::{Status, listen, serve};
pub use stop::stop_requested;
