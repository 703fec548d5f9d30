//! The one place that wires everything together: loads the data, takes a question through.

use std::collections::BTreeSet;
use std::path::Path;

use crate::answering::{Answer, answer, answer_to, answer_with};
use crate::built_in;
use crate::domain::{Asks, Context, FactId, IntentId, LanguageId, Question, Request, SmallTalkKind};
use crate::knowledge::{CitedAt, Knowledge, Loaded};
use crate::loading::{Folder, Report};
use crate::localization::{Catalog, Locale, Localizer, Message, Reply, ReportAddress, RichText, Saying};
use crate::understanding::{Lexicon, QuestionTable, Understanding, understand};

/// Where the data is.
#[derive(Debug)]
pub struct Folders {
    /// What is known.
    pub facts: Folder,
    /// Every word.
    pub locales: Folder,
}

/// Everything loaded, whether or not it is sound.
pub struct Loading {
    /// Every citation, with its place.
    pub citations: Vec<CitedAt>,
    /// Every stretch of the documents that is left uncited for a reason.
    pub uncited: Vec<CitedAt>,
    /// All that is wrong.
    pub report: Report,
    knowledge: Knowledge,
    tables: Vec<QuestionTable>,
    catalog: Option<Catalog>,
}

/// The bot without its ends: pure from question to reply.
pub struct App {
    knowledge: Knowledge,
    lexicon: Lexicon,
    catalog: Catalog,
    reports: Option<ReportAddress>,
}

/// One question taken through.
pub struct Exchange<'a> {
    /// What was understood.
    pub understanding: Understanding,
    /// What is known about it.
    pub answer: Answer<'a>,
    /// What the person sees.
    pub reply: Reply,
    /// How far the conversation has come with it.
    pub context: Context,
}

/// A question that was picked, and its answer.
pub struct Picked<'a> {
    /// What is known about it.
    pub answer: Answer<'a>,
    /// What the person sees.
    pub reply: Reply,
}

/// What Telegram shows about the bot in one language.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Names of commands with their descriptions.
    pub commands: Vec<(String, String)>,
    /// Shown in an empty chat.
    pub description: String,
    /// Shown on the profile.
    pub short_description: String,
}

impl Folders {
    /// The folders given, and the built-in ones in place of those that are not.
    ///
    /// # Errors
    /// When a folder cannot be read; the text names it.
    pub fn open(facts: Option<&Path>, locales: Option<&Path>) -> std::io::Result<Self> {
        Ok(Self {
            facts: facts.map_or_else(|| Ok(built_in::facts()), Folder::mounted)?,
            locales: locales.map_or_else(|| Ok(built_in::locales()), Folder::mounted)?,
        })
    }
}

impl Loading {
    /// Loads and checks all that is in the folders.
    pub fn of(folders: &Folders) -> Self {
        let mut report = Report::default();
        let Loaded { knowledge, requirements, citations, uncited } =
            Knowledge::load(&folders.facts, &mut report);
        let locales = Locale::read_all(&folders.locales, &requirements.entities, &mut report);
        let tables: Vec<QuestionTable> = locales
            .iter()
            .map(|locale| {
                QuestionTable::read(
                    locale.id.clone(),
                    &folders.locales,
                    &requirements,
                    locale.severity_of_missing(),
                    &mut report,
                )
            })
            .collect();
        let kinds = small_talk_kinds(&tables);
        let catalog = Catalog::new(&folders.locales, locales);
        if let Some(catalog) = &catalog {
            catalog.prove(&folders.locales, &requirements, &kinds, &mut report);
        }
        Self { citations, uncited, report, knowledge, tables, catalog }
    }

    /// How people ask, a table a language.
    pub fn tables(&self) -> &[QuestionTable] {
        &self.tables
    }

    /// The program, its matcher trained, if the data holds no error.
    ///
    /// # Errors
    /// The report, when it holds one.
    pub fn usable(self) -> Result<App, Report> {
        match self.catalog {
            Some(catalog) if !self.report.has_errors() => {
                let lexicon = Lexicon::build(&self.tables, &self.knowledge);
                Ok(App { knowledge: self.knowledge, lexicon, catalog, reports: None })
            }
            _ => Err(self.report),
        }
    }
}

/// Every kind of small talk that some language knows: each needs a reply in all of them.
fn small_talk_kinds(tables: &[QuestionTable]) -> Vec<SmallTalkKind> {
    let kinds: BTreeSet<&SmallTalkKind> = tables.iter().flat_map(QuestionTable::small_talk_kinds).collect();
    kinds.into_iter().cloned().collect()
}

impl App {
    /// The program on the built-in data, its matcher trained when it was built; `None` where the data
    /// held an error then.
    pub fn built_in() -> Option<Self> {
        let lexicon = built_in::lexicon()?;
        let mut report = Report::default();
        let Loaded { knowledge, requirements, .. } = Knowledge::load(&built_in::facts(), &mut report);
        let folder = built_in::locales();
        let locales = Locale::read_all(&folder, &requirements.entities, &mut report);
        let catalog = Catalog::new(&folder, locales)?;
        (!report.has_errors()).then_some(Self { knowledge, lexicon, catalog, reports: None })
    }

    /// Takes a question all the way through.
    ///
    /// `context` is how far its conversation has come: it may go on from there.
    pub fn exchange(&self, question: &Question, context: &Context) -> Exchange<'_> {
        let understanding = understand(&self.lexicon, question, context);
        let answer = answer(&self.knowledge, &understanding);
        let reply = self.localizer(&understanding.language).whole(|localizer| localizer.reply(&answer));
        let context = match (&answer, answer.request()) {
            (_, Some(request)) => Context::of(request.clone()),
            (Answer::Clarify(_), None) => context.asked_back(),
            _ => context.heard(),
        };
        Exchange { understanding, answer, reply, context }
    }

    /// The answer to a question that was picked; `None` when there is no such one, or no such language.
    pub fn pick(&self, request: &Request, language: &LanguageId) -> Option<Picked<'_>> {
        let language = self.catalog.languages().iter().find(|own| *own == language)?;
        let answer = answer_to(&self.knowledge, request)?;
        let reply = self.localizer(language).whole(|localizer| localizer.reply_to_pick(&answer));
        Some(Picked { answer, reply })
    }

    /// The answer to a command, such as that for the timeline; `None` where the subject has none.
    pub fn command(&self, asks: &Asks, language: &LanguageId) -> Option<Picked<'_>> {
        let intent = self.knowledge.intent_for(asks)?;
        self.pick(&Request::plain(intent.id.clone()), language)
    }

    /// One fact, as readers will see it; `None` when there is no such one.
    pub fn fact(&self, id: &FactId, language: &LanguageId) -> Option<Reply> {
        let answer = answer_with(&self.knowledge, id)?;
        Some(self.localizer(language).whole(|localizer| localizer.reply(&answer)))
    }

    /// The ids of all facts.
    pub fn facts(&self) -> impl Iterator<Item = &FactId> {
        self.knowledge.facts().iter().map(|fact| &fact.id)
    }

    /// Offers a button for reports of mistakes below each answer.
    #[must_use]
    pub fn with_reports(self, reports: Option<ReportAddress>) -> Self {
        Self { reports, ..self }
    }

    /// Something of the bot's own.
    pub fn say(&self, saying: &Saying, language: &LanguageId) -> Reply {
        self.localizer(language).whole(|localizer| localizer.say(saying))
    }

    /// A reply that comes hours late, with a word on that.
    pub fn apologize_for_delay(&self, reply: &Reply) -> Reply {
        self.localizer(&reply.language).whole(|localizer| localizer.apologize_for_delay(reply))
    }

    /// One of the messages of the terminal.
    pub fn message(&self, message: &Message, language: &LanguageId) -> RichText {
        self.localizer(language).message(message)
    }

    /// What the words of all languages teach.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Every question that can be picked, as a language asks it.
    pub fn questions<'a>(
        &'a self,
        language: &'a LanguageId,
    ) -> impl Iterator<Item = (&'a IntentId, &'a str)> {
        let intents = self.knowledge.intents().iter();
        intents.filter_map(|intent| Some((&intent.id, self.lexicon.title(&intent.id, language)?)))
    }

    /// The names that one can ask about, in a language.
    pub fn names(&self, language: &LanguageId) -> Vec<&str> {
        self.catalog.names(language)
    }

    /// The languages that it speaks.
    pub fn languages(&self) -> &[LanguageId] {
        self.catalog.languages()
    }

    /// The chosen language, else that of an IETF tag (`pt-br`) where it is spoken, else the default.
    pub fn language_for(&self, chosen: Option<&LanguageId>, code: Option<&str>) -> LanguageId {
        let primary = code.and_then(|code| code.split(['-', '_', '.']).next()).map(str::to_lowercase);
        let hinted = primary.map(|primary| LanguageId::new(&primary));
        [chosen, hinted.as_ref()]
            .into_iter()
            .flatten()
            .find(|language| self.catalog.languages().contains(language))
            .unwrap_or(self.catalog.default_language())
            .clone()
    }

    /// What Telegram shows about the bot.
    pub fn profile(&self, language: &LanguageId) -> Profile {
        let text = |message| self.message(&message, language).to_plain();
        let commands = [
            ("start", Message::CommandStart),
            ("ask", Message::CommandAsk),
            ("help", Message::CommandHelp),
            ("timeline", Message::CommandTimeline),
            ("disputes", Message::CommandDisputes),
            ("sources", Message::CommandSources),
            ("language", Message::CommandLanguage),
            ("privacy", Message::CommandPrivacy),
            ("forget", Message::CommandForget),
        ];
        Profile {
            commands: commands.map(|(name, message)| (name.to_owned(), text(message))).into(),
            description: text(Message::BotDescription { languages: self.catalog.language_names() }),
            short_description: text(Message::BotShortDescription),
        }
    }

    fn localizer<'a>(&'a self, language: &'a LanguageId) -> Localizer<'a> {
        Localizer::new(&self.catalog, &self.lexicon, &self.knowledge, language, self.reports.as_ref())
    }
}
