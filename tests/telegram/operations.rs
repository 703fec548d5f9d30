//! What operators see: health, readiness, metrics, the log.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use serde_json::json;

use crate::lab::{Bot, Ended, Home, Lab, request};
use crate::server::{Fault, TOKEN, Telegram, made, refusal};

/// Chats whose numbers cannot stand in a log by chance.
const LATVIAN: i64 = 7_310_911_002;
const ENGLISH: i64 = 7_310_911_003;

/// A bot whose Telegram does not answer yet.
fn starting() -> (Telegram, Bot) {
    let telegram = Telegram::start();
    telegram.fail("getMe", Fault::Gate);
    let bot = Bot::start(Some(TOKEN), &telegram.url(), "info");
    telegram.wait_at_gate(1);
    (telegram, bot)
}

/// `tarikh health` with that setting; a proxy that leads nowhere must not be asked.
fn health(listen: &str) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarikh"));
    command.arg("health").env("TARIKH_OPS_LISTEN", listen);
    let output =
        command.env("http_proxy", "http://127.0.0.1:9").env_remove("NO_PROXY").output().expect("run");
    assert!(output.stdout.is_empty());
    Ended { code: output.status.code(), output: String::from_utf8(output.stderr).expect("UTF-8") }
}

fn run_with(listen: &str) -> Ended {
    let telegram = Telegram::start();
    let more = [("TARIKH_OPS_LISTEN", listen)];
    Bot::start_in(Home::new(), Some(TOKEN), &telegram.url(), "info", &more).wait()
}

#[test]
fn the_bot_is_alive_at_once_and_ready_when_telegram_answers() {
    let (telegram, bot) = starting();
    let address = bot.operations();
    assert_eq!(bot.get("/healthz").0, 200);
    let (status, answer) = bot.get("/readyz");
    assert_eq!(status, 503);
    let expected = r#"{"storage":"ok","telegram":"has not answered yet","inbox":"ok"}"#;
    assert!(answer.ends_with(expected), "{answer}");
    let ended = health(&address);
    assert_eq!(ended.code, Some(1));
    assert_eq!(ended.output, "tarikh: not ready: telegram: has not answered yet\n");

    telegram.open_gate();
    bot.wait_for_line("the bot is running");
    assert_eq!(bot.get("/readyz").0, 200);
    let everywhere = address.replace("127.0.0.1", "0.0.0.0");
    for listen in [&address, &everywhere] {
        let ended = health(listen);
        assert_eq!((ended.code, ended.output.as_str()), (Some(0), ""), "{listen}");
    }
}

#[test]
fn only_three_pages_are_served_and_only_for_reading() {
    let (_telegram, bot) = starting();
    for path in ["/", "/healthz/", "/metrics/x", "/readyz2"] {
        assert_eq!(bot.get(path).0, 404, "{path}");
    }
    assert_eq!(request(&bot.operations(), "POST", "/metrics").0, 405);
    let (_, answer) = bot.get("/metrics");
    assert!(answer.contains("content-type: application/openmetrics-text; version=1.0.0; charset=utf-8"));
    assert!(answer.ends_with("\n# EOF\n"), "{answer}");
}

#[test]
fn a_stop_waits_neither_for_telegram_nor_for_slow_clients() {
    let (_telegram, bot) = starting();
    let mut slow = TcpStream::connect(bot.operations()).expect("a server");
    slow.write_all(b"GET /metrics HTTP/1.1\r\nHo").expect("written");
    bot.signal("TERM");
    assert_eq!(bot.wait().code, Some(0));
}

#[test]
fn an_address_that_cannot_be_used_ends_the_start_with_one_line() {
    let other = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = other.local_addr().expect("an address").to_string();
    for (listen, code) in [(address.as_str(), 1), ("localhost", 2)] {
        let ended = run_with(listen);
        assert_eq!(ended.code, Some(code), "{}", ended.output);
        assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
        assert!(ended.output.contains("TARIKH_OPS_LISTEN"), "{}", ended.output);
    }
}

#[test]
fn health_says_in_one_line_what_is_wrong() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address");
    for (listen, code) in [(free.to_string().as_str(), 1), ("127.0.0.1:0", 2), ("somewhere", 2)] {
        let ended = health(listen);
        assert_eq!(ended.code, Some(code), "{}", ended.output);
        assert_eq!(ended.output.lines().count(), 1, "{}", ended.output);
        assert!(ended.output.starts_with("tarikh: "), "{}", ended.output);
    }
}

/// Questions in two languages, a button, a command, and a server that is not always well.
pub(crate) fn busy_lab(log: &str) -> Lab {
    let telegram = Telegram::start();
    let wait = json!({ "retry_after": 0 });
    telegram.fail("sendMessage", Fault::Answer(429, refusal(429, "Too Many Requests", &wait)));
    telegram.fail("sendMessage", Fault::Html(502));
    telegram.fail("sendMessage", Fault::Reset);
    let lab = Lab::with_log(telegram, log);
    let answer = lab.ask(ENGLISH, "en", "When did the Alash Autonomy end?");
    lab.ask(LATVIAN, "lv", "Kad beidzās Alašas autonomija?");
    lab.ask(LATVIAN, "lv", "Kāds bija iedzīvotāju skaits?");
    lab.ask(LATVIAN, "lv", "/help");
    let button = &answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"];
    lab.press(ENGLISH, "en", button.as_str().expect("a button"));
    lab.telegram.wait("five replies", |state| (made(state, "sendMessage").len() == 5).then_some(()));
    lab
}

#[test]
fn what_happens_is_counted() {
    let lab = busy_lab("debug");
    lab.bot.wait_for_lines(&["\"done\""; 5]);
    let (_, text) = lab.bot.get("/metrics");
    for line in [
        concat!("tarikh_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
        "tarikh_updates_total{kind=\"message\"} 4",
        "tarikh_updates_total{kind=\"callback_query\"} 1",
        "tarikh_answers_total{outcome=\"answer\",language=\"en\"} 2",
        "tarikh_answers_total{outcome=\"answer\",language=\"lv\"} 1",
        "tarikh_answers_total{outcome=\"unknown\",language=\"lv\"} 1",
        "tarikh_answers_total{outcome=\"unknown\",language=\"kk\"} 0",
        "tarikh_update_to_reply_seconds_count 5",
        "tarikh_inbox_updates 0.0",
        "tarikh_inbox_oldest_seconds 0.0",
        "tarikh_telegram_calls_total{method=\"getMe\",result=\"ok\"} 1",
        "tarikh_telegram_calls_total{method=\"sendMessage\",result=\"ok\"} 5",
        "tarikh_telegram_calls_total{method=\"sendMessage\",result=\"too_many_requests\"} 1",
        "tarikh_telegram_calls_total{method=\"sendMessage\",result=\"garbled\"} 1",
        "tarikh_telegram_calls_total{method=\"sendMessage\",result=\"network\"} 1",
        "tarikh_telegram_call_retries_total{method=\"sendMessage\"} 3",
        "tarikh_updates_limited_total{by=\"chat\"} 0",
        "tarikh_updates_set_aside_total 0",
        "tarikh_storage_errors_total 0",
    ] {
        assert!(text.lines().any(|written| written == line), "no {line} in {text}");
    }
    lab.stop(&[]);
}

#[test]
fn every_line_about_an_update_names_it_and_only_a_detailed_log_the_chat() {
    for (log, names_chats) in [("info", false), ("trace", true)] {
        let lab = busy_lab(log);
        let refused = refusal(400, "Bad Request", &json!({}));
        lab.telegram.fail("sendMessage", Fault::Answer(400, refused));
        lab.ask(LATVIAN, "lv", "/help");
        let ended = lab.stop(&["Alash", "Kad ", "iedz"]);
        assert_eq!(ended.output.contains("73109110"), names_chats, "{log}: {}", ended.output);
        let line = ended.output.lines().find(|line| line.contains("a reply was refused"));
        let line: serde_json::Value = serde_json::from_str(line.expect("a line")).expect("JSON");
        let span = &line["span"];
        assert_eq!(
            (&span["name"], &span["id"], &span["kind"]),
            (&json!("update"), &json!(6), &json!("message"))
        );
        assert_eq!(span["chat"], if names_chats { json!(LATVIAN) } else { json!(null) });
    }
}
