//! Who asks, as far as the language of the reply depends on it.

use teloxide::types::{ChatId, Message, User};

use super::Said;
use crate::app::App;
use crate::domain::{Context, LanguageId};
use crate::localization::Saying;

/// The language that the chat has chosen, if any.
#[derive(Clone)]
pub(in crate::telegram) struct Chosen(pub(in crate::telegram) Option<LanguageId>);

/// How far the conversation of the one who asks has come.
#[derive(Clone)]
pub(in crate::telegram) struct Before(pub(in crate::telegram) Context);

/// The chat, what it has chosen, and what the app of the one who asks is set to.
#[derive(Clone)]
pub(super) struct Asker {
    pub(super) chat: ChatId,
    pub(super) chosen: Option<LanguageId>,
    pub(super) language_code: Option<String>,
}

/// The asker of a message.
#[expect(clippy::needless_pass_by_value, reason = "the handler tree injects values")]
pub(super) fn asker(message: Message, chosen: Chosen) -> Asker {
    Asker::new(message.chat.id, message.from.as_ref(), chosen)
}

impl Asker {
    pub(super) fn new(chat: ChatId, user: Option<&User>, chosen: Chosen) -> Self {
        let language_code = user.and_then(|user| user.language_code.clone());
        Self { chat, chosen: chosen.0, language_code }
    }

    /// The language of what the bot says of its own.
    pub(super) fn language(&self, app: &App) -> LanguageId {
        app.language_for(self.chosen.as_ref(), self.language_code.as_deref())
    }

    /// Something the bot says of its own, to this asker.
    pub(super) fn told(&self, app: &App, saying: &Saying) -> Said {
        Said::of_its_own(app.say(saying, &self.language(app)))
    }
}
