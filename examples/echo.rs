//! The smallest bot that answers: what `benches/telegram` measures Tarikh against.

use teloxide::prelude::*;
use teloxide::types::ReplyParameters;

#[tokio::main]
async fn main() {
    teloxide::repl(Bot::from_env(), |bot: Bot, message: Message| async move {
        if let Some(text) = message.text() {
            bot.send_message(message.chat.id, text)
                .reply_parameters(ReplyParameters::new(message.id))
                .await?;
        }
        Ok(())
    })
    .await;
}
