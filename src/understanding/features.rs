//! Words to numbers: which words, pairs of words and runs of letters a text has, and how telling they are.

#![expect(clippy::cast_precision_loss, reason = "counts of words and examples are small numbers")]

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

/// How much words and pairs of words count.
const WORDS_WEIGHT: f32 = 1.0;
/// How much runs of letters count.
const LETTERS_WEIGHT: f32 = 1.2;
/// How much a feature that was never seen counts in the length of a text's vector.
const UNKNOWN_WEIGHT: f32 = 0.5;

/// Stands between the words of a text and the same words with slots in place of names and times.
pub(super) const AGAIN: &str = "\u{1e}";

/// A text as a vector: known features and their values; its length is at most 1, and the less the
/// more of the text is unknown.
pub(super) type Vector = [(u32, f32)];

/// The vectors of some texts, in one piece: many small ones would leave the heap full of holes.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    entries: Vec<(u32, f32)>,
    /// Where each text ends.
    ends: Vec<usize>,
}

impl Vectors {
    /// The vector of the text at that place.
    pub(super) fn get(&self, at: usize) -> &Vector {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.entries[start..self.ends[at]]
    }
}

/// Hashes of features are well mixed already.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(self.0, bytes);
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
    fn write_u32(&mut self, value: u32) {
        // Both ends of the number are looked at.
        self.0 = u64::from(value) << 32 | u64::from(value);
    }
}

/// A map by hashes.
pub(super) type HashKeyed<T> = HashMap<u64, T, BuildHasherDefault<Mixed>>;
/// A map by half of each hash: of what is not in it, one in tens of thousands is taken for what is.
type HalfHashKeyed<T> = HashMap<u32, T, BuildHasherDefault<Mixed>>;
/// A set of things of which only half of each hash is kept.
pub(super) type Hashed = HashSet<u32, BuildHasherDefault<Mixed>>;

/// Half of a hash.
pub(super) fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Hash of some bytes, after what `seed` stands for.
pub(super) fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = seed ^ 0x9e37_79b9_7f4a_7c15;
    for chunk in bytes.chunks(8) {
        let word = chunk.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        hash = mix(hash ^ word);
    }
    mix(hash ^ bytes.len() as u64)
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let value = (value ^ (value >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    value ^ (value >> 32)
}

/// The features of a text, hashed and sorted, each as often as it occurs.
#[derive(Debug, Default)]
struct Hashes {
    words: Vec<u32>,
    letters: Vec<u32>,
}

impl Hashes {
    fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hashes = Self::default();
        let mut words = words.into_iter();
        hashes.read(words.by_ref().take_while(|word| *word != AGAIN));
        hashes.read_again(words);
        hashes.words.sort_unstable();
        hashes.letters.sort_unstable();
        hashes
    }
}

impl Hashes {
    fn read<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let mut before = 0;
        for word in words {
            let this = hash(1, word.as_bytes());
            self.words.push(half(this));
            self.words.push(half(pair(before, this)));
            before = this;
            letter_runs(word, &mut self.letters);
        }
        if before != 0 {
            self.words.push(half(mix(before ^ 2)));
        }
    }

    /// Of the second reading, the slots and their neighbours are new.
    fn read_again<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let (mut before, mut was_slot) = (0, false);
        for word in words {
            let this = hash(1, word.as_bytes());
            let is_slot = word.starts_with('<');
            if is_slot {
                self.words.push(half(this));
            }
            if is_slot || was_slot {
                self.words.push(half(pair(before, this)));
            }
            (before, was_slot) = (this, is_slot);
        }
        if was_slot {
            self.words.push(half(mix(before ^ 2)));
        }
    }
}

fn pair(before: u64, this: u64) -> u64 {
    mix(before ^ this.rotate_left(17))
}

/// Runs of two, three and four letters, the gap on either side of the word counting as one.
fn letter_runs(word: &str, runs: &mut Vec<u32>) {
    let padded = [" ", word, " "].concat();
    // Where the last four letters begin, the latest first.
    let mut starts = [0; 4];
    for (met, (at, letter)) in padded.char_indices().enumerate() {
        starts.copy_within(..3, 1);
        starts[0] = at;
        let end = at + letter.len_utf8();
        for length in 2..=4.min(met + 1) {
            runs.push(half(hash(length as u64 + 2, &padded.as_bytes()[starts[length - 1]..end])));
        }
    }
}

fn counted(sorted: &[u32]) -> impl Iterator<Item = (u32, usize)> + '_ {
    sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len()))
}

/// Which features are known, and how telling each is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Features {
    known: HalfHashKeyed<u32>,
    tellingness: Vec<f32>,
    tellingness_of_unknown: f32,
}

impl Features {
    /// Learns the features that stand in at least so many of some texts, and gives the texts as vectors.
    pub(super) fn learn<'a, T>(texts: impl IntoIterator<Item = T>, fewest: u32) -> (Self, Vectors)
    where
        T: IntoIterator<Item = &'a str>,
    {
        let texts: Vec<Hashes> = texts.into_iter().map(Hashes::of).collect();
        let mut texts_with: HalfHashKeyed<u32> = HalfHashKeyed::default();
        let mut order = Vec::new();
        for text in &texts {
            for (hash, _) in counted(&text.words).chain(counted(&text.letters)) {
                let with = texts_with.entry(hash).or_default();
                if *with == 0 {
                    order.push(hash);
                }
                *with += 1;
            }
        }
        let all = texts.len() as f32;
        let rarity = |with: u32| ((1.0 + all) / (1.0 + with as f32)).ln() + 1.0;
        let mut features = Self { tellingness_of_unknown: rarity(0), ..Self::default() };
        for hash in order.into_iter().filter(|hash| texts_with[hash] >= fewest) {
            features.known.insert(hash, u32::try_from(features.known.len()).unwrap_or(u32::MAX));
            features.tellingness.push(rarity(texts_with[&hash]));
        }
        let mut vectors = Vectors::default();
        for text in &texts {
            features.add(text, &mut vectors.entries);
            vectors.ends.push(vectors.entries.len());
        }
        (features, vectors)
    }

    /// How many features are known.
    pub(super) fn known(&self) -> usize {
        self.tellingness.len()
    }

    /// The text as a vector.
    pub(super) fn vector<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Vec<(u32, f32)> {
        let text = Hashes::of(words);
        let mut vector = Vec::with_capacity(text.words.len() + text.letters.len());
        self.add(&text, &mut vector);
        vector
    }

    /// Adds the vector of a text to others.
    fn add(&self, text: &Hashes, vectors: &mut Vec<(u32, f32)>) {
        for (hashes, weight) in [(&text.words, WORDS_WEIGHT), (&text.letters, LETTERS_WEIGHT)] {
            let start = vectors.len();
            let mut square_of_unknown = 0.0;
            for (hash, times) in counted(hashes) {
                if let Some(&feature) = self.known.get(&hash) {
                    vectors.push((feature, often(times)));
                } else {
                    let value = often(times) * self.tellingness_of_unknown * UNKNOWN_WEIGHT;
                    square_of_unknown += value * value;
                }
            }
            self.weigh(&mut vectors[start..], square_of_unknown, weight);
        }
    }

    /// Makes values of how often each feature of one kind occurs in a text; together, what is unknown
    /// of it included, they have that weight.
    fn weigh(&self, entries: &mut [(u32, f32)], square_of_unknown: f32, weight: f32) {
        let mut square = square_of_unknown;
        for (feature, value) in &mut *entries {
            *value *= self.tellingness[*feature as usize];
            square += *value * *value;
        }
        let whole = (WORDS_WEIGHT * WORDS_WEIGHT + LETTERS_WEIGHT * LETTERS_WEIGHT).sqrt();
        let scale = if square > 0.0 { weight / whole / square.sqrt() } else { 0.0 };
        for (_, value) in entries {
            *value *= scale;
        }
    }
}

/// What a feature counts that occurs so many times: ever less for each time more.
fn often(times: usize) -> f32 {
    1.0 + (times as f32).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(vector: &Vector) -> f32 {
        vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt()
    }

    #[test]
    fn what_is_unknown_shortens_the_vector() {
        let (features, vectors) = Features::learn([["when", "ended"], ["who", "led"]], 1);
        assert!((length(vectors.get(0)) - 1.0).abs() < 1e-5);
        assert_eq!(vectors.get(1), features.vector(["who", "led"]));
        let half = features.vector(["when", "zzzzz"]);
        assert!(length(&half) > 0.2 && length(&half) < 0.9);
        assert!(features.vector(["xxxx"]).is_empty());
    }

    #[test]
    fn rare_features_tell_more() {
        let (features, _) = Features::learn([["a", "b"], ["a", "c"], ["a", "d"]], 1);
        let value = |word| features.tellingness[features.known[&half(hash(1, word))] as usize];
        assert!(value(b"b") > value(b"a"));
    }
}
