//! A stand-in for the Bot API server: true `getUpdates` offsets, a record of every call, faults on demand.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};

/// The token that it accepts.
pub(crate) const TOKEN: &str = "123456:SECRET-token-of-the-stand-in-0000000";
/// The bot's name there.
pub(crate) const USERNAME: &str = "tarikh_test_bot";
/// The bot's id there.
pub(crate) const BOT: i64 = 123_456;

/// How long a test waits for what must happen.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// How long a silent server keeps a connection.
const SILENCE: Duration = Duration::from_millis(300);

/// What goes wrong with one call.
#[derive(Clone)]
pub(crate) enum Fault {
    /// Nothing, this time.
    Nothing,
    /// This answer instead: status and body.
    Answer(u16, Value),
    /// A page of HTML, as a front end sends it.
    Html(u16),
    /// The connection breaks.
    Reset,
    /// No answer comes, and after a while the connection breaks.
    Silence,
    /// The call takes effect, and the connection breaks before the answer.
    LostAnswer,
    /// The answer waits until the gate is opened.
    Gate,
    /// A second poller.
    Conflict,
}

/// A call that the bot has made.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) params: Value,
    pub(crate) ok: bool,
    /// Of the answer; 0 where none was to come.
    pub(crate) status: u16,
    pub(crate) at: Instant,
}

/// An update as it is sent.
#[derive(Clone)]
pub(crate) struct Pushed {
    pub(crate) id: i64,
    text: String,
}

/// What the server knows.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) calls: Vec<Call>,
    pub(crate) updates: VecDeque<Pushed>,
    pub(crate) confirmed: i64,
    pub(crate) polls: u64,
    last_id: i64,
    faults: Vec<(String, Fault)>,
    lasting_faults: Vec<(String, Fault)>,
    gate_open: bool,
    waiting_at_gate: usize,
    /// Every update that was ever pushed.
    pushed: Vec<Pushed>,
    sends: usize,
    sends_let_through: Option<usize>,
    pub(crate) sends_held: usize,
    connections: usize,
    polling: usize,
}

/// The running server.
#[derive(Clone)]
pub(crate) struct Telegram {
    shared: Arc<(Mutex<State>, Condvar)>,
    address: SocketAddr,
}

impl Telegram {
    /// Starts one on a free port.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let telegram = Self { shared: Arc::default(), address };
        let serving = telegram.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = serving.clone();
                thread::spawn(move || serving.serve(&stream));
            }
        });
        telegram
    }

    /// Its address.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Puts an update into the queue; gives its id.
    pub(crate) fn push(&self, kind: &str, content: &Value) -> i64 {
        self.push_text(|id| json!({ "update_id": id, kind: content }).to_string())
    }

    /// Puts an update into the queue that is made of its id, in whichever shape; gives the id.
    pub(crate) fn push_text(&self, make: impl FnOnce(i64) -> String) -> i64 {
        let mut state = self.lock();
        state.last_id += 1;
        let id = state.last_id;
        let update = Pushed { id, text: make(id) };
        state.pushed.push(update.clone());
        state.updates.push_back(update);
        self.shared.1.notify_all();
        id
    }

    /// Puts everything that was ever pushed into the queue once more, as a server does that has forgotten.
    pub(crate) fn repeat_all(&self) {
        let mut state = self.lock();
        state.updates = state.pushed.iter().cloned().collect();
        self.shared.1.notify_all();
    }

    /// Lets that many messages through, counted from the server's start, and holds the rest until more are allowed.
    pub(crate) fn let_through(&self, sends: usize) {
        self.lock().sends_let_through = Some(sends);
        self.shared.1.notify_all();
    }

    /// Waits until that many messages are held.
    pub(crate) fn wait_until_held(&self, sends: usize) {
        self.wait("messages that are held", |state| (state.sends_held >= sends).then_some(()));
    }

    /// Waits until every connection is closed but those of polls, which end by themselves: what a bot that was killed
    /// had under way has arrived.
    pub(crate) fn wait_until_alone(&self) {
        self.wait("the end of all connections", |state| (state.connections == state.polling).then_some(()));
    }

    /// The next call of the method fails in that way; several faults of one method follow one another.
    pub(crate) fn fail(&self, method: &str, fault: Fault) {
        self.lock().faults.push((method.to_owned(), fault));
    }

    /// From now on every call of the method fails in that way.
    pub(crate) fn keep_failing(&self, method: &str, fault: Fault) {
        self.lock().lasting_faults.push((method.to_owned(), fault));
    }

    /// Nothing fails any more but what is still to fail once.
    pub(crate) fn recover(&self) {
        self.lock().lasting_faults.clear();
    }

    /// Lets every call through that waits at the gate, now and later.
    pub(crate) fn open_gate(&self) {
        self.lock().gate_open = true;
        self.shared.1.notify_all();
    }

    /// Waits until that many calls stand at the gate.
    pub(crate) fn wait_at_gate(&self, calls: usize) {
        self.wait("calls at the gate", |state| (state.waiting_at_gate >= calls).then_some(()));
    }

    /// Waits until `look` finds something.
    pub(crate) fn wait<T>(&self, what: &str, look: impl Fn(&State) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        let mut state = self.lock();
        loop {
            if let Some(found) = look(&state) {
                return found;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; calls: {:#?}", state.calls);
            state = self.shared.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The parameters of every successful call of that method so far.
    pub(crate) fn made(&self, method: &str) -> Vec<Value> {
        made(&self.lock(), method)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self, stream: &TcpStream) {
        self.lock().connections += 1;
        self.converse(stream);
        self.lock().connections -= 1;
        self.shared.1.notify_all();
    }

    fn converse(&self, stream: &TcpStream) {
        let mut reader = BufReader::new(stream);
        while let Some((path, body)) = read_request(&mut reader) {
            let Some((status, answer)) = self.answer(&path, &body) else {
                let _ = stream.shutdown(Shutdown::Both);
                return;
            };
            let date = httpdate::fmt_http_date(SystemTime::now());
            let length = answer.len();
            let head = format!("HTTP/1.1 {status} X\r\nDate: {date}\r\nContent-Length: {length}\r\n\r\n");
            let mut writer = stream;
            if writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(answer.as_bytes())).is_err() {
                return;
            }
        }
    }

    /// Status and body, or nothing for a broken connection.
    fn answer(&self, path: &str, body: &[u8]) -> Option<(u16, String)> {
        // Names of methods are case-insensitive, and teloxide's begin with a capital.
        let Some(called) = path.strip_prefix(&format!("/bot{TOKEN}/")) else {
            let refusal = refusal(401, "Unauthorized", &Value::Null);
            return Some((401, refusal.to_string()));
        };
        let method = &format!("{}{}", called[..1].to_lowercase(), &called[1..]);
        let params = serde_json::from_slice(body).unwrap_or(Value::Null);
        let (status, answer) = match self.take_fault(method) {
            Some(Fault::Reset) => {
                self.record(method, params, 0);
                return None;
            }
            Some(Fault::Silence) => {
                thread::sleep(SILENCE);
                self.record(method, params, 0);
                return None;
            }
            Some(Fault::LostAnswer) => {
                let (status, _) = self.perform(method, &params);
                self.record(method, params, status);
                return None;
            }
            Some(Fault::Html(status)) => (status, "<html>front end</html>".to_owned()),
            Some(Fault::Answer(status, answer)) => (status, answer.to_string()),
            Some(Fault::Conflict) => {
                let reason = "Conflict: terminated by other getUpdates request";
                (409, refusal(409, reason, &Value::Null).to_string())
            }
            Some(Fault::Gate) => {
                self.stand_at_gate();
                self.perform(method, &params)
            }
            Some(Fault::Nothing) | None => {
                if method == "sendMessage" {
                    self.hold_if_over();
                }
                self.perform(method, &params)
            }
        };
        self.record(method, params, status);
        Some((status, answer))
    }

    fn take_fault(&self, method: &str) -> Option<Fault> {
        let mut state = self.lock();
        if let Some((_, fault)) = state.lasting_faults.iter().find(|(of, _)| of == method) {
            return Some(fault.clone());
        }
        let at = state.faults.iter().position(|(of, _)| of == method)?;
        Some(state.faults.remove(at).1)
    }

    fn stand_at_gate(&self) {
        self.lock().waiting_at_gate += 1;
        self.shared.1.notify_all();
        self.wait("the gate", |state| state.gate_open.then_some(()));
    }

    fn hold_if_over(&self) {
        let mut state = self.lock();
        state.sends += 1;
        state.sends_held += 1;
        let number = state.sends;
        drop(state);
        self.shared.1.notify_all();
        let may_pass = |state: &State| state.sends_let_through.is_none_or(|most| number <= most);
        self.wait("being let through", |state| may_pass(state).then_some(()));
        self.lock().sends_held -= 1;
    }

    fn record(&self, method: &str, params: Value, status: u16) {
        let call = Call { method: method.to_owned(), params, ok: status == 200, status, at: Instant::now() };
        self.lock().calls.push(call);
        self.shared.1.notify_all();
    }

    fn perform(&self, method: &str, params: &Value) -> (u16, String) {
        let result = match method {
            "getMe" => json!({ "id": BOT, "is_bot": true, "first_name": "Tarikh", "username": USERNAME }),
            "getUpdates" => {
                self.lock().polling += 1;
                let updates = self.updates(params);
                self.lock().polling -= 1;
                return match updates {
                    Ok(updates) => (200, format!(r#"{{"ok":true,"result":[{}]}}"#, updates.join(","))),
                    Err(refusal) => (409, refusal.to_string()),
                };
            }
            "sendMessage" => {
                json!({ "message_id": 1, "date": 0, "chat": { "id": params["chat_id"], "type": "private" } })
            }
            _ => json!(true),
        };
        (200, json!({ "ok": true, "result": result }).to_string())
    }

    /// What `offset` has passed is forgotten, the rest stays; a newer poll ends an older one.
    fn updates(&self, params: &Value) -> Result<Vec<String>, Value> {
        let deadline = Instant::now() + Duration::from_secs(params["timeout"].as_u64().unwrap_or_default());
        let mut state = self.lock();
        state.polls += 1;
        let poll = state.polls;
        if let Some(offset) = params["offset"].as_i64() {
            state.confirmed = state.confirmed.max(offset - 1);
            state.updates.retain(|update| update.id >= offset);
        }
        self.shared.1.notify_all();
        let limit = usize::try_from(params["limit"].as_u64().unwrap_or(100)).expect("small");
        loop {
            let batch: Vec<String> =
                state.updates.iter().take(limit).map(|update| update.text.clone()).collect();
            let left = deadline.saturating_duration_since(Instant::now());
            if !batch.is_empty() || left.is_zero() {
                return Ok(batch);
            }
            state = self.shared.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
            if state.polls != poll {
                return Err(refusal(409, "Conflict: terminated by other getUpdates request", &Value::Null));
            }
        }
    }
}

/// The parameters of every successful call of that method.
pub(crate) fn made(state: &State, method: &str) -> Vec<Value> {
    let calls = state.calls.iter().filter(|call| call.ok && call.method == method);
    calls.map(|call| call.params.clone()).collect()
}

/// An answer that says no.
pub(crate) fn refusal(code: u16, description: &str, parameters: &Value) -> Value {
    json!({ "ok": false, "error_code": code, "description": description, "parameters": parameters })
}

fn read_request(reader: &mut impl BufRead) -> Option<(String, Vec<u8>)> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((path, body))
}
