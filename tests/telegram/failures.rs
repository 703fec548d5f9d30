//! Kills, stops and a server that fails: what is lost, doubled or refused then.

mod clock;
mod database;
mod inside;
mod updates;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::lab::{Home, Lab};
use crate::server::{Fault, Telegram, made, refusal};

/// Questions by chat, in order.
type Asked = BTreeMap<i64, Vec<i64>>;

/// What became of questions.
#[derive(Debug, PartialEq, Eq)]
struct Fate {
    lost: usize,
    doubled: usize,
    /// Calls that the server refused or broke off.
    refused: usize,
}

/// Asks so many questions in as many chats, in turn.
fn ask(lab: &Lab, questions: usize, chats: i64) -> Asked {
    let texts = ["When did the Alash Autonomy end?", "/help", "What is the capital of France?", "/sources"];
    let mut asked = Asked::new();
    for (number, chat) in (0..questions).zip((3_000..3_000 + chats).cycle()) {
        let text = texts[number / 40 % texts.len()];
        asked.entry(chat).or_default().push(lab.private(chat, "en", &json!({ "text": text })));
    }
    asked
}

fn replied_to(sent: &Value) -> Option<i64> {
    sent["reply_parameters"]["message_id"].as_i64()
}

fn wait_for_sends(telegram: &Telegram, count: usize) {
    telegram.wait("messages", |state| (made(state, "sendMessage").len() >= count).then_some(()));
}

/// Waits for an answer to everything.
fn wait_for_answers(telegram: &Telegram, asked: &Asked) {
    let ids: HashSet<i64> = asked.values().flatten().copied().collect();
    // Looked at as long as answers come: together they may take longer than one wait.
    let mut answered = 0;
    while answered < ids.len() {
        answered = telegram.wait("an answer to everything", |state| {
            let sent: HashSet<i64> = made(state, "sendMessage").iter().filter_map(replied_to).collect();
            let now = ids.intersection(&sent).count();
            (now > answered).then_some(now)
        });
    }
}

/// Waits until every chat that has not got all of its answers has one under way which the server holds.
fn wait_until_all_wait(telegram: &Telegram, asked: &Asked) {
    telegram.wait("messages that are held", |state| {
        let sent: HashSet<i64> = made(state, "sendMessage").iter().filter_map(replied_to).collect();
        let unfinished = asked.values().filter(|messages| !sent.contains(&messages[messages.len() - 1]));
        (state.sends_held >= unfinished.count()).then_some(())
    });
}

/// Holds each chat's answers against its questions: each has one, in order, however often it came.
fn fate(telegram: &Telegram, asked: &Asked) -> Fate {
    let sent = telegram.made("sendMessage");
    let mut answered: HashMap<i64, Vec<i64>> = HashMap::new();
    for message in &sent {
        let chat = message["chat_id"].as_i64().expect("a chat");
        answered.entry(chat).or_default().push(replied_to(message).expect("a reply"));
    }
    let questions: usize = asked.values().map(Vec::len).sum();
    let mut kept = 0;
    for (chat, messages) in asked {
        let mut answered = answered.remove(chat).unwrap_or_default();
        answered.dedup();
        kept += messages.iter().filter(|message| answered.contains(message)).count();
        assert_eq!(&answered, messages, "the order of chat {chat}");
    }
    assert!(answered.is_empty(), "nobody asked in {answered:?}");
    let refused = telegram.wait("calls", |state| {
        Some(state.calls.iter().filter(|call| !call.ok && call.method == "sendMessage").count())
    });
    Fate { lost: questions - kept, doubled: sent.len() - questions, refused }
}

#[test]
fn ten_kills_lose_nothing_and_double_at_most_what_was_under_way() {
    const QUESTIONS: usize = 600;
    const CHATS: usize = 40;
    const KILLS: usize = 10;
    let telegram = Telegram::start();
    let mut lab = Lab::at(telegram);
    let asked = ask(&lab, QUESTIONS, 40);
    let mut under_way = 0;
    let mut before = 0;
    for kill in 1..=KILLS {
        let target = before + CHATS + kill;
        if kill % 2 == 0 {
            lab.telegram.let_through(target);
            wait_for_sends(&lab.telegram, target);
            wait_until_all_wait(&lab.telegram, &asked);
        } else {
            wait_for_sends(&lab.telegram, target);
        }
        lab.bot.kill();
        // What was under way arrives all the same, and nobody is left to be told.
        lab.telegram.let_through(usize::MAX);
        lab.telegram.wait_until_alone();
        let sent = lab.telegram.made("sendMessage");
        under_way +=
            sent[before..].iter().map(|sent| sent["chat_id"].to_string()).collect::<HashSet<_>>().len();
        before = sent.len();
        lab.restart().wait();
    }
    wait_for_answers(&lab.telegram, &asked);
    let fate = fate(&lab.telegram, &asked);
    println!(
        "{QUESTIONS} asked in {CHATS} chats, {KILLS} kills: lost {}, doubled {} of {under_way} under way, refused {}",
        fate.lost, fate.doubled, fate.refused
    );
    assert_eq!((fate.lost, fate.refused), (0, 0));
    assert!(fate.doubled <= under_way && under_way <= KILLS * CHATS);
    lab.stop(&["Alash"]);
}

#[test]
fn a_stop_under_load_is_quick_and_neither_loses_nor_doubles_anything() {
    thread::scope(|scope| {
        for signal in ["TERM", "INT"] {
            scope.spawn(move || stop_under_load(signal));
        }
    });
}

/// The limits hold here, so that more is asked than can be answered before the bot has to be gone.
fn stop_under_load(signal: &str) {
    let mut lab = Lab::in_home(Telegram::start(), Home::new(), &[("TARIKH_LIMITS", "on")]);
    let asked = ask(&lab, 400, 50);
    // All is in the inbox, and most of it waits for its turn.
    lab.telegram.wait("the confirmation", |state| (state.confirmed == 400).then_some(()));
    lab.bot.signal(signal);
    let signalled = Instant::now();
    assert_eq!(lab.bot.end(), Some(0), "SIG{signal}");
    let took = signalled.elapsed();
    assert!(took < Duration::from_secs(10), "SIG{signal}: {took:?}");
    let before = lab.telegram.made("sendMessage").len();
    lab.restart();
    wait_for_answers(&lab.telegram, &asked);
    let fate = fate(&lab.telegram, &asked);
    println!(
        "400 asked in 50 chats, SIG{signal}, gone after {:.1} s with {before} answered: lost {}, doubled {}, refused {}",
        took.as_secs_f32(),
        fate.lost,
        fate.doubled,
        fate.refused
    );
    assert_eq!(fate, Fate { lost: 0, doubled: 0, refused: 0 });
    lab.stop(&["Alash"]);
}

#[test]
fn a_server_that_fails_in_every_way_in_turn_gets_every_answer_to_its_chat() {
    const ROUNDS: usize = 15;
    let telegram = Telegram::start();
    let wait = json!({ "retry_after": 1 });
    let faults = [
        Fault::Answer(500, refusal(500, "Internal Server Error", &Value::Null)),
        Fault::Html(502),
        Fault::Answer(429, refusal(429, "Too Many Requests: retry after 1", &wait)),
        Fault::Reset,
        Fault::Silence,
        Fault::LostAnswer,
    ];
    for fault in &faults {
        telegram.fail("getUpdates", fault.clone());
        telegram.fail("getUpdates", Fault::Nothing);
    }
    for fault in faults.iter().cycle().take(ROUNDS * faults.len()) {
        telegram.fail("sendMessage", fault.clone());
        telegram.fail("sendMessage", Fault::Nothing);
    }
    let lab = Lab::at(telegram);
    let asked = ask(&lab, 240, 30);
    wait_for_answers(&lab.telegram, &asked);
    let fate = fate(&lab.telegram, &asked);
    println!(
        "240 asked in 30 chats of a server with {} faults: lost {}, doubled {} of {ROUNDS} lost answers, refused {}",
        ROUNDS * faults.len(),
        fate.lost,
        fate.doubled,
        fate.refused
    );
    assert_eq!((fate.lost, fate.refused), (0, ROUNDS * (faults.len() - 1)));
    assert!(fate.doubled <= ROUNDS);
    require_obedience(&lab.telegram);
    lab.stop(&["Alash"]);
}

/// No chat is written to before the time is over that the server asked for.
fn require_obedience(telegram: &Telegram) {
    let calls = telegram.wait("calls", |state| {
        let sends = state.calls.iter().filter(|call| call.method == "sendMessage");
        Some(sends.cloned().collect::<Vec<_>>())
    });
    let mut waits = 0;
    for (number, refused) in calls.iter().enumerate().filter(|(_, call)| call.status == 429) {
        let chat = &refused.params["chat_id"];
        if let Some(next) = calls[number + 1..].iter().find(|call| call.params["chat_id"] == *chat) {
            let after = next.at - refused.at;
            assert!(after >= Duration::from_secs(1), "{chat} was written to after {after:?}");
            waits += 1;
        }
    }
    assert!(waits > 0, "no chat had to wait");
}
