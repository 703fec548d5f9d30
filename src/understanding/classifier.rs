//! Learns from examples which class a text belongs to, and how far to trust that.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::features::{Features, Vector, Vectors};

const STEP: f32 = 1.0;
/// How far each feature counts as travelled at the start: keeps the first steps short.
const TRAVELLED: f32 = 0.05;
/// An example that is right but for this much teaches nothing more.
const LEARNED: f32 = 0.02;
/// One that is right but for this much is passed over…
const REST_BELOW: f32 = 0.1;
/// …so many times before it is looked at again.
const REST: u8 = 3;

/// What examples of more classes than this have tells none of them apart: it is left aside.
const LONGEST_ROW: usize = 512;

/// A text to learn from: its words and its class.
#[derive(Clone, Debug)]
pub(super) struct Example<'a> {
    /// The folded words.
    pub(super) words: Vec<&'a str>,
    /// The number of its class.
    pub(super) class: usize,
}

/// A linear classifier: for each feature a weight for each class that has examples with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Classifier {
    features: Features,
    rows: Rows,
    /// Each row in units of its own: a quarter of the memory, and finer than what is learned.
    weights: Vec<i8>,
    units: Vec<f32>,
    /// The weight of each feature for all classes that have no example with it.
    rest: Vec<f32>,
    bias: Vec<f32>,
}

/// Which classes each feature has a weight for.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Rows {
    /// The rows one after another.
    classes: Vec<u16>,
    /// Where the row of each feature ends.
    ends: Vec<u32>,
}

/// The weights while they are learned.
struct Learning {
    rows: Rows,
    weights: Vec<f32>,
    rest: Vec<f32>,
    bias: Vec<f32>,
    /// How far each feature and the bias have come: the farther, the shorter the next step.
    travelled: Vec<f32>,
    bias_travelled: f32,
}

/// The logarithm of the sum of exponentials.
pub(super) fn log_sum_exp(scores: &[f32]) -> f32 {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    most + scores.iter().map(|score| (score - most).exp()).sum::<f32>().ln()
}

impl Classifier {
    /// Learns from examples of the classes `0..classes`, going over them `passes` times, what stands in at least
    /// `fewest` of them. The same examples give the same classifier.
    pub(super) fn train(examples: &[Example<'_>], classes: usize, passes: usize, fewest: u32) -> Self {
        let texts = examples.iter().map(|example| example.words.iter().copied());
        let (features, vectors) = Features::learn(texts, fewest);
        let rows = Rows::of(examples, classes, &vectors, features.known());
        let mut learning = Learning {
            weights: vec![0.0; rows.classes.len()],
            rows,
            rest: vec![0.0; features.known()],
            bias: vec![0.0; classes],
            travelled: vec![TRAVELLED; features.known()],
            bias_travelled: 1.0,
        };
        learning.descend(examples, &vectors, passes);
        let Learning { rows, weights, rest, bias, .. } = learning;
        let mut units = Vec::with_capacity(features.known());
        let mut rounded = Vec::with_capacity(weights.len());
        for feature in 0..features.known() {
            units.push(round(&weights[rows.row(feature)], &mut rounded));
        }
        Self { features, rows, weights: rounded, units, rest, bias }
    }

    /// The score of each class: the logarithm of its odds, up to a constant. The scores of a text of
    /// which little is known lie close together.
    pub(super) fn scores<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Vec<f32> {
        let mut scores = self.bias.clone();
        let mut of_all = 0.0;
        for (feature, value) in self.features.vector(words) {
            let feature = feature as usize;
            of_all += value * self.rest[feature];
            let scale = value * self.units[feature];
            self.rows.add(feature, &self.weights, scale, &mut scores);
        }
        for score in &mut scores {
            *score += of_all;
        }
        scores
    }
}

impl Rows {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lower half of a pair is a class, of which few exist"
    )]
    fn of(examples: &[Example<'_>], classes: usize, vectors: &Vectors, features: usize) -> Self {
        let mut pairs: Vec<u64> = Vec::new();
        let mut fresh = 0;
        for (at, example) in examples.iter().enumerate() {
            let class = example.class as u64;
            pairs.extend(vectors.get(at).iter().map(|(feature, _)| u64::from(*feature) << 32 | class));
            // What has come since the last time would otherwise take more memory than all that is learned.
            if pairs.len() >= fresh {
                pairs.sort_unstable();
                pairs.dedup();
                fresh = (2 * pairs.len()).max(1 << 20);
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut rows = Self { classes: Vec::with_capacity(pairs.len()), ends: Vec::with_capacity(features) };
        for row in pairs.chunk_by(|a, b| a >> 32 == b >> 32) {
            match row.len() {
                length if length > LONGEST_ROW => {}
                // Rows of all classes are read and written many at a time.
                length if 2 * length > classes => rows.classes.extend(0..classes as u16),
                _ => rows.classes.extend(row.iter().map(|pair| *pair as u16)),
            }
            rows.ends.push(rows.classes.len() as u32);
        }
        rows
    }

    /// Adds the weights of a feature, so many times, to the scores of its classes.
    fn add<W: Copy + Into<f32>>(&self, feature: usize, weights: &[W], times: f32, scores: &mut [f32]) {
        let row = self.row(feature);
        let weights = &weights[row.clone()];
        if weights.len() == scores.len() {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += times * (*weight).into();
            }
            return;
        }
        for (class, weight) in self.classes[row].iter().zip(weights) {
            scores[usize::from(*class)] += times * (*weight).into();
        }
    }

    /// Where the classes and weights of a feature stand.
    fn row(&self, feature: usize) -> Range<usize> {
        let start = feature.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[feature] as usize
    }
}

impl Learning {
    /// Stochastic gradient descent on the logarithm of the probability of the right class, with a
    /// step of its own for each feature (`AdaGrad`).
    fn descend(&mut self, examples: &[Example<'_>], vectors: &Vectors, passes: usize) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut resting = vec![0_u8; examples.len()];
        let mut random = 0x2545_f491_4f6c_dd1d_u64;
        let mut errors = self.bias.clone();
        for _ in 0..passes {
            shuffle(&mut order, &mut random);
            for &at in &order {
                if resting[at] > 0 {
                    resting[at] -= 1;
                    continue;
                }
                let vector = vectors.get(at);
                self.score(vector, &mut errors);
                softmax(&mut errors);
                errors[examples[at].class] -= 1.0;
                if errors[examples[at].class] > -REST_BELOW {
                    resting[at] = REST;
                }
                if errors[examples[at].class] > -LEARNED {
                    continue;
                }
                self.step(vector, &errors);
            }
        }
    }

    fn step(&mut self, vector: &Vector, errors: &[f32]) {
        let square: f32 = errors.iter().map(|error| error * error).sum();
        for &(feature, value) in vector {
            let travelled = &mut self.travelled[feature as usize];
            *travelled += value * value * square;
            let step = STEP * value / travelled.sqrt();
            let row = self.rows.row(feature as usize);
            let classes = &self.rows.classes[row.clone()];
            if classes.len() == errors.len() {
                for (weight, error) in self.weights[row].iter_mut().zip(errors) {
                    *weight -= step * error;
                }
                continue;
            }
            let of_row: f32 = classes.iter().map(|class| errors[usize::from(*class)]).sum();
            // All errors together are nothing: what those of the row are, the others are not.
            let of_others = (errors.len() - classes.len()).max(1) as f32;
            let change = -step * -of_row / of_others;
            self.rest[feature as usize] += change;
            for (class, weight) in classes.iter().zip(&mut self.weights[row]) {
                *weight -= step * errors[usize::from(*class)] + change;
            }
        }
        self.bias_travelled += square;
        let step = STEP / self.bias_travelled.sqrt();
        for (bias, error) in self.bias.iter_mut().zip(errors) {
            *bias -= step * error;
        }
    }

    fn score(&self, vector: &Vector, scores: &mut [f32]) {
        scores.copy_from_slice(&self.bias);
        let mut of_all = 0.0;
        for &(feature, value) in vector {
            of_all += value * self.rest[feature as usize];
            self.rows.add(feature as usize, &self.weights, value, scores);
        }
        for score in scores {
            *score += of_all;
        }
    }
}

/// Adds the numbers in units of which the farthest from zero has as many as fit; gives the unit.
#[expect(clippy::cast_possible_truncation, reason = "the unit is chosen so that all fit")]
fn round(numbers: &[f32], rounded: &mut Vec<i8>) -> f32 {
    let most = numbers.iter().copied().map(f32::abs).fold(f32::MIN_POSITIVE, f32::max);
    let unit = most / f32::from(i8::MAX);
    rounded.extend(numbers.iter().map(|number| (number / unit).round() as i8));
    unit
}

/// The class with the highest score, the first of several.
pub(super) fn likeliest(scores: &[f32]) -> usize {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores.iter().position(|score| *score >= most).unwrap_or_default()
}

/// The classes by falling score.
pub(super) fn ranked(scores: &[f32]) -> Vec<(usize, f32)> {
    let mut ranked: Vec<_> = scores.iter().copied().enumerate().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked
}

/// Turns scores into probabilities.
pub(super) fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for last in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        let drawn = usize::try_from(*random >> 32).unwrap_or_default();
        order.swap(last, drawn % (last + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn examples() -> Vec<Example<'static>> {
        [
            ("when did it end", 0),
            ("when was the end", 0),
            ("in what year did it end", 0),
            ("who led it", 1),
            ("who was the leader", 1),
            ("the name of the leader", 1),
        ]
        .map(|(text, class)| Example { words: text.split(' ').collect(), class })
        .to_vec()
    }

    #[test]
    fn new_wording_finds_its_class() {
        let classifier = Classifier::train(&examples(), 2, 10, 1);
        for (text, class) in [("so what year did all end", 0), ("leader of it", 1)] {
            assert_eq!(ranked(&classifier.scores(text.split(' ')))[0].0, class, "{text}");
        }
    }

    #[test]
    fn the_unknown_scores_lower() {
        let classifier = Classifier::train(&examples(), 2, 10, 1);
        let sure = log_sum_exp(&classifier.scores(["who", "led", "it"]));
        let unsure = log_sum_exp(&classifier.scores(["bake", "some", "cakes"]));
        assert!(sure > unsure);
    }

    #[test]
    fn the_same_examples_teach_the_same() {
        let [once, again] = [0, 1].map(|_| Classifier::train(&examples(), 2, 10, 1));
        assert_eq!(once.scores(["who"]), again.scores(["who"]));
    }
}
