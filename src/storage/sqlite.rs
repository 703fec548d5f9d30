//! SQLite: one file and one connection, every commit on the disk before it counts.

mod link;
mod start;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use tokio::sync::{Mutex, MutexGuard};

use self::link::Link;
use super::{
    Answered, Arrival, Chat, Conversation, GOES_ON_FOR, InboxState, Kept, Mark, Moment, Storage,
    StorageError, Stored, Unanswered, UpdateId,
};
use crate::domain::LanguageId;

/// Telegram repeats an update for a day.
const REPEATED_FOR: Duration = Duration::from_hours(2 * 24);
const SET_ASIDE_FOR: Duration = Duration::from_hours(7 * 24);
/// Questions that had no answer, where they are kept at all.
const UNANSWERED_FOR: Duration = Duration::from_hours(90 * 24);
const UNANSWERED_MOST: i64 = 10_000;
/// Takes the lock of a writer at once, so that a transaction cannot fail halfway for want of it.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// The database.
pub(super) struct Sqlite {
    link: Mutex<Link>,
    /// Held until the connection is closed: no second process takes the same updates.
    _lock: File,
}

/// A row of the inbox, its columns in the order of the table.
type Row = (i32, i64, i64, String, i64, u32, u32, u32);

impl Sqlite {
    /// Opens the file; makes it where there is none.
    pub(super) async fn open(path: &Path) -> Result<Self, StorageError> {
        let lock = start::lock(path).await?;
        let connection = start::connect(path).await?;
        Ok(Self { link: Mutex::new(Link::new(connection)), _lock: lock })
    }

    async fn link(&self) -> MutexGuard<'_, Link> {
        let mut link = self.link.lock().await;
        link.recover().await;
        link
    }
}

impl Storage for Sqlite {
    fn receive<'a>(&'a self, arrivals: &'a [Arrival]) -> Stored<'a, Vec<UpdateId>> {
        Box::pin(async move {
            let mut link = self.link().await;
            link.begin().await?;
            let mut fresh = Vec::with_capacity(arrivals.len());
            for Arrival { id, chat, origin, raw, received_at } in arrivals {
                let seen = sqlx::query("INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .bind(id.0)
                    .bind(origin)
                    .bind(received_at.0)
                    .execute(link.run())
                    .await?;
                if seen.rows_affected() == 0 {
                    continue;
                }
                sqlx::query("INSERT OR REPLACE INTO inbox (update_id, chat, origin, raw, received_at) VALUES (?, ?, ?, ?, ?)")
                    .bind(id.0)
                    .bind(chat.0)
                    .bind(origin)
                    .bind(raw)
                    .bind(received_at.0)
                    .execute(link.run())
                    .await?;
                fresh.push(*id);
            }
            link.commit().await?;
            Ok(fresh)
        })
    }

    fn waiting(&self) -> Stored<'_, Vec<Kept>> {
        Box::pin(async move {
            let mut link = self.link().await;
            sqlx::query("UPDATE inbox SET starts = starts + 1 WHERE state = 0").execute(link.run()).await?;
            let rows: Vec<Row> = sqlx::query_as(
                "SELECT update_id, chat, origin, raw, received_at, attempts, parts_sent, starts
                 FROM inbox WHERE state = 0 ORDER BY update_id",
            )
            .fetch_all(link.run())
            .await?;
            Ok(rows.into_iter().map(kept).collect())
        })
    }

    fn inbox(&self) -> Stored<'_, InboxState> {
        Box::pin(async move {
            let (waiting, earliest, set_aside): (u32, Option<i64>, u32) = sqlx::query_as(
                "SELECT COUNT(*) FILTER (WHERE state = 0), MIN(received_at) FILTER (WHERE state = 0),
                 COUNT(*) FILTER (WHERE state = 1) FROM inbox",
            )
            .fetch_one(self.link().await.run())
            .await?;
            Ok(InboxState { waiting, earliest: earliest.map(Moment), set_aside })
        })
    }

    fn mark<'a>(&'a self, marks: &'a [Mark]) -> Stored<'a, ()> {
        Box::pin(async move {
            let mut link = self.link().await;
            link.begin().await?;
            for mark in marks {
                let query = match mark {
                    Mark::Answered(Conversation { chat, person }, Answered { context, at }) => {
                        sqlx::query("INSERT OR REPLACE INTO contexts VALUES (?, ?, ?, ?)")
                            .bind(chat.0)
                            .bind(person)
                            .bind(context.to_string())
                            .bind(at.0)
                    }
                    Mark::Done(id) => sqlx::query("DELETE FROM inbox WHERE update_id = ?").bind(id.0),
                    Mark::Parts(id, parts) => {
                        sqlx::query("UPDATE inbox SET parts_sent = ? WHERE update_id = ?")
                            .bind(parts)
                            .bind(id.0)
                    }
                    Mark::Failed(id, attempts) => {
                        sqlx::query("UPDATE inbox SET attempts = ? WHERE update_id = ?")
                            .bind(attempts)
                            .bind(id.0)
                    }
                    Mark::SetAside(id) => {
                        sqlx::query("UPDATE inbox SET state = 1 WHERE update_id = ?").bind(id.0)
                    }
                };
                query.execute(link.run()).await?;
            }
            link.commit().await?;
            Ok(())
        })
    }

    fn language(&self, chat: Chat) -> Stored<'_, Option<LanguageId>> {
        Box::pin(async move {
            let found: Option<String> = sqlx::query_scalar("SELECT language FROM chats WHERE chat = ?")
                .bind(chat.0)
                .fetch_optional(self.link().await.run())
                .await?;
            Ok(found.map(|language| LanguageId::new(&language)))
        })
    }

    fn choose<'a>(&'a self, chat: Chat, language: Option<&'a LanguageId>) -> Stored<'a, ()> {
        Box::pin(async move {
            let query = match language {
                Some(language) => sqlx::query(
                    "INSERT INTO chats VALUES (?, ?) ON CONFLICT DO UPDATE SET language = excluded.language",
                )
                .bind(chat.0)
                .bind(language.as_str()),
                None => sqlx::query("DELETE FROM chats WHERE chat = ?").bind(chat.0),
            };
            query.execute(self.link().await.run()).await?;
            Ok(())
        })
    }

    fn answered(&self, conversation: Conversation) -> Stored<'_, Option<Answered>> {
        Box::pin(async move {
            let found: Option<(String, i64)> =
                sqlx::query_as("SELECT request, answered_at FROM contexts WHERE chat = ? AND person = ?")
                    .bind(conversation.chat.0)
                    .bind(conversation.person)
                    .fetch_optional(self.link().await.run())
                    .await?;
            // What an older version wrote may not be read any more: then nothing goes on from it.
            Ok(found
                .and_then(|(context, at)| Some(Answered { context: context.parse().ok()?, at: Moment(at) })))
        })
    }

    fn forget(&self, chat: Chat) -> Stored<'_, ()> {
        Box::pin(async move {
            let mut link = self.link().await;
            link.begin().await?;
            for statement in [
                "DELETE FROM chats WHERE chat = ?",
                "DELETE FROM contexts WHERE chat = ?",
                "DELETE FROM inbox WHERE chat = ? AND state = 1",
            ] {
                sqlx::query(statement).bind(chat.0).execute(link.run()).await?;
            }
            link.commit().await?;
            Ok(())
        })
    }

    fn move_chat(&self, from: Chat, to: Chat) -> Stored<'_, ()> {
        Box::pin(async move {
            let mut link = self.link().await;
            link.begin().await?;
            for statement in [
                "UPDATE OR IGNORE chats SET chat = ? WHERE chat = ?",
                "UPDATE OR IGNORE contexts SET chat = ? WHERE chat = ?",
                "UPDATE inbox SET chat = ? WHERE chat = ?",
            ] {
                sqlx::query(statement).bind(to.0).bind(from.0).execute(link.run()).await?;
            }
            for statement in ["DELETE FROM chats WHERE chat = ?", "DELETE FROM contexts WHERE chat = ?"] {
                sqlx::query(statement).bind(from.0).execute(link.run()).await?;
            }
            link.commit().await?;
            Ok(())
        })
    }

    fn keep_unanswered<'a>(&'a self, unanswered: &'a Unanswered) -> Stored<'a, ()> {
        Box::pin(async move {
            let mut link = self.link().await;
            link.begin().await?;
            sqlx::query("INSERT INTO unanswered (text, language, asked_on) VALUES (?, ?, ?)")
                .bind(&unanswered.text)
                .bind(unanswered.language.as_str())
                .bind(unanswered.asked_on.0)
                .execute(link.run())
                .await?;
            sqlx::query("DELETE FROM unanswered WHERE id <= (SELECT max(id) FROM unanswered) - ?")
                .bind(UNANSWERED_MOST)
                .execute(link.run())
                .await?;
            link.commit().await?;
            Ok(())
        })
    }

    fn registered<'a>(&'a self, what: &'a str) -> Stored<'a, Option<String>> {
        Box::pin(async move {
            let query = sqlx::query_scalar("SELECT hash FROM registered WHERE what = ?").bind(what);
            Ok(query.fetch_optional(self.link().await.run()).await?)
        })
    }

    fn register<'a>(&'a self, what: &'a str, hash: &'a str) -> Stored<'a, ()> {
        Box::pin(async move {
            sqlx::query(
                "INSERT INTO registered VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash",
            )
            .bind(what)
            .bind(hash)
            .execute(self.link().await.run())
            .await?;
            Ok(())
        })
    }

    fn tidy(&self, now: Moment) -> Stored<'_, ()> {
        Box::pin(async move {
            let mut link = self.link().await;
            for (statement, span) in [
                ("DELETE FROM seen WHERE seen_at < ?", REPEATED_FOR),
                ("DELETE FROM inbox WHERE state = 1 AND received_at < ?", SET_ASIDE_FOR),
                ("DELETE FROM unanswered WHERE asked_on < ?", UNANSWERED_FOR),
                ("DELETE FROM contexts WHERE answered_at < ?", GOES_ON_FOR),
            ] {
                sqlx::query(statement).bind(now.before(span).0).execute(link.run()).await?;
            }
            Ok(())
        })
    }

    fn erase(&self) -> Stored<'_, bool> {
        Box::pin(async move {
            let (is_held_up, _, _): (i64, i64, i64) =
                sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(self.link().await.run()).await?;
            Ok(is_held_up == 0)
        })
    }
}

fn kept((id, chat, origin, raw, received_at, attempts, parts_sent, starts): Row) -> Kept {
    let arrival =
        Arrival { id: UpdateId(id), chat: Chat(chat), origin, raw, received_at: Moment(received_at) };
    Kept { arrival, attempts, parts_sent, starts }
}
