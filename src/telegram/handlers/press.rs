//! Buttons: a question that follows, or a language.

use std::sync::Arc;

use teloxide::types::CallbackQuery;

use super::Decision;
use super::asker::Asker;
use super::language::choose;
use crate::app::App;
use crate::localization::Action;
use crate::telegram::chats::Chats;
use crate::telegram::keyboard::decode;

/// Does what the button says. Data that is forged, or older than the facts, does nothing.
pub(super) async fn press(query: CallbackQuery, app: Arc<App>, chats: Arc<Chats>) -> Decision {
    match decode(query.data.as_deref()?)? {
        Action::Ask { intent, language } => app.reply_to_intent(&intent, &language),
        Action::ChooseLanguage(language) => {
            let chat = query.message.as_ref()?.chat().id;
            choose(language, Asker::new(chat, Some(&query.from), &chats), &app, &chats)
        }
    }
}
