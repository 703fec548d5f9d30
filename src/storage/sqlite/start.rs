//! Opening the file: who may use it, whether it is sound, whether it can be written, and its tables.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use tokio::time::{Instant, sleep};

use super::super::StorageError;
use super::BEGIN;

/// What each version of the tables adds to the one before. A file's `user_version` says how many it has.
const MIGRATIONS: [&str; 3] = [
    include_str!("../migrations/1.sql"),
    include_str!("../migrations/2.sql"),
    include_str!("../migrations/3.sql"),
];
/// A process that is told to stop finishes its work first.
const OVERLAP: Duration = Duration::from_secs(12);
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// How long somebody else's reading, such as a backup, may hold up a write.
const OTHERS: Duration = Duration::from_millis(500);

/// Makes the file where it is missing, readable for its owner only, and keeps other processes away from it.
pub(super) async fn lock(path: &Path) -> Result<File, StorageError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    let file = options.open(path)?;
    let deadline = Instant::now() + OVERLAP;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => sleep(LOOK_AGAIN).await,
            Err(TryLockError::WouldBlock) => return Err(StorageError::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

/// A connection to sound, current tables that can be written.
pub(super) async fn connect(path: &Path) -> Result<SqliteConnection, StorageError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(OTHERS)
        .pragma("secure_delete", "ON")
        // No other file than the database is ever written: the rest of the disk may be read-only.
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging();
    let mut connection = SqliteConnection::connect_with(&options).await?;
    require_soundness(&mut connection).await?;
    migrate(&mut connection).await?;
    Ok(connection)
}

async fn require_soundness(connection: &mut SqliteConnection) -> Result<(), StorageError> {
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(connection).await?;
    if verdict == "ok" { Ok(()) } else { Err(StorageError::Damaged) }
}

/// Brings the tables up to date. It writes in any case: what cannot be written is found at the start.
async fn migrate(connection: &mut SqliteConnection) -> Result<(), StorageError> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut *transaction).await?;
    let Some(missing) = usize::try_from(version).ok().and_then(|version| MIGRATIONS.get(version..)) else {
        let found = usize::try_from(version).unwrap_or_default();
        return Err(StorageError::Newer { found, known: MIGRATIONS.len() });
    };
    for migration in missing {
        sqlx::raw_sql(*migration).execute(&mut *transaction).await?;
    }
    let version = MIGRATIONS.len();
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("PRAGMA user_version = {version}")))
        .execute(&mut *transaction)
        .await?;
    sqlx::query("INSERT OR REPLACE INTO registered VALUES ('schema', ?)")
        .bind(version.to_string())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}
