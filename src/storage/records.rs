//! What is written down, and the ids that it is known by.

use super::Moment;
use crate::domain::{Context, LanguageId};

/// The number of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UpdateId(pub i32);

/// The number of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chat(pub i64);

/// An update as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Its number.
    pub id: UpdateId,
    /// Whom it belongs to: updates of one chat are handled in order.
    pub chat: Chat,
    /// What it came of, as a hash without anybody's words: the same number may come from another server.
    pub origin: i64,
    /// What Telegram sent.
    pub raw: String,
    /// When.
    pub received_at: Moment,
}

/// An update that is not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What came.
    pub arrival: Arrival,
    /// How often handling it has failed.
    pub attempts: u32,
    /// How many messages of its reply have arrived.
    pub parts_sent: u32,
    /// How often a start has found it waiting.
    pub starts: u32,
}

/// A question that had no answer, without who asked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// What was asked.
    pub text: String,
    /// The language of the reply.
    pub language: LanguageId,
    /// The beginning of the day when it was asked.
    pub asked_on: Moment,
}

/// What is in the inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InboxState {
    /// How many updates wait.
    pub waiting: u32,
    /// When the one that waits longest came.
    pub earliest: Option<Moment>,
    /// How many are kept that are not tried any more.
    pub set_aside: u32,
}

/// Someone in a chat: what they ask may go on from what they were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Conversation {
    /// The chat.
    pub chat: Chat,
    /// The number of the person; 0 of those who write in the name of the chat.
    pub person: i64,
}

/// What someone was answered last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// How far the conversation came with it, as ids.
    pub context: Context,
    /// When.
    pub at: Moment,
}

/// How far an update has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What someone was answered.
    Answered(Conversation, Answered),
    /// Answered: it is deleted.
    Done(UpdateId),
    /// That many messages of its reply have arrived, and more are to come.
    Parts(UpdateId, u32),
    /// Handling it has failed that often.
    Failed(UpdateId, u32),
    /// It is not tried any more.
    SetAside(UpdateId),
}
