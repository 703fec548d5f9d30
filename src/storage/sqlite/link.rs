//! The one connection, with transactions that an error or a dropped future cannot leave open.
//!
//! SQLite ends a transaction by itself when its disk is full; `sqlx` would go on to count it as open.

use sqlx::SqliteConnection;

use super::super::StorageError;
use super::BEGIN;

/// A connection that knows whether a transaction was left behind.
pub(super) struct Link {
    connection: SqliteConnection,
    is_in_transaction: bool,
}

impl Link {
    pub(super) fn new(connection: SqliteConnection) -> Self {
        Self { connection, is_in_transaction: false }
    }

    /// The connection, outside any transaction but one begun by the caller.
    pub(super) fn run(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }

    /// Takes back what was begun and not committed.
    pub(super) async fn recover(&mut self) {
        if self.is_in_transaction {
            // It fails where SQLite has done so already.
            let _ = sqlx::raw_sql("ROLLBACK").execute(&mut self.connection).await;
            self.is_in_transaction = false;
        }
    }

    pub(super) async fn begin(&mut self) -> Result<(), StorageError> {
        self.is_in_transaction = true;
        sqlx::raw_sql(BEGIN).execute(&mut self.connection).await?;
        Ok(())
    }

    pub(super) async fn commit(&mut self) -> Result<(), StorageError> {
        sqlx::raw_sql("COMMIT").execute(&mut self.connection).await?;
        self.is_in_transaction = false;
        Ok(())
    }
}
