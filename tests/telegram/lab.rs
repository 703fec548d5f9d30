//! A running bot beside its server, and the people who write to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::server::{BOT, PATIENCE, TOKEN, Telegram, USERNAME, made};

/// Someone's private chat, who reads English.
pub(crate) const ANN: i64 = 1_001;
/// A group, which is a forum too.
pub(crate) const GROUP: i64 = -1_000_000_000_500;

/// A folder where a bot keeps its database, gone with the last bot that lives there.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Arc<Self> {
        static HOMES: AtomicU32 = AtomicU32::new(0);
        let number = HOMES.fetch_add(1, Ordering::Relaxed);
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Arc::new(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("tarikh.db")
    }

    /// Whether these words stand in the database or its journal.
    pub(crate) fn knows(&self, words: &str) -> bool {
        let has_words = |bytes: Vec<u8>| bytes.windows(words.len()).any(|window| window == words.as_bytes());
        ["tarikh.db", "tarikh.db-wal"]
            .iter()
            .any(|name| std::fs::read(self.0.join(name)).is_ok_and(has_words))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The real binary as a process.
pub(crate) struct Bot {
    child: Child,
    pub(crate) home: Arc<Home>,
    readers: Vec<JoinHandle<()>>,
    output: Output,
}

type Output = Arc<(Mutex<String>, Condvar)>;

/// How a bot ended, and everything it has printed and logged.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
}

impl Bot {
    /// `tarikh run` with this token at that server, with that much in its log.
    pub(crate) fn start(token: Option<&str>, url: &str, log: &str) -> Self {
        Self::start_in(Home::new(), token, url, log, &[])
    }

    /// The same where a bot has lived before, with more in its environment.
    pub(crate) fn start_in(
        home: Arc<Home>,
        token: Option<&str>,
        url: &str,
        log: &str,
        more: &[(&str, &str)],
    ) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarikh"));
        command.arg("run").current_dir(home.path()).env_remove("TELOXIDE_TOKEN_FILE");
        command.env_remove("TARIKH_FACTS").env_remove("TARIKH_LOCALES").env("NO_PROXY", "127.0.0.1");
        command.env_remove("TARIKH_DATABASE_URL").env_remove("TARIKH_DATABASE_URL_FILE");
        command.env("TELOXIDE_API_URL", url).env("TARIKH_LOG", log).env("RUST_LOG", log);
        // Messages come as fast as a test writes them.
        command.env("TARIKH_OPS_LISTEN", "127.0.0.1:0").env("TARIKH_LIMITS", "off");
        command.envs(more.iter().copied());
        match token {
            Some(token) => command.env("TELOXIDE_TOKEN", token),
            None => command.env_remove("TELOXIDE_TOKEN"),
        };
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the bot starts");
        let output = Output::default();
        let stdout = child.stdout.take().map(|pipe| collect(pipe, &output));
        let stderr = child.stderr.take().map(|pipe| collect(pipe, &output));
        Self { child, home, readers: stdout.into_iter().chain(stderr).collect(), output }
    }

    /// Waits until it has written this.
    pub(crate) fn wait_for_line(&self, part: &str) {
        self.wait_for_lines(&[part]);
    }

    /// Waits until it has written these, one after the other.
    pub(crate) fn wait_for_lines(&self, parts: &[&str]) {
        let text = self.output.0.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = |text: &mut String| {
            let mut rest = text.as_str();
            !parts.iter().all(|part| {
                let found = rest.split_once(part);
                rest = found.map_or("", |(_, after)| after);
                found.is_some()
            })
        };
        let (text, waited) = self.output.1.wait_timeout_while(text, PATIENCE, missing).expect("whole");
        assert!(!waited.timed_out(), "no {parts:?} in {text}");
    }

    /// Where it serves health and metrics, as its log says.
    pub(crate) fn operations(&self) -> String {
        self.wait_for_line("health and metrics are served");
        let text = self.output.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, after) = text.split_once("\"address\":\"").expect("an address");
        after.split('"').next().expect("its end").to_owned()
    }

    /// What it answers to `GET`: the status and all that follows.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        request(&self.operations(), "GET", path)
    }

    /// The lines of `/metrics` that begin so.
    pub(crate) fn metrics(&self, name: &str) -> Vec<String> {
        let (_, text) = self.get("/metrics");
        text.lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect()
    }

    /// Ends it without a warning.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("SIGKILL");
        self.child.wait().expect("an end");
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, name: &str) {
        let kill = format!("kill -s {name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &kill]).status();
        assert!(sent.expect("a shell").success(), "SIG{name} could not be sent");
    }

    /// Waits for its end; how it ended.
    pub(crate) fn end(&mut self) -> Option<i32> {
        self.child.wait().expect("an end").code()
    }

    /// The same, with all that it has printed.
    pub(crate) fn wait(mut self) -> Ended {
        let code = self.end();
        for reader in self.readers.drain(..) {
            reader.join().expect("the pipe ends");
        }
        let output = self.output.0.lock().expect("whole").clone();
        assert!(
            !output.contains(TOKEN) && !output.contains("SECRET-token"),
            "the token was logged: {output}"
        );
        Ended { code, output }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One request of HTTP: the status of its answer, and all that follows.
pub(crate) fn request(address: &str, method: &str, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).expect("a server");
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: tarikh\r\n\r\n").expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    (status.expect("a status"), answer)
}

fn collect(pipe: impl Read + Send + 'static, output: &Output) -> JoinHandle<()> {
    let output = Arc::clone(output);
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            let mut text = output.0.lock().expect("whole");
            text.push_str(&line);
            text.push('\n');
            output.1.notify_all();
        }
    })
}

/// A server with a bot that polls it.
pub(crate) struct Lab {
    pub(crate) telegram: Telegram,
    pub(crate) bot: Bot,
    last_message: std::cell::Cell<i64>,
}

impl Lab {
    /// Starts both.
    pub(crate) fn start() -> Self {
        Self::at(Telegram::start())
    }

    /// Starts a bot at a server that is prepared already.
    pub(crate) fn at(telegram: Telegram) -> Self {
        Self::in_home(telegram, Home::new(), &[])
    }

    /// The same with that much in the log.
    pub(crate) fn with_log(telegram: Telegram, log: &str) -> Self {
        let bot = Bot::start(Some(TOKEN), &telegram.url(), log);
        Self { telegram, bot, last_message: std::cell::Cell::new(100) }
    }

    /// The same where a bot has lived before, with more in its environment.
    pub(crate) fn in_home(telegram: Telegram, home: Arc<Home>, more: &[(&str, &str)]) -> Self {
        let bot = Bot::start_in(home, Some(TOKEN), &telegram.url(), "trace", more);
        Self { telegram, bot, last_message: std::cell::Cell::new(100) }
    }

    /// Starts the bot again, with what the one before has kept; gives the one before.
    pub(crate) fn restart(&mut self) -> Bot {
        let home = Arc::clone(&self.bot.home);
        let next = Bot::start_in(home, Some(TOKEN), &self.telegram.url(), "trace", &[]);
        std::mem::replace(&mut self.bot, next)
    }

    /// A private message with these fields, from someone whose app speaks that language; gives its id.
    pub(crate) fn private(&self, user: i64, language: &str, fields: &Value) -> i64 {
        let chat = json!({ "id": user, "type": "private", "first_name": "A" });
        self.message(&chat, user, language, fields)
    }

    /// A message in the group.
    pub(crate) fn group(&self, fields: &Value) -> i64 {
        let chat = json!({ "id": GROUP, "type": "supergroup", "title": "G", "is_forum": true });
        self.message(&chat, ANN, "en", fields)
    }

    fn message(&self, chat: &Value, user: i64, language: &str, fields: &Value) -> i64 {
        let id = self.last_message.get() + 1;
        self.last_message.set(id);
        self.telegram.push("message", &message(id, chat, user, language, fields));
        id
    }

    /// Says something in private and waits for the reply.
    pub(crate) fn ask(&self, user: i64, language: &str, text: &str) -> Value {
        self.reply_to(self.private(user, language, &json!({ "text": text })))
    }

    /// Presses a button under a message of the bot in that chat; gives the id of the callback query.
    pub(crate) fn press(&self, user: i64, language: &str, data: &str) -> String {
        let id = format!("q{}", self.last_message.get() + 1);
        self.last_message.set(self.last_message.get() + 1);
        let from = json!({ "id": user, "is_bot": false, "first_name": "A", "language_code": language });
        let chat = json!({ "id": user, "type": "private", "first_name": "A" });
        let mut message = message(self.last_message.get(), &chat, user, language, &json!({ "text": "t" }));
        message["from"] = json!({ "id": BOT, "is_bot": true, "first_name": "T", "username": USERNAME });
        let query = json!({ "id": id, "from": from, "message": message, "chat_instance": "c", "data": data });
        self.telegram.push("callback_query", &query);
        id
    }

    /// The first message that replies to this one.
    pub(crate) fn reply_to(&self, message: i64) -> Value {
        self.telegram.wait(&format!("a reply to {message}"), |state| {
            made(state, "sendMessage")
                .into_iter()
                .find(|sent| sent["reply_parameters"]["message_id"] == message)
        })
    }

    /// Everything the bot has sent to a chat.
    pub(crate) fn sent(&self, chat: i64) -> Vec<Value> {
        self.telegram.made("sendMessage").into_iter().filter(|sent| sent["chat_id"] == chat).collect()
    }

    /// Stops the bot politely; everything it printed is checked for these words.
    pub(crate) fn stop(self, words: &[&str]) -> Ended {
        self.bot.signal("TERM");
        let ended = self.bot.wait();
        for word in words {
            assert!(!ended.output.contains(word), "people's words were logged: {word:?} in {}", ended.output);
        }
        ended
    }
}

/// Seconds of Unix time.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}

/// A message with these fields.
pub(crate) fn message(id: i64, chat: &Value, user: i64, language: &str, fields: &Value) -> Value {
    let from = json!({ "id": user, "is_bot": false, "first_name": "A", "language_code": language });
    let mut message = json!({ "message_id": id, "date": now(), "chat": chat, "from": from });
    for (name, value) in fields.as_object().expect("fields") {
        message[name] = value.clone();
    }
    message
}

/// The entity that Telegram makes of the bot's name in a text.
pub(crate) fn mention(text: &str) -> Value {
    let name = format!("@{USERNAME}");
    let at = text.find(&name).expect("the name");
    json!([{ "type": "mention", "offset": text[..at].encode_utf16().count(), "length": name.len() }])
}

/// One of the bot's own sentences: a message of one line and without arguments in `locales/<language>/app.ftl`.
pub(crate) fn wording(language: &str, id: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{language}/app.ftl"));
    let file = std::fs::read_to_string(path).expect("the wording");
    let line = file.lines().find_map(|line| line.strip_prefix(&format!("{id} = ")));
    line.unwrap_or_else(|| panic!("no {id} in {language}")).to_owned()
}

/// The languages of the bot: the folders of `locales/`.
pub(crate) fn languages() -> Vec<String> {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).expect("locales");
    let names = folders.map(|folder| folder.expect("a folder").file_name().into_string().expect("a name"));
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}
