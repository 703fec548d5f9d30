//! From templates to folded sentences, each of which belongs to one claimant.

use std::collections::HashMap;
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
                    let mut folded = Vec::new();
                    let mut taken = false;
                    for sentence in sentences {
                        let words = self.fold(&sentence);
                        if words.is_empty() {
                            continue;
                        }
                        taken = taken || !self.claim(&words, claimant, &template.place, report);
                        folded.push(words);
                    }
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

    /// Notes whose a sentence is; `false` and an error where it is someone else's already.
    pub(super) fn claim(
        &mut self,
        sentence: &Sentence,
        claimant: &Claimant,
        place: &Place,
        report: &mut Report,
    ) -> bool {
        let key = sentence_key(sentence);
        let (other, at) = self.claims.entry(key).or_insert_with_key(|_| (claimant.clone(), place.clone()));
        if other == claimant {
            return true;
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
        false
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
