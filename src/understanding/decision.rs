//! From scores and evidence to one of the four outcomes.

use super::classifier::{log_sum_exp, ranked, softmax};
use super::language::Guess;
use super::lexicon::{Lexicon, Openness, Topic};
use super::mention_table::FollowUp;
use super::mentions::Mentions;
use super::templates::{ENTITY, SOURCE};
use super::vocabulary::Evidence;
use crate::domain::{Aspect, Request, Slot, SmallTalkKind, Voice};

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
/// The likeliest intent is answered when its score is this far above the next one's: nearly twice as likely.
const CLEAR: f32 = 0.62;
/// What is less likely than the likeliest by more than this, a third as likely, was not meant.
const POSSIBLE: f32 = 1.1;
/// How many questions are offered at most in place of an answer.
const NEAREST: usize = 3;
/// Small talk consists of such words by this much.
const SMALLTALK_WORDS: f32 = 0.6;
/// Whatever its words, it is small talk when it is so likely.
const SMALLTALK_LIKELY: f32 = 0.6;
/// The longest message that goes on from an answer without a word of its own, in words.
const LONGEST_FOLLOW_UP: usize = 8;
/// So many words beside the name of a document are no question, but ask for what it says of the one before.
const LONGEST_REST: usize = 2;
/// A question of its own about someone is answered by it even where a question by name is likelier, up to this
/// score more.
const OWN: f32 = 4.0;
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

/// Decides on questions in one language, after what was asked before.
pub(super) struct Decider<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) guess: Guess,
    pub(super) before: Option<&'a Request>,
}

impl Decided {
    fn new(decision: Decision, confidence: f32) -> Self {
        Self { decision, confidence, follow_up: None }
    }

    fn is_request(&self) -> bool {
        matches!(self.decision, Decision::Request(_))
    }
}

impl Decider<'_> {
    /// Decides on the folded words of a question.
    pub(super) fn decide(&self, typed: &[&str]) -> Decided {
        if typed.is_empty() {
            return Decided::new(Decision::Unknown { near: false, nearest: Vec::new() }, 0.0);
        }
        if let Some(decided) = self.known_sentence(typed) {
            return decided;
        }
        let question = without_courtesies(self.lexicon, typed);
        self.known_sentence(question).or_else(|| self.voiced(question)).unwrap_or_else(|| self.read(question))
    }

    /// Whether the words are a name and nothing else.
    pub(super) fn is_name(&self, typed: &[&str]) -> bool {
        self.mentions(typed).symbolic(typed) == [ENTITY]
    }

    /// Reads a question as it is, or else without words before it that go on from an answer.
    fn read(&self, question: &[&str]) -> Decided {
        let rest = self.lexicon.phrases().without_opening(question).filter(|rest| !rest.is_empty());
        let known = || self.known_sentence(rest.as_ref()?);
        if let Some(decided) = self.known_sentence(question).or_else(known) {
            return decided;
        }
        let decided = self.weighed(question);
        let anew = rest.filter(|_| !decided.is_request()).map(|rest| self.weighed(&rest));
        anew.filter(Decided::is_request).unwrap_or(decided)
    }

    /// What a sentence of the tables is, word for word, names and times apart.
    fn known_sentence(&self, words: &[&str]) -> Option<Decided> {
        if let Some(at) = self.lexicon.button(words) {
            return Some(self.known_topic(at, words));
        }
        let exact = self.lexicon.exact(words);
        let mentions = self.mentions(words);
        let open = self.known_open_sentence(words, &mentions);
        if let (Some(at), Some(Decided { decision: Decision::Request(_), .. })) = (exact, &open) {
            // A question about someone by name is answered by all that is known of them, but for whom the
            // question of their own says it better.
            let is_theirs = mentions.entities.first().is_none_or(|entity| self.lexicon.is_about(at, entity));
            return if is_theirs { Some(self.known_topic(at, words)) } else { open };
        }
        if let Some(at) = exact {
            return Some(self.known_topic(at, words));
        }
        if let Some(follow_up) = self.lexicon.phrases().follow_up(words) {
            return Some(self.going_on(follow_up));
        }
        open
    }

    /// What a sentence of the tables is, names and times apart.
    fn known_open_sentence(&self, words: &[&str], mentions: &Mentions) -> Option<Decided> {
        if !mentions.fill_slots() {
            return None;
        }
        let at = self.lexicon.exact(&mentions.symbolic(words))?;
        if let Topic::Intent(_) = self.lexicon.topics()[at] {
            let request = mentions.fill(self.lexicon, at)?;
            let own = self.own_question(&ranked(&self.weigh(words, mentions).scores), at, mentions);
            let own = own.map(|at| Request::plain(self.lexicon.intent(at)));
            return Some(Decided::new(Decision::Request(own.unwrap_or(request)), 1.0));
        }
        Some(self.known_topic(at, words))
    }

    fn known_topic(&self, at: usize, words: &[&str]) -> Decided {
        let near = match &self.lexicon.topics()[at] {
            Topic::Intent(id) => return Decided::new(Decision::Request(Request::plain(id.clone())), 1.0),
            Topic::SmallTalk(kind) => return Decided::new(Decision::SmallTalk(kind.clone()), 1.0),
            topic => *topic == Topic::Near,
        };
        let mentions = self.mentions(words);
        let nearest = self.nearest(&self.weigh(words, &mentions), &mentions);
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
    fn voiced(&self, words: &[&str]) -> Option<Decided> {
        let phrases = self.lexicon.phrases();
        let mentions = self.mentions(words);
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
        let mut decided = if left.is_empty() { Decided::new(Decision::Lost, 1.0) } else { self.read(&rest) };
        if let Some(before) = self.before.filter(|_| left.len() <= LONGEST_REST && !decided.is_request()) {
            return Some(Decided::new(Decision::Request(before.voiced(voice)), 1.0));
        }
        match &mut decided.decision {
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
    fn weighed(&self, question: &[&str]) -> Decided {
        let mentions = self.mentions(question);
        let weighed = self.weigh(question, &mentions);
        if let Some((kind, confidence)) = smalltalk(self.lexicon, &weighed) {
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
            Decision::Unknown { near, nearest: self.nearest(&weighed, &mentions) }
        } else {
            self.likeliest(&weighed, &mentions)
        };
        Decided::new(decision, confidence)
    }

    /// What the words want of the answer before, where they are few and that is likelier than all else. Without
    /// such an answer, only of words that are no question.
    fn likely_follow_up(&self, question: &[&str], weighed: &Weighed) -> Option<&FollowUp> {
        let likely = ranked(&weighed.scores);
        let [(best, first), (_, second), ..] = likely[..] else { return None };
        let is_clear = first - second >= CLEAR && question.len() <= LONGEST_FOLLOW_UP;
        match &self.lexicon.topics()[best] {
            Topic::FollowUp(kind) if is_clear && (self.before.is_some() || weighed.confidence < UNSURE) => {
                Some(kind)
            }
            _ => None,
        }
    }

    /// The likeliest intent where it is sure and clear, else what may have been meant.
    fn likeliest(&self, weighed: &Weighed, mentions: &Mentions) -> Decision {
        let likely = self.ranked(weighed, mentions);
        let Some((most, best)) = likely.first() else { return Decision::Lost };
        // All that is known of someone is no other reading of a question about them, nor is another order of time.
        let rival = likely[1..].iter().find(|(_, other)| best.slot.is_none() && other.slot.is_none());
        let is_clear = rival.is_none_or(|(second, _)| most - second >= CLEAR);
        if is_clear && weighed.confidence >= SURE {
            return Decision::Request(best.clone());
        }
        let possible = likely.iter().take_while(|(score, _)| most - score < POSSIBLE).count();
        let meant = if is_clear { 1 } else { possible.min(NEAREST) };
        let fitting = likely.into_iter().map(|(_, request)| request);
        Decision::Clarify(fitting.filter(|request| self.lexicon.fits_button(request)).take(meant).collect())
    }

    /// What can be asked, the slots filled with what is named, by falling score.
    fn ranked(&self, weighed: &Weighed, mentions: &Mentions) -> Vec<(f32, Request)> {
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
        likely.into_iter().filter_map(|(at, score)| Some((score, mentions.fill(self.lexicon, at)?))).collect()
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
        let ranked = self.ranked(weighed, mentions).into_iter().map(|(_, request)| request);
        let mut requests: Vec<Request> = ranked.filter(|request| self.lexicon.fits_button(request)).collect();
        // Of whom the question names something is known, even if not that.
        requests.sort_by_key(|request| !matches!(request.slot, Some(Slot::Entity(_))));
        requests.truncate(NEAREST);
        requests
    }

    fn mentions(&self, words: &[&str]) -> Mentions {
        let vocabulary = self.lexicon.vocabulary(self.guess.best);
        self.lexicon.finder().find(words, |word| vocabulary.knows(word))
    }

    /// Scores the words, and says how likely it is that they are a question that can be answered.
    fn weigh(&self, typed: &[&str], mentions: &Mentions) -> Weighed {
        let vocabulary = self.lexicon.vocabulary(self.guess.best);
        let mended: Vec<&str> = typed.iter().map(|word| vocabulary.repair(word)).collect();
        let mut scores = self.lexicon.scores(&mentions.both_readings(&mended));
        for at in (0..self.lexicon.intents()).filter(|at| mentions.fill(self.lexicon, *at).is_none()) {
            scores[at] = f32::NEG_INFINITY;
        }
        let mut evidence = vocabulary.evidence(mentions.symbolic(&mended));
        evidence.subject += mentions.entities.len() as f32;
        let of_intents = log_sum_exp(&scores[..self.lexicon.intents()]);
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
