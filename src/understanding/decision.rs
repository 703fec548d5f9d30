//! From scores and evidence to one of the four outcomes.

use super::classifier::{log_sum_exp, ranked, softmax};
use super::folding::Word;
use super::language::Guess;
use super::lexicon::{Lexicon, Topic};
use super::vocabulary::Evidence;
use crate::domain::{IntentId, SmallTalkKind};

// Fitted by logistic regression to all of tests/questions, in scope against out of scope, and
// rounded. `tarikh eval tests/questions/*.jsonl` measures the result, on the lines it was fitted to.
const BIAS: f32 = 4.9;
const OF_INTENTS: f32 = 0.7;
const OF_BEYOND: f32 = -1.55;
const OF_UNKNOWN: f32 = -5.0;
const OF_RELATED: f32 = -3.5;
const OF_BEYOND_WORDS: f32 = -10.0;
const OF_SUBJECT: f32 = 0.55;

/// From here on a question is answered: of those a little less sure, as many out of scope as in it
/// would be. Chosen on the same lines and on others like them.
const SURE: f32 = 0.7;
/// From here on it is asked what was meant.
const UNSURE: f32 = 0.55;
/// The likeliest intent is answered when it takes this much of what it and the next one have.
const CLEAR: f32 = 0.65;
/// Small talk consists of such words by this much.
const SMALLTALK_WORDS: f32 = 0.6;
/// Whatever its words, it is small talk when it is so likely.
const SMALLTALK_LIKELY: f32 = 0.6;
/// The longest courtesy before or after a question, in words.
const COURTESY: usize = 4;

/// What to do with a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Answer it.
    Intent(IntentId),
    /// Ask which was meant; one that is not sure enough, or two or three near one another.
    Clarify(Vec<IntentId>),
    /// Refuse it.
    Unknown {
        /// Whether it is on the subject.
        near: bool,
        /// The nearest questions that can be answered, at most three.
        nearest: Vec<IntentId>,
    },
    /// Talk.
    SmallTalk(SmallTalkKind),
}

/// What the words of a question come to.
#[derive(Clone, Debug)]
struct Weighed {
    /// The score of each topic.
    scores: Vec<f32>,
    /// What the words say one by one.
    evidence: Evidence,
    /// How likely it is that the question can be answered.
    confidence: f32,
}

/// Decides on the words of a question in the language at that place of the lexicon.
pub(super) fn decide(lexicon: &Lexicon, words: &[Word], guess: Guess) -> (Decision, f32) {
    if words.is_empty() {
        let nearest = Vec::new();
        return (Decision::Unknown { near: false, nearest }, 0.0);
    }
    let typed: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    if let Some(decided) = known_sentence(lexicon, &typed, guess) {
        return decided;
    }
    let question = without_courtesies(lexicon, &typed);
    if let Some(decided) = known_sentence(lexicon, question, guess) {
        return decided;
    }
    let weighed = weigh(lexicon, question, guess.best);
    if let Some((kind, confidence)) = smalltalk(lexicon, &weighed) {
        return (Decision::SmallTalk(kind), confidence);
    }
    let confidence = weighed.confidence;
    let decision = if confidence < UNSURE || guess.foreign && question.len() > 2 {
        let beyond = &weighed.scores[weighed.scores.len() - 2..];
        let near = weighed.evidence.subject > 0.0 || beyond[0] > beyond[1];
        Decision::Unknown { near, nearest: nearest(lexicon, &weighed, 3) }
    } else {
        likeliest(lexicon, &weighed)
    };
    (decision, confidence)
}

/// What a sentence of the tables is, word for word.
fn known_sentence(lexicon: &Lexicon, words: &[&str], guess: Guess) -> Option<(Decision, f32)> {
    let near = match lexicon.exact(words)? {
        Topic::Intent(id) => return Some((Decision::Intent(id.clone()), 1.0)),
        Topic::SmallTalk(kind) => return Some((Decision::SmallTalk(kind.clone()), 1.0)),
        topic => *topic == Topic::Near,
    };
    let nearest = nearest(lexicon, &weigh(lexicon, words, guess.best), 3);
    Some((Decision::Unknown { near, nearest }, 0.0))
}

/// The likeliest intent where it is sure and clear, else what may have been meant.
fn likeliest(lexicon: &Lexicon, weighed: &Weighed) -> Decision {
    let mut likely = ranked(&weighed.scores[..lexicon.intents()]);
    likely.truncate(3);
    let mut shares: Vec<f32> = likely.iter().map(|(_, score)| *score).collect();
    softmax(&mut shares);
    let clear = shares.get(1).is_none_or(|second| shares[0] >= CLEAR * (shares[0] + second));
    let meant = match (clear, weighed.confidence >= SURE) {
        (true, true) => return Decision::Intent(lexicon.intent(likely[0].0)),
        (true, false) => 1,
        (false, _) => 1 + shares[1..].iter().filter(|share| **share > shares[0] / 3.0).count(),
    };
    Decision::Clarify(nearest(lexicon, weighed, meant))
}

fn nearest(lexicon: &Lexicon, weighed: &Weighed, most: usize) -> Vec<IntentId> {
    let likely = ranked(&weighed.scores[..lexicon.intents()]);
    likely.into_iter().take(most).map(|(at, _)| lexicon.intent(at)).collect()
}

/// Scores the words, and says how likely it is that they are a question that can be answered.
fn weigh(lexicon: &Lexicon, typed: &[&str], language: usize) -> Weighed {
    let vocabulary = lexicon.vocabulary(language);
    let mended: Vec<&str> = typed.iter().map(|word| vocabulary.repair(word)).collect();
    let scores = lexicon.scores(&mended);
    let evidence = vocabulary.evidence(mended);
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

fn smalltalk(lexicon: &Lexicon, weighed: &Weighed) -> Option<(SmallTalkKind, f32)> {
    let Weighed { scores, evidence, .. } = weighed;
    let mut likely = scores.clone();
    softmax(&mut likely);
    let (best, _) = ranked(scores)[0];
    let enough = evidence.smalltalk >= SMALLTALK_WORDS * evidence.words;
    match &lexicon.topics()[best] {
        Topic::SmallTalk(kind) if (enough || likely[best] >= SMALLTALK_LIKELY) && evidence.subject == 0.0 => {
            Some((kind.clone(), likely[best]))
        }
        _ => None,
    }
}

/// The question without greetings before it and thanks after it.
fn without_courtesies<'a, 'b>(lexicon: &Lexicon, words: &'a [&'b str]) -> &'a [&'b str] {
    let is_courtesy = |words: &[&str]| matches!(lexicon.exact(words), Some(Topic::SmallTalk(_)));
    let mut question = words;
    let lengths = || (1..=COURTESY).rev();
    while let Some(length) =
        lengths().filter(|&length| length < question.len()).find(|&length| is_courtesy(&question[..length]))
    {
        question = &question[length..];
    }
    while let Some(rest) = lengths()
        .filter_map(|length| question.len().checked_sub(length))
        .filter(|&rest| rest > 0)
        .find(|&rest| is_courtesy(&question[rest..]))
    {
        question = &question[..rest];
    }
    question
}
