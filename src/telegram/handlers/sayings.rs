//! What the bot says of its own: commands without arguments, and calls without words.

use std::sync::Arc;

use super::Decision;
use super::asker::Asker;
use crate::app::App;
use crate::localization::Saying;

/// `/start`
pub(super) async fn start(asker: Asker, app: Arc<App>) -> Decision {
    Ok(Some(asker.told(&app, &Saying::Start)))
}

/// `/help`
pub(super) async fn help(asker: Asker, app: Arc<App>) -> Decision {
    Ok(Some(asker.told(&app, &Saying::Help)))
}

/// A picture, a voice message and the like.
pub(super) async fn only_text(asker: Asker, app: Arc<App>) -> Decision {
    Ok(Some(asker.told(&app, &Saying::OnlyText)))
}

/// A bare `/ask` or mention.
pub(super) async fn ask_usage(asker: Asker, app: Arc<App>) -> Decision {
    Ok(Some(asker.told(&app, &Saying::AskUsage)))
}
