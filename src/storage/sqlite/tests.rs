//! The database as a file: what survives, what leaves no trace, what is refused at the start.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use super::super::test_folder::{TempDir, open_in};
use super::super::{Clock, Ledger, open};
use super::*;
use crate::config::Database;
use crate::operations::Metrics;

fn arrival(id: i32, chat: i64, raw: &str) -> Arrival {
    Arrival { id: UpdateId(id), chat: Chat(chat), origin: 7, raw: raw.to_owned(), received_at: Moment(1_000) }
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

async fn refusal(folder: &TempDir) -> StorageError {
    open(&Database::Sqlite(folder.file())).await.err().expect("refused")
}

#[tokio::test]
async fn updates_wait_in_order_until_they_are_done_and_come_once() {
    let folder = TempDir::new("order");
    let storage = open_in(&folder).await;
    let [first, second, third] = [arrival(5, 1, "a"), arrival(6, -2, "b"), arrival(7, 1, "c")];
    let both = storage.receive(&[second.clone(), first.clone()]).await.expect("written");
    assert_eq!(both, [UpdateId(6), UpdateId(5)]);
    let fresh = storage.receive(&[first.clone(), third.clone(), third.clone()]).await.expect("written");
    assert_eq!(fresh, [UpdateId(7)]);

    let marks = [Mark::Done(UpdateId(5)), Mark::Parts(UpdateId(6), 2), Mark::Failed(UpdateId(6), 3)];
    storage.mark(&marks).await.expect("written");
    drop(storage);
    let storage = open_in(&folder).await;
    let expected = [
        Kept { arrival: second, attempts: 3, parts_sent: 2, starts: 1 },
        Kept { arrival: third, attempts: 0, parts_sent: 0, starts: 1 },
    ];
    assert_eq!(storage.waiting().await.expect("readable"), expected);
    assert_eq!(storage.receive(&[first]).await.expect("written"), [], "done, and still known");
    storage.mark(&[Mark::SetAside(UpdateId(6))]).await.expect("written");
    let [_, third] = expected;
    assert_eq!(storage.waiting().await.expect("readable"), [Kept { starts: 2, ..third }]);
}

#[tokio::test]
async fn the_inbox_tells_what_waits_since_when_and_what_was_set_aside() {
    let folder = TempDir::new("inbox");
    let storage = open_in(&folder).await;
    assert_eq!(storage.inbox().await.expect("readable"), InboxState::default());
    let at = |id, seconds| Arrival { received_at: Moment(seconds), ..arrival(id, 1, "a") };
    storage.receive(&[at(1, 10), at(2, 30), at(3, 20), at(4, 40)]).await.expect("written");
    storage.mark(&[Mark::Done(UpdateId(4)), Mark::SetAside(UpdateId(1))]).await.expect("written");
    let expected = InboxState { waiting: 2, earliest: Some(Moment(20)), set_aside: 1 };
    assert_eq!(storage.inbox().await.expect("readable"), expected);
}

#[tokio::test]
async fn the_same_number_from_another_server_is_another_update() {
    let folder = TempDir::new("server");
    let storage = open_in(&folder).await;
    let old = arrival(1, 1, "old");
    storage.receive(std::slice::from_ref(&old)).await.expect("written");
    let new = Arrival { origin: 8, ..arrival(1, 1, "new") };
    assert_eq!(storage.receive(&[new.clone(), old]).await.expect("written"), [UpdateId(1)]);
    assert_eq!(storage.waiting().await.expect("readable")[0].arrival, new);
}

#[tokio::test]
async fn what_is_old_is_deleted() {
    let folder = TempDir::new("old");
    let storage = open_in(&folder).await;
    storage.receive(&[arrival(1, 1, "HIDDENWORD")]).await.expect("written");
    storage.mark(&[Mark::SetAside(UpdateId(1))]).await.expect("written");
    let after = |span: Duration| Moment(1_001 + i64::try_from(span.as_secs()).expect("small"));
    storage.tidy(after(Duration::from_mins(1))).await.expect("written");
    assert_eq!(storage.receive(&[arrival(1, 1, "a")]).await.expect("written"), []);
    storage.tidy(after(SET_ASIDE_FOR)).await.expect("written");
    assert!(storage.erase().await.expect("written"));
    assert!(!contains(&folder.bytes(), "HIDDENWORD"));
    assert_eq!(storage.receive(&[arrival(1, 1, "a")]).await.expect("written"), [UpdateId(1)]);
}

#[tokio::test]
async fn the_words_of_done_updates_leave_every_file() {
    let folder = TempDir::new("words");
    let storage = open_in(&folder).await;
    let mut waiting: Vec<i32> = Vec::new();
    // Of many lengths and deleted out of order, so that pages split, merge and overflow.
    for id in 0..2_000_i32 {
        let raw = "HIDDENWORD ".repeat(usize::try_from(id * 37 % 900).expect("small") + 1);
        storage.receive(&[arrival(id, 1, &raw)]).await.expect("written");
        waiting.push(id);
        if id % 3 == 2 {
            let picked = waiting.swap_remove(usize::try_from(id * 53).expect("small") % waiting.len());
            let marks = [Mark::Parts(UpdateId(picked), 1), Mark::Done(UpdateId(picked))];
            storage.mark(&marks).await.expect("written");
        }
    }
    assert!(contains(&folder.bytes(), "HIDDENWORD"));
    for batch in waiting.chunks(7) {
        let marks: Vec<Mark> = batch.iter().map(|id| Mark::Done(UpdateId(*id))).collect();
        storage.mark(&marks).await.expect("written");
    }
    assert!(storage.erase().await.expect("written"));
    assert!(!contains(&folder.bytes(), "HIDDENWORD"));
}

#[tokio::test]
async fn marks_of_many_chats_are_written_when_they_return_and_the_files_are_clean_at_the_end() {
    let folder = TempDir::new("ledger");
    let storage = open_in(&folder).await;
    let arrivals: Vec<Arrival> = (0..500).map(|id| arrival(id, i64::from(id), "HIDDENWORD")).collect();
    storage.receive(&arrivals).await.expect("written");
    let metrics = Arc::new(Metrics::new(&[]));
    let (ledger, closed) = Ledger::open(Arc::clone(&storage), Clock::system(), metrics);
    let marks: Vec<_> = (0..500)
        .map(|id| {
            let ledger = ledger.clone();
            tokio::spawn(async move { ledger.mark(Mark::Done(UpdateId(id))).await })
        })
        .collect();
    for mark in marks {
        mark.await.expect("marked");
    }
    assert_eq!(storage.waiting().await.expect("readable"), []);
    drop(ledger);
    closed.await.expect("closed");
    assert!(!contains(&folder.bytes(), "HIDDENWORD"));
}

#[tokio::test]
async fn what_someone_was_answered_is_kept_for_a_while_and_goes_with_the_chat() {
    let folder = TempDir::new("answered");
    let storage = open_in(&folder).await;
    let [ann, ben] = [1, 2].map(|person| Conversation { chat: Chat(-5), person });
    let answered =
        |context: &str, at| Answered { context: context.parse().expect("a context"), at: Moment(at) };
    let marks = [
        Mark::Answered(ann, answered("capital", 1_000)),
        Mark::Answered(ann, answered("about.dulatov+2?1", 5_000)),
        Mark::Answered(ben, answered("leader", 1_000)),
    ];
    storage.mark(&marks).await.expect("written");
    assert_eq!(storage.answered(ann).await.expect("readable"), Some(answered("about.dulatov+2?1", 5_000)));
    storage.tidy(Moment(5_000)).await.expect("written");
    assert_eq!(storage.answered(ben).await.expect("readable"), None, "too long ago");
    storage.move_chat(Chat(-5), Chat(-6)).await.expect("written");
    assert_eq!(storage.answered(ann).await.expect("readable"), None);
    let moved = Conversation { chat: Chat(-6), ..ann };
    assert!(storage.answered(moved).await.expect("readable").is_some());
    storage.forget(Chat(-6)).await.expect("written");
    assert_eq!(storage.answered(moved).await.expect("readable"), None);
}

#[tokio::test]
async fn what_is_registered_is_kept() {
    let folder = TempDir::new("registered");
    let storage = open_in(&folder).await;
    assert_eq!(storage.registered("profile").await.expect("readable"), None);
    for hash in ["a", "b"] {
        storage.register("profile", hash).await.expect("written");
        assert_eq!(storage.registered("profile").await.expect("readable").as_deref(), Some(hash));
    }
}

#[tokio::test]
async fn the_file_is_its_owners_only_and_keeps_its_promises() {
    let folder = TempDir::new("mode");
    let database = Sqlite::open(&folder.file()).await.expect("a database");
    for name in ["tarikh.db", "tarikh.db-wal"] {
        let mode = fs::metadata(folder.file().with_file_name(name)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let mut link = database.link().await;
    let journal: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(link.run()).await.expect("set");
    let synchronous: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(link.run()).await.expect("set");
    let secure_delete: i64 =
        sqlx::query_scalar("PRAGMA secure_delete").fetch_one(link.run()).await.expect("set");
    assert_eq!((journal.as_str(), synchronous, secure_delete), ("wal", 2, 1));
}

#[tokio::test]
async fn damage_a_newer_schema_and_a_missing_folder_are_told_apart() {
    let folder = TempDir::new("refused");
    fs::write(folder.file(), "no database, but long enough to be read as one. ".repeat(200))
        .expect("written");
    assert!(matches!(refusal(&folder).await, StorageError::Damaged));

    fs::remove_file(folder.file()).expect("removed");
    let storage = open_in(&folder).await;
    let arrivals: Vec<Arrival> = (0..200).map(|id| arrival(id, 1, &"x".repeat(1_000))).collect();
    storage.receive(&arrivals).await.expect("written");
    assert!(storage.erase().await.expect("written"));
    drop(storage);
    let mut bytes = fs::read(folder.file()).expect("readable");
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5a);
    fs::write(folder.file(), bytes).expect("written");
    assert!(matches!(refusal(&folder).await, StorageError::Damaged));

    fs::remove_file(folder.file()).expect("removed");
    let database = Sqlite::open(&folder.file()).await.expect("a database");
    sqlx::raw_sql("PRAGMA user_version = 99").execute(database.link().await.run()).await.expect("written");
    drop(database);
    assert!(matches!(refusal(&folder).await, StorageError::Newer { found: 99, .. }));

    let nowhere = Database::Sqlite(folder.file().join("tarikh.db"));
    assert!(matches!(open(&nowhere).await.err(), Some(StorageError::Unreachable(_))));
}

#[tokio::test]
async fn a_full_database_takes_all_of_a_batch_or_nothing_and_recovers() {
    let folder = TempDir::new("full");
    let database = Sqlite::open(&folder.file()).await.expect("a database");
    let limit = |pages: &'static str| {
        let database = &database;
        async move {
            let mut link = database.link().await;
            sqlx::raw_sql(pages).execute(link.run()).await.expect("set");
        }
    };
    limit("PRAGMA max_page_count = 20").await;
    let arrivals: Vec<Arrival> = (0..100).map(|id| arrival(id, 1, &"x".repeat(2_000))).collect();
    assert!(matches!(database.receive(&arrivals).await, Err(StorageError::Full)));
    assert_eq!(database.waiting().await.expect("readable"), []);
    limit("PRAGMA max_page_count = 2000").await;
    assert_eq!(database.receive(&arrivals).await.expect("written").len(), 100);
}
