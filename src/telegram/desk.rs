//! One update from its arrival to what was said: the tree decides, the outlet sends.

use std::ops::ControlFlow;
use std::sync::Arc;

use teloxide::dispatching::DpHandlerDescription;
use teloxide::dptree::{Handler, deps};
use teloxide::types::{Update, UpdateKind};

use super::chats::Chats;
use super::handlers::{Decision, tree};
use super::myself::Myself;
use super::place::Place;
use super::send::{Outlet, SendError};
use super::work::Handle;
use crate::app::App;
use crate::localization::Saying;

/// Everything that handling needs.
pub(super) struct Desk {
    tree: Handler<'static, Decision, DpHandlerDescription>,
    app: Arc<App>,
    chats: Arc<Chats>,
    myself: Arc<Myself>,
    outlet: Outlet,
}

impl Desk {
    pub(super) fn new(app: Arc<App>, myself: Myself, outlet: Outlet) -> Self {
        Self { tree: tree(), app, chats: Arc::new(Chats::new()), myself: Arc::new(myself), outlet }
    }

    async fn decide(&self, update: Update) -> Decision {
        let (myself, app, chats) = (Arc::clone(&self.myself), Arc::clone(&self.app), Arc::clone(&self.chats));
        match self.tree.dispatch(deps![update, myself, app, chats]).await {
            ControlFlow::Break(decision) => decision,
            ControlFlow::Continue(_) => None,
        }
    }

    async fn reply(&self, update: &Update) {
        let (Some(place), Some(reply)) = (Place::of(update), self.decide(update.clone()).await) else {
            return;
        };
        match self.outlet.send(&place, &reply).await {
            Ok(()) => tracing::debug!(chat = place.chat.0, update = update.id.0, "answered"),
            Err(SendError::Unwanted) => {
                tracing::info!("a reply has nowhere to go: the chat is closed to the bot");
            }
            Err(SendError::Call(error)) => {
                tracing::error!(%error, "sending a reply failed");
                if error.code() == Some(400) {
                    self.regret(update).await;
                }
            }
        }
    }

    /// Tells the chat that something went wrong.
    async fn regret(&self, update: &Update) {
        let Some(place) = Place::of(update) else { return };
        let code = update.from().and_then(|user| user.language_code.as_deref());
        let language = self.app.language_for(self.chats.language(place.chat).as_ref(), code);
        if let Err(error) = self.outlet.send(&place, &self.app.say(&Saying::Trouble, &language)).await {
            tracing::warn!(%error, "not even that could be said");
        }
    }
}

impl Handle<Arc<Update>> for Desk {
    async fn handle(&self, update: Arc<Update>) {
        match &update.kind {
            // However it turns out, the button stops waiting.
            UpdateKind::CallbackQuery(query) => {
                tokio::join!(self.outlet.acknowledge(&query.id), self.reply(&update));
            }
            _ => self.reply(&update).await,
        }
    }

    async fn rescue(&self, update: Arc<Update>) {
        if let UpdateKind::CallbackQuery(query) = &update.kind {
            self.outlet.acknowledge(&query.id).await;
        }
        self.regret(&update).await;
    }
}
