//! The handler tree: which handler answers what. A handler only decides; sending is done in one place, for all.

mod asker;
mod language;
mod membership;
mod press;
mod privacy;
mod question;
mod sayings;

use std::sync::Arc;

use teloxide::dispatching::{DpHandlerDescription, UpdateFilterExt};
use teloxide::dptree::{self, Handler, case};
use teloxide::types::{Message, Update};

use super::chats::Chats;
use super::heard::{Heard, heard, migration};
use crate::answering::Outcome;
use crate::app::Picked;
use crate::domain::Context;
use crate::localization::Reply;
use crate::storage::StorageError;

pub(super) use asker::{Before, Chosen};
pub(super) use privacy::Keeping;

/// What comes of an update: a reply or silence.
pub(super) type Decision = Result<Option<Said>, StorageError>;

/// A reply, and how the question fared where it was one.
pub(super) struct Said {
    pub(super) reply: Reply,
    pub(super) outcome: Option<Outcome>,
    /// How far the conversation has come with it, where that is something new: the next question may go on from it.
    pub(super) context: Option<Context>,
}

impl Said {
    /// Something the bot says of its own.
    pub(super) fn of_its_own(reply: Reply) -> Self {
        Self { reply, outcome: None, context: None }
    }

    fn picked(picked: Picked<'_>) -> Self {
        let Picked { answer, reply } = picked;
        Self { reply, outcome: Some(answer.outcome()), context: answer.request().cloned().map(Context::of) }
    }
}

/// The whole tree. What it needs is in its test; what it does not know it leaves alone.
pub(super) fn tree() -> Handler<'static, Decision, DpHandlerDescription> {
    dptree::entry()
        .branch(Update::filter_callback_query().endpoint(press::press))
        .branch(Update::filter_my_chat_member().endpoint(membership::removed))
        .branch(Update::filter_message().filter(is_migration).endpoint(membership::moved))
        .branch(messages())
}

#[expect(clippy::needless_pass_by_value, reason = "the handler tree injects values")]
fn is_migration(message: Message) -> bool {
    migration(&message).is_some()
}

fn messages() -> Handler<'static, Decision, DpHandlerDescription> {
    Update::filter_message()
        .filter_map(heard)
        .filter(is_new)
        .map(asker::asker)
        .branch(case![Heard::Question(words)].endpoint(question::question))
        .branch(case![Heard::NoWords].endpoint(sayings::ask_usage))
        .branch(case![Heard::NotText].endpoint(sayings::only_text))
        .branch(case![Heard::Start].endpoint(sayings::start))
        .branch(case![Heard::Help].endpoint(sayings::help))
        .branch(case![Heard::Asks(asks)].endpoint(question::asked))
        .branch(case![Heard::Language(words)].endpoint(language::language))
        .branch(case![Heard::Privacy].endpoint(privacy::privacy))
        .branch(case![Heard::Forget].endpoint(privacy::forget))
}

/// An album comes as many messages, and one answer is enough.
#[expect(clippy::needless_pass_by_value, reason = "the handler tree injects values")]
fn is_new(message: Message, chats: Arc<Chats>) -> bool {
    let is_repeated =
        message.media_group_id().is_some_and(|album| chats.saw(message.chat.id, album, message.id));
    !is_repeated || message.caption().is_some()
}

#[cfg(test)]
mod tests {
    use teloxide::dptree::{Type, deps, type_check};

    use super::super::myself::Myself;
    use super::*;
    use crate::app::App;

    #[test]
    fn the_tree_asks_for_nothing_that_it_is_not_given() {
        let given = [
            Type::of::<Update>(),
            Type::of::<Arc<Myself>>(),
            Type::of::<Arc<App>>(),
            Type::of::<Arc<Chats>>(),
            Type::of::<Chosen>(),
            Type::of::<Before>(),
            Type::of::<Keeping>(),
        ];
        type_check(tree().sig(), &deps![], &given);
    }
}
