//! What operators see and do: logs, and stopping.

mod logs;
mod panics;
mod stop;

pub use logs::{LogFormat, start_logs};
pub use panics::report_panics_by_place;
pub use stop::stop_requested;
