//! Which language a text is in, and whether it is any of ours.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::classifier::{Classifier, Example, ranked, softmax};
use super::features::{Hashed, half, hash};
use super::folding::Word;
use super::questions::QuestionTable;
use crate::domain::{LanguageId, Question};

/// A text decides on its language when that is so likely.
const LIKELY: f32 = 0.8;
/// A text is in none of ours when fewer than half of its words are known and its likeliest language
/// is less likely than this. Of tests/questions hardly any line is, of other languages most.
const HALF: f32 = 0.5;
const NATIVE: f32 = 0.93;
const PASSES: usize = 3;
/// What stands in fewer examples says little about their language.
const FEWEST: u32 = 2;
/// A letter of so many words belongs to a language.
const LETTER_IN_WORDS: u32 = 5;
/// The language of replies when nothing else decides, an ISO 639-1 code.
const FALLBACK: &str = "en";

/// What tells the languages apart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Languages {
    ids: Vec<LanguageId>,
    classifier: Classifier,
    vocabularies: Vec<Vocabulary>,
}

/// The words of a language, hashed, and its letters, sorted.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Vocabulary {
    written: Hashed,
    folded: Hashed,
    letters: Vec<char>,
}

/// The words of a text, each written and folded, as [`Vocabulary`] knows them.
struct Sought(Vec<[u32; 2]>);

/// How many words of a text a language knows.
#[derive(Clone, Copy, Debug)]
struct Known {
    written: usize,
    folded: usize,
    can_be_written: bool,
}

impl Sought {
    fn of(words: &[&Word]) -> Self {
        Self(words.iter().map(|word| [key(&word.written), key(&word.folded)]).collect())
    }
}

impl Vocabulary {
    fn learn<'a>(words: impl Iterator<Item = &'a Word>) -> Self {
        let mut known = Self::default();
        let mut words_with: HashMap<char, u32> = HashMap::new();
        for word in words {
            if known.written.insert(key(&word.written)) {
                known.folded.insert(key(&word.folded));
                word.written.chars().for_each(|letter| *words_with.entry(letter).or_default() += 1);
            }
        }
        // A letter of a stray word does not belong to the language.
        words_with.retain(|_, words| *words >= LETTER_IN_WORDS);
        known.letters = words_with.into_keys().collect();
        known.letters.sort_unstable();
        known
    }

    fn of(&self, words: &[&Word], sought: &Sought) -> Known {
        Known {
            written: sought.0.iter().filter(|[written, _]| self.written.contains(written)).count(),
            folded: sought.0.iter().filter(|[_, folded]| self.folded.contains(folded)).count(),
            can_be_written: words
                .iter()
                .flat_map(|word| word.written.chars())
                .all(|letter| self.letters.binary_search(&letter).is_ok() || letter.is_numeric()),
        }
    }
}

fn key(word: &str) -> u32 {
    half(hash(0, word.as_bytes()))
}

impl Languages {
    /// Learns from how people ask, and from what the bot says.
    pub(super) fn learn(tables: &[QuestionTable]) -> Self {
        let mut examples = Vec::new();
        let mut vocabularies = Vec::new();
        for (class, table) in tables.iter().enumerate() {
            let intents = table.intents.iter().map(|(_, templates)| templates);
            let smalltalk = table.smalltalk.iter().map(|(_, templates)| templates);
            let templates: Vec<_> =
                intents.chain(smalltalk).chain([&table.near, &table.far]).flatten().collect();
            let questions = templates.iter().filter_map(|template| template.first());
            for (at, sentence) in questions.chain(&table.sayings).enumerate() {
                // Half of the time as people type without the letters of their language.
                let words = if at % 2 == 0 { both(sentence) } else { folded(sentence) };
                examples.push(Example { words, class });
            }
            let words = templates.into_iter().flatten().chain(&table.sayings).flatten();
            vocabularies.push(Vocabulary::learn(words.map(AsRef::as_ref)));
        }
        Self {
            ids: tables.iter().map(|table| table.language.clone()).collect(),
            classifier: Classifier::train(&examples, tables.len().max(1), PASSES, FEWEST),
            vocabularies,
        }
    }

    /// What language a text is in.
    pub(super) fn guess(&self, words: &[&Word]) -> Guess {
        // A number is in every language.
        let words: Vec<&Word> =
            words.iter().copied().filter(|word| word.written.chars().any(char::is_alphabetic)).collect();
        if words.is_empty() {
            return Guess::default();
        }
        let words = words.as_slice();
        let mut likely = self.classifier.scores(both(words));
        softmax(&mut likely);
        let sought = Sought::of(words);
        let known: Vec<Known> = self.vocabularies.iter().map(|known| known.of(words, &sought)).collect();
        let most_written = known.iter().map(|known| known.written).max().unwrap_or_default();
        // A name typed in Latin letters is not a Russian word where English writes it so.
        let fits = |known: &Known| {
            known.folded > most_written || known.can_be_written && (known.folded > 0 || most_written == 0)
        };
        let all = words.len();
        let share = |at: usize| small(known[at].folded) / small(all.max(1));
        let sums: Vec<f32> = (0..known.len()).map(|at| likely[at] + share(at)).collect();
        let ranked = ranked(&sums);
        let fitting = ranked.iter().find(|(at, _)| fits(&known[*at]));
        let Some((best, _)) = fitting.or(ranked.first()).copied() else {
            return Guess::default();
        };
        let foreign = share(best) < HALF && likely[best] < NATIVE;
        let shared = known.iter().filter(|known| known.written == all).count() > 1;
        let writers = || known.iter().filter(|known| known.can_be_written).count();
        let fallback = self.ids.iter().position(|id| id.as_str() == FALLBACK);
        let own_script =
            known[best].can_be_written && fallback.is_some_and(|fallback| !known[fallback].can_be_written);
        let only_writer = own_script && writers() == 1;
        let decided = !shared && (only_writer || likely[best] >= LIKELY && !foreign);
        let writers = (0..known.len().min(64)).filter(|at| known[*at].can_be_written);
        let writers = writers.fold(0, |writers, at| writers | 1 << at);
        Guess { best, decided, foreign, own_script, writers }
    }

    /// The language to reply in: what the chat has chosen, else that of the text where it decides,
    /// else that of the asker's app, else the text's likeliest. A name alone is in every language that writes so.
    pub(super) fn of_reply(&self, guess: &Guess, question: &Question, is_name: bool) -> LanguageId {
        let ours = |tag: &str| {
            let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
            self.ids.iter().find(|id| id.as_str() == primary).cloned()
        };
        let chosen = question.chosen.clone().filter(|chosen| self.ids.contains(chosen));
        let best = || self.ids.get(guess.best).cloned();
        let writes = |language: &LanguageId| {
            self.ids
                .iter()
                .position(|id| id == language)
                .is_some_and(|at| at < 64 && guess.writers >> at & 1 == 1)
        };
        let hinted = || ours(question.language_code.as_deref()?);
        chosen
            .or_else(|| hinted().filter(|language| is_name && writes(language)))
            .or_else(|| best().filter(|_| guess.decided))
            .or_else(hinted)
            .or_else(|| best().filter(|_| !guess.foreign || guess.own_script))
            .or_else(|| ours(FALLBACK))
            .or_else(|| self.ids.first().cloned())
            .unwrap_or_else(|| LanguageId::new(FALLBACK))
    }
}

/// What language a text is in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Guess {
    /// The number of the likeliest language.
    pub(super) best: usize,
    /// Whether the text leaves no doubt.
    pub(super) decided: bool,
    /// Whether it is in none of ours.
    pub(super) foreign: bool,
    /// Whether the likeliest language has the letters of the text, and the fallback has not: whoever
    /// writes so would rather read the former.
    pub(super) own_script: bool,
    /// The languages that have all letters of the text, a bit each.
    pub(super) writers: u64,
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

fn small(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
