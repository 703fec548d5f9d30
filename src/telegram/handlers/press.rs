//! Buttons: a question that follows, or a language.

use std::sync::Arc;

use teloxide::types::CallbackQuery;

use super::asker::{Asker, Chosen};
use super::language::choose;
use super::{Decision, Said};
use crate::app::App;
use crate::localization::Action;
use crate::telegram::chats::Chats;
use crate::telegram::keyboard::decode;

/// Does what the button says. Data that is forged, or older than the facts, does nothing.
pub(super) async fn press(
    query: CallbackQuery,
    app: Arc<App>,
    chats: Arc<Chats>,
    chosen: Chosen,
) -> Decision {
    match (query.data.as_deref().and_then(decode), &query.message) {
        (Some(Action::Ask { request, language }), _) => {
            let picked = app.pick(&request, &language);
            Ok(picked.map(Said::picked))
        }
        (Some(Action::ChooseLanguage(language)), Some(message)) => {
            let asker = Asker::new(message.chat().id, Some(&query.from), chosen);
            choose(language, asker, &app, &chats).await
        }
        _ => Ok(None),
    }
}
