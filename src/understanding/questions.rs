//! `questions.toml` and `beyond.toml` of a language: how people ask, and what must not be answered.

use std::collections::HashMap;

use super::mention_table::MentionTable;
use super::proofreading::proofread;
use super::sentences::{Claimant, Sentence, Sentences, Sentencing};
use crate::domain::{IntentId, LanguageId, SmallTalkKind};
use crate::knowledge::Requirements;
use crate::loading::{Folder, Place, Report, Severity, Text, TomlTable};

const FEWEST_TEMPLATES: usize = 12;
const FEWEST_SENTENCES: usize = 40;
const LONGEST_TITLE: usize = 64;

/// How people ask in one language.
#[derive(Clone, Debug)]
pub struct QuestionTable {
    /// The language.
    pub(super) language: LanguageId,
    /// What the button of each intent without an open place says: a question.
    pub(super) titles: HashMap<IntentId, String>,
    /// How each intent is asked.
    pub(super) intents: Vec<(IntentId, Sentences)>,
    /// Small talk, by kind.
    pub(super) smalltalk: Vec<(SmallTalkKind, Sentences)>,
    /// Questions on the subject that the documents do not answer.
    pub(super) near: Sentences,
    /// Questions that have nothing to do with the subject.
    pub(super) far: Sentences,
    /// Other sentences in the language: what the bot says.
    pub(super) sayings: Vec<Sentence>,
    /// By which words it names what the store knows.
    pub(super) mentions: MentionTable,
}

impl QuestionTable {
    /// The kinds of small talk that the language knows.
    pub fn small_talk_kinds(&self) -> impl Iterator<Item = &SmallTalkKind> {
        self.smalltalk.iter().map(|(kind, _)| kind)
    }

    /// Every sentence that asks something, and what.
    pub fn sentences(&self) -> impl Iterator<Item = (&IntentId, String)> {
        let templates =
            self.intents.iter().flat_map(|(id, all)| all.iter().flatten().map(move |one| (id, one)));
        templates.map(|(id, sentence)| {
            let words: Vec<&str> = sentence.iter().map(|word| word.written.as_str()).collect();
            (id, words.join(" "))
        })
    }

    /// Reads the files of a language out of the folder of all locales. What is `required` must be
    /// there; `severity` is how bad it is when it is not.
    pub fn read(
        language: LanguageId,
        locales: &Folder,
        required: &Requirements,
        severity: Severity,
        report: &mut Report,
    ) -> Self {
        let mut reader = Reader { severity, ..Reader::default_for(required) };
        let mut table = Self {
            titles: HashMap::new(),
            intents: Vec::new(),
            smalltalk: Vec::new(),
            near: Vec::new(),
            far: Vec::new(),
            sayings: reader.sayings(&language, locales),
            mentions: MentionTable::read(&language, locales, required, severity, report),
            language,
        };
        let mut read = |name: &str, read: &mut dyn FnMut(TomlTable<'_>, &mut Report)| {
            let name = format!("{}/{name}", table.language);
            match locales.file(&name) {
                Some(file) => TomlTable::read(file, report, read),
                None => report.add(
                    severity,
                    "missing-file",
                    locales.start_of(&name),
                    "there is no such file".to_owned(),
                    "write down here how people ask in this language".to_owned(),
                ),
            }
        };
        let (titles, intents) = (&mut table.titles, &mut table.intents);
        read("questions.toml", &mut |root, report| {
            reader.questions(root, titles, intents, report);
        });
        let (smalltalk, near, far) = (&mut table.smalltalk, &mut table.near, &mut table.far);
        read("beyond.toml", &mut |root, report| {
            reader.beyond(root, smalltalk, near, far, report);
        });
        let names = table.mentions.names.iter().flat_map(|(_, names)| names);
        let names: Vec<Sentence> = names.map(|name| reader.sentences.fold(name)).collect();
        proofread(reader.sentences.uses(), names.iter().chain(&table.sayings), report);
        table
    }
}

struct Reader<'a> {
    required: &'a [(IntentId, Place)],
    open: &'a [IntentId],
    severity: Severity,
    sentences: Sentencing,
}

impl<'a> Reader<'a> {
    fn default_for(required: &'a Requirements) -> Self {
        Self {
            required: &required.intents,
            open: &required.open,
            severity: Severity::Error,
            sentences: Sentencing::default(),
        }
    }

    fn sayings(&mut self, language: &LanguageId, locales: &Folder) -> Vec<Sentence> {
        let inside = format!("{language}/");
        let messages = locales
            .files
            .iter()
            .filter(|file| file.name.starts_with(&inside) && file.name.rsplit('.').next() == Some("ftl"));
        let lines = messages.flat_map(|file| file.text.lines()).filter_map(said);
        lines.map(|line| self.sentences.fold(&line)).filter(|words| !words.is_empty()).collect()
    }

    fn questions(
        &mut self,
        mut root: TomlTable<'_>,
        titles: &mut HashMap<IntentId, String>,
        intents: &mut Vec<(IntentId, Sentences)>,
        report: &mut Report,
    ) {
        if let Some(mut lists) = root.table("lists", report) {
            for name in lists.keys() {
                let words = lists.strings(&name.text, report);
                let words = words.into_iter().map(|word| word.text).collect();
                self.sentences.add_list(name.text, words);
            }
        }
        for key in root.keys() {
            if key.text != "lists" && self.required.iter().all(|(id, _)| id.as_str() != key.text) {
                report.error(
                    "unknown-intent",
                    key.place,
                    format!("there is no intent '{}'", key.text),
                    "name an intent of facts/intents.toml",
                );
                root.table(&key.text, report);
            }
        }
        for (id, required_at) in self.required {
            let Some(mut table) = root.table(id.as_str(), report) else {
                report.add(
                    self.severity,
                    "missing-questions",
                    required_at.clone(),
                    format!("{} does not say how '{id}' is asked", root.place().path),
                    format!("add a table [{id}] with a title and questions there"),
                );
                continue;
            };
            let claimant = Claimant::Intent(id.clone());
            let place = table.place();
            let title = if self.open.contains(id) { None } else { table.string("title", report) };
            if let Some(title) = title {
                self.check_title(&title, &claimant, titles, report);
                titles.insert(id.clone(), title.text);
            }
            let templates = table.strings("questions", report);
            let sentences = self.sentences.expand_all(&templates, &claimant, report);
            table.finish(report);
            let count = sentences.iter().map(Vec::len).sum::<usize>();
            if templates.len() < FEWEST_TEMPLATES || count < FEWEST_SENTENCES {
                report.add(
                    self.severity,
                    "too-few-questions",
                    place,
                    format!("{} templates, {count} sentences", templates.len()),
                    format!("write {FEWEST_TEMPLATES} or more, {FEWEST_SENTENCES} sentences together"),
                );
            }
            intents.push((id.clone(), sentences));
        }
        root.finish(report);
    }

    fn check_title(
        &mut self,
        title: &Text,
        claimant: &Claimant,
        titles: &HashMap<IntentId, String>,
        report: &mut Report,
    ) {
        let length = title.text.chars().count();
        if length > LONGEST_TITLE {
            report.error(
                "long-title",
                title.place.clone(),
                format!("{length} characters do not fit on a button"),
                format!("use {LONGEST_TITLE} or fewer"),
            );
        }
        let words = self.sentences.fold(&title.text);
        for (other, taken) in titles {
            if self.sentences.fold(taken) == words {
                report.error(
                    "duplicate-title",
                    title.place.clone(),
                    format!("'{other}' has this title too"),
                    "ask it differently",
                );
            }
        }
        self.sentences.claim(&words, claimant, &title.place, report);
    }

    fn beyond(
        &mut self,
        mut root: TomlTable<'_>,
        smalltalk: &mut Vec<(SmallTalkKind, Sentences)>,
        near: &mut Sentences,
        far: &mut Sentences,
        report: &mut Report,
    ) {
        if let Some(mut kinds) = root.table("smalltalk", report) {
            for kind in kinds.keys() {
                if let Some(table) = kinds.table(&kind.text, report) {
                    let sentences = self.beyond_questions(table, report);
                    smalltalk.push((SmallTalkKind::new(&kind.text), sentences));
                }
            }
        }
        for (key, sentences) in [("near", near), ("far", far)] {
            match root.table(key, report) {
                Some(table) => *sentences = self.beyond_questions(table, report),
                None => root.report_missing(key, "questions to refuse", report),
            }
        }
        root.finish(report);
    }

    fn beyond_questions(&mut self, mut table: TomlTable<'_>, report: &mut Report) -> Sentences {
        let templates = table.strings("questions", report);
        table.finish(report);
        self.sentences.expand_all(&templates, &Claimant::Beyond, report)
    }
}

/// What a line of a Fluent file says: without its key, placeables and markup.
fn said(line: &str) -> Option<String> {
    if line.starts_with('#') {
        return None;
    }
    let text = line.split_once(" =").map_or(line, |(_, text)| text);
    let mut depth = 0_usize;
    let plain = text.chars().filter(|letter| {
        match letter {
            '{' | '<' => depth += 1,
            '}' | '>' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    Some(plain.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loading::TextFile;

    fn problems(questions: &str, beyond: &str) -> Vec<String> {
        let file = |name: &str, text: &str| TextFile {
            path: format!("locales/{name}").into(),
            name: name.to_owned(),
            text: text.to_owned(),
        };
        let locales = Folder {
            path: "locales".into(),
            files: vec![
                file("en/beyond.toml", beyond),
                file("en/mentions.toml", ""),
                file("en/questions.toml", questions),
            ],
        };
        let intents = ["end", "leader"].map(|id| {
            let place = locales.start_of("../facts/intents.toml");
            (IntentId::new(id), place)
        });
        let mut report = Report::default();
        let language = LanguageId::new("en");
        let required = Requirements { intents: intents.into(), ..Requirements::default() };
        QuestionTable::read(language, &locales, &required, Severity::Error, &mut report);
        let shown = report.sorted().into_iter().filter(|problem| problem.code != "too-few-questions");
        shown.map(|problem| format!("{} {}", problem.place, problem.code)).collect()
    }

    const BEYOND: &str = "[near]\nquestions = ['its population']\n[far]\nquestions = ['(a|the) cake']";
    const END: &str = "[end]\ntitle = 'When did it end?'\nquestions = ['the end']\n";

    #[test]
    fn good_tables_are_read() {
        let good = format!("{END}[leader]\ntitle = 'Who led it?'\nquestions = ['[its] leader']");
        assert_eq!(problems(&good, BEYOND), Vec::<String>::new());
    }

    #[test]
    fn each_mistake_has_its_place() {
        for (leader, expected) in [
            ("", "locales/../facts/intents.toml:1:1 missing-questions"),
            ("title = 'Who?'\nquestions = ['a (b']", "locales/en/questions.toml:6:17 template-syntax"),
            ("title = 'Who?'\nquestions = ['a <b>']", "locales/en/questions.toml:6:17 unknown-list"),
            ("title = 'Who?'\nquestions = ['The END!']", "locales/en/questions.toml:6:14 same-question"),
            ("title = 'Who?'\nquestions = ['its population']", "locales/en/beyond.toml:2:14 same-question"),
            ("questions = ['who led it']", "locales/en/questions.toml:4:2 missing-key"),
            ("title = 'When did it end'", "locales/en/questions.toml:5:9 duplicate-title"),
            ("title = 'Who?'\n[them]", "locales/en/questions.toml:6:2 unknown-intent"),
        ] {
            let header = if leader.is_empty() { "" } else { "[leader]\n" };
            let found = problems(&format!("{END}{header}{leader}"), BEYOND);
            assert!(found.iter().any(|problem| problem == expected), "{leader}: {found:?}");
        }
    }
}
