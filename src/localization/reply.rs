//! From an answer to a reply: sentences with their marks, disputes side by side, the sources below.

use std::cell::Cell;

use percent_encoding::{CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answering::{Answer, Findings, first_questions};
use crate::domain::{Citation, Claim, Fact, Intent, IntentId, LanguageId, Source, SourceId, Testimony};
use crate::knowledge::Knowledge;
use crate::understanding::Lexicon;

use super::catalog::Catalog;
use super::markup::RichText;
use super::message::Message;

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
        intent: IntentId,
        /// The language of the reply.
        language: LanguageId,
    },
    /// Chooses the chat's language; `None` leaves it to each question.
    ChooseLanguage(Option<LanguageId>),
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
    catalog: &'a Catalog,
    lexicon: &'a Lexicon,
    knowledge: &'a Knowledge,
    language: &'a LanguageId,
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
    ) -> Self {
        Self { catalog, lexicon, knowledge, language, lacking: Cell::new(false) }
    }

    /// A reply in the language, or, where that lacks a word of it, all of it in the default one: a
    /// reply is never in two languages.
    pub fn whole(self, reply: impl Fn(&Self) -> Reply) -> Reply {
        let own = reply(&self);
        if !self.lacking.get() {
            return own;
        }
        let language = self.catalog.default_language();
        reply(&Localizer::new(self.catalog, self.lexicon, self.knowledge, language))
    }

    /// The reply that gives an answer.
    pub fn reply(&self, answer: &Answer<'_>) -> Reply {
        match answer {
            Answer::Findings(findings) => self.findings(findings),
            Answer::Clarify(intents) => self.offering(self.message(&Message::Clarify), intents),
            Answer::Unknown { near, offered } => {
                let message = if *near { Message::UnknownNear } else { Message::UnknownFar };
                self.offering(self.message(&message), offered)
            }
            Answer::SmallTalk { kind, offered } => self
                .offering(self.needed(self.catalog.small_talk(self.language, kind), kind.as_str()), offered),
        }
    }

    /// The answer to a question that was picked, not typed: the question stands above it.
    pub fn reply_to_pick(&self, findings: &Findings<'_>) -> Reply {
        let mut reply = self.findings(findings);
        let mut text = RichText::plain(self.title(findings.intent)).in_bold();
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
            Saying::Sources => self.bare(self.documents()),
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
    fn needed(&self, wording: Option<RichText>, id: &str) -> RichText {
        wording.unwrap_or_else(|| {
            self.lacking.set(true);
            RichText::plain(id)
        })
    }

    fn title<'i>(&'i self, intent: &'i Intent) -> &'i str {
        self.lexicon.title(&intent.id, self.language).unwrap_or_else(|| {
            self.lacking.set(true);
            intent.id.as_str()
        })
    }

    fn example(&self) -> String {
        first_questions(self.knowledge)
            .first()
            .map(|intent| self.title(intent).to_owned())
            .unwrap_or_default()
    }

    fn bare(&self, text: RichText) -> Reply {
        Reply { language: self.language.clone(), text, buttons: Vec::new(), references: Vec::new() }
    }

    fn offering(&self, text: RichText, intents: &[&Intent]) -> Reply {
        let buttons = intents.iter().map(|intent| Button {
            label: self.title(intent).to_owned(),
            action: Action::Ask { intent: intent.id.clone(), language: self.language.clone() },
        });
        Reply { buttons: buttons.collect(), ..self.bare(text) }
    }

    fn findings(&self, findings: &Findings<'_>) -> Reply {
        let citations = findings.citations();
        let mut text = self.facts(findings, &citations);
        text.push("\n\n");
        text.append(self.message(&Message::SourcesHeading).in_bold());
        let mut references = Vec::new();
        for (at, citation) in citations.iter().enumerate() {
            let Some(source) = self.knowledge.source(&citation.source) else { continue };
            let reference = self.reference(citation, source);
            let line = self.message(&Message::SourceLine {
                title: reference.title.clone(),
                locator: reference.locator.clone(),
            });
            text.push(&format!("\n[{}] ", at + 1));
            text.push_link(&line.to_plain(), &reference.url);
            references.push(reference);
        }
        Reply { references, ..self.offering(text, &findings.next) }
    }

    /// Facts on which all agree run on in one paragraph; each dispute has its own.
    fn facts(&self, findings: &Findings<'_>, citations: &[&Citation]) -> RichText {
        let mut text = RichText::default();
        let mut in_paragraph = false;
        for fact in &findings.facts {
            match &fact.testimony {
                Testimony::Agreed(claim) => {
                    if !text.runs.is_empty() {
                        text.push(if in_paragraph { " " } else { "\n\n" });
                    }
                    text.append(self.claim(claim, citations));
                    in_paragraph = true;
                }
                Testimony::Differing { claims, .. } => {
                    if !text.runs.is_empty() {
                        text.push("\n\n");
                    }
                    text.append(self.dispute(fact, claims.iter(), citations));
                    in_paragraph = false;
                }
            }
        }
        text
    }

    fn dispute<'c>(
        &self,
        fact: &Fact,
        claims: impl Iterator<Item = &'c Claim>,
        citations: &[&Citation],
    ) -> RichText {
        let mut text = self.needed(self.catalog.difference(self.language, fact), fact.id.as_str());
        for claim in claims {
            text.push("\n• ");
            text.append(self.claim(claim, citations));
        }
        text
    }

    fn claim(&self, claim: &Claim, citations: &[&Citation]) -> RichText {
        let mut text = self.needed(self.catalog.claim(self.language, claim), claim.message.as_str());
        text.push(" ");
        for cited in &claim.cited {
            if let Some(at) = citations.iter().position(|citation| *citation == cited) {
                text.push(&format!("[{}]", at + 1));
            }
        }
        text
    }

    fn reference(&self, citation: &Citation, source: &Source) -> Reference {
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

    fn documents(&self) -> RichText {
        let mut text = self.message(&Message::SourcesLead);
        text.push("\n");
        for source in self.knowledge.sources() {
            let item = self.message(&Message::SourcesItem {
                title: source.title.clone(),
                language: self.catalog.language_name(&source.language).to_owned(),
                licence: source.licence.clone(),
            });
            text.push("\n• ");
            text.push_link(&item.to_plain(), &encoded(&source.address));
        }
        text.push("\n\n");
        text.append(self.message(&Message::SourcesSnapshot));
        text
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
