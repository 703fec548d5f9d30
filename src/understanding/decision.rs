//! From scores and evidence to one of the four outcomes.

use super::classifier::{likeliest, ranked};
use super::language::Guess;
use super::lexicon::{Lexicon, Openness, Topic};
use super::mention_table::FollowUp;
use super::mentions::Mentions;
use super::templates::{ENTITY, SOURCE};
use super::weighing::Weighed;
use crate::domain::{Aspect, Request, SmallTalkKind, Voice};

/// From here on a question is answered. Chosen on questions that were written along with those of
/// tests/held-out and are not among them: a little lower, and more of what is near the subject would be answered.
const SURE: f32 = 0.55;
/// From here on it is asked what was meant.
const UNSURE: f32 = 0.5;
/// From here on a word or two are a question of their own.
const PLAIN: f32 = 0.7;
/// The likeliest intent is answered when its score is this far above the next one's: nearly twice as likely.
const CLEAR: f32 = 0.62;
/// What is less likely than the likeliest by more than this, a third as likely, was not meant.
const POSSIBLE: f32 = 1.1;
/// So many readings of a question are looked at.
const READINGS: usize = 8;
/// How many questions are offered at most in place of an answer.
const NEAREST: usize = 3;
/// The longest message that goes on from an answer without a word of its own, in words.
const LONGEST_FOLLOW_UP: usize = 8;
/// So many words beside the name of a document are no question, but ask for what it says of the one before.
const LONGEST_REST: usize = 2;
/// A question of its own about someone is answered by it even where a question by name is likelier, up to this
/// score more.
const OWN: f32 = 1.0;
/// The longest courtesy before or after a question, in words.
const COURTESY: usize = 4;
/// …and the letters that it must have more of at the end.
const SHORTEST_COURTESY: usize = 2;

/// What to do with a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Answer it.
    Request(Request),
    /// Answer what follows from the request before it.
    Aspect(Request, Aspect),
    /// Ask which was meant; one that is not sure enough, or two or three near one another.
    Clarify(Vec<Request>),
    /// Refuse it.
    Unknown {
        /// Whether it is on the subject.
        near: bool,
        /// The nearest questions that can be answered, at most three.
        nearest: Vec<Request>,
    },
    /// It goes on from an answer, and there is none.
    Lost,
    /// Talk.
    SmallTalk(SmallTalkKind),
}

/// A decision, and how sure it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Decided {
    pub(super) decision: Decision,
    /// From 0 to 1.
    pub(super) confidence: f32,
    /// What it wanted of the answer before it, if anything.
    pub(super) follow_up: Option<FollowUp>,
    /// Whether it is a sentence of the tables.
    pub(super) is_known: bool,
}

/// The folded words of a question, and what they name.
#[derive(Clone, Debug)]
pub(super) struct Asked<'w> {
    pub(super) words: Vec<&'w str>,
    mentions: Mentions,
}

/// Decides on questions in one language, after what was asked before.
#[derive(Clone, Copy)]
pub(super) struct Decider<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) guess: Guess,
    pub(super) before: Option<&'a Request>,
}

impl Decided {
    fn new(decision: Decision, confidence: f32) -> Self {
        Self { decision, confidence, follow_up: None, is_known: false }
    }

    /// Whether it can be answered.
    pub(super) fn is_answered(&self) -> bool {
        matches!(self.decision, Decision::Request(_) | Decision::Aspect(..))
    }

    /// Whether it is a question of its own that can be answered.
    fn is_request(&self) -> bool {
        matches!(self.decision, Decision::Request(_))
    }

    /// Whether it is a question of its own beyond doubt, however few its words are.
    fn is_plain(&self) -> bool {
        self.is_request() && self.confidence >= PLAIN
    }

    /// Whether it is answered without a doubt.
    pub(super) fn is_sure(&self) -> bool {
        self.is_answered() && self.confidence >= SURE
    }
}

impl Asked<'_> {
    /// Whether the words are a name and nothing else.
    pub(super) fn is_name(&self) -> bool {
        self.mentions.symbolic(&self.words) == [ENTITY]
    }
}

impl Decider<'_> {
    /// The words, and what they name.
    pub(super) fn asked<'w>(&self, words: Vec<&'w str>) -> Asked<'w> {
        let vocabulary = self.lexicon.vocabulary(self.guess.best);
        let mentions = self.lexicon.finder().find(&words, |word| vocabulary.knows(word));
        Asked { words, mentions }
    }

    /// Decides on a question.
    pub(super) fn decide(&self, asked: &Asked<'_>) -> Decided {
        if asked.words.is_empty() {
            return Decided::new(Decision::Unknown { near: false, nearest: Vec::new() }, 0.0);
        }
        if let Some(decided) = self.known_sentence(asked) {
            return decided;
        }
        let question = without_courtesies(self.lexicon, &asked.words);
        if question.len() == asked.words.len() {
            return self.voiced(asked).unwrap_or_else(|| self.own_wording(asked));
        }
        let asked = self.asked(question.to_vec());
        let known = self.known_sentence(&asked).or_else(|| self.voiced(&asked));
        known.unwrap_or_else(|| self.own_wording(&asked))
    }

    fn weigh(&self, asked: &Asked<'_>) -> Weighed {
        let vocabulary = self.lexicon.vocabulary(self.guess.best);
        Weighed::of(self.lexicon, vocabulary, &asked.words, &asked.mentions, self.before)
    }

    /// What it is as a sentence of the tables, or else in words of its own.
    fn read(&self, asked: &Asked<'_>) -> Decided {
        self.known_sentence(asked).unwrap_or_else(|| self.own_wording(asked))
    }

    /// Weighs a question that is no sentence of the tables, or else what is left of it without words before it
    /// that go on from an answer.
    fn own_wording(&self, asked: &Asked<'_>) -> Decided {
        let rest = self.lexicon.phrases().without_opening(&asked.words).filter(|rest| !rest.is_empty());
        let rest = rest.map(|rest| self.asked(rest));
        if let Some(known) = rest.as_ref().and_then(|rest| self.known_sentence(rest)) {
            return known;
        }
        let decided = self.weighed(asked);
        let anew = rest.filter(|_| !decided.is_request()).map(|rest| self.weighed(&rest));
        anew.filter(Decided::is_request).unwrap_or(decided)
    }

    /// What a sentence of the tables is, word for word, names and times apart.
    fn known_sentence(&self, asked: &Asked<'_>) -> Option<Decided> {
        Some(Decided { is_known: true, ..self.sentence_of_tables(asked)? })
    }

    fn sentence_of_tables(&self, asked: &Asked<'_>) -> Option<Decided> {
        let Asked { words, mentions } = asked;
        if let Some(at) = self.lexicon.button(words) {
            return Some(self.known_topic(at, asked));
        }
        let exact = self.lexicon.exact(words);
        let open = self.known_open_sentence(asked);
        if let (Some(at), Some(Decided { decision: Decision::Request(_), .. })) = (exact, &open) {
            // A question about someone by name is answered by all that is known of them, but for whom the
            // question of their own says it better.
            let is_theirs = !self.lexicon.is_intent(at) && !asked.is_name()
                || mentions.entities.first().is_none_or(|entity| self.lexicon.is_about(at, entity));
            return if is_theirs { Some(self.known_topic(at, asked)) } else { open };
        }
        if let Some(at) = exact {
            return Some(self.known_topic(at, asked));
        }
        if let Some(follow_up) = self.lexicon.phrases().follow_up(words) {
            return Some(self.going_on(follow_up));
        }
        open
    }

    /// What a sentence of the tables is, names and times apart.
    fn known_open_sentence(&self, asked: &Asked<'_>) -> Option<Decided> {
        let Asked { words, mentions } = asked;
        if !mentions.fill_slots() {
            return None;
        }
        let at = self.lexicon.exact(&mentions.symbolic(words))?;
        if self.lexicon.is_intent(at) {
            return Some(Decided::new(Decision::Request(mentions.fill(self.lexicon, at)?), 1.0));
        }
        Some(self.known_topic(at, asked))
    }

    fn known_topic(&self, at: usize, asked: &Asked<'_>) -> Decided {
        let near = match &self.lexicon.topics()[at] {
            Topic::Intent(id) => return Decided::new(Decision::Request(Request::plain(id.clone())), 1.0),
            Topic::SmallTalk(kind) => return Decided::new(Decision::SmallTalk(kind.clone()), 1.0),
            topic => *topic == Topic::Near,
        };
        let nearest = self.nearest(&self.weigh(asked), &asked.mentions);
        Decided::new(Decision::Unknown { near, nearest }, 0.0)
    }

    /// What a message is that only makes sense after an answer.
    fn going_on(&self, follow_up: &FollowUp) -> Decided {
        let decision = match (self.before, follow_up) {
            (None, _) => Decision::Lost,
            (Some(before), FollowUp::More) => Decision::Request(before.continued()),
            (Some(before), FollowUp::Aspect(aspect)) => Decision::Aspect(before.clone(), *aspect),
            (Some(before), FollowUp::Source | FollowUp::Sure | FollowUp::Language(_)) => {
                Decision::Request(before.clone())
            }
        };
        Decided { follow_up: Some(follow_up.clone()), ..Decided::new(decision, 1.0) }
    }

    /// A question that is asked of one document, or of whether they agree.
    fn voiced(&self, asked: &Asked<'_>) -> Option<Decided> {
        let Asked { words, mentions } = asked;
        let phrases = self.lexicon.phrases();
        let (voice, rest) = match mentions.sources.as_slice() {
            [] => (Voice::Agreement, phrases.without_agreement(words)?),
            [source, others @ ..] => {
                let named = mentions.with_sources(words);
                let mut rest = phrases.without_source(&named).unwrap_or(named);
                rest.retain(|word| *word != SOURCE);
                let is_one = others.iter().all(|other| other == source);
                (if is_one { Voice::Source(source.clone()) } else { Voice::Agreement }, rest)
            }
        };
        let left = phrases.without_opening(&rest).unwrap_or_else(|| rest.clone());
        let mut decided = match left.as_slice() {
            [] => Decided::new(Decision::Lost, 1.0),
            _ => self.read(&self.asked(rest)),
        };
        if let Some(before) = self.before.filter(|_| left.len() <= LONGEST_REST && !decided.is_plain()) {
            return Some(Decided::new(Decision::Request(before.voiced(voice)), 1.0));
        }
        match &mut decided.decision {
            // A word or two are small talk only by themselves.
            Decision::SmallTalk(_) => decided.decision = Decision::Lost,
            Decision::Request(request) => request.voice = voice,
            Decision::Clarify(requests) => {
                for request in requests {
                    request.voice = voice.clone();
                }
            }
            _ => {}
        }
        Some(decided)
    }

    /// Weighs a question that is no sentence of the tables.
    fn weighed(&self, asked: &Asked<'_>) -> Decided {
        let Asked { words: question, mentions } = asked;
        let weighed = self.weigh(asked);
        if let Some((kind, confidence)) = weighed.smalltalk(self.lexicon) {
            return Decided::new(Decision::SmallTalk(kind), confidence);
        }
        if let Some(follow_up) = self.likely_follow_up(question, &weighed) {
            return self.going_on(follow_up);
        }
        let confidence = weighed.confidence;
        let is_foreign = self.guess.foreign && question.len() > 2 && !mentions.fill_slots();
        let decision = if confidence < UNSURE || is_foreign {
            let beyond = &weighed.scores[weighed.scores.len() - 2..];
            let near = weighed.evidence.subject > 0.0 || beyond[0] > beyond[1];
            Decision::Unknown { near, nearest: self.nearest(&weighed, mentions) }
        } else {
            self.likeliest(&weighed, mentions)
        };
        Decided::new(decision, confidence)
    }

    /// What the words want of the answer before, where they are few and that is likelier than all else. Without
    /// such an answer, only of words that are no question.
    fn likely_follow_up(&self, question: &[&str], weighed: &Weighed) -> Option<&FollowUp> {
        let best = likeliest(&weighed.scores);
        let most = weighed.scores[best];
        let is_clear = question.len() <= LONGEST_FOLLOW_UP
            && weighed.scores.iter().enumerate().all(|(at, score)| at == best || most - score >= CLEAR);
        match &self.lexicon.topics()[best] {
            Topic::FollowUp(kind) if is_clear && (self.before.is_some() || weighed.confidence < UNSURE) => {
                Some(kind)
            }
            _ => None,
        }
    }

    /// The likeliest intent where it is sure and clear, else what may have been meant.
    fn likeliest(&self, weighed: &Weighed, mentions: &Mentions) -> Decision {
        let fill = |(at, score)| Some((score, mentions.fill(self.lexicon, at)?));
        let likely: Vec<(f32, Request)> =
            self.ranked(weighed, mentions).take(READINGS).filter_map(fill).collect();
        let Some((most, best)) = likely.first() else { return Decision::Lost };
        // All that is known of someone is no other reading of a question about them, nor is another order of time.
        let rivals = likely[1..].iter().filter(|(_, other)| best.slot.is_none() && other.slot.is_none());
        let near = rivals.take_while(|(score, _)| most - score < CLEAR).map(|(_, request)| request);
        let readings: Vec<&Request> = std::iter::once(best).chain(near).collect();
        // Of several readings, one may say what answers the others too.
        let serves_all = |one: &&&Request| readings.iter().all(|other| self.lexicon.covers(one, other));
        let clear = readings.iter().find(serves_all);
        if let Some(request) = clear.filter(|_| weighed.confidence >= SURE) {
            return Decision::Request((*request).clone());
        }
        let possible = likely.iter().take_while(|(score, _)| most - score < POSSIBLE).count();
        let meant = if clear.is_some() { 1 } else { possible.min(NEAREST) };
        let fitting = likely.into_iter().map(|(_, request)| request);
        Decision::Clarify(fitting.filter(|request| self.lexicon.fits_button(request)).take(meant).collect())
    }

    /// The intents whose slots can be filled with what is named, by falling score.
    fn ranked(&self, weighed: &Weighed, mentions: &Mentions) -> impl Iterator<Item = (usize, f32)> {
        let mut likely = ranked(&weighed.scores[..self.lexicon.intents()]);
        let most = likely[0];
        if let Some(own) = self.own_question(&likely, most.0, mentions) {
            likely.retain(|(at, _)| *at != own);
            likely.insert(0, (own, most.1 + CLEAR));
        }
        // Where neither before nor after is clearly meant, the time itself is.
        if let [(first, most), (second, next), ..] = &mut likely[..]
            && self.lexicon.openness(*first) == Openness::TimeOrEntity
            && self.lexicon.openness(*second) == Openness::Time
            && *most - *next < CLEAR
        {
            std::mem::swap(first, second);
        }
        likely.into_iter().filter(|(at, _)| mentions.can_fill(self.lexicon.openness(*at)))
    }

    /// The question of its own of whom the question names, where it asks for all that is known of them and that is
    /// not much likelier.
    fn own_question(&self, likely: &[(usize, f32)], asked: usize, mentions: &Mentions) -> Option<usize> {
        let entity = mentions.entities.first()?;
        let (_, most) = *likely.iter().find(|(at, _)| *at == asked)?;
        let is_closed =
            |at: usize| at < self.lexicon.intents() && self.lexicon.openness(at) == Openness::Closed;
        let (own, score) = *likely.iter().find(|(at, _)| is_closed(*at))?;
        let is_own = self.lexicon.openness(asked) == Openness::Entity && self.lexicon.is_about(own, entity);
        (is_own && most - score < OWN).then_some(own)
    }

    /// The nearest questions that a button can ask, each once. "After 1919" would look like "1919" on it.
    fn nearest(&self, weighed: &Weighed, mentions: &Mentions) -> Vec<Request> {
        let openness = |at: &usize| self.lexicon.openness(*at);
        let asked_by_button = |at: &usize| openness(at) != Openness::TimeOrEntity;
        let ranked = self.ranked(weighed, mentions).map(|(at, _)| at);
        let (mut nearest, others): (Vec<usize>, Vec<usize>) =
            // Of whom the question names something is known, even if not that.
            ranked.filter(asked_by_button).partition(|at| openness(at) == Openness::Entity);
        nearest.extend(others);
        nearest.into_iter().take(NEAREST).filter_map(|at| mentions.fill(self.lexicon, at)).collect()
    }
}

/// The question without greetings before it and thanks after it.
fn without_courtesies<'a, 'b>(lexicon: &Lexicon, words: &'a [&'b str]) -> &'a [&'b str] {
    let is_courtesy = |words: &[&str]| {
        lexicon.exact(words).is_some_and(|at| matches!(lexicon.topics()[at], Topic::SmallTalk(_)))
    };
    let mut question = words;
    let lengths = || (1..=COURTESY).rev();
    while let Some(length) =
        lengths().filter(|&length| length < question.len()).find(|&length| is_courtesy(&question[..length]))
    {
        question = &question[length..];
    }
    // A last word of two letters, such as "it", may be a courtesy, or its opposite, in another language alone.
    while let Some(rest) = lengths()
        .filter_map(|length| question.len().checked_sub(length))
        .filter(|&rest| rest > 0 && question[rest..].concat().len() > SHORTEST_COURTESY)
        .find(|&rest| is_courtesy(&question[rest..]))
    {
        question = &question[..rest];
    }
    question
}
