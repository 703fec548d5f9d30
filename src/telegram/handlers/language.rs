//! `/language`: in which language the chat wants its replies.

use std::sync::Arc;

use super::Decision;
use super::asker::Asker;
use crate::app::App;
use crate::domain::LanguageId;
use crate::localization::Saying;
use crate::telegram::chats::Chats;
use crate::telegram::heard::Words;

const AUTOMATIC: &str = "auto";

/// `/language lv` and `/language auto` choose at once, anything else shows the menu.
pub(super) async fn language(words: Words, asker: Asker, app: Arc<App>, chats: Arc<Chats>) -> Decision {
    let wanted = words.0.to_lowercase();
    if wanted == AUTOMATIC {
        return choose(None, asker, &app, &chats).await;
    }
    let language = LanguageId::new(&wanted);
    if app.languages().contains(&language) {
        return choose(Some(language), asker, &app, &chats).await;
    }
    Ok(Some(asker.told(&app, &Saying::LanguageMenu)))
}

/// Remembers the choice and says so in the language it leads to; a language that does not exist changes nothing.
pub(super) async fn choose(
    language: Option<LanguageId>,
    mut asker: Asker,
    app: &App,
    chats: &Chats,
) -> Decision {
    if language.as_ref().is_some_and(|language| !app.languages().contains(language)) {
        return Ok(None);
    }
    chats.choose(asker.chat, language.clone()).await?;
    asker.chosen.clone_from(&language);
    Ok(Some(asker.told(app, &Saying::LanguageSet(language))))
}
