//! Questions in someone's own words.

use std::sync::Arc;

use super::asker::Asker;
use super::{Decision, Said};
use crate::app::App;
use crate::domain::Question;
use crate::telegram::heard::Words;

/// Answers.
pub(super) async fn question(words: Words, asker: Asker, app: Arc<App>) -> Decision {
    let question = Question { text: words.0, language_code: asker.language_code, chosen: asker.chosen };
    let exchange = app.exchange(&question);
    Ok(Some(Said { reply: exchange.reply, outcome: Some(exchange.answer.outcome()) }))
}
