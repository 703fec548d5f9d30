//! Questions: in someone's own words, or as a command.

use std::sync::Arc;

use super::asker::{Asker, Before};
use super::{Decision, Said};
use crate::app::{App, Exchange};
use crate::domain::{Asks, Question};
use crate::localization::Saying;
use crate::telegram::heard::Words;

/// Answers.
pub(super) async fn question(words: Words, asker: Asker, before: Before, app: Arc<App>) -> Decision {
    let question = Question { text: words.0, language_code: asker.language_code, chosen: asker.chosen };
    let Exchange { answer, reply, context, .. } = app.exchange(&question, &before.0);
    let context = Some(context).filter(|context| *context != before.0);
    Ok(Some(Said { reply, outcome: Some(answer.outcome()), context }))
}

/// `/timeline`, `/disputes`, `/sources`: help where the subject has no such thing.
pub(super) async fn asked(asks: Asks, asker: Asker, app: Arc<App>) -> Decision {
    let picked = app.command(&asks, &asker.language(&app));
    Ok(Some(match (picked, asks) {
        (Some(picked), _) => Said::picked(picked),
        (None, Asks::Sources) => asker.told(&app, &Saying::Sources),
        (None, _) => asker.told(&app, &Saying::Help),
    }))
}
