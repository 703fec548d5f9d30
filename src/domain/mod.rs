//! The vocabulary that all rooms share: ids, dates, values, citations, claims, facts, intents.

mod citation;
mod context;
mod date;
mod fact;
mod ids;
mod intent;
mod period;
mod question;
mod request;

pub use citation::{Citation, Seal, Source};
pub use context::Context;
pub use date::{Calendar, DateError, Day, HistoricalDate, Span};
pub use fact::{Claim, Difference, Entity, EntityKind, Fact, Testimony, Value};
pub use ids::{EntityId, FactId, IntentId, LanguageId, MessageId, SmallTalkKind, SourceId};
pub use intent::{Asks, Aspect, Intent, Order};
pub use period::Period;
pub use question::Question;
pub use request::{Request, RequestError, Slot, Voice};
