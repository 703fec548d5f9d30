//! `mentions.toml` and the names of `entities.toml`: by which words a language names things, times and documents.

use super::folding::words;
use super::sentences::{Sentences, Sentencing};
use crate::domain::{Aspect, EntityId, LanguageId, SourceId};
use crate::knowledge::Requirements;
use crate::loading::{Folder, Report, Severity, TomlTable};
use serde::{Deserialize, Serialize};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A short message that goes on from the answer before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FollowUp {
    /// The rest of it, or more like it.
    More,
    /// Where it is from.
    Source,
    /// Whether it is certain.
    Sure,
    /// When, where, who or why.
    Aspect(Aspect),
    /// The same in another language.
    Language(LanguageId),
}

/// By which words one language names what the store knows.
#[derive(Clone, Debug, Default)]
pub(super) struct MentionTable {
    /// The words for each month, folded.
    pub(super) months: Vec<Vec<String>>,
    /// What may stand at a year or a date and means nothing more, folded.
    pub(super) time_words: Vec<String>,
    /// What makes a decade of a year, folded.
    pub(super) decades: Vec<String>,
    /// The endings of names, folded.
    pub(super) endings: Vec<String>,
    /// Every name of everyone and everything, as it is written.
    pub(super) names: Vec<(EntityId, Vec<String>)>,
    /// Names of the documents.
    pub(super) sources: Vec<(SourceId, Sentences)>,
    /// Phrases around a question that is asked of one document.
    pub(super) source_frames: Sentences,
    /// Phrases around a question whether the documents agree.
    pub(super) agreement_frames: Sentences,
    /// Short messages that go on from an answer.
    pub(super) follow_ups: Vec<(FollowUp, Sentences)>,
    /// Words that open a message which goes on from an answer.
    pub(super) openings: Sentences,
}

impl MentionTable {
    /// Reads the files of a language.
    pub(super) fn read(
        language: &LanguageId,
        locales: &Folder,
        required: &Requirements,
        severity: Severity,
        report: &mut Report,
    ) -> Self {
        let mut table = Self { names: names(language, locales, required), ..Self::default() };
        let name = format!("{language}/mentions.toml");
        match locales.file(&name) {
            Some(file) => TomlTable::read(file, report, |root, report| {
                table.read_mentions(root, required, report);
            }),
            None => report.add(
                severity,
                "missing-file",
                locales.start_of(&name),
                "there is no such file".to_owned(),
                "write down here by which words the language names times, documents and earlier answers"
                    .to_owned(),
            ),
        }
        table
    }

    fn read_mentions(&mut self, mut root: TomlTable<'_>, required: &Requirements, report: &mut Report) {
        if let Some(mut months) = root.table("months", report) {
            self.months = MONTHS.iter().map(|month| folded(&mut months, month, report)).collect();
            months.finish(report);
        }
        if let Some(mut names) = root.table("names", report) {
            self.endings = folded(&mut names, "endings", report);
            names.finish(report);
        }
        if let Some(mut times) = root.table("times", report) {
            self.time_words = folded(&mut times, "words", report);
            self.decades = folded(&mut times, "decades", report);
            times.finish(report);
        }
        let mut phrases = Phrases(Sentencing::default());
        if let Some(mut sources) = root.table("sources", report) {
            for id in &required.sources {
                self.sources.push((id.clone(), phrases.read(&mut sources, id.as_str(), report)));
            }
            sources.finish(report);
        }
        if let Some(mut frames) = root.table("frames", report) {
            self.source_frames = phrases.read(&mut frames, "source", report);
            self.agreement_frames = phrases.read(&mut frames, "agreement", report);
            frames.finish(report);
        }
        if let Some(follow_ups) = root.table("follow-ups", report) {
            self.read_follow_ups(follow_ups, &mut phrases, report);
        }
        root.finish(report);
    }

    fn read_follow_ups(&mut self, mut table: TomlTable<'_>, phrases: &mut Phrases, report: &mut Report) {
        let plain = [("more", FollowUp::More), ("source", FollowUp::Source), ("sure", FollowUp::Sure)];
        let aspects = Aspect::ALL.map(|(name, aspect)| (name, FollowUp::Aspect(aspect)));
        for (name, kind) in plain.into_iter().chain(aspects) {
            self.follow_ups.push((kind, phrases.read(&mut table, name, report)));
        }
        self.openings = phrases.read(&mut table, "continue", report);
        if let Some(mut languages) = table.table("language", report) {
            for key in languages.keys() {
                let sentences = phrases.read(&mut languages, &key.text, report);
                self.follow_ups.push((FollowUp::Language(LanguageId::new(&key.text)), sentences));
            }
            languages.finish(report);
        }
        table.finish(report);
    }
}

/// Templates that claim nothing: several tables may hold the same phrase.
struct Phrases(Sentencing);

impl Phrases {
    fn read(&mut self, table: &mut TomlTable<'_>, key: &str, report: &mut Report) -> Sentences {
        let templates = table.strings(key, report);
        self.0.expand_unclaimed(&templates, report)
    }
}

fn folded(table: &mut TomlTable<'_>, key: &str, report: &mut Report) -> Vec<String> {
    let written = table.strings(key, report);
    written.iter().flat_map(|text| words(&text.text)).map(|word| word.folded).collect()
}

/// All forms and aliases of each name. What is wrong with them is reported where they are read as names.
fn names(language: &LanguageId, locales: &Folder, required: &Requirements) -> Vec<(EntityId, Vec<String>)> {
    let Some(file) = locales.file(&format!("{language}/entities.toml")) else { return Vec::new() };
    let mut unheard = Report::default();
    TomlTable::read(file, &mut unheard, |mut table, report| {
        let mut names = Vec::new();
        for id in &required.asked {
            let Some(mut own) = table.table(id.as_str(), report) else { continue };
            let mut all = Vec::new();
            for key in own.keys() {
                if key.text == "aliases" {
                    all.extend(own.strings(&key.text, report).into_iter().map(|alias| alias.text));
                } else {
                    all.extend(own.string(&key.text, report).map(|form| form.text));
                }
            }
            names.push((id.clone(), all));
        }
        names
    })
}
