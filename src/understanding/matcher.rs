//! The matcher on any labelled table: which intent a text has, and whether it has any.

use std::collections::{BTreeMap, HashMap};

use super::classifier::{Classifier, Example, likeliest, log_sum_exp};
use super::folding::words;
use super::spelling::repair;

/// How much the score of being out of scope takes from confidence.
const OUT_OF_SCOPE_WEIGHT: f32 = 0.5;
/// Without anything out of scope to tell from, this share of what is in scope is refused.
const REFUSED_PERCENT: usize = 5;
const PASSES: usize = 10;
/// Into so many parts the examples are divided: each is judged by what the others teach.
const PARTS: usize = 5;
/// Of more examples than this, one part tells enough.
const MANY_EXAMPLES: usize = 3000;

/// More intents than this cannot be told apart: a class has two bytes.
pub const MOST_INTENTS: usize = u16::MAX as usize;

/// A text and its intent, `None` being out of scope.
pub type Labelled = (String, Option<String>);

/// A matcher that has learned from examples.
#[derive(Clone, Debug)]
pub struct Matcher {
    intents: Vec<String>,
    classifier: Classifier,
    /// Every word of the examples, with how often it occurs.
    frequency: BTreeMap<String, u32>,
    threshold: f32,
}

/// What a matcher makes of a text.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// The likeliest intent.
    pub intent: &'a str,
    /// From 0 to 1, one half being the threshold.
    pub confidence: f32,
    /// Whether that is enough.
    pub accepted: bool,
}

impl Matcher {
    /// Learns from `train`. The threshold is where most of `dev` is right; without anything out of
    /// scope in `dev`, where a small part of what is in scope would be refused.
    pub fn train(train: &[Labelled], dev: &[Labelled]) -> Self {
        let mut matcher = Self::without_threshold(train);
        let out_of_scope = dev.iter().any(|(_, intent)| intent.is_none());
        matcher.threshold =
            if out_of_scope { matcher.best_threshold(dev) } else { held_out_threshold(train) };
        matcher
    }

    fn without_threshold(train: &[Labelled]) -> Self {
        let mut intents: Vec<_> = train.iter().filter_map(|(_, intent)| intent.clone()).collect();
        intents.sort_unstable();
        intents.dedup();
        let class = |intent: &Option<String>| match intent {
            Some(intent) => intents.binary_search(intent).unwrap_or_default(),
            None => intents.len(),
        };
        // The name of an intent is one more example of it.
        let names = intents.iter().enumerate().map(|(at, name)| (folded(name), at));
        let folded: Vec<(Vec<String>, usize)> =
            train.iter().map(|(text, intent)| (folded(text), class(intent))).chain(names).collect();
        let examples: Vec<Example<'_>> = folded
            .iter()
            .map(|(words, class)| Example {
                words: words.iter().map(String::as_str).collect(),
                class: *class,
            })
            .collect();
        let out_of_scope = usize::from(train.iter().any(|(_, intent)| intent.is_none()));
        let mut frequency: BTreeMap<String, u32> = BTreeMap::new();
        for word in folded.iter().flat_map(|(words, _)| words) {
            *frequency.entry(word.clone()).or_default() += 1;
        }
        Self {
            classifier: Classifier::train(&examples, intents.len() + out_of_scope, PASSES, 1),
            frequency,
            threshold: 0.0,
            intents,
        }
    }

    /// How many intents there are.
    pub fn intents(&self) -> usize {
        self.intents.len()
    }

    /// Finds the intent of a text.
    pub fn find(&self, text: &str) -> Found<'_> {
        let (best, score) = self.judge(text);
        Found {
            intent: &self.intents[best],
            confidence: 1.0 / (1.0 + (self.threshold - score).exp()),
            accepted: score >= self.threshold,
        }
    }

    fn judge(&self, text: &str) -> (usize, f32) {
        let words = folded(text);
        let mended = words.iter().map(|word| repair(word, &self.frequency, |frequency| *frequency));
        let scores = self.classifier.scores(mended);
        let (inside, outside) = scores.split_at(self.intents.len());
        let outside: f32 = outside.iter().sum();
        let score = log_sum_exp(inside) - OUT_OF_SCOPE_WEIGHT * outside;
        (likeliest(inside), score)
    }

    fn best_threshold(&self, dev: &[Labelled]) -> f32 {
        let mut judged: Vec<(f32, bool, bool)> = dev
            .iter()
            .map(|(text, intent)| {
                let (best, score) = self.judge(text);
                let right = intent.as_ref() == Some(&self.intents[best]);
                (score, right, intent.is_none())
            })
            .collect();
        judged.sort_by(|a, b| a.0.total_cmp(&b.0));
        // With the threshold below all, every right answer counts; each step up refuses one more.
        let mut right = judged.iter().filter(|judged| judged.1).count();
        let mut best = (right, judged.first().map_or(0.0, |lowest| lowest.0 - 1.0));
        for (at, (score, was_right, outside)) in judged.iter().enumerate() {
            right = right + usize::from(*outside) - usize::from(*was_right);
            let next = judged.get(at + 1).map_or(score + 1.0, |next| next.0);
            if right > best.0 && next > *score {
                best = (right, score.midpoint(next));
            }
        }
        best.1
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

fn held_out_threshold(train: &[Labelled]) -> f32 {
    let mut met: HashMap<&Option<String>, usize> = HashMap::new();
    let parts: Vec<usize> = train
        .iter()
        .map(|(_, intent)| {
            let times = met.entry(intent).or_default();
            *times += 1;
            (*times - 1) % PARTS
        })
        .collect();
    let judged_parts = if train.len() > MANY_EXAMPLES { 1 } else { PARTS };
    let mut scores = Vec::new();
    for part in 0..judged_parts {
        let (held_out, kept): (Vec<_>, Vec<_>) = train.iter().zip(&parts).partition(|(_, at)| **at == part);
        let kept: Vec<Labelled> = kept.into_iter().map(|(line, _)| line.clone()).collect();
        if kept.iter().all(|(_, intent)| intent.is_none()) {
            continue;
        }
        let matcher = Matcher::without_threshold(&kept);
        let inside = held_out.iter().filter(|((_, intent), _)| intent.is_some());
        scores.extend(inside.map(|((text, _), _)| matcher.judge(text).1));
    }
    scores.sort_by(f32::total_cmp);
    let at = scores.len() * REFUSED_PERCENT / 100;
    scores.get(at).copied().unwrap_or(f32::NEG_INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(lines: &[(&str, &str)]) -> Vec<Labelled> {
        lines
            .iter()
            .map(|(text, intent)| {
                ((*text).to_owned(), Some((*intent).to_owned()).filter(|intent| intent != "-"))
            })
            .collect()
    }

    #[test]
    fn what_is_out_of_scope_is_refused() {
        let train = labelled(&[
            ("when did it end", "end"),
            ("the year it ended", "end"),
            ("who led it", "leader"),
            ("name its leader", "leader"),
            ("bake me a cake", "-"),
            ("sing a song", "-"),
        ]);
        let dev = labelled(&[("when was the end", "end"), ("bake a song", "-")]);
        let matcher = Matcher::train(&train, &dev);
        assert_eq!(matcher.find("what year did it end").intent, "end");
        assert!(matcher.find("when did it end").accepted);
        assert!(!matcher.find("bake me a song").accepted);
    }

    #[test]
    fn one_example_is_enough_to_start() {
        let matcher = Matcher::train(&labelled(&[("when did it end", "end")]), &[]);
        assert!(matcher.find("when did it end").accepted);
    }
}
