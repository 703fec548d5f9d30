//! From the words of a question to what is asked, in which language, and how sure that is.
use crate::domain::*;
use crate::loading::*;
use std::collections::HashMap;
pub struct QuestionTable {
    pub language: LanguageId,
    titles: HashMap<IntentId, String>,
    kinds: Vec<SmallTalkKind>,
}
impl QuestionTable {
    pub fn read(
        folder: &Folder,
        language: &LanguageId,
        intents: &[(IntentId, Place)],
        _s: Severity,
        report: &mut Report,
    ) -> Self {
        let mut titles = HashMap::new();
        if let Some(file) = folder.file(&format!("{language}/questions.toml")) {
            TomlTable::read(file, report, |mut t, report| {
                for (id, _) in intents {
                    if let Some(mut t) = t.table(id.as_str(), report) {
                        if let Some(x) = t.string("title", report) {
                            titles.insert(id.clone(), x.text);
                        }
                    }
                }
            });
        }
        let mut kinds = vec![];
        if let Some(file) = folder.file(&format!("{language}/beyond.toml")) {
            TomlTable::read(file, report, |mut t, report| {
                if let Some(s) = t.table("smalltalk", report) {
                    kinds = s.keys().iter().map(|k| SmallTalkKind::new(&k.text)).collect();
                }
            });
        }
        Self { language: language.clone(), titles, kinds }
    }
    pub fn small_talk_kinds(tables: &[Self]) -> Vec<SmallTalkKind> {
        let mut k: Vec<_> = tables.iter().flat_map(|t| t.kinds.clone()).collect();
        k.sort();
        k.dedup();
        k
    }
}
pub struct Lexicon {
    titles: HashMap<(LanguageId, IntentId), String>,
}
impl Lexicon {
    pub fn build(tables: &[QuestionTable]) -> Self {
        Self {
            titles: tables
                .iter()
                .flat_map(|t| t.titles.iter().map(|(i, s)| ((t.language.clone(), i.clone()), s.clone())))
                .collect(),
        }
    }
    pub fn title(&self, intent: &IntentId, language: &LanguageId) -> Option<&str> {
        self.titles.get(&(language.clone(), intent.clone())).map(String::as_str)
    }
}
pub enum Decision {
    Intent(IntentId),
    Clarify(Vec<IntentId>),
    Unknown { near: bool, nearest: Vec<IntentId> },
    SmallTalk(SmallTalkKind),
}
pub struct Understanding {
    pub language: LanguageId,
    pub confidence: f32,
    pub decision: Decision,
}
pub fn understand(lexicon: &Lexicon, question: &Question) -> Understanding {
    for ((l, i), t) in &lexicon.titles {
        if *t == question.text {
            return Understanding {
                language: l.clone(),
                confidence: 1.0,
                decision: Decision::Intent(i.clone()),
            };
        }
    }
    Understanding {
        language: question.chosen.clone().unwrap_or(LanguageId::new("en")),
        confidence: 0.0,
        decision: Decision::Unknown { near: false, nearest: vec![] },
    }
}
