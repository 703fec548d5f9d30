//! The bot's own messages: one variant each, with the arguments that it takes.

macro_rules! messages {
    ($($(#[$doc:meta])* $variant:ident $({ $($argument:ident),+ })? = $id:literal;)+) => {
        /// Something the bot says of its own.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the fields are named as the arguments in app.ftl")]
        pub enum Message {
            $($(#[$doc])* $variant $({ $($argument: String),+ })?,)+
        }

        impl Message {
            /// Every message's id with the names of its arguments.
            pub(super) const ALL: &[(&'static str, &[&'static str])] =
                &[$(($id, &[$($(stringify!($argument)),+)?])),+];

            /// The id of the Fluent message.
            pub(super) fn id(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($argument: _),+ })? => $id,)+
                }
            }

            /// Its arguments, by name.
            pub(super) fn arguments(&self) -> Vec<(&'static str, &str)> {
                match self {
                    $(Self::$variant $({ $($argument),+ })? => vec![$($((stringify!($argument), $argument.as_str())),+)?],)+
                }
            }
        }
    };
}

messages! {
    /// The first words.
    Start { languages } = "start";
    /// How to ask, and what is known.
    Help { example } = "help";
    /// How the terminal's conversation works.
    ChatHint = "chat-hint";
    /// The last words in the terminal.
    ChatFarewell = "chat-farewell";
    /// Two or three readings, offered as buttons.
    Clarify = "clarify";
    /// On the subject, but not known.
    UnknownNear = "unknown-near";
    /// Not on the subject.
    UnknownFar = "unknown-far";
    /// Nothing is dated to the time that was named.
    EventsNone = "events-none";
    /// All of a long answer has been given.
    NoMore = "no-more";
    /// It goes on from an answer that is not there.
    NoContext = "no-context";
    /// On a button: the rest of a long answer.
    More = "more";
    /// On a button: to where mistakes are reported.
    Report = "report";
    /// Above the main events of each year.
    TimelineLead = "timeline-lead";
    /// Above the points of dispute.
    DisputesLead = "disputes-lead";
    /// There are none.
    DisputesNone = "disputes-none";
    /// The documents agree.
    AgreementYes = "agreement-yes";
    /// One document alone speaks of it.
    AgreementSingle = "agreement-single";
    /// The documents contradict one another, or one itself.
    AgreementNo = "agreement-no";
    /// The documents speak of different things, or in different detail.
    AgreementScope = "agreement-scope";
    /// What one document says comes next.
    SourceSays { title } = "source-says";
    /// One document says nothing; what others say comes next.
    SourceSilent { title } = "source-silent";
    /// Before an answer that somebody doubted.
    Sure = "sure";
    /// Something came that is no text.
    OnlyText = "only-text";
    /// A command came without its question.
    AskUsage { example } = "ask-usage";
    /// An error of ours.
    Trouble = "trouble";
    /// Someone asks faster than can be answered.
    SlowDown = "slow-down";
    /// Before an answer that comes hours late.
    Late = "late";
    /// What is kept of people.
    Privacy = "privacy";
    /// Below it, where the operator keeps questions without an answer.
    PrivacyUnanswered = "privacy-unanswered";
    /// What was kept of the chat is deleted.
    Forgotten = "forgotten";
    /// Above the list of citations.
    SourcesHeading = "sources-heading";
    /// Above the list of documents.
    SourcesLead = "sources-lead";
    /// One document.
    SourcesItem { title, language, licence } = "sources-item";
    /// Below the list of documents: they are snapshots.
    SourcesSnapshot = "sources-snapshot";
    /// One citation.
    SourceLine { title, locator } = "source-line";
    /// The place of a citation: the summary box.
    LocatorInfobox = "locator-infobox";
    /// The place of a citation in a section.
    LocatorSection { section, from, to } = "locator-section";
    /// The place of a citation outside any section.
    LocatorPassage { from, to } = "locator-passage";
    /// Above the buttons with languages.
    LanguageAsk = "language-ask";
    /// The language has been chosen.
    LanguageSet = "language-set";
    /// The button that leaves the language to the question.
    LanguageAutomatic = "language-automatic";
    /// The language has been left to the question.
    LanguageAutomaticSet = "language-automatic-set";
    /// In the menu of commands.
    CommandStart = "command-start";
    /// In the menu of commands.
    CommandAsk = "command-ask";
    /// In the menu of commands.
    CommandHelp = "command-help";
    /// In the menu of commands.
    CommandTimeline = "command-timeline";
    /// In the menu of commands.
    CommandDisputes = "command-disputes";
    /// In the menu of commands.
    CommandSources = "command-sources";
    /// In the menu of commands.
    CommandLanguage = "command-language";
    /// In the menu of commands.
    CommandPrivacy = "command-privacy";
    /// In the menu of commands.
    CommandForget = "command-forget";
    /// On the bot's empty chat.
    BotDescription { languages } = "bot-description";
    /// On the bot's profile.
    BotShortDescription = "bot-short-description";
}
