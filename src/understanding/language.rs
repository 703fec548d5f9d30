//! Which language a text is in, and whether it is any of ours.

use std::collections::HashSet;

use super::classifier::{Classifier, Example, ranked, softmax};
use super::folding::Word;
use super::questions::QuestionTable;
use crate::domain::{LanguageId, Question};

/// Of so many templates one teaches: languages differ in every word.
const TEMPLATES_PER_EXAMPLE: usize = 3;
/// A text decides on its language when it is this likely…
const LIKELY: f32 = 0.8;
/// …and this part of its words is known there.
const KNOWN: f32 = 0.4;
/// With a smaller part known the text is in another language.
const FOREIGN: f32 = 0.25;
/// The language of replies when nothing else decides, an ISO 639-1 code.
const FALLBACK: &str = "en";

/// What tells the languages apart.
#[derive(Clone, Debug)]
pub struct Languages {
    ids: Vec<LanguageId>,
    classifier: Classifier,
    vocabularies: Vec<HashSet<String>>,
}

impl Languages {
    /// Learns from how people ask, and from what the bot says.
    pub fn learn(tables: &[QuestionTable]) -> Self {
        let mut examples = Vec::new();
        let mut vocabularies = Vec::new();
        for (class, table) in tables.iter().enumerate() {
            let intents = table.intents.iter().map(|(_, templates)| templates);
            let smalltalk = table.smalltalk.iter().map(|(_, templates)| templates);
            let templates: Vec<_> =
                intents.chain(smalltalk).chain([&table.near, &table.far]).flatten().collect();
            let questions = templates.iter().filter_map(|template| template.first());
            for sentence in questions.step_by(TEMPLATES_PER_EXAMPLE).chain(&table.sayings) {
                for words in [both(sentence), folded(sentence)] {
                    examples.push(Example { words, class });
                }
            }
            let words = templates.into_iter().flatten().chain(&table.sayings).flatten();
            vocabularies.push(words.map(|word| word.folded.clone()).collect());
        }
        Self {
            ids: tables.iter().map(|table| table.language.clone()).collect(),
            classifier: Classifier::train(&examples, tables.len().max(1)),
            vocabularies,
        }
    }

    /// What language a text is in.
    pub fn guess(&self, words: &[Word]) -> Guess {
        let mut likely = self.classifier.scores(both(words));
        softmax(&mut likely);
        let (best, likelihood) = ranked(&likely)[0];
        let count =
            |known: &HashSet<String>| words.iter().filter(|word| known.contains(&word.folded)).count();
        let known = self.vocabularies.get(best).map_or(0, count);
        let share = known as f32 / words.len().max(1) as f32;
        Guess { best, decided: likelihood >= LIKELY && share >= KNOWN, foreign: share < FOREIGN }
    }

    /// The language to reply in: what the chat has chosen, else that of the text where it decides,
    /// else that of the asker's app, else the text's likeliest.
    pub fn of_reply(&self, guess: &Guess, question: &Question) -> LanguageId {
        let ours = |tag: &str| {
            let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
            self.ids.iter().find(|id| id.as_str() == primary).cloned()
        };
        let chosen = question.chosen.clone().filter(|chosen| self.ids.contains(chosen));
        let best = || self.ids.get(guess.best).cloned();
        chosen
            .or_else(|| best().filter(|_| guess.decided))
            .or_else(|| ours(question.language_code.as_deref()?))
            .or_else(|| best().filter(|_| !guess.foreign))
            .or_else(|| ours(FALLBACK))
            .or_else(|| self.ids.first().cloned())
            .unwrap_or_else(|| LanguageId::new(FALLBACK))
    }
}

/// What language a text is in.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    /// The number of the likeliest language.
    pub best: usize,
    /// Whether the text leaves no doubt.
    pub decided: bool,
    /// Whether it is in none of ours.
    pub foreign: bool,
}

fn both<W: std::borrow::Borrow<Word>>(words: &[W]) -> Vec<&str> {
    words
        .iter()
        .flat_map(|word| {
            let word = word.borrow();
            let folded = Some(word.folded.as_str()).filter(|folded| *folded != word.written);
            std::iter::once(word.written.as_str()).chain(folded)
        })
        .collect()
}

fn folded<W: std::borrow::Borrow<Word>>(words: &[W]) -> Vec<&str> {
    words.iter().map(|word| word.borrow().folded.as_str()).collect()
}
