//! Tables of any size from a seed: the same each time.

use tarikh::understanding::matcher::Labelled;

const SEED: u64 = 0x0139_408d_cbbf_7a44;
const SYLLABLES: [&str; 20] = [
    "ka", "lo", "mi", "ter", "ban", "sho", "ru", "ven", "dis", "po", "qa", "zer", "ti", "mu", "gra", "fel", "ny",
    "do", "ast", "ir",
];
const WORDS: usize = 20_000;
/// The first so many words stand in the questions of every intent.
const COMMON: usize = 40;
/// So many words belong to an intent.
const OWN: usize = 6;
/// At most so many questions are asked.
const ASKED: usize = 3000;

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as usize % bound
    }
}

/// That many intents with that many examples each, and a question of its own for each, as far as they are asked.
pub(crate) fn generated(intents: usize, examples: usize) -> (Vec<Labelled>, Vec<Labelled>) {
    let mut random = Random(SEED);
    let words: Vec<String> = (0..WORDS)
        .map(|_| (0..2 + random.below(3)).map(|_| SYLLABLES[random.below(SYLLABLES.len())]).collect())
        .collect();
    let (mut train, mut test) = (Vec::new(), Vec::new());
    let asked_of_each = (ASKED / intents).max(1);
    for intent in 0..intents {
        let own: Vec<usize> = (0..OWN).map(|_| COMMON + random.below(WORDS - COMMON)).collect();
        for example in 0..examples + asked_of_each {
            let line = (sentence(&mut random, &words, &own), Some(format!("intent {intent}")));
            if example < examples {
                train.push(line);
            } else if test.len() < ASKED {
                test.push(line);
            }
        }
    }
    (train, test)
}

/// Of five to eleven words, four in ten are the intent's own and three in ten common.
fn sentence(random: &mut Random, words: &[String], own: &[usize]) -> String {
    let mut sentence: Vec<&str> = vec![&words[own[random.below(OWN)]]];
    for _ in 0..4 + random.below(7) {
        let word = match random.below(10) {
            0..4 => own[random.below(OWN)],
            4..7 => random.below(COMMON),
            _ => random.below(WORDS),
        };
        sentence.push(&words[word]);
    }
    sentence.join(" ")
}
