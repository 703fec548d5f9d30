//! Names of things, each its own type, so that a fact is never looked up among intents.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes the text as it is; whether such a thing exists is checked at load.
            pub fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as it is written in the files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// One askable thing in `facts/`.
    FactId
}
id! {
    /// One kind of question in `facts/intents.toml`.
    IntentId
}
id! {
    /// A document in `facts/sources.toml`.
    SourceId
}
id! {
    /// A person, place or body in `facts/entities.toml`.
    EntityId
}
id! {
    /// A Fluent message that words a claim.
    MessageId
}
id! {
    /// A folder of `locales/`, an ISO 639-1 code.
    LanguageId
}
id! {
    /// A kind of small talk in `locales/<language>/beyond.toml`.
    SmallTalkKind
}
