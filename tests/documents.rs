//! What `check --sources` finds wrong, and what `--coverage` lists, on a small document of its own.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::process::{Command, Stdio};
use std::{env, fs, process};

use tarikh::knowledge::{Coverage, Documents, Knowledge, Loaded, verify};
use tarikh::loading::{Folder, Report, TextFile};

const DOCUMENT: &str = "= Oats =\n\nInfobox\n- Colour: pale\n- Taste: mild\n\nOats are a cereal. They grow in the \
                        north. See also barley.\n== Uses ==\nHorses eat them.\n";

/// Section, first words, last words and seal.
type Passage = (Option<&'static str>, &'static str, &'static str, &'static str);

const CEREAL: Passage = (None, "Oats are", "a cereal.", "e66759ccedf803e6");
const COLOUR: Passage = (Some("Infobox"), "Colour:", "pale", "a8f3ddecaabef821");
const TASTE: Passage = (Some("Infobox"), "Taste:", "mild", "6ffd713c01d3196b");
const BARLEY: Passage = (None, "See also", "barley.", "eebe9a01c174f722");

/// A file of `facts/` that cites each passage.
fn citing(passages: &[Passage]) -> String {
    let claims = passages.iter().map(|passage| format!("cited = [{{ {} }}]\n", citation(passage, ", ")));
    let facts = claims
        .enumerate()
        .map(|(at, cited)| format!("[[fact]]\nid = \"oats-{at}\"\n[[fact.claim]]\n{cited}"));
    facts.collect()
}

/// `facts/uncited.toml` that leaves each passage.
fn leaving(passages: &[Passage]) -> String {
    let entry = |passage| format!("[[uncited]]\nreason = \"a test\"\n{}\n", citation(passage, "\n"));
    passages.iter().map(entry).collect::<Vec<_>>().concat()
}

fn citation((section, from, to, seal): &Passage, between: &str) -> String {
    let section = section.map(|name| format!("section = \"{name}\"{between}")).unwrap_or_default();
    let ends = format!("from = \"{from}\"{between}to = \"{to}\"");
    format!("source = \"oats\"{between}{section}{ends}{between}seal = \"{seal}\"")
}

fn file(folder: &str, name: &str, text: &str) -> TextFile {
    TextFile { path: format!("{folder}/{name}").into(), name: name.into(), text: text.into() }
}

/// What verifying facts against a document gives: each problem, and how much is covered.
fn verified(document: &str, facts: &str, uncited: &str) -> (Vec<String>, Coverage) {
    let source = "[[source]]\nid = \"oats\"\nlanguage = \"en\"\ntitle = \"Oats\"\n\
                  address = \"https://oats.example\"\nlicence = \"none\"\n";
    let files = [
        ("sources.toml", source),
        ("entities.toml", ""),
        ("intents.toml", ""),
        ("oats.toml", facts),
        ("uncited.toml", uncited),
    ];
    let files = files.map(|(name, text)| file("facts", name, text)).to_vec();
    let mut report = Report::default();
    let folder = Folder { path: "facts".into(), files };
    let Loaded { citations, uncited, .. } = Knowledge::load(&folder, &mut report);
    assert!(!report.has_errors(), "{report}");
    let files = vec![file("documents", "oats.txt", document)];
    let documents = Documents::read(&Folder { path: "documents".into(), files });
    let mut report = Report::default();
    let coverage = verify(&documents, &citations, &uncited, &mut report);
    (report.sorted().into_iter().map(ToString::to_string).collect(), coverage)
}

/// What is uncovered: `path:line:column`, section and words.
fn uncovered(coverage: &Coverage) -> Vec<String> {
    let stretches = coverage.documents.iter().flat_map(|document| &document.uncovered);
    stretches.map(|stretch| format!("{} {}: {}", stretch.place, stretch.section, stretch.words)).collect()
}

/// A document is refused: the one problem has that code, at the citation, and says that.
fn refused(document: &str, code: &str, what: &str) {
    let (problems, _) = verified(document, &citing(&[CEREAL]), "");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("facts/oats.toml:4:"), "{problems:?}");
    assert!(problems[0].contains(&format!("error[{code}]: {what}")), "{problems:?}");
}

#[test]
fn a_passage_that_holds_is_not_reported() {
    assert_eq!(verified(DOCUMENT, &citing(&[CEREAL]), "").0, Vec::<String>::new());
}

#[test]
fn a_passage_that_changed_is_reported() {
    let document = DOCUMENT.replace("Oats are a cereal.", "Oats are not a cereal.");
    refused(&document, "seal-broken", "the passage has changed");
}

#[test]
fn a_passage_that_moved_to_another_section_is_reported() {
    let document = DOCUMENT.replace("Oats are a cereal. ", "") + "Oats are a cereal.\n";
    refused(&document, "passage-moved", "'Oats are' is not in this section, but in 'Uses'");
}

#[test]
fn a_passage_that_stands_twice_is_reported() {
    let document = DOCUMENT.replace("They grow", "Oats are a cereal. They grow");
    refused(&document, "passage-ambiguous", "'Oats are' stands there more than once");
}

#[test]
fn a_passage_that_was_never_there_is_reported() {
    let document = DOCUMENT.replace("Oats are", "Rye is");
    refused(&document, "passage-missing", "the document does not say 'Oats are'");
}

#[test]
fn what_nothing_covers_is_listed_in_order_with_its_place() {
    let (problems, coverage) = verified(DOCUMENT, &citing(&[CEREAL, COLOUR]), "");
    assert_eq!(problems, Vec::<String>::new());
    let expected = [
        "documents/oats.txt:5:3 'Infobox': Taste: mild",
        "documents/oats.txt:7:20 the lead: They grow in the north. See also barley",
        "documents/oats.txt:9:1 'Uses': Horses eat them",
    ];
    assert_eq!(uncovered(&coverage), expected);
    let oats = &coverage.documents[0];
    assert_eq!((oats.cited, oats.letters, oats.left), (24, 77, 0));
    assert_eq!(oats.cited_per_mille(), 311);
}

#[test]
fn what_is_left_for_a_reason_is_counted_and_not_listed() {
    let (problems, coverage) = verified(DOCUMENT, &citing(&[CEREAL, COLOUR]), &leaving(&[TASTE, BARLEY]));
    assert_eq!(problems, Vec::<String>::new());
    let expected = [
        "documents/oats.txt:7:20 the lead: They grow in the north",
        "documents/oats.txt:9:1 'Uses': Horses eat them",
    ];
    assert_eq!(uncovered(&coverage), expected);
    assert_eq!((coverage.documents[0].cited, coverage.documents[0].left), (24, 2));
}

#[test]
fn a_reason_reaches_into_cited_words_to_name_what_stands_more_than_once() {
    let document = "= Oats =\nOats are a cereal. And also rye. See also barley.\n";
    let also = (None, "a cereal. And", "also rye.", "423cc0085fd1157f");
    let (problems, coverage) = verified(document, &citing(&[CEREAL, BARLEY]), &leaving(&[also]));
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(uncovered(&coverage), Vec::<String>::new());
    assert_eq!(coverage.documents[0].cited, 27);
}

#[test]
fn what_has_no_letter_or_digit_needs_no_citation() {
    let (_, coverage) = verified("= Oats =\n\n- Oats are a cereal. *** \n", &citing(&[CEREAL]), "");
    assert_eq!(uncovered(&coverage), Vec::<String>::new());
    assert_eq!(coverage.documents[0].cited_per_mille(), 1000);
}

/// An entry of `uncited.toml` is refused, beside one that is right: it is the one problem.
fn refused_reason(document: &str, wrong: Passage, code: &str, what: &str) {
    let (problems, _) = verified(document, &citing(&[CEREAL]), &leaving(&[BARLEY, wrong]));
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("facts/uncited.toml:"), "{problems:?}");
    assert!(problems[0].contains(&format!("error[{code}]: {what}")), "{problems:?}");
}

#[test]
fn a_wrong_reason_is_reported_like_a_wrong_citation() {
    let none = (None, "Rye is", "a cereal.", CEREAL.3);
    refused_reason(DOCUMENT, none, "passage-missing", "the document does not say 'Rye is'");
    let twice = DOCUMENT.to_owned() + "Horses eat them.\n";
    let horses = (Some("Uses"), "Horses eat", "them.", CEREAL.3);
    refused_reason(&twice, horses, "passage-ambiguous", "'Horses eat' stands there more than once");
    let changed = (None, "They grow", "north.", CEREAL.3);
    refused_reason(DOCUMENT, changed, "seal-broken", "the passage has changed");
    for needless in [CEREAL, BARLEY] {
        refused_reason(DOCUMENT, needless, "needless-reason", "every word of this stretch is cited");
    }
}

#[test]
fn an_entry_says_why() {
    let mut report = Report::default();
    let uncited = leaving(&[BARLEY]).replace("reason = \"a test\"\n", "");
    let files = vec![file("facts", "uncited.toml", &uncited)];
    Knowledge::load(&Folder { path: "facts".into(), files }, &mut report);
    let problems = report.to_string();
    let expected = "facts/uncited.toml:1:1: error[missing-key]: 'reason' is missing";
    assert!(problems.lines().any(|problem| problem.starts_with(expected)), "{problems}");
}

#[test]
fn the_command_lists_what_is_uncovered_and_the_share_of_each_document() {
    let folder = env::temp_dir().join(format!("tarikh-coverage-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let document = format!("= Oats =\n\nOats are {}a cereal.\n", "very ".repeat(40));
    fs::write(folder.join("oats.txt"), document).unwrap();
    let path = folder.display();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tarikh"));
    command.args(["check", "--coverage", "--sources", folder.to_str().unwrap()]).env_clear();
    let output = command.stdin(Stdio::null()).output().unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(1), "the documents of the built-in facts are not there");
    let output = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = output.lines().collect();
    let (verys, last_verys) = (["very"; 10].join(" "), ["very"; 6].join(" "));
    let stretch =
        format!("{path}/oats.txt:3:1: uncovered in the lead: 'Oats are {verys} … {last_verys} a cereal'");
    let share = format!("{path}/oats.txt: 0.0% cited; stretches left for a reason: 0, uncovered: 1");
    assert_eq!(lines[lines.len() - 2..], [stretch, share]);
}
