//! Everything learned from the languages' folders: which question is which, in which language.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::classifier::{Classifier, Example};
use super::features::HashKeyed;
use super::filling::Names;
use super::folding::words;
use super::language::Languages;
use super::mention_table::FollowUp;
use super::mentions::Finder;
use super::phrases::Phrases;
use super::questions::QuestionTable;
use super::sentences::{Sentence, Sentences, sentence_key, words_key};
use super::vocabulary::Vocabulary;
use crate::domain::{
    Asks, EntityId, FactId, Intent, IntentId, LanguageId, Order, Request, Slot, SmallTalkKind,
};
use crate::knowledge::Knowledge;

/// Sentences of a template beyond these teach only when they bring a word that the others lack.
const SENTENCES_OF_TEMPLATE: usize = 2;

/// So many facts of an answer are sure to be seen.
const FIRST_FACTS: usize = 5;

/// What more intents than this are about is no help in choosing among them.
const FEW_INTENTS: usize = 12;

/// With so many names a sentence is learned that has a slot for them.
const NAMES_OF_SENTENCE: usize = 12;

/// Templates are easily learned; more passes change nothing.
const PASSES: usize = 4;

/// What stands in fewer examples is not learned: that takes much memory and tells little.
const FEWEST: u32 = 2;

/// What a text can be about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum Topic {
    /// A question that is answered.
    Intent(IntentId),
    /// Small talk.
    SmallTalk(SmallTalkKind),
    /// A message that goes on from an answer.
    FollowUp(FollowUp),
    /// On the subject, not in the documents.
    Near,
    /// Off the subject.
    Far,
}

/// What can fill the open place of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Openness {
    /// It has none.
    Closed,
    /// Someone or something.
    Entity,
    /// A time.
    Time,
    /// A time, or something that has its time.
    TimeOrEntity,
}

/// What the words of all languages teach.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lexicon {
    topics: Vec<Topic>,
    intents: Vec<Openness>,
    /// The intents by number of which each entity is the first thing they are about.
    led: HashMap<EntityId, HashSet<usize>>,
    /// The first facts that answer each intent.
    answers: HashMap<IntentId, Vec<FactId>>,
    /// What each intent is about above all.
    subjects: HashMap<IntentId, EntityId>,
    examples: usize,
    classifier: Classifier,
    languages: Languages,
    vocabularies: Vec<Vocabulary>,
    exact: HashKeyed<Option<u16>>,
    buttons: HashKeyed<usize>,
    finder: Finder,
    phrases: Phrases,
    titles: HashMap<LanguageId, HashMap<IntentId, String>>,
}

impl Lexicon {
    /// Learns from the tables of all languages, and what the intents in them are about.
    pub fn build(tables: &[QuestionTable], knowledge: &Knowledge) -> Self {
        let topics = topics(tables);
        let intents = openness(&topics, knowledge);
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
        let finder = Finder::learn(tables.iter().map(|table| &table.mentions), knowledge);
        let all_names: Vec<Names> = tables.iter().map(|table| Names::of(&table.mentions)).collect();
        for (table, names) in tables.iter().zip(&all_names) {
            let mut names = names.turns();
            for (topic, templates) in sections(table) {
                let class = number[&topic];
                for sentences in templates {
                    for sentence in sample(sentences) {
                        if names.fit(sentence) {
                            let filled = (0..NAMES_OF_SENTENCE).map(|_| names.fill(sentence));
                            examples.extend(filled.map(|words| Example { words, class }));
                        } else {
                            let own = example(sentence, class);
                            let mentions = finder.find(&own.words, |_| true);
                            examples.push(Example { words: mentions.both_readings(&own.words), class });
                        }
                    }
                    // What goes on from an answer may be a question of its own as well: that comes first.
                    for sentence in sentences.iter().filter(|_| !matches!(topic, Topic::FollowUp(_))) {
                        claim(&mut exact, sentence, class);
                    }
                }
            }
        }
        // The larger training comes last, so that what it takes is given back to the system whole.
        let languages = Languages::learn(tables);
        Self {
            classifier: Classifier::train(&examples, topics.len(), PASSES, FEWEST),
            languages,
            vocabularies: tables
                .iter()
                .map(|table| Vocabulary::learn(sections(table).map(|(t, s)| (t, s.as_slice()))))
                .collect(),
            led: led(&topics, knowledge),
            answers: answers(knowledge),
            subjects: subjects(knowledge),
            finder,
            phrases: Phrases::learn(tables.iter().map(|table| &table.mentions)),
            intents,
            examples: examples.len(),
            exact,
            buttons: titles.iter().map(|(class, title)| (sentence_key(title), *class)).collect(),
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
        self.intents.len()
    }

    /// What fills the open place of the intent at a place among the topics.
    pub(super) fn openness(&self, at: usize) -> Openness {
        self.intents[at]
    }

    /// Whether what fills the request's slot says all of it.
    pub(super) fn fits_button(&self, request: &Request) -> bool {
        let topic =
            self.topics.iter().position(|topic| matches!(topic, Topic::Intent(id) if *id == request.intent));
        topic.is_some_and(|at| self.openness(at) != Openness::TimeOrEntity)
    }

    /// Whether the intent at a place among the topics is about that entity above all.
    pub(super) fn is_about(&self, at: usize, entity: &EntityId) -> bool {
        self.led.get(entity).is_some_and(|intents| intents.contains(&at))
    }

    /// Whether the answer to the one request says what answers the other.
    pub(super) fn covers(&self, one: &Request, other: &Request) -> bool {
        let facts = |request: &Request| self.answers.get(&request.intent);
        one == other
            || facts(other)
                .and_then(|facts| facts.first())
                .is_some_and(|lead| facts(one).is_some_and(|own| own.contains(lead)))
    }

    /// The intents that are about the same above all as what was asked before; none where that is what most are about.
    pub(super) fn related(&self, before: &Request) -> impl Iterator<Item = usize> {
        let entity = match &before.slot {
            Some(Slot::Entity(entity)) => Some(entity),
            _ => self.subjects.get(&before.intent),
        };
        let intents = entity.and_then(|entity| self.led.get(entity));
        intents.filter(|intents| intents.len() <= FEW_INTENTS).into_iter().flatten().copied()
    }

    /// What finds names and times.
    pub(super) fn finder(&self) -> &Finder {
        &self.finder
    }

    /// What finds phrases around a question.
    pub(super) fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The kinds of small talk.
    pub fn small_talk_kinds(&self) -> impl Iterator<Item = &SmallTalkKind> {
        self.topics.iter().filter_map(|topic| match topic {
            Topic::SmallTalk(kind) => Some(kind),
            _ => None,
        })
    }

    /// From how many sentences it has learned.
    pub fn examples(&self) -> usize {
        self.examples
    }

    /// Whether the topic at a place is an intent.
    pub(super) fn is_intent(&self, at: usize) -> bool {
        at < self.intents.len()
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

    /// The place among all topics of the one whose button says these words: they mean it, whatever else is asked so.
    pub(super) fn button(&self, words: &[&str]) -> Option<usize> {
        self.buttons.get(&words_key(words.iter().copied())).copied()
    }

    /// The place among all topics of the one whose sentence this is, word by word.
    pub(super) fn exact(&self, words: &[&str]) -> Option<usize> {
        self.exact.get(&words_key(words.iter().copied())).copied().flatten().map(usize::from)
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
    let mut follow_ups = Vec::new();
    for table in tables {
        intents.extend(table.intents.iter().map(|(id, _)| Topic::Intent(id.clone())));
        kinds.extend(table.smalltalk.iter().map(|(kind, _)| Topic::SmallTalk(kind.clone())));
        follow_ups.extend(table.mentions.follow_ups.iter().map(|(kind, _)| Topic::FollowUp(kind.clone())));
    }
    let mut met = HashSet::new();
    intents
        .into_iter()
        .chain(kinds)
        .chain(follow_ups)
        .chain([Topic::Near, Topic::Far])
        .filter(|topic| met.insert(topic.clone()))
        .collect()
}

fn openness(topics: &[Topic], knowledge: &Knowledge) -> Vec<Openness> {
    let intents = topics.iter().map_while(|topic| match topic {
        Topic::Intent(id) => Some(knowledge.intent(id)),
        _ => None,
    });
    let open = |asks: &Asks| match asks {
        Asks::Entity => Openness::Entity,
        Asks::Events(Order::During) => Openness::Time,
        Asks::Events(Order::After | Order::Before) => Openness::TimeOrEntity,
        Asks::Facts(_) | Asks::Timeline | Asks::Disputes | Asks::Sources => Openness::Closed,
    };
    intents.map(|intent| intent.map_or(Openness::Closed, |intent| open(&intent.asks))).collect()
}

/// Of each intent, what its first fact is about above all.
fn led(topics: &[Topic], knowledge: &Knowledge) -> HashMap<EntityId, HashSet<usize>> {
    let mut led: HashMap<EntityId, HashSet<usize>> = HashMap::new();
    for (at, topic) in topics.iter().enumerate() {
        let Topic::Intent(id) = topic else { continue };
        let first = knowledge.intent(id).and_then(|intent| knowledge.fact(intent.asks.facts().next()?));
        if let Some(entity) = first.and_then(|fact| fact.about.first()) {
            led.entry(entity.clone()).or_default().insert(at);
        }
    }
    led
}

fn subjects(knowledge: &Knowledge) -> HashMap<IntentId, EntityId> {
    let subject = |intent: &Intent| {
        let lead = knowledge.fact(intent.asks.facts().next()?)?;
        Some((intent.id.clone(), lead.about.first()?.clone()))
    };
    knowledge.intents().iter().filter_map(subject).collect()
}

fn answers(knowledge: &Knowledge) -> HashMap<IntentId, Vec<FactId>> {
    let first = |intent: &Intent| intent.asks.facts().take(FIRST_FACTS).cloned().collect();
    knowledge.intents().iter().map(|intent| (intent.id.clone(), first(intent))).collect()
}

fn sections(table: &QuestionTable) -> impl Iterator<Item = (Topic, &Sentences)> {
    let intents = table.intents.iter().map(|(id, all)| (Topic::Intent(id.clone()), all));
    let smalltalk = table.smalltalk.iter();
    let smalltalk = smalltalk.map(|(kind, all)| (Topic::SmallTalk(kind.clone()), all));
    let follow_ups = table.mentions.follow_ups.iter();
    let follow_ups = follow_ups.map(|(kind, all)| (Topic::FollowUp(kind.clone()), all));
    let beyond = [(Topic::Near, &table.near), (Topic::Far, &table.far)];
    intents.chain(smalltalk).chain(follow_ups).chain(beyond)
}

fn example(sentence: &Sentence, class: usize) -> Example<'_> {
    Example { words: sentence.iter().map(|word| word.folded.as_str()).collect(), class }
}

fn claim(exact: &mut HashKeyed<Option<u16>>, sentence: &Sentence, class: usize) {
    let class = u16::try_from(class).ok();
    exact
        .entry(sentence_key(sentence))
        .and_modify(|claimed| {
            if *claimed != class {
                *claimed = None;
            }
        })
        .or_insert(class);
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
