//! `/privacy` and `/forget`: what is kept of a chat, and that it is deleted.

use std::sync::Arc;

use super::Decision;
use super::asker::Asker;
use crate::app::App;
use crate::localization::Saying;
use crate::telegram::chats::Chats;

/// What the operator lets the bot keep.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::telegram) struct Keeping {
    /// Questions without an answer, without who asked.
    pub(in crate::telegram) unanswered: bool,
}

/// `/privacy`
pub(super) async fn privacy(asker: Asker, app: Arc<App>, keeping: Keeping) -> Decision {
    Ok(Some(asker.told(&app, &Saying::Privacy { keeps_unanswered: keeping.unanswered })))
}

/// `/forget`: says so in the language that was chosen till now.
pub(super) async fn forget(asker: Asker, app: Arc<App>, chats: Arc<Chats>) -> Decision {
    chats.forget(asker.chat).await?;
    Ok(Some(asker.told(&app, &Saying::Forgotten)))
}
