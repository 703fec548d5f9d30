//! From templates to folded sentences, each of which belongs to one claimant.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::features::{HashKeyed, hash};
use super::folding::{Word, words};
use super::templates::{GAP, Lists, SLOTS, TemplateError, TemplateErrorKind, expand};
use crate::domain::IntentId;
use crate::loading::{Place, Report, Text};

/// The words of a sentence.
pub(super) type Sentence = Vec<Arc<Word>>;
/// The sentences of each of some templates.
pub(super) type Sentences = Vec<Vec<Sentence>>;

/// One number for all sentences of the same folded words.
pub(super) fn sentence_key(sentence: &Sentence) -> u64 {
    words_key(sentence.iter().map(|word| word.folded.as_str()))
}

/// The key of a sentence of these folded words.
pub(super) fn words_key<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    words.fold(0, |before, word| hash(before, word.as_bytes()))
}

/// Who says that a sentence is theirs.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Claimant {
    Intent(IntentId),
    Beyond,
}

/// Folds and expands, and remembers whose each sentence is.
#[derive(Default)]
pub(super) struct Sentencing {
    lists: Lists,
    folded: HashMap<String, Sentence>,
    claims: HashKeyed<(Claimant, Place)>,
    uses: HashMap<String, Use>,
}

/// How a word is used in templates.
pub(super) struct Use {
    /// In how many of them it stands.
    pub(super) templates: usize,
    /// The first of them.
    pub(super) place: Place,
}

/// What becomes of a claim.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Claimed {
    /// It is the first.
    First,
    /// The claimant has the sentence already.
    Again,
    /// Someone else has it.
    Taken,
}

impl Sentencing {
    /// Words that templates call by a name.
    pub(super) fn add_list(&mut self, name: String, words: Vec<String>) {
        self.lists.insert(name, words);
    }

    /// The words of a text; those of a word met before are shared.
    pub(super) fn fold(&mut self, text: &str) -> Sentence {
        let mut sentence = Vec::new();
        for piece in text.split_whitespace() {
            if let Some(known) = self.folded.get(piece) {
                sentence.extend(known.iter().cloned());
                continue;
            }
            let words: Sentence = match symbol(piece) {
                Some(symbol) => {
                    vec![Arc::new(Word { written: symbol.to_owned(), folded: symbol.to_owned() })]
                }
                None => words(piece).into_iter().map(Arc::new).collect(),
            };
            sentence.extend(words.iter().cloned());
            self.folded.insert(piece.to_owned(), words);
        }
        sentence
    }

    /// The sentences of each template, claimed.
    pub(super) fn expand_all(
        &mut self,
        templates: &[Text],
        claimant: &Claimant,
        report: &mut Report,
    ) -> Sentences {
        let mut all = Vec::new();
        for template in templates {
            match expand(&template.text, &self.lists) {
                Ok(sentences) => {
                    let folded: Vec<Sentence> = sentences.iter().map(|text| self.fold(text)).collect();
                    let folded: Vec<Sentence> =
                        folded.into_iter().filter(|words| !words.is_empty()).collect();
                    self.note_words(&folded, &template.place);
                    self.claim_all(&folded, claimant, template, report);
                    all.push(folded);
                }
                Err(error) => report_template(template, &error, report),
            }
        }
        all
    }

    /// The sentences of each template, whoever else has them.
    pub(super) fn expand_unclaimed(&mut self, templates: &[Text], report: &mut Report) -> Sentences {
        let mut all = Vec::new();
        for template in templates {
            match expand(&template.text, &self.lists) {
                Ok(sentences) => all.push(sentences.iter().map(|sentence| self.fold(sentence)).collect()),
                Err(error) => report_template(template, &error, report),
            }
        }
        all
    }

    /// Claims the sentences of a template, up to the first that is someone else's.
    fn claim_all(
        &mut self,
        sentences: &[Sentence],
        claimant: &Claimant,
        template: &Text,
        report: &mut Report,
    ) {
        let mut adds = sentences.is_empty();
        for sentence in sentences {
            match self.claim(sentence, claimant, &template.place, report) {
                Claimed::First => adds = true,
                Claimed::Again => {}
                Claimed::Taken => return,
            }
        }
        if !adds {
            report.warning(
                "needless-template",
                template.place.clone(),
                "templates before it have all of its sentences",
                "take it out, or ask in other words",
            );
        }
    }

    fn note_words(&mut self, sentences: &[Sentence], place: &Place) {
        let words: HashSet<&str> = sentences.iter().flatten().map(|word| word.folded.as_str()).collect();
        for word in words {
            match self.uses.get_mut(word) {
                Some(used) => used.templates += 1,
                None => {
                    self.uses.insert(word.to_owned(), Use { templates: 1, place: place.clone() });
                }
            }
        }
    }

    /// How each folded word of the claimed templates is used.
    pub(super) fn uses(&self) -> &HashMap<String, Use> {
        &self.uses
    }

    /// Notes whose a sentence is; an error where it is someone else's already.
    pub(super) fn claim(
        &mut self,
        sentence: &Sentence,
        claimant: &Claimant,
        place: &Place,
        report: &mut Report,
    ) -> Claimed {
        let (other, at) = match self.claims.entry(sentence_key(sentence)) {
            Entry::Vacant(free) => {
                free.insert((claimant.clone(), place.clone()));
                return Claimed::First;
            }
            Entry::Occupied(taken) => taken.into_mut(),
        };
        if other == claimant {
            return Claimed::Again;
        }
        let written: Vec<_> = sentence.iter().map(|word| word.written.as_str()).collect();
        let whose = match other {
            Claimant::Intent(id) => format!("'{id}'"),
            Claimant::Beyond => "what is not answered".to_owned(),
        };
        report.error(
            "same-question",
            place.clone(),
            format!("'{}' belongs to {whose} already, at {at}", written.join(" ")),
            "take it away from one of the two",
        );
        Claimed::Taken
    }
}

/// The slot or gap that a piece of a sentence is; what hangs on a slot, such as an ending, goes with it.
fn symbol(piece: &str) -> Option<&'static str> {
    SLOTS.into_iter().chain([GAP]).find(|symbol| piece.starts_with(symbol))
}

fn report_template(template: &Text, error: &TemplateError, report: &mut Report) {
    let mut place = template.place.clone();
    let before = template.text.get(..error.offset).unwrap_or_default();
    let (code, help) = match error.kind {
        TemplateErrorKind::UnknownList(_) | TemplateErrorKind::Endless(_) => {
            ("unknown-list", "name a list of [lists] in questions.toml")
        }
        TemplateErrorKind::TooMany(_) => ("large-template", "divide it, 64 sentences are the limit"),
        _ => ("template-syntax", "write (this|that), [optional] or <list>"),
    };
    if !matches!(error.kind, TemplateErrorKind::TooMany(_)) {
        // The string begins behind its quotation mark.
        place.column += 1 + before.chars().count();
    }
    report.error(code, place, error.to_string(), help);
}
