//! Who the bot is, as far as it has to recognise itself.

use serde::Deserialize;

/// The bot's own account: the part of `getMe` that is needed, so that other fields may come and go.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Myself {
    pub(super) id: u64,
    pub(super) username: String,
}

impl Myself {
    /// Whether `name` (without `@`) is the bot's.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.username.eq_ignore_ascii_case(name)
    }
}
