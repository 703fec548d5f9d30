//! Questions in someone's own words.

use std::sync::Arc;

use super::Decision;
use super::asker::Asker;
use crate::app::App;
use crate::domain::Question;
use crate::telegram::heard::Words;

/// Answers.
pub(super) async fn question(words: Words, asker: Asker, app: Arc<App>) -> Decision {
    let question = Question { text: words.0, language_code: asker.language_code, chosen: asker.chosen };
    Ok(Some(app.reply(&question)))
}
