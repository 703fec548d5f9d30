//! What outlives the process: updates not yet answered, what chats have chosen, what Telegram was told.
//!
//! [`Storage`] is what a database has to do; [`Ledger`] is the one task that writes marks for all chats at once.

mod clock;
mod error;
mod ledger;
mod records;
mod sqlite;
#[cfg(test)]
pub(crate) mod test_folder;

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use crate::config::Database;
use crate::domain::LanguageId;

pub use clock::{Clock, Moment};
pub use error::StorageError;
pub use ledger::Ledger;
pub use records::{Answered, Arrival, Chat, Conversation, InboxState, Kept, Mark, Unanswered, UpdateId};

/// What comes of asking a database.
pub type Stored<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + Send + 'a>>;

/// So long a question may go on from an answer.
pub const GOES_ON_FOR: Duration = Duration::from_mins(30);

/// A database, whichever it is. What a call has returned survives a power cut.
pub trait Storage: Send + Sync + 'static {
    /// Writes updates down, all or none; gives those that were never written before.
    fn receive<'a>(&'a self, arrivals: &'a [Arrival]) -> Stored<'a, Vec<UpdateId>>;

    /// Every update that waits, the earliest first. A start calls it, and each call is counted as one.
    fn waiting(&self) -> Stored<'_, Vec<Kept>>;

    /// What is in the inbox; that it answers shows that the database can be reached.
    fn inbox(&self) -> Stored<'_, InboxState>;

    /// Writes all the marks, or none.
    fn mark<'a>(&'a self, marks: &'a [Mark]) -> Stored<'a, ()>;

    /// The language that the chat has chosen.
    fn language(&self, chat: Chat) -> Stored<'_, Option<LanguageId>>;

    /// Keeps the chat's choice; `None` forgets it.
    fn choose<'a>(&'a self, chat: Chat, language: Option<&'a LanguageId>) -> Stored<'a, ()>;

    /// What someone was answered last, if that is still kept.
    fn answered(&self, conversation: Conversation) -> Stored<'_, Option<Answered>>;

    /// Deletes all that is kept of the chat, but for what waits to be answered.
    fn forget(&self, chat: Chat) -> Stored<'_, ()>;

    /// The chat has another number now. What it has chosen there already stays.
    fn move_chat(&self, from: Chat, to: Chat) -> Stored<'_, ()>;

    /// Keeps a question that had no answer; the oldest make room.
    fn keep_unanswered<'a>(&'a self, unanswered: &'a Unanswered) -> Stored<'a, ()>;

    /// The hash of what Telegram was told under that name.
    fn registered<'a>(&'a self, what: &'a str) -> Stored<'a, Option<String>>;

    /// Keeps the hash of what Telegram was told.
    fn register<'a>(&'a self, what: &'a str, hash: &'a str) -> Stored<'a, ()>;

    /// Deletes what has become too old: update numbers that cannot come again, updates long set aside, questions
    /// kept for long, and answers from which nobody goes on any more.
    fn tidy(&self, now: Moment) -> Stored<'_, ()>;

    /// Makes what was deleted leave every file of the database; `false` when somebody else was reading just now.
    fn erase(&self) -> Stored<'_, bool>;
}

/// Opens the database, makes it where it is missing, and brings it up to date.
///
/// # Errors
/// When it cannot be written, is damaged, in use, or made by a newer version: one line, with the remedy.
pub async fn open(database: &Database) -> Result<Arc<dyn Storage>, StorageError> {
    match database {
        Database::Sqlite(path) => Ok(Arc::new(sqlite::Sqlite::open(path).await?)),
    }
}
