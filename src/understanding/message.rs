//! From a message, which may hold several sentences, to what it asks: one question, or two.

use super::decision::{Decided, Decider, Decision};
use super::folding::Sentence;
use crate::domain::Request;

/// Of more places where a message may fall into two questions, the first so many are tried.
const PLACES: usize = 3;
/// The fewest words of the first of two questions.
const SHORTEST_QUESTION: usize = 2;

/// What a message asks.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub(super) decided: Decided,
    /// The second of two questions.
    pub(super) also: Option<Decision>,
    /// Whether it is a name and nothing else.
    pub(super) is_name: bool,
}

/// Reads a message, after what was asked before.
pub(super) fn read(decider: Decider<'_>, sentences: &[Sentence]) -> Read {
    let words: Vec<&str> = sentences.iter().flat_map(folded).collect();
    let asked = decider.asked(words);
    let (whole, is_name) = (decider.decide(&asked), asked.is_name());
    let one = |decided| Read { decided, also: None, is_name };
    if whole.is_known {
        return one(whole);
    }
    let parts = match sentences {
        [] => return one(whole),
        [sentence] => in_halves(decider, &asked.words, &whole)
            .or_else(|| Some((at_the_end(decider, &asked.words, &sentence.pauses, &whole)?, None))),
        _ => in_sentences(decider, sentences, &whole),
    };
    match parts {
        Some((first, also)) => Read { decided: first, also, is_name },
        None => one(whole),
    }
}

fn folded(sentence: &Sentence) -> impl Iterator<Item = &str> {
    sentence.words.iter().map(|word| word.folded.as_str())
}

type Parts = (Decided, Option<Decision>);

/// Reads one sentence after another, each going on from those before it. Where some are marked as questions, the
/// others are not answered.
fn in_sentences(decider: Decider<'_>, sentences: &[Sentence], whole: &Decided) -> Option<Parts> {
    let asks = sentences.iter().any(|sentence| sentence.asks);
    let mut before = decider.before.cloned();
    let mut answered: Vec<Decided> = Vec::new();
    let mut unanswered: Option<Decided> = None;
    for sentence in sentences {
        let decider = Decider { before: before.as_ref(), ..decider };
        let asked = decider.asked(folded(sentence).collect());
        let read = decider.decide(&asked);
        let read = at_the_end(decider, &asked.words, &sentence.pauses, &read).unwrap_or(read);
        let request = request_of(&read.decision).cloned();
        if sentence.asks == asks {
            let is_new = answered.iter().all(|other| other.decision != read.decision);
            if read.is_answered() && is_new {
                answered.push(read);
            } else if !is_chatter(&read)
                && unanswered.as_ref().is_none_or(|other| read.confidence > other.confidence)
            {
                unanswered = Some(read);
            }
        }
        before = request.or(before);
    }
    if answered.len() == 1 && whole.is_sure() {
        return None;
    }
    let mut answered = answered.into_iter();
    match (answered.next(), answered.next()) {
        (Some(first), second) => Some((first, second.map(|second| second.decision))),
        (None, _) if whole.is_answered() => None,
        (None, _) => unanswered.filter(|one| one.confidence > whole.confidence).map(|one| (one, None)),
    }
}

/// Two questions in one sentence, joined by a word that else goes on from an answer.
fn in_halves(decider: Decider<'_>, words: &[&str], whole: &Decided) -> Option<Parts> {
    let phrases = decider.lexicon.phrases();
    let places = (SHORTEST_QUESTION..words.len()).filter(|&at| phrases.opens(&words[at..]));
    for at in places.take(PLACES) {
        let first = decider.decide(&decider.asked(words[..at].to_vec()));
        let Some(request) = request_of(&first.decision).filter(|_| first.is_sure()) else { continue };
        let asked = decider.asked(words[at..].to_vec());
        let second = Decider { before: Some(request), ..decider }.decide(&asked);
        let is_other = request_of(&second.decision).is_some_and(|other| is_another(decider, request, other));
        let is_surer = !whole.is_answered() || first.confidence.min(second.confidence) > whole.confidence;
        if second.is_sure() && is_other && is_surer {
            return Some((first, Some(second.decision)));
        }
    }
    None
}

/// A question behind what led up to it.
fn at_the_end(decider: Decider<'_>, words: &[&str], pauses: &[usize], whole: &Decided) -> Option<Decided> {
    if whole.is_answered() || whole.is_known {
        return None;
    }
    let phrases = decider.lexicon.phrases();
    let joints = (SHORTEST_QUESTION..words.len()).filter(|&at| phrases.opens(&words[at..]));
    let mut places: Vec<usize> = pauses.iter().copied().chain(joints).collect();
    places.sort_unstable();
    places.retain(|at| words.len() - at > SHORTEST_QUESTION);
    let ends = places.iter().rev().take(PLACES).map(|&at| decider.asked(words[at..].to_vec()));
    ends.filter(|end| !end.is_name()).map(|end| decider.decide(&end)).find(Decided::is_sure)
}

fn is_chatter(decided: &Decided) -> bool {
    matches!(decided.decision, Decision::SmallTalk(_))
}

/// Whether the answer to the one leaves the other open. A second name alone is part of one question.
fn is_another(decider: Decider<'_>, one: &Request, other: &Request) -> bool {
    let is_name = other.slot.is_some() && one.intent != other.intent;
    !is_name && !decider.lexicon.covers(one, other)
}

fn request_of(decision: &Decision) -> Option<&Request> {
    match decision {
        Decision::Request(request) | Decision::Aspect(request, _) => Some(request),
        _ => None,
    }
}
