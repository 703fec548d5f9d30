//! What is measured of one bot, and how.

use std::collections::HashMap;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::json;

use crate::bot::{Bot, Program};
use crate::questions::Asked;
use crate::server::{Event, Server};

/// An odd number, so that there is one in the middle.
const STARTS: usize = 5;
const WARM_UP: usize = 50;
const ONE_AT_A_TIME: usize = 1_000;
const ROUNDS: usize = 3;
const BURST: usize = 2_000;
const CHATS_OF_BURST: usize = 200;
const MANY_CHATS: usize = 10_000;
const FIRST_CHAT: i64 = 1_000_000;
/// How long a bot that has nothing to do gets to put things in order.
const CALM: Duration = Duration::from_millis(500);
const PATIENCE: Duration = Duration::from_mins(1);

/// The figures of one bot.
pub(crate) struct Figures {
    /// From the program's start to its first poll.
    pub(crate) start: Duration,
    /// From an update to its reply, one message at a time.
    pub(crate) p50: Duration,
    /// The same, of the slowest hundredth.
    pub(crate) p99: Duration,
    /// Replies a second in bursts.
    pub(crate) per_second: f64,
    /// Processor time a message in bursts.
    pub(crate) cpu: Duration,
    /// Resident memory in MiB after the start.
    pub(crate) idle: f64,
    /// After the bursts.
    pub(crate) after_bursts: f64,
    /// After as many chats more have asked once each.
    pub(crate) many_chats: f64,
}

/// A running bot, the server that it polls, and those who write to it.
struct Lab<'a> {
    server: Server,
    events: Receiver<Event>,
    asked: &'a [Asked],
    bot: Bot,
    /// When each message was sent, by its number.
    sent: Vec<Instant>,
}

/// Measures a program.
pub(crate) fn measure(program: &Program<'_>, asked: &[Asked]) -> Figures {
    let mut starts: Vec<Duration> = (1..STARTS).map(|_| Lab::start(program, asked).1).collect();
    let (mut lab, start) = Lab::start(program, asked);
    starts.push(start);
    thread::sleep(CALM);
    let idle = lab.bot.memory();
    lab.one_at_a_time(WARM_UP);
    let latencies = lab.one_at_a_time(ONE_AT_A_TIME);
    thread::sleep(CALM);
    let before = lab.bot.cpu();
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(lab.burst(BURST, CHATS_OF_BURST));
        thread::sleep(CALM);
    }
    let messages = u32::try_from(BURST * ROUNDS).expect("a small number");
    let cpu = lab.bot.cpu().saturating_sub(before) / messages;
    let after_bursts = lab.bot.memory();
    lab.burst(MANY_CHATS, MANY_CHATS);
    thread::sleep(CALM);
    Figures {
        start: quantile(starts, 50),
        p50: quantile(latencies.clone(), 50),
        p99: quantile(latencies, 99),
        per_second: BURST as f64 / quantile(rounds, 50).as_secs_f64(),
        cpu,
        idle,
        after_bursts,
        many_chats: lab.bot.memory(),
    }
}

impl<'a> Lab<'a> {
    /// Starts a bot; tells how long it took to its first poll.
    fn start(program: &Program<'_>, asked: &'a [Asked]) -> (Self, Duration) {
        let (server, events) = Server::start();
        let bot = Bot::start(program, &server.url());
        let lab = Self { server, events, asked, bot, sent: Vec::new() };
        let polled = lab.wait_for_poll();
        let took = polled - lab.bot.started;
        (lab, took)
    }

    /// Someone asks again and again, each time when the bot waits for updates.
    fn one_at_a_time(&mut self, messages: usize) -> Vec<Duration> {
        let mut latencies = Vec::with_capacity(messages);
        for _ in 0..messages {
            let number = self.ask([FIRST_CHAT]);
            let (mut replied, mut polls) = (None, false);
            while replied.is_none() || !polls {
                match self.next() {
                    Event::Poll(_) => polls = true,
                    Event::Reply(to, at) if to == number => replied = Some(at),
                    Event::Reply(..) => {}
                }
            }
            latencies.extend(replied.map(|at| at - self.sent[number]));
        }
        latencies
    }

    /// Many ask at once; tells how long it took until everyone had a reply.
    fn burst(&mut self, messages: usize, chats: usize) -> Duration {
        let first = self.sent.len();
        let started = Instant::now();
        self.ask((FIRST_CHAT..).take(chats).cycle().take(messages));
        let mut replies: HashMap<usize, Instant> = HashMap::with_capacity(messages);
        while replies.len() < messages {
            if let Event::Reply(to, at) = self.next()
                && to >= first
            {
                replies.entry(to).or_insert(at);
            }
        }
        replies.into_values().max().map_or(Duration::ZERO, |last| last - started)
    }

    /// Sends the next questions from these chats; gives the number of the last.
    fn ask(&mut self, chats: impl IntoIterator<Item = i64>) -> usize {
        let date = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        let first = self.sent.len();
        let updates: Vec<(i64, String)> =
            chats.into_iter().zip(first..).map(|(chat, number)| self.update(number, chat, date)).collect();
        self.sent.resize(first + updates.len(), Instant::now());
        self.server.push(updates);
        self.sent.len() - 1
    }

    fn update(&self, number: usize, chat: i64, date: u64) -> (i64, String) {
        let Asked { text, language } = &self.asked[number % self.asked.len()];
        let id = i64::try_from(number).expect("a small number") + 1;
        let update = json!({ "update_id": id, "message": {
            "message_id": number, "date": date, "text": text,
            "chat": { "id": chat, "type": "private", "first_name": "A" },
            "from": { "id": chat, "is_bot": false, "first_name": "A", "language_code": language },
        }});
        (id, update.to_string())
    }

    fn wait_for_poll(&self) -> Instant {
        loop {
            if let Event::Poll(at) = self.next() {
                return at;
            }
        }
    }

    fn next(&self) -> Event {
        self.events.recv_timeout(PATIENCE).expect("the bot does something")
    }
}

fn quantile(mut times: Vec<Duration>, percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() - 1) * percent / 100]
}
