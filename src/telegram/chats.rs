//! What is remembered of chats, in memory and within a bound.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use teloxide::types::{ChatId, MediaGroupId};

use crate::domain::LanguageId;

const CHOICES: usize = 100_000;
const ALBUMS: usize = 1_000;

/// The memory of all chats.
pub(super) struct Chats(Mutex<Remembered>);

struct Remembered {
    languages: Recent<ChatId, LanguageId>,
    albums: Recent<ChatId, MediaGroupId>,
}

impl Chats {
    pub(super) fn new() -> Self {
        Self(Mutex::new(Remembered { languages: Recent::new(CHOICES), albums: Recent::new(ALBUMS) }))
    }

    /// The language that the chat wants to be answered in.
    pub(super) fn language(&self, chat: ChatId) -> Option<LanguageId> {
        self.lock().languages.values.get(&chat).cloned()
    }

    /// From now on the chat is answered in that language; nothing: in that of each question.
    pub(super) fn choose(&self, chat: ChatId, language: Option<LanguageId>) {
        let mut remembered = self.lock();
        match language {
            Some(language) => drop(remembered.languages.insert(chat, language)),
            None => remembered.languages.remove(&chat),
        }
    }

    /// Whether the chat's last album is this one already.
    pub(super) fn saw(&self, chat: ChatId, album: &MediaGroupId) -> bool {
        self.lock().albums.insert(chat, album.clone()).as_ref() == Some(album)
    }

    fn lock(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
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

    fn insert(&mut self, key: K, value: V) -> Option<V> {
        let before = self.values.insert(key.clone(), value);
        if before.is_none() {
            self.keys.push_back(key);
            if self.keys.len() > self.most
                && let Some(oldest) = self.keys.pop_front()
            {
                self.values.remove(&oldest);
            }
        }
        before
    }

    fn remove(&mut self, key: &K) {
        if self.values.remove(key).is_some() {
            self.keys.retain(|kept| kept != key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_is_bounded_and_forgets_the_oldest() {
        let mut recent = Recent::new(2);
        for (key, value) in [(1, 'a'), (2, 'b'), (1, 'c'), (3, 'd')] {
            recent.insert(key, value);
        }
        assert_eq!(recent.values, HashMap::from([(2, 'b'), (3, 'd')]));
        recent.remove(&2);
        recent.insert(4, 'e');
        assert_eq!(recent.values, HashMap::from([(3, 'd'), (4, 'e')]));
    }

    #[test]
    fn an_album_is_seen_once_and_a_language_can_be_taken_back() {
        let (chats, chat) = (Chats::new(), ChatId(1));
        assert!(!chats.saw(chat, &MediaGroupId("a".to_owned())));
        assert!(chats.saw(chat, &MediaGroupId("a".to_owned())));
        assert!(!chats.saw(chat, &MediaGroupId("b".to_owned())));
        let language = LanguageId::new("lv");
        chats.choose(chat, Some(language.clone()));
        assert_eq!(chats.language(chat), Some(language));
        chats.choose(chat, None);
        assert_eq!(chats.language(chat), None);
    }
}
