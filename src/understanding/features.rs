//! Words to numbers: which words, pairs of words and runs of letters a text has, and how telling they are.

#![expect(clippy::cast_precision_loss, reason = "counts of words and examples are small numbers")]

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// How much words and pairs of words count.
const WORDS_WEIGHT: f32 = 1.0;
/// How much runs of letters count.
const LETTERS_WEIGHT: f32 = 1.2;
/// How much a feature that was never seen counts in the length of a text's vector.
const UNKNOWN_WEIGHT: f32 = 0.5;

/// A text as a vector: known features and their values; its length is at most 1, and the less the
/// more of the text is unknown.
pub(super) type Vector = [(u32, f32)];

/// The vectors of some texts, in one piece: many small ones would leave the heap full of holes.
#[derive(Debug, Default)]
pub(super) struct Vectors {
    entries: Vec<(u32, f32)>,
    /// Where the words and where the letters of each text end.
    ends: Vec<[usize; 2]>,
}

impl Vectors {
    /// The vector of the text at that place.
    pub(super) fn get(&self, at: usize) -> &Vector {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before][1]);
        &self.entries[start..self.ends[at][1]]
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
}

/// A map by hashes.
pub(super) type HashKeyed<T> = HashMap<u64, T, BuildHasherDefault<Mixed>>;
/// A set of things of which only the hashes are kept.
pub(super) type Hashed = HashSet<u64, BuildHasherDefault<Mixed>>;

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
    words: Vec<u64>,
    letters: Vec<u64>,
}

impl Hashes {
    fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hashes = Self::default();
        let mut before = 0;
        for word in words {
            let this = hash(1, word.as_bytes());
            hashes.words.push(this);
            hashes.words.push(mix(before ^ this.rotate_left(17)));
            before = this;
            letter_runs(word, &mut hashes.letters);
        }
        if before != 0 {
            hashes.words.push(mix(before ^ 2));
        }
        hashes.words.sort_unstable();
        hashes.letters.sort_unstable();
        hashes
    }
}

/// Runs of two, three and four letters, the gap on either side of the word counting as one.
fn letter_runs(word: &str, runs: &mut Vec<u64>) {
    let padded = [" ", word, " "].concat();
    // Where the last four letters begin, the latest first.
    let mut starts = [0; 4];
    for (met, (at, letter)) in padded.char_indices().enumerate() {
        starts.copy_within(..3, 1);
        starts[0] = at;
        let end = at + letter.len_utf8();
        for length in 2..=4.min(met + 1) {
            runs.push(hash(length as u64 + 2, &padded.as_bytes()[starts[length - 1]..end]));
        }
    }
}

fn counted(sorted: &[u64]) -> impl Iterator<Item = (u64, usize)> + '_ {
    sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len()))
}

/// Which features are known, and how telling each is.
#[derive(Clone, Debug, Default)]
pub(super) struct Features {
    known: HashKeyed<u32>,
    tellingness: Vec<f32>,
    tellingness_of_unknown: f32,
}

impl Features {
    /// Learns the features of some texts, and gives the texts as vectors.
    pub(super) fn learn<'a, T>(texts: impl IntoIterator<Item = T>) -> (Self, Vectors)
    where
        T: IntoIterator<Item = &'a str>,
    {
        let mut known = HashKeyed::default();
        let mut texts_with: Vec<u32> = Vec::new();
        let mut vectors = Vectors::default();
        for text in texts {
            let text = Hashes::of(text);
            let ends = [&text.words, &text.letters].map(|hashes| {
                for (hash, times) in counted(hashes) {
                    let next = u32::try_from(texts_with.len()).unwrap_or(u32::MAX);
                    let feature = *known.entry(hash).or_insert_with(|| {
                        texts_with.push(0);
                        next
                    });
                    texts_with[feature as usize] += 1;
                    vectors.entries.push((feature, often(times)));
                }
                vectors.entries.len()
            });
            vectors.ends.push(ends);
        }
        let texts = vectors.ends.len() as f32;
        let rarity = |with: u32| ((1.0 + texts) / (1.0 + with as f32)).ln() + 1.0;
        let features = Self {
            known,
            tellingness: texts_with.into_iter().map(rarity).collect(),
            tellingness_of_unknown: rarity(0),
        };
        features.weigh_all(&mut vectors);
        (features, vectors)
    }

    /// Makes values of how often each feature occurs.
    fn weigh_all(&self, vectors: &mut Vectors) {
        let mut start = 0;
        for &[words_end, letters_end] in &vectors.ends {
            for (end, weight) in [(words_end, WORDS_WEIGHT), (letters_end, LETTERS_WEIGHT)] {
                self.weigh(&mut vectors.entries[start..end], 0.0, weight);
                start = end;
            }
        }
    }

    /// How many features are known.
    pub(super) fn known(&self) -> usize {
        self.tellingness.len()
    }

    /// The text as a vector.
    pub(super) fn vector<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Vec<(u32, f32)> {
        let text = Hashes::of(words);
        let mut vector = Vec::with_capacity(text.words.len() + text.letters.len());
        for (hashes, weight) in [(&text.words, WORDS_WEIGHT), (&text.letters, LETTERS_WEIGHT)] {
            let start = vector.len();
            let mut square_of_unknown = 0.0;
            for (hash, times) in counted(hashes) {
                if let Some(&feature) = self.known.get(&hash) {
                    vector.push((feature, often(times)));
                } else {
                    let value = often(times) * self.tellingness_of_unknown * UNKNOWN_WEIGHT;
                    square_of_unknown += value * value;
                }
            }
            self.weigh(&mut vector[start..], square_of_unknown, weight);
        }
        vector
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
        let (features, vectors) = Features::learn([["when", "ended"], ["who", "led"]]);
        assert!((length(vectors.get(0)) - 1.0).abs() < 1e-5);
        assert_eq!(vectors.get(1), features.vector(["who", "led"]));
        let half = features.vector(["when", "zzzzz"]);
        assert!(length(&half) > 0.2 && length(&half) < 0.9);
        assert!(features.vector(["xxxx"]).is_empty());
    }

    #[test]
    fn rare_features_tell_more() {
        let (features, _) = Features::learn([["a", "b"], ["a", "c"], ["a", "d"]]);
        let value = |word| features.tellingness[features.known[&hash(1, word)] as usize];
        assert!(value(b"b") > value(b"a"));
    }
}
