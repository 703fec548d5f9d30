//! What is remembered of chats: in storage what they have chosen, within a bound in memory what was needed lately.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use teloxide::types::{ChatId, MediaGroupId, MessageId};
use tokio::time::Instant;

use crate::domain::{Context, LanguageId};
use crate::storage::{Answered, Chat, Conversation, GOES_ON_FOR, Moment, Storage, StorageError};

const CHOICES: usize = 20_000;
const ANSWERED: usize = 10_000;
const ALBUMS: usize = 1_000;
const CLOSED: usize = 10_000;
const MOVED: usize = 1_000;

/// The memory of all chats.
pub(super) struct Chats {
    storage: Arc<dyn Storage>,
    remembered: Mutex<Remembered>,
}

struct Remembered {
    languages: Recent<ChatId, Option<LanguageId>>,
    answered: Recent<Conversation, Option<Answered>>,
    albums: Recent<ChatId, (MediaGroupId, MessageId)>,
    closed: Recent<ChatId, Instant>,
    moved: Recent<ChatId, ChatId>,
}

impl Chats {
    pub(super) fn new(storage: Arc<dyn Storage>) -> Self {
        let remembered = Remembered {
            languages: Recent::new(CHOICES),
            answered: Recent::new(ANSWERED),
            albums: Recent::new(ALBUMS),
            closed: Recent::new(CLOSED),
            moved: Recent::new(MOVED),
        };
        Self { storage, remembered: Mutex::new(remembered) }
    }

    /// The language that the chat wants to be answered in.
    pub(super) async fn language(&self, chat: ChatId) -> Result<Option<LanguageId>, StorageError> {
        if let Some(known) = self.lock().languages.values.get(&chat) {
            return Ok(known.clone());
        }
        let language = self.storage.language(Chat(chat.0)).await?;
        self.lock().languages.insert(chat, language.clone());
        Ok(language)
    }

    /// From now on the chat is answered in that language; nothing: in that of each question.
    pub(super) async fn choose(
        &self,
        chat: ChatId,
        language: Option<LanguageId>,
    ) -> Result<(), StorageError> {
        self.storage.choose(Chat(chat.0), language.as_ref()).await?;
        self.lock().languages.insert(chat, language);
        Ok(())
    }

    /// How far someone's conversation has come, unless that is too long ago to go on from.
    pub(super) async fn context(
        &self,
        conversation: Conversation,
        now: Moment,
    ) -> Result<Context, StorageError> {
        let known = self.lock().answered.values.get(&conversation).cloned();
        let answered = if let Some(known) = known {
            known
        } else {
            let kept = self.storage.answered(conversation).await?;
            self.lock().answered.insert(conversation, kept.clone());
            kept
        };
        let goes_on = |answered: &Answered| now.before(GOES_ON_FOR).0 <= answered.at.0;
        Ok(answered.filter(goes_on).map(|answered| answered.context).unwrap_or_default())
    }

    /// Remembers what someone was answered; the caller has it written down.
    pub(super) fn remember(&self, conversation: Conversation, answered: Answered) {
        self.lock().answered.insert(conversation, Some(answered));
    }

    /// Deletes all that is kept of the chat, at once.
    pub(super) async fn forget(&self, chat: ChatId) -> Result<(), StorageError> {
        self.storage.forget(Chat(chat.0)).await?;
        self.lock().drop_chat(chat);
        self.storage.erase().await?;
        Ok(())
    }

    /// The bot is not wanted there: the chat is forgotten, and what it asked before now is not answered.
    pub(super) async fn close(&self, chat: ChatId) -> Result<(), StorageError> {
        self.lock().closed.insert(chat, Instant::now());
        self.lock().drop_chat(chat);
        self.storage.forget(Chat(chat.0)).await
    }

    /// Whether the bot has been found unwanted there since that moment.
    pub(super) fn was_closed_since(&self, chat: ChatId, moment: Instant) -> bool {
        self.lock().closed.values.get(&chat).is_some_and(|closed_at| moment <= *closed_at)
    }

    /// The group has become a supergroup with another number: what it has chosen goes along.
    pub(super) async fn follow(&self, from: ChatId, to: ChatId) -> Result<(), StorageError> {
        self.storage.move_chat(Chat(from.0), Chat(to.0)).await?;
        let mut remembered = self.lock();
        remembered.moved.insert(from, to);
        remembered.languages.forget(&to);
        remembered.answered.forget_all(|conversation| [from.0, to.0].contains(&conversation.chat.0));
        Ok(())
    }

    /// The number that the chat has now.
    pub(super) fn current(&self, chat: ChatId) -> ChatId {
        self.lock().moved.values.get(&chat).copied().unwrap_or(chat)
    }

    /// Whether the chat's last album began with another message than this one.
    pub(super) fn saw(&self, chat: ChatId, album: &MediaGroupId, message: MessageId) -> bool {
        let mut remembered = self.lock();
        match remembered.albums.values.get(&chat) {
            Some((last, first)) if last == album => *first != message,
            _ => {
                remembered.albums.insert(chat, (album.clone(), message));
                false
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Remembered> {
        self.remembered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Remembered {
    fn drop_chat(&mut self, chat: ChatId) {
        self.languages.insert(chat, None);
        self.answered.forget_all(|conversation| conversation.chat.0 == chat.0);
    }
}

/// A map that forgets the oldest keys.
struct Recent<K, V> {
    values: HashMap<K, V>,
    keys: VecDeque<K>,
    most: usize,
}

impl<K: Clone + Eq + Hash, V> Recent<K, V> {
    fn new(most: usize) -> Self {
        Self { values: HashMap::new(), keys: VecDeque::new(), most }
    }

    fn forget(&mut self, key: &K) {
        if self.values.remove(key).is_some() {
            self.keys.retain(|other| other != key);
        }
    }

    fn forget_all(&mut self, is_meant: impl Fn(&K) -> bool) {
        self.values.retain(|key, _| !is_meant(key));
        self.keys.retain(|key| !is_meant(key));
    }

    fn insert(&mut self, key: K, value: V) {
        if self.values.insert(key.clone(), value).is_none() {
            self.keys.push_back(key);
            if self.keys.len() > self.most
                && let Some(oldest) = self.keys.pop_front()
            {
                self.values.remove(&oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::test_folder::{TempDir, open_in};

    #[test]
    fn the_memory_is_bounded_and_forgets_the_oldest() {
        let mut recent = Recent::new(2);
        for (key, value) in [(1, 'a'), (2, 'b'), (1, 'c'), (3, 'd')] {
            recent.insert(key, value);
        }
        assert_eq!(recent.values, HashMap::from([(2, 'b'), (3, 'd')]));
        assert_eq!(recent.keys, [2, 3]);
    }

    #[tokio::test]
    async fn what_a_chat_has_chosen_outlives_the_memory_and_can_be_taken_back() {
        let folder = TempDir::new("chats");
        let storage = open_in(&folder).await;
        let (chat, language) = (ChatId(1), LanguageId::new("lv"));
        let chats = Chats::new(Arc::clone(&storage));
        assert_eq!(chats.language(chat).await.expect("readable"), None);
        chats.choose(chat, Some(language.clone())).await.expect("writable");
        assert_eq!(chats.language(chat).await.expect("readable"), Some(language.clone()));
        let anew = Chats::new(storage);
        assert_eq!(anew.language(chat).await.expect("readable"), Some(language));
        anew.choose(chat, None).await.expect("writable");
        assert_eq!(anew.language(chat).await.expect("readable"), None);
    }

    #[tokio::test]
    async fn an_album_is_seen_once_however_often_its_first_message_is_tried() {
        let folder = TempDir::new("albums");
        let (chats, chat) = (Chats::new(open_in(&folder).await), ChatId(1));
        let [first, second] = [MessageId(1), MessageId(2)];
        let [album, other] = ["a", "b"].map(|name| MediaGroupId(name.to_owned()));
        assert!(!chats.saw(chat, &album, first));
        assert!(chats.saw(chat, &album, second));
        assert!(!chats.saw(chat, &album, first));
        assert!(!chats.saw(chat, &other, second));
    }
}
