//! `check` finds each kind of mistake, where it is: the built-in data with one thing spoiled.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use tarikh::app::{Folders, Loading};
use tarikh::built_in;
use tarikh::domain::{IntentId, LanguageId, Request};
use tarikh::loading::{Folder, TextFile};

struct Data {
    facts: Folder,
    locales: Folder,
}

impl Data {
    fn built_in() -> Self {
        Self { facts: built_in::facts(), locales: built_in::locales() }
    }

    /// The file by the path that diagnostics show.
    fn file(&mut self, path: &str) -> &mut TextFile {
        let folders = [&mut self.facts, &mut self.locales];
        folders.into_iter().flat_map(|folder| &mut folder.files).find(|file| &*file.path == path).unwrap()
    }

    /// Without the table, up to the empty line behind it.
    fn without_table(mut self, path: &str, header: &str) -> Self {
        let text = &mut self.file(path).text;
        let start = text.find(header).unwrap();
        let end = text[start..].find("\n\n").unwrap() + start;
        text.replace_range(start..end, "");
        self
    }

    fn replaced(mut self, path: &str, from: &str, to: &str) -> Self {
        let file = self.file(path);
        assert!(file.text.contains(from), "{path} does not hold {from}");
        file.text = file.text.replacen(from, to, 1);
        self
    }

    fn without(mut self, path: &str) -> Self {
        self.file(path);
        for folder in [&mut self.facts, &mut self.locales] {
            folder.files.retain(|file| &*file.path != path);
        }
        self
    }

    fn problems(self) -> Vec<String> {
        let loading = Loading::of(&Folders { facts: self.facts, locales: self.locales });
        loading.report.sorted().into_iter().map(ToString::to_string).collect()
    }

    /// Some problem is reported at a line of `path` with that code.
    fn reports(self, path: &str, code: &str) {
        let problems = self.problems();
        let found = problems.iter().any(|problem| {
            problem.starts_with(&format!("{path}:")) && problem.contains(&format!(": {code}: "))
        });
        assert!(found, "no {code} in {path}, but:\n{}", problems.join("\n"));
    }
}

fn spoiled(path: &str, from: &str, to: &str) -> Data {
    Data::built_in().replaced(path, from, to)
}

#[test]
fn the_built_in_data_is_sound() {
    assert_eq!(Data::built_in().problems(), Vec::<String>::new());
}

#[test]
fn a_problem_has_a_place_a_code_and_a_remedy() {
    let problems = spoiled("facts/end.toml", "1920-03-05", "1920-02-30").problems();
    assert_eq!(
        problems,
        ["facts/end.toml:10:8: error[wrong-date]: '1920-02-30' does not exist in its calendar; help: write \
             1920, 1920-03, 1920-03-05 or two of them with a '/', and ' OS' behind for Old Style"]
    );
}

#[test]
fn all_problems_are_reported_at_once() {
    let problems = spoiled("facts/end.toml", "1920-03-05", "soon")
        .replaced("facts/party.toml", "kind = \"contradiction\"", "kind = \"quarrel\"")
        .replaced("locales/lv/governor.ftl", "governor-formal", "governor-fromal")
        .problems();
    for code in ["wrong-date", "wrong-kind", "message-missing", "orphaned-message"] {
        assert!(problems.iter().any(|problem| problem.contains(code)), "{code}:\n{}", problems.join("\n"));
    }
}

#[test]
fn columns_count_characters() {
    let problems =
        spoiled("facts/sources.toml", "title = \"Алаш-орда\"", "title = \"Алаш\", x = 1").problems();
    assert!(problems.iter().any(|problem| problem.starts_with("facts/sources.toml:20:15: ")), "{problems:?}");
}

#[test]
fn mistakes_in_facts() {
    let end = "facts/end.toml";
    spoiled(end, "[[fact]]\nid = \"end-in-practice\"", "[[fact]\nid = \"end-in-practice\"")
        .reports(end, "error[toml-syntax]");
    spoiled(end, "kind =", "sort =").reports(end, "error[unknown-key]");
    spoiled(end, "id = \"end-in-practice\"\n", "").reports(end, "error[missing-key]");
    spoiled(end, "id = \"end-in-practice\"", "id = 7").reports(end, "error[wrong-type]");
    spoiled(end, "id = \"end-in-practice\"", "id = \"successor\"").reports(end, "error[duplicate-id]");
    spoiled(end, "id = \"end-in-practice\"", "id = \"am nesty!\"").reports(end, "error[wrong-id]");
    spoiled(end, "date = \"1919\"\ncited", "date = \"1919\"\nnumber.date = 1919\ncited")
        .reports(end, "error[repeated-argument]");
    spoiled(end, "source = \"lv\"", "source = \"de\"").reports(end, "error[dangling-reference]");
    spoiled(end, "kind = \"contradiction\"\n", "").reports(end, "error[missing-kind]");
    spoiled(end, "id = \"end-in-practice\"\n", "id = \"end-in-practice\"\nkind = \"scope\"\n")
        .reports(end, "error[needless-kind]");
    spoiled(end, "seal = \"", "seal = \"0").reports(end, "error[wrong-seal]");
    spoiled(end, ", seal = \"", ", steal = \"").reports(end, "error[missing-key]");
    spoiled(end, "from = \"By 1919", "from = \"a b c d e f By 1919").reports(end, "error[long-quotation]");
    spoiled("facts/government.toml", "entity = \"bukeikhanov\"", "entity = \"nobody\"")
        .reports("facts/government.toml", "error[dangling-reference]");
    spoiled("facts/government.toml", "number.total = 25", "number.total = -25")
        .reports("facts/government.toml", "error[wrong-type]");
    let state = "facts/state.toml";
    spoiled(
        state,
        "cited = [\n  { source = \"en\", from = \"The Alash Autonomy was founded\"",
        "cited = []\nquoted = [\n  { source = \"en\", from = \"The\"",
    )
    .reports(state, "error[claim-without-citation]");
    spoiled("facts/sources.toml", "https://lv", "lv").reports("facts/sources.toml", "error[wrong-address]");
}

#[test]
fn claims_that_say_the_same_are_one_claim() {
    spoiled("facts/end.toml", "date = \"1920-08-17\"", "date = \"1920-08-26\"")
        .reports("facts/end.toml", "error[equal-claims]");
}

#[test]
fn mistakes_in_intents() {
    let intents = "facts/intents.toml";
    spoiled(intents, "\"party-aim\"]", "\"party-aims\"]").reports(intents, "error[dangling-reference]");
    spoiled(intents, "next = [\"when-began\"", "next = [\"when-begun\"")
        .reports(intents, "error[dangling-reference]");
    spoiled(intents, "facts = [\"borders\"]", "facts = []").reports(intents, "error[intent-without-facts]");
    spoiled(intents, "[\"borders\"]", "[\"borders\", \"borders\"]")
        .reports(intents, "error[repeated-reference]");
    spoiled(intents, "next = [\"when-began\"", "next = [\"overview\"")
        .reports(intents, "error[repeated-reference]");
    spoiled(intents, "facts = [\"borders\"]", "facts = [\"motto\"]")
        .reports("facts/territory.toml", "warning[unreachable-fact]");
    spoiled(intents, "id = \"capital\"", "id = \"location\"").reports(intents, "error[duplicate-id]");
    spoiled(intents, "id = \"name\"", "id = \"the name\"").reports(intents, "error[wrong-id]");
    Data::built_in().without(intents).reports(intents, "error[missing-file]");
}

#[test]
fn mistakes_in_wordings() {
    let end = "locales/en/end.ftl";
    spoiled(end, "end-in-practice =", "end-in-practice").reports(end, "error[fluent-syntax]");
    spoiled(end, "end-in-practice =", "# no end-in-practice =")
        .reports("facts/end.toml", "error[message-missing]");
    spoiled(end, "end-in-practice =", "pardon = …\nend-in-practice =")
        .reports(end, "error[orphaned-message]");
    spoiled(end, "end-in-practice =", "end-in-practice = …\nend-in-practice =")
        .reports(end, "error[duplicate-message]");
    spoiled(end, "end-in-practice = ", "end-in-practice = { $nobody } ")
        .reports(end, "error[argument-unknown]");
    spoiled(end, "end-organisation = ", "end-organisation = …\n#").reports(end, "error[argument-unused]");
    spoiled(end, "end-in-practice = ", "end-in-practice = { -end-in-practice } ")
        .reports(end, "error[dangling-reference]");
    spoiled(end, "case: \"when\"", "case: \"whenever\"").reports(end, "error[case-missing]");
    spoiled(end, "DATE($date", "NUMBER($date").reports(end, "error[wrong-call]");
    spoiled(end, "case: \"when\"", "kase: \"when\"").reports(end, "error[wrong-call]");
    spoiled("locales/uk/government.ftl", "[few]", "[fuw]")
        .reports("locales/uk/government.ftl", "error[plural-incomplete]");
    spoiled(end, "end-in-practice = ", "end-in-practice = <u>").reports(end, "error[wording-broken]");
    spoiled("locales/uk/government.ftl", "[few]", "[two]")
        .reports("locales/uk/government.ftl", "error[plural-incomplete]");
    let app = "locales/en/app.ftl";
    spoiled(app, "clarify =", "# clarify =").reports(app, "error[message-missing]");
    let long = format!("command-ask = {}", "long ".repeat(60));
    spoiled(app, "command-ask = ", &long).reports(app, "error[text-too-long]");
}

#[test]
fn what_is_missing_from_an_incomplete_locale_is_a_warning() {
    spoiled("locales/lv/locale.toml", "complete = true", "complete = false")
        .replaced("locales/lv/end.ftl", "end-in-practice =", "# end-in-practice =")
        .reports("facts/end.toml", "warning[message-missing]");
}

#[test]
fn a_reply_that_an_incomplete_locale_cannot_word_is_in_another_language_whole() {
    let Data { facts, locales } = spoiled("locales/lv/locale.toml", "complete = true", "complete = false")
        .without_table("locales/lv/entities.toml", "[orenburg]\n");
    let app = Loading::of(&Folders { facts, locales }).usable().unwrap();
    let reply = |intent: &str| {
        let request = Request::plain(IntentId::new(intent));
        app.pick(&request, &LanguageId::new("lv")).unwrap().reply
    };
    assert_eq!(reply("congress").language, LanguageId::new("en"));
    assert!(reply("congress").text.to_plain().contains("met in Orenburg"));
    assert_eq!(reply("motto").language, LanguageId::new("lv"));
}

#[test]
fn mistakes_in_locales() {
    let locale = "locales/en/locale.toml";
    spoiled(locale, "\"January\", ", "").reports(locale, "error[wrong-months]");
    spoiled(locale, "on {day} {month}", "on {day}").reports(locale, "error[wrong-pattern]");
    spoiled(locale, "[dates.when]", "[dates.then]").reports(locale, "error[missing-key]");
    spoiled("locales/en/entities.toml", "[orenburg]", "[orenburgh]")
        .reports("facts/entities.toml", "error[name-missing]");
    spoiled("locales/en/entities.toml", "[orenburg]", "[orenburgh]")
        .reports("locales/en/entities.toml", "error[unknown-key]");
    Data::built_in().without(locale).reports(locale, "error[missing-file]");
}

#[test]
fn mistakes_in_questions() {
    let questions = "locales/en/questions.toml";
    let title = "title = \"When did it end?\"";
    spoiled(questions, "[when-ended]", "[when-endet]").reports(questions, "error[unknown-intent]");
    spoiled(questions, "[when-ended]", "[when-endet]")
        .reports("facts/intents.toml", "error[missing-questions]");
    spoiled(questions, title, "").reports(questions, "error[missing-key]");
    spoiled(questions, title, "title = \"Where was it?\"").reports(questions, "error[duplicate-title]");
    let long = format!("title = \"When did it {}end?\"", "really ".repeat(8));
    spoiled(questions, title, &long).reports(questions, "error[long-title]");
    let first = format!("{title}\nquestions = [\n");
    for (template, code) in [
        ("where was it", "error[same-question]"),
        ("when did (it", "error[template-syntax]"),
        ("when did <nobody> end", "error[unknown-list]"),
        ("(a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e)", "error[large-template]"),
    ] {
        let spoilt = format!("{first}  \"{template}\",\n");
        spoiled(questions, &first, &spoilt).reports(questions, code);
    }
    let refused = format!("{first}  \"what was the population of alash\",\n");
    spoiled(questions, &first, &refused).reports("locales/en/beyond.toml", "error[same-question]");
    let few = format!("{title}\nquestions = [\"when was it over\"]\nothers = [\n");
    spoiled(questions, &first, &few).reports(questions, "error[too-few-questions]");
    spoiled("locales/en/beyond.toml", "[near]", "[neer]")
        .reports("locales/en/beyond.toml", "error[missing-key]");
    Data::built_in()
        .without("locales/en/beyond.toml")
        .reports("locales/en/beyond.toml", "error[missing-file]");
}
