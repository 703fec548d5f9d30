//! Words to numbers: which words, pairs of words and runs of letters a text has, and how telling they are.

#![expect(clippy::cast_precision_loss, reason = "counts of words and examples are small numbers")]

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// How much runs of letters count, where words count 1.
const LETTERS_WEIGHT: f32 = 1.2;
/// How much a feature that was never seen counts in the length of a text's vector.
const UNKNOWN_WEIGHT: f32 = 0.5;

/// A text as a vector: known features and their values; its length is at most 1, and the less the
/// more of the text is unknown.
pub(super) type Vector = Vec<(u32, f32)>;

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

/// Hash of some bytes, after what `seed` stands for.
pub(super) fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mut hash = seed ^ 0x9e37_79b9_7f4a_7c15;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash ^ u64::from_le_bytes(word));
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
    let padded = format!(" {word} ");
    let mut starts: Vec<usize> = padded.char_indices().map(|(at, _)| at).collect();
    starts.push(padded.len());
    for length in 2..=4 {
        for run in starts.windows(length + 1) {
            runs.push(hash(length as u64 + 2, &padded.as_bytes()[run[0]..run[length]]));
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
    pub(super) fn learn<'a, T>(texts: impl IntoIterator<Item = T>) -> (Self, Vec<Vector>)
    where
        T: IntoIterator<Item = &'a str>,
    {
        let hashed: Vec<Hashes> = texts.into_iter().map(Hashes::of).collect();
        let mut known = HashKeyed::default();
        let mut texts_with: Vec<u32> = Vec::new();
        for text in &hashed {
            for (hash, _) in counted(&text.words).chain(counted(&text.letters)) {
                let next = u32::try_from(texts_with.len()).unwrap_or(u32::MAX);
                let feature = *known.entry(hash).or_insert_with(|| {
                    texts_with.push(0);
                    next
                });
                texts_with[feature as usize] += 1;
            }
        }
        let texts = hashed.len() as f32;
        let rarity = |with: u32| ((1.0 + texts) / (1.0 + with as f32)).ln() + 1.0;
        let features = Self {
            known,
            tellingness: texts_with.into_iter().map(rarity).collect(),
            tellingness_of_unknown: rarity(0),
        };
        let vectors = hashed.iter().map(|text| features.weigh(text)).collect();
        (features, vectors)
    }

    /// How many features are known.
    pub(super) fn known(&self) -> usize {
        self.tellingness.len()
    }

    /// The text as a vector.
    pub(super) fn vector<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Vector {
        self.weigh(&Hashes::of(words))
    }

    fn weigh(&self, text: &Hashes) -> Vector {
        let mut vector = Vec::with_capacity(text.words.len() + text.letters.len());
        let whole = (1.0 + LETTERS_WEIGHT * LETTERS_WEIGHT).sqrt();
        for (hashes, weight) in [(&text.words, 1.0), (&text.letters, LETTERS_WEIGHT)] {
            let start = vector.len();
            let mut length = 0.0;
            for (hash, times) in counted(hashes) {
                let often = 1.0 + (times as f32).ln();
                if let Some(&feature) = self.known.get(&hash) {
                    let value = often * self.tellingness[feature as usize];
                    length += value * value;
                    vector.push((feature, value));
                } else {
                    let value = often * self.tellingness_of_unknown * UNKNOWN_WEIGHT;
                    length += value * value;
                }
            }
            let scale = if length > 0.0 { weight / whole / length.sqrt() } else { 0.0 };
            for (_, value) in &mut vector[start..] {
                *value *= scale;
            }
        }
        vector
    }
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
        assert!((length(&vectors[0]) - 1.0).abs() < 1e-5);
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
