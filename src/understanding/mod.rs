//! From the words of a question to what is asked, in which language, and how sure that is.

pub mod classifier;
mod decision;
pub mod features;
pub mod folding;
mod language;
mod lexicon;
pub mod matcher;
mod questions;
pub mod spelling;
mod templates;
mod vocabulary;

pub use decision::Decision;
pub use lexicon::Lexicon;
pub use questions::QuestionTable;

use crate::domain::{LanguageId, Question};

/// What was made of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Understanding {
    /// The language to reply in.
    pub language: LanguageId,
    /// How likely it is that the question can be answered, from 0 to 1; of small talk, that it is such.
    pub confidence: f32,
    /// What to do with it.
    pub decision: Decision,
}

/// Understands a question.
pub fn understand(lexicon: &Lexicon, question: &Question) -> Understanding {
    let words = folding::words(&question.text);
    let languages = lexicon.languages();
    let guess = languages.guess(&words);
    let (decision, confidence) = decision::decide(lexicon, &words, guess.best);
    Understanding { language: languages.of_reply(&guess, question), confidence, decision }
}
