//! The command-line contract, through the real program.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tarikh::app::App;
use tarikh::domain::{Context, Question, Request};

fn tarikh(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarikh"));
    command.args(args).env_clear().stdin(Stdio::null());
    command
}

fn fed(command: &mut Command, input: &[u8]) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn lines(input: &[u8]) -> Vec<Value> {
    let output = fed(&mut tarikh(&["ask", "--jsonl"]), input);
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn json_of(args: &[&str]) -> Value {
    let output = tarikh(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn an_answer_has_every_key_of_the_contract() {
    let answer = json_of(&["ask", "--json", "When did the Alash Autonomy end?"]);
    let keys: BTreeSet<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    let contract = [
        "outcome",
        "language",
        "intent",
        "confidence",
        "disputed",
        "text",
        "facts",
        "citations",
        "suggestions",
    ];
    assert_eq!(keys, BTreeSet::from(contract));
    assert_eq!(answer["outcome"], "answer");
    assert_eq!(answer["language"], "en");
    assert_eq!(answer["intent"], "when-ended");
    assert_eq!(answer["disputed"], true);
    assert!(answer["confidence"].as_f64().is_some_and(|confidence| (0.0..=1.0).contains(&confidence)));
    assert!(answer["facts"].as_array().unwrap().contains(&json!("end-date")));
    let citation = &answer["citations"][0];
    assert_eq!(citation["source"], "lv");
    assert!(citation["url"].as_str().unwrap().contains("#:~:text=Form%C4%81l%C4%81%20Ala%C5%A1as"));
    let text = answer["text"].as_str().unwrap();
    assert!(text.contains("5 March 1920") && text.contains("26 August 1920") && text.contains("[1]"));
    assert!(!text.contains('<'), "markup in {text}");
}

#[test]
fn outcomes_without_facts_have_no_citations() {
    for (question, outcome) in [("What is the weather like today?", "unknown"), ("Hello!", "smalltalk")] {
        let answer = json_of(&["ask", "--json", question]);
        assert_eq!(answer["outcome"], outcome, "{answer}");
        assert_eq!(answer["facts"], json!([]));
        assert_eq!(answer["citations"], json!([]));
        assert_eq!(answer["disputed"], false);
    }
    assert_eq!(json_of(&["ask", "--json", "Hello!"])["intent"], "greeting");
    assert_eq!(json_of(&["ask", "--json", "What is the weather like today?"])["intent"], Value::Null);
}

#[test]
fn lang_fixes_the_language_of_the_reply() {
    let answer = json_of(&["ask", "--json", "--lang", "kk", "When did the Alash Autonomy end?"]);
    assert_eq!(answer["language"], "kk");
    assert!(answer["text"].as_str().unwrap().contains("1920 жылғы 5 наурызда"));
}

#[test]
fn the_systems_locale_does_not_matter_to_ask() {
    let output = tarikh(&["ask", "--json", "?"]).env("LANG", "lv_LV.UTF-8").output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["language"], "en");
}

#[test]
fn a_plain_answer_is_the_text_alone() {
    let question = "When did the Alash Autonomy end?";
    let plain = tarikh(&["ask", question]).output().unwrap();
    let answer = json_of(&["ask", "--json", question]);
    assert_eq!(String::from_utf8(plain.stdout).unwrap().trim_end(), answer["text"].as_str().unwrap());
    assert!(plain.stderr.is_empty());
}

#[test]
fn each_line_in_gives_a_line_out_in_order() {
    let long = format!("{{\"text\": \"{}\"}}", "a".repeat(1 << 20));
    let mut input = Vec::new();
    for line in [
        "{\"text\": \"Hello!\", \"chat\": null, \"mood\": 1}",
        "",
        "nonsense",
        "{\"text\": 7}",
        "[\"Hello!\", null, null, null]",
    ] {
        input.extend_from_slice(line.as_bytes());
        input.push(b'\n');
    }
    input.extend_from_slice(b"{\"text\": \"\xff\"}\n");
    input.extend_from_slice(long.as_bytes());
    input.extend_from_slice(
        b"\n{\"text\": \"x\", \"chat\": 5}\n{\"text\": \"Hello!\", \"language_code\": \"en-GB\"}",
    );
    let answers = lines(&input);
    assert_eq!(answers.len(), 9);
    for at in [0, 8] {
        assert_eq!(answers[at]["outcome"], "smalltalk", "line {at}");
    }
    for (at, answer) in answers.iter().enumerate().take(8).skip(1) {
        assert!(answer["error"].is_string(), "line {at}: {answer}");
    }
}

#[test]
fn language_code_is_a_hint_for_what_the_text_does_not_decide() {
    let answers = lines(
        "{\"text\": \"?\", \"language_code\": \"lv-LV\"}\n\
         {\"text\": \"?\", \"language_code\": \"pt\"}\n\
         {\"text\": \"When did the Alash Autonomy end?\", \"language_code\": \"lv\"}\n"
            .as_bytes(),
    );
    let languages: Vec<&str> = answers.iter().map(|answer| answer["language"].as_str().unwrap()).collect();
    assert_eq!(languages, ["lv", "en", "en"]);
}

#[test]
fn every_question_on_a_button_is_understood_as_meant() {
    let app = App::built_in().unwrap();
    for language in app.languages() {
        for (intent, title) in app.questions(language) {
            for hint in app.languages() {
                let question =
                    Question { text: title.to_owned(), language_code: Some(hint.to_string()), chosen: None };
                let exchange = app.exchange(&question, &Context::default());
                assert_eq!(exchange.answer.request(), Some(&Request::plain(intent.clone())), "{title}");
                assert_eq!(exchange.understanding.language, *language, "{title}");
            }
        }
    }
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let wrong: [&[&str]; 9] = [
        &[],
        &["aks"],
        &["ask"],
        &["ask", "--lang", "xx", "Hello!"],
        &["ask", "--jsonl", "Hello!"],
        &["check", "--fix-seals"],
        &["check", "--coverage"],
        &["check", "--sources", "no/such/folder"],
        &["check", "--facts", "no/such/folder"],
    ];
    for args in wrong {
        let output = tarikh(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn broken_facts_stop_every_start_with_the_report() {
    let folder = std::env::temp_dir().join(format!("tarikh-broken-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("sources.toml"), "[[source]]\nid = 1\n").unwrap();
    let facts = folder.to_str().unwrap();
    let calls: [&[&str]; 3] = [&["ask", "Hello!"], &["chat"], &["run"]];
    for call in calls {
        let output = tarikh(call)
            .args(["--facts", facts])
            .env("TELOXIDE_TOKEN", "123456:TEST")
            .env("TELOXIDE_API_URL", "http://127.0.0.1:9")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{call:?}");
        let report = String::from_utf8(output.stderr).unwrap();
        assert!(report.contains("sources.toml:2:6: error[wrong-type]: "), "{call:?}: {report}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn check_is_silent_about_sound_data() {
    let output = tarikh(&["check"]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &[][..]));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = tarikh(&["ask", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // The program may be gone before all lines are written: that is what is asked for.
    let _ = stdin.write_all("{\"text\": \"Hello!\"}\n".repeat(100).as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
}

#[test]
fn chat_answers_through_a_pipe_without_colour_and_follows_numbers() {
    let mut command = tarikh(&["chat"]);
    let output =
        fed(command.env("LANG", "lv_LV.UTF-8"), "Kad beidzās Alašas autonomija?\n1\n99\n".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("1920. gada 5. martā"), "{said}");
    assert!(said.contains("[1] Alašas autonomija"), "{said}");
    assert!(said.contains("1. "), "{said}");
    assert!(said.contains("17. augustā"), "the first follow-up is what came after: {said}");
    assert!(!said.contains('\u{1b}'), "{said}");
}

#[test]
fn run_without_a_token_names_the_variable_and_chat() {
    let output = tarikh(&["run"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.contains("TELOXIDE_TOKEN") && line.contains("tarikh chat"), "{line}");
}

#[test]
fn run_reports_all_wrong_settings_at_once_and_never_the_token() {
    let output = tarikh(&["run"])
        .env("TELOXIDE_TOKEN", "not a token, but secret")
        .env("TELOXIDE_API_URL", "example")
        .env("TARIKH_DATABASE_URL", "mysql://user:secret@example/tarikh")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let lines = String::from_utf8(output.stderr).unwrap();
    assert!(lines.contains("TELOXIDE_TOKEN") && lines.contains("TELOXIDE_API_URL"), "{lines}");
    assert!(lines.contains("TARIKH_DATABASE_URL") && lines.contains("sqlite:tarikh.db"), "{lines}");
    assert_eq!(lines.lines().count(), 3, "{lines}");
    assert!(!lines.contains("secret"), "{lines}");
}

#[test]
fn the_matcher_keeps_what_it_has_reached() {
    let lines = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/questions/");
    for language in ["en", "lv", "uk", "ru", "kk"] {
        let measured = json_of(&["eval", &format!("{lines}{language}.jsonl")]);
        for (rate, floor) in [("in_scope_accuracy", 0.88), ("out_of_scope_recall", 0.87), ("auroc", 0.965)] {
            assert!(
                measured[rate].as_f64().is_some_and(|reached| reached >= floor),
                "{language}: {measured}"
            );
        }
    }
}

#[test]
fn eval_measures_a_labelled_table_of_ones_own() {
    let folder = std::env::temp_dir().join(format!("tarikh-eval-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).display().to_string();
    let line = |text: &str, intent: Value| format!("{}\n", json!({ "text": text, "intent": intent }));
    let train: String = (0..10)
        .map(|at| {
            line(&format!("open door {at}"), json!("open")) + &line(&format!("feed cat {at}"), json!("feed"))
        })
        .collect();
    std::fs::write(path("train"), train).unwrap();
    let test = line("open the door", json!("open"))
        + &line("feed the cat", json!("feed"))
        + &line("xyzzy", Value::Null);
    std::fs::write(path("test"), test).unwrap();
    let measured =
        json_of(&["eval", "--train", &path("train"), "--test", &path("test"), "--predictions", &path("out")]);
    for key in [
        "in_scope_accuracy",
        "raw_accuracy",
        "out_of_scope_recall",
        "auroc",
        "examples",
        "intents",
        "train_seconds",
        "p50_us",
        "p99_us",
        "peak_rss_mib",
    ] {
        assert!(measured[key].is_number(), "{key}: {measured}");
    }
    assert_eq!((&measured["raw_accuracy"], &measured["intents"]), (&json!(1.0), &json!(2)));
    let predicted = std::fs::read_to_string(path("out")).unwrap();
    let best: Vec<Value> =
        predicted.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["best"].clone()).collect();
    assert_eq!(best[..2], [json!("open"), json!("feed")]);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_empty_variable_is_an_unset_one() {
    let output = tarikh(&["check"]).env("TARIKH_FACTS", "").env("TARIKH_LOCALES", "").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_log_filter_that_would_silence_everything_is_wrong() {
    let output = tarikh(&["run"])
        .env("TELOXIDE_TOKEN", "123456:TEST")
        .env("TELOXIDE_API_URL", "http://127.0.0.1:9")
        .env("TARIKH_LOG", "loud")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("TARIKH_LOG: 'loud' is no level"));
}

/// Questions written by people who had seen neither the templates nor what the bot understands.
#[test]
fn what_nobody_wrote_a_template_for_is_understood() {
    let lines = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/held-out/");
    for language in ["en", "lv", "uk", "ru", "kk"] {
        let measured = json_of(&["eval", &format!("{lines}{language}.jsonl")]);
        println!("{language}: {measured}");
        for (rate, floor) in [("in_scope_accuracy", 0.82), ("out_of_scope_recall", 0.85)] {
            assert!(
                measured[rate].as_f64().is_some_and(|reached| reached >= floor),
                "{language}: {measured}"
            );
        }
    }
}

#[test]
fn two_questions_in_one_message_are_both_answered() {
    for (text, first, second) in [
        ("Where was the capital? And what languages did they speak?", "capital", "languages"),
        ("when did it end and who led it", "end-date", "leader"),
        ("Kāds bija karogs un kas bija vadītājs?", "flags", "leader"),
        ("Коли скінчилася автономія і хто її очолював?", "end-date", "leader"),
        ("Алаштың астанасы қай қала болды? Оны кім басқарды?", "capital", "leader"),
    ] {
        let answer = json_of(&["ask", "--json", text]);
        let facts = answer["facts"].as_array().unwrap();
        let at = |id: &str| facts.iter().position(|fact| fact == id);
        assert!(at(first).is_some() && at(first) < at(second), "{text}: {answer}");
    }
}

#[test]
fn it_is_asked_back_twice_in_a_row_at_most() {
    let unclear = r#"{"text": "why did the government change it", "chat": "c", "language_code": "en"}"#;
    let outcome = |answer: &Value| answer["outcome"].as_str().unwrap().to_owned();
    let alone = lines(unclear.as_bytes());
    assert_eq!(outcome(&alone[0]), "clarify", "{}", alone[0]);
    let answers = lines(format!("{unclear}\n").repeat(3).as_bytes());
    let outcomes: Vec<String> = answers.iter().map(outcome).collect();
    assert_eq!(outcomes, ["clarify", "clarify", "unknown"]);
    assert!(!answers[2]["suggestions"].as_array().unwrap().is_empty());
}
