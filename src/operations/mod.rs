//! What operators see and do: logs, and stopping.

mod logs;
mod stop;

pub use logs::{LogFormat, start_logs};
pub use stop::stop_requested;
