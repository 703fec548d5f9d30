//! What becomes of a chat: the bot is removed, or the group gets another number.

use std::sync::Arc;

use teloxide::types::{ChatMemberUpdated, Message};

use super::Decision;
use crate::telegram::chats::Chats;
use crate::telegram::heard::migration;

/// The bot was blocked or removed.
pub(super) async fn removed(change: ChatMemberUpdated, chats: Arc<Chats>) -> Decision {
    chats.close(change.chat.id).await?;
    Ok(None)
}

/// The group has become a supergroup.
pub(super) async fn moved(message: Message, chats: Arc<Chats>) -> Decision {
    if let Some((from, to)) = migration(&message) {
        chats.follow(from, to).await?;
    }
    Ok(None)
}
