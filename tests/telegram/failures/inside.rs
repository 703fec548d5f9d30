//! A bot that runs in the test's own process, so that its database and its clock are the test's.

use std::cell::Cell;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::{self, JoinHandle};

use serde_json::{Value, json};
use tarikh::app::App;
use tarikh::config::{Database, Secret};
use tarikh::operations::Metrics;
use tarikh::storage::{self, Clock, Storage};
use tarikh::telegram::{self, Settings};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use super::{Asked, Fate, fate, wait_for_answers};
use crate::lab::{Home, message, now};
use crate::server::{TOKEN, Telegram};

/// A server with a bot inside the test that polls it.
pub(super) struct Inside {
    pub(super) telegram: Telegram,
    running: JoinHandle<Result<(), String>>,
    stop: oneshot::Sender<()>,
    asked: Mutex<Asked>,
    last_message: Cell<i64>,
}

/// The database in that home.
pub(super) fn open(home: &Home) -> Arc<dyn Storage> {
    let database = Database::Sqlite(home.database());
    run(storage::open(&database)).expect("a database")
}

/// Waits for one thing outside any bot.
pub(super) fn run<T>(future: impl Future<Output = T>) -> T {
    Runtime::new().expect("a runtime").block_on(future)
}

impl Inside {
    /// Starts a bot with that database and that clock, which keeps to no limits.
    pub(super) fn start(telegram: Telegram, storage: Arc<dyn Storage>, clock: Clock) -> Self {
        let settings = Settings {
            token: Secret::new(TOKEN.to_owned()),
            api_url: Some(telegram.url().parse().expect("an address")),
            keeps_unanswered: false,
            limited: false,
            clock,
        };
        let (stop, stopped) = oneshot::channel();
        let running = thread::spawn(move || {
            let (app, metrics) = (app(), Arc::new(Metrics::new(app().languages())));
            let stopped = async { stopped.await.unwrap_or_default() };
            run(telegram::run(app, storage, settings, metrics, stopped)).map_err(|error| error.to_string())
        });
        Self { telegram, running, stop, asked: Mutex::default(), last_message: Cell::new(100) }
    }

    /// Asks so many questions in as many chats, in turn, all of them just now.
    pub(super) fn ask(&self, questions: usize, chats: i64) {
        let mut asked = self.asked.lock().expect("whole");
        for chat in (3_000..3_000 + chats).cycle().take(questions) {
            let id = self.last_message.get() + 1;
            self.last_message.set(id);
            let place = json!({ "id": chat, "type": "private", "first_name": "A" });
            let fields = json!({ "text": "When did the Alash Autonomy end?", "date": now() });
            self.telegram.push("message", &message(id, &place, chat, "en", &fields));
            asked.entry(chat).or_default().push(id);
        }
    }

    /// Waits until all that was asked is answered.
    pub(super) fn wait_for_answers(&self) {
        wait_for_answers(&self.telegram, &self.asked.lock().expect("whole"));
    }

    /// What has become of what was asked.
    pub(super) fn fate(&self) -> Fate {
        fate(&self.telegram, &self.asked.lock().expect("whole"))
    }

    /// The texts of all answers.
    pub(super) fn texts(&self) -> Vec<Value> {
        self.telegram.made("sendMessage").into_iter().map(|sent| sent["text"].clone()).collect()
    }

    /// Stops the bot politely; the server goes on, and what was asked is not forgotten.
    pub(super) fn stop(self) -> (Telegram, Asked) {
        self.stop.send(()).expect("it runs");
        self.running.join().expect("no panic").expect("a good end");
        (self.telegram, self.asked.into_inner().expect("whole"))
    }

    /// Goes on with what another bot was asked.
    pub(super) fn going_on(self, asked: Asked) -> Self {
        let last = asked.values().flatten().copied().max().unwrap_or(100);
        Self { asked: Mutex::new(asked), last_message: Cell::new(last), ..self }
    }
}

/// Loaded once for all bots of this process.
fn app() -> Arc<App> {
    static APP: OnceLock<Arc<App>> = OnceLock::new();
    Arc::clone(APP.get_or_init(|| Arc::new(App::built_in().expect("sound data"))))
}
