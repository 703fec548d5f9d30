//! What people see of the bot before they talk to it: commands and descriptions, in every language.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use teloxide::payloads::{SetMyCommands, SetMyDescription, SetMyShortDescription};
use teloxide::requests::Payload;
use teloxide::types::BotCommand;

use super::api::{CallError, Client};
use super::myself::Myself;
use super::send::persist;
use crate::app::App;
use crate::domain::LanguageId;
use crate::storage::Storage;

/// Telegram is strict about profiles, and nobody waits for them.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// Sets the profile, where it is not as it was set before.
pub(super) struct Publisher {
    client: Client,
    /// A token can be replaced by another bot's, whose profile is empty.
    account: u64,
    storage: Arc<dyn Storage>,
}

/// All that is set for one language.
#[derive(Serialize)]
struct Texts {
    names: SetMyCommands,
    description: SetMyDescription,
    short: SetMyShortDescription,
}

impl Publisher {
    pub(super) fn new(client: Client, myself: &Myself, storage: Arc<dyn Storage>) -> Self {
        Self { client, account: myself.id, storage }
    }

    /// Sets the profile in each language, and once without language for everyone else.
    pub(super) async fn publish(&self, app: &App) {
        let everyone = (app.language_for(None, None), None);
        let each =
            app.languages().iter().filter_map(|language| Some((language.clone(), Some(code(language)?))));
        for (language, code) in std::iter::once(everyone).chain(each) {
            let what = format!("profile/{}/{}", self.account, code.as_deref().unwrap_or_default());
            let texts = Texts::of(app, &language, code.as_ref());
            while let Err(error) = self.publish_once(&what, &texts).await {
                tracing::warn!(%error, %language, "the profile could not be set");
                match error.retry_after() {
                    Some(wait) if wait <= LONGEST_WAIT => tokio::time::sleep(wait).await,
                    _ => break,
                }
            }
        }
        tracing::debug!("the profile is set");
    }

    async fn publish_once(&self, what: &str, texts: &Texts) -> Result<(), CallError> {
        let hash = texts.hash();
        match self.storage.registered(what).await {
            Ok(known) if known.as_ref() == Some(&hash) => return Ok(()),
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "whether the profile is set is not known; it is set again"),
        }
        self.set(&texts.names).await?;
        self.set(&texts.description).await?;
        self.set(&texts.short).await?;
        if let Err(error) = self.storage.register(what, &hash).await {
            tracing::warn!(%error, "that the profile is set could not be kept");
        }
        Ok(())
    }

    async fn set<P: Payload + Serialize>(&self, payload: &P) -> Result<(), CallError> {
        persist::<P, IgnoredAny>(&self.client, payload).await.map(|_| ())
    }
}

impl Texts {
    fn of(app: &App, language: &LanguageId, code: Option<&String>) -> Self {
        let profile = app.profile(language);
        let commands =
            profile.commands.into_iter().map(|(name, description)| BotCommand::new(name, description));
        let mut names = SetMyCommands::new(commands);
        names.language_code = code.cloned();
        let mut description = SetMyDescription::new();
        description.description = Some(profile.description);
        description.language_code = code.cloned();
        let mut short = SetMyShortDescription::new();
        short.short_description = Some(profile.short_description);
        short.language_code = code.cloned();
        Self { names, description, short }
    }

    fn hash(&self) -> String {
        let text = serde_json::to_vec(self).unwrap_or_default();
        Sha256::digest(&text).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"))
    }
}

/// Telegram knows languages of two letters only.
fn code(language: &LanguageId) -> Option<String> {
    let code = language.as_str();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| code.to_owned())
}
