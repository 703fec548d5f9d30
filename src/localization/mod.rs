//! Every word that a user reads: languages, wordings, names and dates in the right case, replies.

mod catalog;
mod dates;
mod fluent_file;
mod forms;
mod locale;
mod markup;
mod message;
mod proof;
mod reply;
mod report_address;
mod shown;

pub use catalog::Catalog;
pub use locale::Locale;
pub use markup::{MarkupError, RichText, Run};
pub use message::Message;
pub use reply::{Action, Button, Localizer, Reference, Reply, Saying};
pub use report_address::{ReportAddress, ReportAddressError};
