//! A database that is corrupted, cannot be written, or is full for a while.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Condvar, Mutex};

use tarikh::domain::LanguageId;
use tarikh::storage::{
    Answered, Arrival, Chat, Clock, Conversation, InboxState, Kept, Mark, Moment, Storage, StorageError,
    Stored, Unanswered, UpdateId,
};

use super::inside::{Inside, open};
use super::wait_for_sends;
use crate::lab::{ANN, Bot, Home, Lab};
use crate::server::{PATIENCE, TOKEN, Telegram};

/// Starts a bot that has to end with one line, and never asks for an update.
fn refused(home: &Arc<Home>, url: &str, remedy: &str) {
    let telegram = Telegram::start();
    let more = [("TARIKH_DATABASE_URL", url)];
    let ended = Bot::start_in(Arc::clone(home), Some(TOKEN), &telegram.url(), "info", &more).wait();
    assert_eq!(ended.code, Some(1), "{}", ended.output);
    assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
    assert!(ended.output.contains(remedy), "{}", ended.output);
    assert!(telegram.made("getUpdates").is_empty());
}

#[test]
fn a_database_that_cannot_be_written_ends_the_start_with_the_remedy() {
    // Nobody can make a file there, whoever runs this test.
    refused(&Home::new(), "sqlite:/sys/tarikh.db", "cannot be written; let the bot's user write");
}

#[test]
fn a_database_that_lost_parts_ends_the_start_with_the_remedy() {
    let lab = Lab::start();
    lab.ask(ANN, "en", "/language lv");
    let home = Arc::clone(&lab.bot.home);
    lab.stop(&[]);
    let whole = fs::read(home.database()).expect("readable");
    let middle = whole.len() / 2;
    let mut overwritten = whole.clone();
    overwritten[100..].fill(0xa5);
    let mut harmed = 0;
    for damaged in [&whole[..middle], &whole[..=middle], &overwritten[..]] {
        fs::write(home.database(), damaged).expect("written");
        refused(&home, "sqlite:tarikh.db", "damaged, or no SQLite database; restore a backup");
        harmed += 1;
    }
    fs::write(home.database(), &whole).expect("written");
    let lab = Lab::in_home(Telegram::start(), home, &[]);
    // Somebody else: the new server counts from the beginning, and the same message would be a repeated one.
    let ben = ANN + 1;
    lab.ask(ben, "en", "/help");
    println!("{harmed} damaged databases refused; the backup restored: {} answered", lab.sent(ben).len());
    lab.stop(&[]);
}

#[test]
fn while_the_database_is_full_nothing_more_is_confirmed_and_afterwards_all_is_answered() {
    const CHATS: i64 = 10;
    let home = Home::new();
    let storage = Arc::new(Filling::new(open(&home)));
    let telegram = Telegram::start();
    telegram.let_through(10);
    let bot = Inside::start(telegram, Arc::clone(&storage) as Arc<dyn Storage>, Clock::system());
    bot.ask(120, CHATS);
    wait_for_sends(&bot.telegram, 10);
    bot.telegram.wait_until_held(10);
    let kept = bot.telegram.wait("a confirmation", |state| (state.confirmed == 120).then_some(120));

    storage.set_full(true);
    bot.telegram.let_through(usize::MAX);
    bot.ask(60, CHATS);
    // The answers that were under way arrive, none can be marked, and so no chat goes on.
    wait_for_sends(&bot.telegram, 20);
    storage.wait_for_refusals("mark", 2);
    let refusals = storage.wait_for_refusals("receive", 2);
    bot.telegram.wait("the state", |state| {
        assert_eq!(state.confirmed, kept, "more is confirmed than was kept");
        Some(())
    });
    assert_eq!(bot.telegram.made("sendMessage").len(), 20, "no chat goes on before its answer is marked");
    storage.set_full(false);

    bot.wait_for_answers();
    let fate = bot.fate();
    println!(
        "180 asked in {CHATS} chats, the database full for {refusals} writes: lost {}, doubled {}, refused {}",
        fate.lost, fate.doubled, fate.refused
    );
    assert_eq!((fate.lost, fate.doubled, fate.refused), (0, 0, 0));
    bot.stop();
    drop(storage);
    let left = super::inside::run(open(&home).inbox()).expect("readable");
    assert_eq!((left.waiting, left.set_aside), (0, 0));
}

/// A database whose disk can be full.
struct Filling {
    database: Arc<dyn Storage>,
    disk: Mutex<Disk>,
    changed: Condvar,
}

#[derive(Default)]
struct Disk {
    is_full: bool,
    /// By what was to be written.
    refusals: HashMap<&'static str, usize>,
}

impl Filling {
    fn new(database: Arc<dyn Storage>) -> Self {
        Self { database, disk: Mutex::default(), changed: Condvar::new() }
    }

    fn set_full(&self, is_full: bool) {
        self.disk.lock().expect("whole").is_full = is_full;
    }

    /// Waits until that has been refused so often; gives how often anything was.
    fn wait_for_refusals(&self, what: &str, times: usize) -> usize {
        let disk = self.disk.lock().expect("whole");
        let too_few = |disk: &mut Disk| disk.refusals.get(what).is_none_or(|refused| *refused < times);
        let (disk, waited) = self.changed.wait_timeout_while(disk, PATIENCE, too_few).expect("whole");
        assert!(!waited.timed_out(), "{what}: {:?}", disk.refusals);
        disk.refusals.values().sum()
    }

    fn write<'a, T: Send + 'a>(&'a self, what: &'static str, write: Stored<'a, T>) -> Stored<'a, T> {
        let mut disk = self.disk.lock().expect("whole");
        if !disk.is_full {
            return write;
        }
        *disk.refusals.entry(what).or_default() += 1;
        self.changed.notify_all();
        Box::pin(async { Err(StorageError::Full) })
    }
}

impl Storage for Filling {
    fn receive<'a>(&'a self, arrivals: &'a [Arrival]) -> Stored<'a, Vec<UpdateId>> {
        self.write("receive", self.database.receive(arrivals))
    }

    fn waiting(&self) -> Stored<'_, Vec<Kept>> {
        self.write("waiting", self.database.waiting())
    }

    fn inbox(&self) -> Stored<'_, InboxState> {
        self.database.inbox()
    }

    fn mark<'a>(&'a self, marks: &'a [Mark]) -> Stored<'a, ()> {
        self.write("mark", self.database.mark(marks))
    }

    fn language(&self, chat: Chat) -> Stored<'_, Option<LanguageId>> {
        self.database.language(chat)
    }

    fn choose<'a>(&'a self, chat: Chat, language: Option<&'a LanguageId>) -> Stored<'a, ()> {
        self.write("choose", self.database.choose(chat, language))
    }

    fn answered(&self, conversation: Conversation) -> Stored<'_, Option<Answered>> {
        self.database.answered(conversation)
    }

    fn forget(&self, chat: Chat) -> Stored<'_, ()> {
        self.write("forget", self.database.forget(chat))
    }

    fn move_chat(&self, from: Chat, to: Chat) -> Stored<'_, ()> {
        self.write("move_chat", self.database.move_chat(from, to))
    }

    fn keep_unanswered<'a>(&'a self, unanswered: &'a Unanswered) -> Stored<'a, ()> {
        self.write("keep_unanswered", self.database.keep_unanswered(unanswered))
    }

    fn registered<'a>(&'a self, what: &'a str) -> Stored<'a, Option<String>> {
        self.database.registered(what)
    }

    fn register<'a>(&'a self, what: &'a str, hash: &'a str) -> Stored<'a, ()> {
        self.write("register", self.database.register(what, hash))
    }

    fn tidy(&self, now: Moment) -> Stored<'_, ()> {
        self.write("tidy", self.database.tidy(now))
    }

    fn erase(&self) -> Stored<'_, bool> {
        self.write("erase", self.database.erase())
    }
}
