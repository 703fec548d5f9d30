//! A question as it comes in, from whichever end.

use super::LanguageId;

/// What was asked.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// The words.
    pub text: String,
    /// The language of the asker's app, as an IETF tag (`pt-br`): only a hint.
    pub language_code: Option<String>,
    /// The language in which the chat wants its replies, where it has chosen one.
    pub chosen: Option<LanguageId>,
}
