//! What a message says to the bot, if it says anything to it at all: the rules of silence.

use std::sync::Arc;

use teloxide::types::{
    ChatId, MediaKind, Message, MessageEntity, MessageEntityKind, MessageEntityRef, MessageKind,
};

use super::command::Command;
use super::myself::Myself;
use crate::domain::Asks;

/// Something the bot replies to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// A question in someone's own words.
    Question(Words),
    /// A call without any words.
    NoWords,
    /// A picture, a voice message or the like, without words.
    NotText,
    /// `/start`
    Start,
    /// `/help`, and what else begins with a slash.
    Help,
    /// `/timeline`, `/disputes`, `/sources`
    Asks(Asks),
    /// `/language`, with what follows it.
    Language(Words),
    /// `/privacy`
    Privacy,
    /// `/forget`
    Forget,
}

/// What someone has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words(pub(super) String);

/// Listens to a message. Nothing: stay silent.
#[expect(clippy::needless_pass_by_value, reason = "the handler tree injects values")]
pub(super) fn heard(message: Message, myself: Arc<Myself>) -> Option<Heard> {
    hear(&message, &myself)
}

/// The same, for who only has a look at the message.
pub(super) fn hear(message: &Message, myself: &Myself) -> Option<Heard> {
    if !is_from_a_person(message) || !has_content(message) {
        return None;
    }
    let text = message.text().or_else(|| message.caption());
    if message.chat.is_private() {
        return Some(text.map_or(Heard::NotText, |text| in_private(message, text, myself)));
    }
    let is_group = message.chat.is_group() || message.chat.is_supergroup();
    if !is_group || message.forward_origin().is_some() {
        return None;
    }
    in_group(message, text?, myself)
}

/// The old and the new number of a group that has become a supergroup.
pub(super) fn migration(message: &Message) -> Option<(ChatId, ChatId)> {
    let moved_to = message.migrate_to_chat_id().map(|to| (message.chat.id, *to));
    moved_to.or_else(|| message.migrate_from_chat_id().map(|from| (*from, message.chat.id)))
}

fn is_from_a_person(message: &Message) -> bool {
    // An anonymous administrator writes in the name of the group, through a bot of Telegram's.
    let is_the_group = message.sender_chat.as_ref().is_some_and(|sender| sender.id == message.chat.id);
    let is_person = is_the_group || message.from.as_ref().is_some_and(|from| !from.is_bot);
    is_person && message.via_bot.is_none() && !message.is_automatic_forward()
}

/// Service messages, and kinds of message that are not known yet, have none.
fn has_content(message: &Message) -> bool {
    match &message.kind {
        MessageKind::Common(common) => !matches!(common.media_kind, MediaKind::Migration(_)),
        MessageKind::Dice(_) => true,
        _ => false,
    }
}

fn in_private(message: &Message, text: &str, myself: &Myself) -> Heard {
    match Command::parse(text) {
        Some(command) if command.bot.is_none_or(|bot| myself.is_called(bot)) => obey(message, &command),
        Some(_) => Heard::Help,
        None => question(message, text, myself),
    }
}

fn in_group(message: &Message, text: &str, myself: &Myself) -> Option<Heard> {
    if let Some(command) = Command::parse(text) {
        let is_ours = match command.bot {
            Some(bot) => myself.is_called(bot),
            None => command.name == "ask",
        };
        return is_ours.then(|| obey(message, &command));
    }
    let is_reply_to_us = message.reply_to_message().is_some_and(|earlier| {
        has_content(earlier) && earlier.from.as_ref().is_some_and(|from| from.id.0 == myself.id)
    });
    let is_addressed = is_reply_to_us || !mentions(message, text, myself).is_empty();
    is_addressed.then(|| question(message, text, myself))
}

fn obey(message: &Message, command: &Command<'_>) -> Heard {
    match command.name.as_str() {
        "ask" => words_or_reply(message, command.words),
        "start" => Heard::Start,
        "timeline" => Heard::Asks(Asks::Timeline),
        "disputes" => Heard::Asks(Asks::Disputes),
        "sources" => Heard::Asks(Asks::Sources),
        "privacy" => Heard::Privacy,
        "forget" => Heard::Forget,
        "language" => Heard::Language(Words(command.words.to_owned())),
        _ => Heard::Help,
    }
}

/// The text without the bot's own name in it.
fn question(message: &Message, text: &str, myself: &Myself) -> Heard {
    let mentions = mentions(message, text, myself);
    if mentions.is_empty() {
        return Heard::Question(Words(text.to_owned()));
    }
    let mut rest = text.to_owned();
    for mention in mentions.iter().rev() {
        rest.replace_range(mention.clone(), " ");
    }
    let is_leftover = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '–' | '—');
    words_or_reply(message, rest.trim_start_matches(is_leftover).trim_end())
}

/// A bare call that replies to something asks about that.
fn words_or_reply(message: &Message, words: &str) -> Heard {
    let quoted = || message.quote().map(|quote| quote.text.as_str());
    let replied =
        || message.reply_to_message().and_then(|earlier| earlier.text().or_else(|| earlier.caption()));
    let words = if words.is_empty() { quoted().or_else(replied) } else { Some(words) };
    words.map_or(Heard::NoWords, |words| Heard::Question(Words(words.to_owned())))
}

/// Where the text names the bot, in bytes.
fn mentions(message: &Message, text: &str, myself: &Myself) -> Vec<std::ops::Range<usize>> {
    let entities = message.entities().or_else(|| message.caption_entities()).unwrap_or_default();
    let fitting: Vec<MessageEntity> = entities.iter().filter(|entity| fits(entity, text)).cloned().collect();
    MessageEntityRef::parse(text, &fitting)
        .iter()
        .filter(|entity| match entity.kind() {
            MessageEntityKind::Mention => {
                entity.text().strip_prefix('@').is_some_and(|name| myself.is_called(name))
            }
            MessageEntityKind::TextMention { user } => user.id.0 == myself.id,
            _ => false,
        })
        .map(MessageEntityRef::range)
        .collect()
}

/// Whether the entity begins and ends between characters of the text; it counts in UTF-16.
fn fits(entity: &MessageEntity, text: &str) -> bool {
    let end = entity.offset.saturating_add(entity.length);
    let mut at = 0;
    let (mut begins, mut ends) = (entity.offset == 0, end == 0);
    for character in text.chars() {
        at += character.len_utf16();
        begins |= at == entity.offset;
        ends |= at == end;
    }
    begins && ends
}
