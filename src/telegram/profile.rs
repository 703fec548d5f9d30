//! What people see of the bot before they talk to it: commands and descriptions, in every language.

use serde::Serialize;
use serde::de::IgnoredAny;
use teloxide::Bot;
use teloxide::payloads::{SetMyCommands, SetMyDescription, SetMyShortDescription};
use teloxide::requests::Payload;
use teloxide::types::BotCommand;

use super::api::CallError;
use super::send::persist;
use crate::app::App;
use crate::domain::LanguageId;

/// Sets the profile in each language, and once without language for everyone else.
pub(super) async fn publish(bot: &Bot, app: &App) {
    let everyone = (app.language_for(None, None), None);
    let each = app.languages().iter().filter_map(|language| Some((language.clone(), Some(code(language)?))));
    for (language, code) in std::iter::once(everyone).chain(each) {
        if let Err(error) = publish_in(bot, app, &language, code).await {
            tracing::warn!(%error, %language, "the profile could not be set");
            if error.retry_after().is_some() {
                tracing::warn!("the rest of the profile is left for the next start");
                return;
            }
        }
    }
    tracing::debug!("the profile is set");
}

/// Telegram knows languages of two letters only.
fn code(language: &LanguageId) -> Option<String> {
    let code = language.as_str();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| code.to_owned())
}

async fn publish_in(
    bot: &Bot,
    app: &App,
    language: &LanguageId,
    code: Option<String>,
) -> Result<(), CallError> {
    let profile = app.profile(language);
    let commands = profile.commands.into_iter().map(|(name, description)| BotCommand::new(name, description));
    let mut names = SetMyCommands::new(commands);
    names.language_code.clone_from(&code);
    let mut description = SetMyDescription::new();
    description.description = Some(profile.description);
    description.language_code.clone_from(&code);
    let mut short = SetMyShortDescription::new();
    short.short_description = Some(profile.short_description);
    short.language_code = code;
    set(bot, &names).await?;
    set(bot, &description).await?;
    set(bot, &short).await
}

async fn set<P: Payload + Serialize>(bot: &Bot, payload: &P) -> Result<(), CallError> {
    persist::<P, IgnoredAny>(bot, payload).await.map(|_| ())
}
