//! Everything learned from the languages' folders: which question is which, in which language.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::classifier::{Classifier, Example};
use super::features::HashKeyed;
use super::folding::words;
use super::language::Languages;
use super::questions::QuestionTable;
use super::sentences::{Sentence, Sentences, sentence_key, words_key};
use super::vocabulary::Vocabulary;
use crate::domain::{IntentId, LanguageId, SmallTalkKind};

/// Sentences of a template beyond these teach only when they bring a word that the others lack.
const SENTENCES_OF_TEMPLATE: usize = 2;

/// Templates are easily learned; more passes cost time at every start and change nothing.
const PASSES: usize = 4;

/// What a text can be about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    /// A question that is answered.
    Intent(IntentId),
    /// Small talk.
    SmallTalk(SmallTalkKind),
    /// On the subject, not in the documents.
    Near,
    /// Off the subject.
    Far,
}

/// What the words of all languages teach.
#[derive(Clone, Debug)]
pub struct Lexicon {
    topics: Vec<Topic>,
    intents: usize,
    examples: usize,
    classifier: Classifier,
    languages: Languages,
    vocabularies: Vec<Vocabulary>,
    exact: HashKeyed<Option<usize>>,
    titles: HashMap<LanguageId, HashMap<IntentId, String>>,
}

impl Lexicon {
    /// Learns from the tables of all languages.
    pub fn build(tables: &[QuestionTable]) -> Self {
        let topics = topics(tables);
        let intents = topics.iter().take_while(|topic| matches!(topic, Topic::Intent(_))).count();
        let number: HashMap<&Topic, usize> =
            topics.iter().enumerate().map(|(at, topic)| (topic, at)).collect();
        let titles: Vec<(usize, Sentence)> = tables
            .iter()
            .flat_map(|table| table.intents.iter().filter_map(|(id, _)| table.titles.get_key_value(id)))
            .filter_map(|(id, title)| Some((*number.get(&Topic::Intent(id.clone()))?, title)))
            .map(|(class, title)| (class, words(title).into_iter().map(Arc::new).collect()))
            .collect();
        let mut examples: Vec<_> = titles.iter().map(|(class, title)| example(title, *class)).collect();
        let mut exact = HashKeyed::default();
        for table in tables {
            for (topic, templates) in sections(table) {
                let class = number[&topic];
                for sentences in templates {
                    for sentence in sample(sentences) {
                        examples.push(example(sentence, class));
                    }
                    for sentence in sentences {
                        claim(&mut exact, sentence, class);
                    }
                }
            }
        }
        // A title is a button: it means its intent, whatever else is asked in these words.
        for (class, title) in &titles {
            exact.insert(sentence_key(title), Some(*class));
        }
        // The larger training comes last, so that what it takes is given back to the system whole.
        let languages = Languages::learn(tables);
        Self {
            classifier: Classifier::train(&examples, topics.len(), PASSES),
            languages,
            vocabularies: tables
                .iter()
                .map(|table| Vocabulary::learn(sections(table).map(|(t, s)| (t, s.as_slice()))))
                .collect(),
            intents,
            examples: examples.len(),
            exact,
            titles: tables.iter().map(|table| (table.language.clone(), table.titles.clone())).collect(),
            topics,
        }
    }

    /// All topics, intents first, near and far last.
    pub(super) fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// How many of the topics are intents.
    pub fn intents(&self) -> usize {
        self.intents
    }

    /// From how many sentences it has learned.
    pub fn examples(&self) -> usize {
        self.examples
    }

    /// The intent at a place among the topics.
    pub(super) fn intent(&self, at: usize) -> IntentId {
        match &self.topics[at] {
            Topic::Intent(id) => id.clone(),
            other => unreachable!("{other:?} stands among the intents"),
        }
    }

    /// The score of each topic for some words.
    pub(super) fn scores(&self, words: &[&str]) -> Vec<f32> {
        self.classifier.scores(words.iter().copied())
    }

    /// The topic whose sentence this is, word by word.
    pub(super) fn exact(&self, words: &[&str]) -> Option<&Topic> {
        let topic = self.exact.get(&words_key(words.iter().copied())).copied().flatten();
        topic.map(|at| &self.topics[at])
    }

    /// What tells the languages apart.
    pub(super) fn languages(&self) -> &Languages {
        &self.languages
    }

    /// The words of a language.
    pub(super) fn vocabulary(&self, language: usize) -> &Vocabulary {
        &self.vocabularies[language]
    }

    /// What the button of an intent says in a language.
    pub fn title(&self, intent: &IntentId, language: &LanguageId) -> Option<&str> {
        Some(self.titles.get(language)?.get(intent)?.as_str())
    }
}

fn topics(tables: &[QuestionTable]) -> Vec<Topic> {
    let mut intents = Vec::new();
    let mut kinds = Vec::new();
    for table in tables {
        intents.extend(table.intents.iter().map(|(id, _)| Topic::Intent(id.clone())));
        kinds.extend(table.smalltalk.iter().map(|(kind, _)| Topic::SmallTalk(kind.clone())));
    }
    let mut met = HashSet::new();
    intents
        .into_iter()
        .chain(kinds)
        .chain([Topic::Near, Topic::Far])
        .filter(|topic| met.insert(topic.clone()))
        .collect()
}

fn sections(table: &QuestionTable) -> impl Iterator<Item = (Topic, &Sentences)> {
    let intents = table.intents.iter().map(|(id, all)| (Topic::Intent(id.clone()), all));
    let smalltalk = table.smalltalk.iter();
    let smalltalk = smalltalk.map(|(kind, all)| (Topic::SmallTalk(kind.clone()), all));
    let beyond = [(Topic::Near, &table.near), (Topic::Far, &table.far)];
    intents.chain(smalltalk).chain(beyond)
}

fn example(sentence: &Sentence, class: usize) -> Example<'_> {
    Example { words: sentence.iter().map(|word| word.folded.as_str()).collect(), class }
}

fn claim(exact: &mut HashKeyed<Option<usize>>, sentence: &Sentence, class: usize) {
    exact
        .entry(sentence_key(sentence))
        .and_modify(|claimed| {
            if *claimed != Some(class) {
                *claimed = None;
            }
        })
        .or_insert(Some(class));
}

/// Some sentences of a template, spread over all of them, and those that bring a new word.
fn sample(sentences: &[Sentence]) -> Vec<&Sentence> {
    let mut met = HashSet::new();
    let mut sampled = Vec::new();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.sort_by_key(|&at| at.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    for at in order {
        let sentence = &sentences[at];
        let new = sentence.iter().filter(|word| met.insert(word.folded.as_str())).count();
        if new > 0 || sampled.len() < SENTENCES_OF_TEMPLATE {
            sampled.push(sentence);
        }
    }
    sampled
}
