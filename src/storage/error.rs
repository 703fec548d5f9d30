//! Why the database fails, and what an operator can do about it. No text of a person's stands in an error.

use std::io;

use thiserror::Error;

/// What is wrong with the database.
#[derive(Debug, Error)]
pub enum StorageError {
    /// Another process has it.
    #[error("another tarikh uses this database; stop that one, or set TARIKH_DATABASE_URL to another file")]
    InUse,
    /// A newer version has changed its tables.
    #[error(
        "made by a newer version of tarikh (schema {found}, this one knows {known}); \
         run that version, or restore the backup from before the upgrade"
    )]
    Newer {
        /// The schema of the file.
        found: usize,
        /// The newest schema that this program knows.
        known: usize,
    },
    /// It is no database, or parts of it are lost.
    #[error("damaged, or no SQLite database; restore a backup, or move the file away to start anew")]
    Damaged,
    /// It may not be written.
    #[error("cannot be written; let the bot's user write the file and its folder")]
    ReadOnly,
    /// No space is left.
    #[error("no space is left on its disk; free some")]
    Full,
    /// Its file cannot be opened.
    #[error("cannot be opened: {0}; name a file in a folder that exists, as TARIKH_DATABASE_URL=sqlite:PATH")]
    Unreachable(io::Error),
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl From<io::Error> for StorageError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Unreachable(error),
        }
    }
}

impl From<sqlx::Error> for StorageError {
    fn from(error: sqlx::Error) -> Self {
        let database = error.as_database_error();
        let code = database.and_then(sqlx::error::DatabaseError::code).and_then(|code| code.parse().ok());
        match code {
            Some(code) => Self::of_sqlite(code, &error),
            None => Self::Other(error.to_string()),
        }
    }
}

impl StorageError {
    /// By SQLite's extended result code: <https://www.sqlite.org/rescode.html>.
    fn of_sqlite(code: i32, error: &sqlx::Error) -> Self {
        const NO_ROOM_FOR_THE_INDEX: i32 = 4_874;
        match (code, code & 0xff) {
            (NO_ROOM_FOR_THE_INDEX, _) | (_, 13) => Self::Full,
            (_, 3 | 8 | 14) => Self::ReadOnly,
            (_, 5 | 6) => Self::InUse,
            (_, 11 | 26) => Self::Damaged,
            _ => Self::Other(error.to_string()),
        }
    }
}
