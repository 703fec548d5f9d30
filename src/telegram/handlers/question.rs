//! Questions: in someone's own words, or as a command.

use std::sync::Arc;

use super::asker::{Asker, Before};
use super::{Decision, Said};
use crate::app::App;
use crate::domain::{Asks, Question};
use crate::localization::Saying;
use crate::telegram::heard::Words;

/// Answers.
pub(super) async fn question(words: Words, asker: Asker, before: Before, app: Arc<App>) -> Decision {
    let question = Question { text: words.0, language_code: asker.language_code, chosen: asker.chosen };
    let exchange = app.exchange(&question, before.0.as_ref());
    Ok(Some(Said::answer(&exchange.answer, exchange.reply)))
}

/// `/timeline`, `/disputes`, `/sources`: help where the subject has no such thing.
pub(super) async fn asked(asks: Asks, asker: Asker, app: Arc<App>) -> Decision {
    let picked = app.command(&asks, &asker.language(&app));
    Ok(Some(match (picked, asks) {
        (Some(picked), _) => Said::answer(&picked.answer, picked.reply),
        (None, Asks::Sources) => asker.told(&app, &Saying::Sources),
        (None, _) => asker.told(&app, &Saying::Help),
    }))
}
