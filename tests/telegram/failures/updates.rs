//! Updates that no server would send: the bot neither dies nor stops answering.

use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde_json::{Value, json};

use crate::lab::{ANN, GROUP, Lab, message, now};
use crate::server::{BOT, PATIENCE, Telegram, USERNAME};

const UPDATES: usize = 2_000;
/// Fields that a message may have.
const OPTIONAL: [&str; 16] = [
    "entities",
    "caption",
    "caption_entities",
    "quote",
    "reply_to_message",
    "external_reply",
    "forward_origin",
    "via_bot",
    "sender_chat",
    "media_group_id",
    "message_thread_id",
    "is_topic_message",
    "is_automatic_forward",
    "photo",
    "pinned_message",
    "migrate_from_chat_id",
];
/// The same mutations each time.
const SEED: u64 = 1917;
/// What JSON values of ours cannot hold, and what takes its place in the text of an update.
const IN_TEXT: [(&str, &str); 4] = [
    ("\u{e000}", "\\ud83d"),
    ("\"\u{e001}\"", "1e999"),
    ("\"\u{e002}\"", "-99999999999999999999999999"),
    // Two fields of one name.
    ("\u{e003}", ""),
];

#[test]
fn two_thousand_mutated_updates_stop_nobody() {
    let lab = Lab::with_log(Telegram::start(), "debug");
    let mut rng = Rng::with_seed(SEED);
    for number in 0..UPDATES {
        let (kind, mut content) = real(&mut rng, i64::try_from(number).expect("small"));
        for _ in 0..rng.usize(1..3) {
            if rng.bool() {
                content[OPTIONAL[rng.usize(0..OPTIONAL.len())]] = odd(&mut rng);
            } else {
                mutate(&mut content, &mut rng);
            }
        }
        lab.telegram.push_text(|id| text(&json!({ "update_id": id, kind: content })));
    }
    for user in [ANN, ANN + 1, ANN + 2] {
        lab.ask(user, "en", "When did the Alash Autonomy end?");
    }
    lab.reply_to(lab.group(&json!({ "text": format!("/help@{USERNAME}") })));
    let set_aside = settled(&lab);
    let answered = lab.telegram.made("sendMessage").len() - 4 - set_aside;
    require_patience_with_what_has_no_number(&lab);
    println!(
        "{UPDATES} mutated updates: {answered} answered, {set_aside} set aside, {} ignored; 4 of 4 answered afterwards",
        UPDATES - answered - set_aside
    );
    assert!(answered > UPDATES / 10 && answered + set_aside < UPDATES, "both kinds were there");
    let ended = lab.stop(&["HIDDENWORD"]);
    assert_eq!(ended.code, Some(0));
    assert!(!ended.output.contains("panicked"), "{}", lines_with(&ended.output, "panicked"));
}

/// What cannot even be confirmed is neither asked for without a pause nor in anybody's way.
fn require_patience_with_what_has_no_number(lab: &Lab) {
    for odd in ["{}", "[]", "7", "\"t\"", "null", r#"{"update_id":"7"}"#, r#"{"update_id":1,"update_id":2}"#]
    {
        lab.telegram.push_text(|_| odd.to_owned());
    }
    let asked = Instant::now();
    let polls = lab.telegram.wait("polls", |state| Some(state.polls));
    lab.telegram.wait("more polls", |state| (state.polls > polls + 4).then_some(()));
    assert!(asked.elapsed() > Duration::from_millis(500), "{:?}", asked.elapsed());
    lab.ask(ANN + 3, "en", "/help");
}

/// Waits until nothing is in work; how many updates were set aside.
fn settled(lab: &Lab) -> usize {
    let figure = |name: &str| lab.bot.metrics(name)[0].rsplit(' ').next().expect("a figure").to_owned();
    let deadline = Instant::now() + 2 * PATIENCE;
    while figure("tarikh_inbox_updates ") != "0.0" {
        assert!(Instant::now() < deadline, "updates are still in work");
        thread::yield_now();
    }
    figure("tarikh_updates_set_aside_total").parse().expect("a number")
}

fn lines_with(output: &str, part: &str) -> String {
    output.lines().filter(|line| line.contains(part)).collect::<Vec<_>>().join("\n")
}

/// An update as Telegram sends it.
fn real(rng: &mut Rng, number: i64) -> (&'static str, Value) {
    let user = 5_000 + number % 40;
    let person = json!({ "id": user, "is_bot": false, "first_name": "A", "language_code": "en" });
    let private = json!({ "id": user, "type": "private", "first_name": "A" });
    let group = json!({ "id": GROUP - number % 7, "type": "supergroup", "title": "G", "is_forum": true });
    let said = |chat: &Value, fields: Value| message(number + 10_000, chat, user, "en", &fields);
    let bot = json!({ "id": BOT, "is_bot": true, "first_name": "T", "username": USERNAME });
    let quiz = format!("@{USERNAME} when did the HIDDENWORD Autonomy end?");
    let entity = json!({ "type": "mention", "offset": 0, "length": USERNAME.len() + 1 });
    match rng.u8(0..8) {
        0 => ("message", said(&private, json!({ "text": "When did the HIDDENWORD Autonomy end?" }))),
        1 => ("message", said(&private, json!({ "text": "/language lv", "entities": [entity] }))),
        2 => (
            "message",
            said(
                &group,
                json!({ "text": quiz, "entities": [entity], "is_topic_message": true, "message_thread_id": 7 }),
            ),
        ),
        3 => {
            let earlier = said(&group, json!({ "text": "HIDDENWORD", "from": bot }));
            ("message", said(&group, json!({ "text": "why?", "reply_to_message": earlier })))
        }
        4 => {
            let voice = json!({ "file_id": "f", "file_unique_id": "u", "duration": 1, "mime_type": "audio/ogg", "file_size": 1 });
            let origin = json!({ "type": "user", "date": 1, "sender_user": person });
            (
                "message",
                said(&private, json!({ "voice": voice, "caption": "HIDDENWORD", "forward_origin": origin })),
            )
        }
        5 => (
            "message",
            said(
                &group,
                json!({ "migrate_to_chat_id": GROUP - 100 - number % 7, "chat": { "id": GROUP - 50, "type": "group", "title": "G" } }),
            ),
        ),
        6 => {
            let shown = said(
                &private,
                json!({ "text": "t", "from": bot, "reply_markup": { "inline_keyboard": [[{ "text": "b", "callback_data": "d" }]] } }),
            );
            let data = ["lang:lv", "ask:end:en", "l:lv", "HIDDENWORD"][rng.usize(0..4)];
            (
                "callback_query",
                json!({ "id": format!("q{number}"), "from": person, "message": shown, "chat_instance": "c", "data": data }),
            )
        }
        _ => {
            let status = ["kicked", "left", "member", "administrator"][rng.usize(0..4)];
            (
                "my_chat_member",
                json!({
                    "chat": { "id": user + 1_000, "type": "private", "first_name": "B" }, "from": person, "date": now(),
                    "old_chat_member": { "user": bot, "status": "member" },
                    "new_chat_member": { "user": bot, "status": status, "until_date": 0 },
                }),
            )
        }
    }
}

/// Changes one thing in it, anywhere.
fn mutate(value: &mut Value, rng: &mut Rng) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(rng.usize(0..fields.len())).expect("a field").clone();
            match rng.u8(0..12) {
                0 => {
                    fields.remove(&name);
                }
                1 => {
                    let doubled = format!("{name}\u{e003}");
                    fields.insert(doubled, odd(rng));
                }
                2 => {
                    let moved = fields.remove(&name).expect("a field");
                    fields.insert(format!("{name}_"), moved);
                }
                3..=5 => fields[&name] = odd(rng),
                _ => mutate(&mut fields[&name], rng),
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let at = rng.usize(0..items.len());
            if rng.u8(0..4) == 0 {
                items.push(items[at].clone());
            } else {
                mutate(&mut items[at], rng);
            }
        }
        other => *other = odd(rng),
    }
}

fn odd(rng: &mut Rng) -> Value {
    let numbers = [
        0,
        -1,
        1,
        i64::MIN,
        i64::MAX,
        i64::from(i32::MIN),
        i64::from(i32::MAX),
        1 << 31,
        1 << 52,
        253_402_300_800,
    ];
    match rng.u8(0..14) {
        0 => Value::Null,
        1 => json!(rng.bool()),
        2..=4 => json!(numbers[rng.usize(0..numbers.len())]),
        5 => json!(u64::MAX),
        6 => json!(rng.f64() * -1e12),
        7 => json!("\u{e001}"),
        8 => json!("\u{e002}"),
        9 => json!(["", "\u{0}", "\u{e000}", "/", "/start@", "@", "-"][rng.usize(0..7)]),
        10 => json!(["ж😀", "HIDDENWORD ", "<b>"][rng.usize(0..3)].repeat(10_000)),
        11 => json!([]),
        12 => nested(rng.usize(2..200), rng),
        _ => {
            let figures = [-1, 0, 1, 3, 17, 4_096, i64::MAX];
            let [offset, length] = [(); 2].map(|()| figures[rng.usize(0..figures.len())]);
            json!([{ "type": "mention", "offset": offset, "length": length }])
        }
    }
}

/// Lists, objects or messages in messages, that deep.
fn nested(depth: usize, rng: &mut Rng) -> Value {
    let kind = rng.u8(0..3);
    (0..depth).fold(json!("t"), |inner, _| match kind {
        0 => json!([inner]),
        1 => json!({ "reply_to_message": inner }),
        _ => {
            let chat = json!({ "id": 5_000, "type": "private", "first_name": "A" });
            message(9, &chat, 5_000, "en", &json!({ "text": "t", "reply_to_message": inner }))
        }
    })
}

fn text(update: &Value) -> String {
    IN_TEXT.iter().fold(update.to_string(), |text, (mark, real)| text.replace(mark, real))
}
