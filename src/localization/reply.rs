//! From an answer to a reply: sentences with their marks, disputes side by side, the sources below.

use std::cell::Cell;

use percent_encoding::{CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answering::{Answer, Missing, first_questions};
use crate::domain::{Citation, LanguageId, Period, Request, Slot, Source, SourceId, Span};
use crate::knowledge::Knowledge;
use crate::understanding::Lexicon;

use super::catalog::Catalog;
use super::markup::RichText;
use super::message::Message;
use super::report_address::ReportAddress;

/// What a person sees.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The language of all its words.
    pub language: LanguageId,
    /// The words, the list of sources included.
    pub text: RichText,
    /// What one can press.
    pub buttons: Vec<Button>,
    /// The sources, as `[1]` and so on refer to them.
    pub references: Vec<Reference>,
}

/// A button below a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// The words on it.
    pub label: String,
    /// What it does.
    pub action: Action,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Asks a question.
    Ask {
        /// Which.
        request: Request,
        /// The language of the reply.
        language: LanguageId,
    },
    /// Chooses the chat's language; `None` leaves it to each question.
    ChooseLanguage(Option<LanguageId>),
    /// Opens an address.
    Visit(String),
}

/// A citation as a person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The document.
    pub source: SourceId,
    /// Its title.
    pub title: String,
    /// Where in the document.
    pub locator: String,
    /// An address that jumps there.
    pub url: String,
}

/// What the bot can say without being asked about history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// The first words.
    Start,
    /// How to ask.
    Help,
    /// What the knowledge is drawn from.
    Sources,
    /// The choice of languages.
    LanguageMenu,
    /// The language has been chosen, or left to the question.
    LanguageSet(Option<LanguageId>),
    /// Something came that is no text.
    OnlyText,
    /// A command came without its question.
    AskUsage,
    /// An error of ours.
    Trouble,
    /// Someone asks faster than can be answered.
    SlowDown,
    /// What is kept of people.
    Privacy {
        /// Whether questions without an answer are among it.
        keeps_unanswered: bool,
    },
    /// What was kept of the chat is deleted.
    Forgotten,
}

/// Turns answers and sayings into replies of one language.
pub struct Localizer<'a> {
    pub(super) catalog: &'a Catalog,
    lexicon: &'a Lexicon,
    pub(super) knowledge: &'a Knowledge,
    pub(super) language: &'a LanguageId,
    /// Where mistakes are reported.
    pub(super) reports: Option<&'a ReportAddress>,
    /// Whether the language lacks something that was asked of it.
    lacking: Cell<bool>,
}

impl<'a> Localizer<'a> {
    /// A localizer for a language.
    pub fn new(
        catalog: &'a Catalog,
        lexicon: &'a Lexicon,
        knowledge: &'a Knowledge,
        language: &'a LanguageId,
        reports: Option<&'a ReportAddress>,
    ) -> Self {
        Self { catalog, lexicon, knowledge, language, reports, lacking: Cell::new(false) }
    }

    /// A reply in the language, or, where that lacks a word of it, all of it in the default one: a
    /// reply is never in two languages.
    pub fn whole(self, reply: impl Fn(&Self) -> Reply) -> Reply {
        let own = reply(&self);
        if !self.lacking.get() {
            return own;
        }
        let language = self.catalog.default_language();
        reply(&Localizer { language, lacking: Cell::new(false), ..self })
    }

    /// The reply that gives an answer.
    pub fn reply(&self, answer: &Answer<'_>) -> Reply {
        match answer {
            Answer::Findings(findings) => self.findings(findings),
            Answer::Documents(_) => self.documents(),
            Answer::Clarify(requests) => self.offering(self.message(&Message::Clarify), requests),
            Answer::Unknown { why, offered } => {
                let message = match why {
                    Missing::Near => Message::UnknownNear,
                    Missing::Far => Message::UnknownFar,
                    Missing::Events => Message::EventsNone,
                    Missing::More => Message::NoMore,
                    Missing::Disputes => Message::DisputesNone,
                    Missing::Context => Message::NoContext,
                };
                self.offering(self.message(&message), offered)
            }
            Answer::SmallTalk { kind, offered } => self
                .offering(self.needed(self.catalog.small_talk(self.language, kind), kind.as_str()), offered),
        }
    }

    /// The answer to a question that was picked, not typed: the question stands above it.
    pub fn reply_to_pick(&self, answer: &Answer<'_>) -> Reply {
        let mut reply = self.reply(answer);
        let Some(findings) = answer.findings().filter(|findings| findings.leads.is_empty()) else {
            return reply;
        };
        let mut text = RichText::plain(self.label(&findings.request)).in_bold();
        text.push("\n\n");
        text.append(reply.text);
        reply.text = text;
        reply
    }

    /// The reply, after a word on its lateness.
    pub fn apologize_for_delay(&self, reply: &Reply) -> Reply {
        let mut text = self.message(&Message::Late);
        text.push("\n\n");
        text.append(reply.text.clone());
        Reply { text, ..reply.clone() }
    }

    /// The reply that says something of the bot's own.
    pub fn say(&self, saying: &Saying) -> Reply {
        let first = first_questions(self.knowledge);
        match saying {
            Saying::Start => {
                let languages = self.catalog.language_names();
                self.offering(self.message(&Message::Start { languages }), &first)
            }
            Saying::Help => self.offering(self.message(&Message::Help { example: self.example() }), &first),
            Saying::Sources => self.documents(),
            Saying::LanguageMenu => self.language_menu(),
            Saying::LanguageSet(Some(_)) => self.bare(self.message(&Message::LanguageSet)),
            Saying::LanguageSet(None) => self.bare(self.message(&Message::LanguageAutomaticSet)),
            Saying::OnlyText => self.bare(self.message(&Message::OnlyText)),
            Saying::AskUsage => self.bare(self.message(&Message::AskUsage { example: self.example() })),
            Saying::Trouble => self.bare(self.message(&Message::Trouble)),
            Saying::SlowDown => self.bare(self.message(&Message::SlowDown)),
            Saying::Privacy { keeps_unanswered } => self.bare(self.privacy(*keeps_unanswered)),
            Saying::Forgotten => self.bare(self.message(&Message::Forgotten)),
        }
    }

    /// One of the bot's own messages.
    pub fn message(&self, message: &Message) -> RichText {
        self.needed(self.catalog.message(self.language, message), message.id())
    }

    /// The wording, or a note that it is lacking and its id in its place.
    pub(super) fn needed(&self, wording: Option<RichText>, id: &str) -> RichText {
        wording.unwrap_or_else(|| {
            self.lacking.set(true);
            RichText::plain(id)
        })
    }

    /// What a button says that asks this: the question, a name or a time. Sent as a question it means the same.
    pub(super) fn label(&self, request: &Request) -> String {
        let label = match &request.slot {
            None => self.lexicon.title(&request.intent, self.language).map(str::to_owned),
            Some(Slot::Entity(id)) => self.catalog.name(self.language, id).map(capitalized),
            Some(Slot::Time(Period::Between { first: Span::Year(year), last }))
                if *last == Span::Year(*year) =>
            {
                Some(year.to_string())
            }
            Some(Slot::Time(period)) => self.catalog.period(self.language, period),
        };
        label.unwrap_or_else(|| {
            self.lacking.set(true);
            request.to_string()
        })
    }

    fn example(&self) -> String {
        first_questions(self.knowledge).first().map(|request| self.label(request)).unwrap_or_default()
    }

    pub(super) fn bare(&self, text: RichText) -> Reply {
        Reply { language: self.language.clone(), text, buttons: Vec::new(), references: Vec::new() }
    }

    pub(super) fn offering(&self, text: RichText, requests: &[Request]) -> Reply {
        let buttons = requests.iter().map(|request| self.button(self.label(request), request));
        Reply { buttons: buttons.collect(), ..self.bare(text) }
    }

    pub(super) fn button(&self, label: String, request: &Request) -> Button {
        let action = Action::Ask { request: request.clone(), language: self.language.clone() };
        Button { label, action }
    }

    pub(super) fn reference(&self, citation: &Citation, source: &Source) -> Reference {
        let (from, to) = (shown(&citation.from), shown(&citation.to));
        let locator = match &citation.section {
            Some(_) if citation.is_in_infobox() => Message::LocatorInfobox,
            Some(section) => Message::LocatorSection { section: section.clone(), from, to },
            None => Message::LocatorPassage { from, to },
        };
        Reference {
            source: source.id.clone(),
            title: source.title.clone(),
            locator: self.message(&locator).to_plain(),
            url: address_of(citation, source),
        }
    }

    fn privacy(&self, keeps_unanswered: bool) -> RichText {
        let mut text = self.message(&Message::Privacy);
        if keeps_unanswered {
            text.push("\n\n");
            text.append(self.message(&Message::PrivacyUnanswered));
        }
        text
    }

    fn documents(&self) -> Reply {
        let mut text = self.message(&Message::SourcesLead);
        text.push("\n");
        let mut references = Vec::new();
        for (at, source) in self.knowledge.sources().iter().enumerate() {
            let language = self.catalog.language_name(&source.language).to_owned();
            let item = self.message(&Message::SourcesItem {
                title: source.title.clone(),
                language: language.clone(),
                licence: source.licence.clone(),
            });
            let url = encoded(&source.address);
            text.push(&format!("\n[{}] ", at + 1));
            text.push_link(&item.to_plain(), &url);
            let (source, title) = (source.id.clone(), source.title.clone());
            references.push(Reference { source, title, locator: language, url });
        }
        text.push("\n\n");
        text.append(self.message(&Message::SourcesSnapshot));
        Reply { references, ..self.bare(text) }
    }

    fn language_menu(&self) -> Reply {
        let named = self.catalog.languages().iter().map(|language| Button {
            label: self.catalog.language_name(language).to_owned(),
            action: Action::ChooseLanguage(Some(language.clone())),
        });
        let automatic = Button {
            label: self.message(&Message::LanguageAutomatic).to_plain(),
            action: Action::ChooseLanguage(None),
        };
        let buttons = named.chain([automatic]).collect();
        Reply { buttons, ..self.bare(self.message(&Message::LanguageAsk)) }
    }
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Quoted words without the punctuation that led on in the document.
fn shown(words: &str) -> String {
    words.trim_end_matches([',', ';', ':']).to_owned()
}

/// The document's address with a text fragment that jumps to the passage. Lines of the summary box
/// are divided differently on the page, so they lead to the article.
fn address_of(citation: &Citation, source: &Source) -> String {
    let address = encoded(&source.address);
    if citation.is_in_infobox() {
        return address;
    }
    let words = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    format!("{address}#:~:text={},{}", words(&citation.from), words(&citation.to))
}

fn encoded(address: &str) -> String {
    utf8_percent_encode(address, CONTROLS).to_string()
}
