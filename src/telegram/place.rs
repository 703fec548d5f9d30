//! Where an answer goes, and what is known of the one who asked.

use teloxide::types::{ChatId, MaybeInaccessibleMessage, Message, MessageId, ThreadId, Update, UpdateKind};

/// The chat, the topic in it and the message that an answer belongs to.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) chat: ChatId,
    /// Only in a forum: in other groups Telegram numbers threads too, but refuses messages into them.
    pub(super) topic: Option<ThreadId>,
    pub(super) message: MessageId,
}

impl Place {
    /// The place of a message or of the message whose button was pressed.
    pub(super) fn of(update: &Update) -> Option<Self> {
        match &update.kind {
            UpdateKind::Message(message) => Some(Self::at(message)),
            UpdateKind::CallbackQuery(query) => match query.message.as_ref()? {
                MaybeInaccessibleMessage::Regular(message) => Some(Self::at(message)),
                MaybeInaccessibleMessage::Inaccessible(message) => {
                    Some(Self { chat: message.chat.id, topic: None, message: message.message_id })
                }
            },
            _ => None,
        }
    }

    fn at(message: &Message) -> Self {
        let topic = message.thread_id.filter(|_| message.is_topic_message);
        Self { chat: message.chat.id, topic, message: message.id }
    }
}
