//! The values that labels of metrics can have: each set is small and known beforehand.

/// What an update brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A message.
    Message,
    /// A button that was pressed.
    CallbackQuery,
    /// The bot was added, blocked or removed.
    MyChatMember,
    /// Anything else.
    Other,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Message, Self::CallbackQuery, Self::MyChatMember, Self::Other];

    /// Its name, as the Bot API has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::CallbackQuery => "callback_query",
            Self::MyChatMember => "my_chat_member",
            Self::Other => "other",
        }
    }
}

/// How a call of the Bot API ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallResult {
    /// It succeeded.
    Ok,
    /// The server said no.
    Refused,
    /// The server wants us to wait.
    TooManyRequests,
    /// The server has a fault of its own.
    ServerError,
    /// No answer came.
    Network,
    /// The answer was not one of the Bot API.
    Garbled,
}

impl CallResult {
    /// Whether the Bot API itself has answered.
    pub(super) fn is_contact(self) -> bool {
        !matches!(self, Self::Network | Self::Garbled)
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Refused => "refused",
            Self::TooManyRequests => "too_many_requests",
            Self::ServerError => "server_error",
            Self::Network => "network",
            Self::Garbled => "garbled",
        }
    }
}

/// Whose limit an update was held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedBy {
    /// That of the one who asks.
    User,
    /// That of the chat.
    Chat,
}

impl LimitedBy {
    pub(super) const ALL: [Self; 2] = [Self::User, Self::Chat];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Chat => "chat",
        }
    }
}
