//! From the words of a question to what is asked, in which language, and how sure that is.

mod classifier;
mod decision;
mod features;
mod filling;
mod folding;
mod gazetteer;
mod language;
mod lexicon;
pub mod matcher;
mod mention_table;
mod mentions;
mod message;
mod phrases;
mod proofreading;
mod questions;
mod sentences;
mod spelling;
mod templates;
mod times;
mod vocabulary;
mod weighing;

pub use decision::Decision;
pub use lexicon::Lexicon;
pub use mention_table::FollowUp;
pub use questions::QuestionTable;

use crate::domain::{Context, LanguageId, Question};
use decision::{Decided, Decider};
use folding::Word;
use message::Read;

/// What was made of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Understanding {
    /// The language to reply in.
    pub language: LanguageId,
    /// How likely it is that the question can be answered, from 0 to 1; of small talk, that it is such.
    pub confidence: f32,
    /// What to do with it.
    pub decision: Decision,
    /// What to do with the second of two questions in one message.
    pub also: Option<Decision>,
    /// What it wanted of the answer before it, if it went on from that.
    pub follow_up: Option<FollowUp>,
}

/// It is not asked back more often than this in a row.
const MOST_ASKED_BACK: u8 = 2;

/// Understands a message of a conversation that has come so far.
pub fn understand(lexicon: &Lexicon, question: &Question, context: &Context) -> Understanding {
    let before = context.answered.as_ref();
    let sentences = folding::sentences(&question.text);
    let words: Vec<&Word> = sentences.iter().flat_map(|sentence| &sentence.words).collect();
    let languages = lexicon.languages();
    let guess = languages.guess(&words);
    let Read { decided, also, is_name } = message::read(Decider { lexicon, guess, before }, &sentences);
    let Decided { decision, confidence, follow_up, .. } = decided;
    let language = match &follow_up {
        Some(FollowUp::Language(wanted)) if before.is_some() => wanted.clone(),
        _ => languages.of_reply(&guess, question, is_name),
    };
    let decision = match decision {
        Decision::Clarify(nearest) if context.asked_back >= MOST_ASKED_BACK => {
            Decision::Unknown { near: true, nearest }
        }
        decision => decision,
    };
    Understanding { language, confidence, decision, also, follow_up }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::IntentId;
    use crate::knowledge::{Knowledge, Requirements};
    use crate::loading::{Folder, Place, Report, Severity, TextFile};

    fn lexicon() -> Lexicon {
        let files = [
            (
                "en",
                "[lists]\nit = ['it', 'alash', 'the autonomy']\n[end]\ntitle = 'When did it end?'\nquestions = [
                'when did <it> end', '(what|which) year did <it> (end|fall)', 'the end of <it>']\n[leader]\n
                title = 'Who led it?'\nquestions = ['who (led|headed) <it>', 'leader of <it>', 'name the leader']",
                "[smalltalk.greeting]\nquestions = ['hello', 'good day']\n[smalltalk.thanks]\nquestions = ['thank you']\n
                [near]\nquestions = ['how many people lived in <it>', 'money of <it>']\n[far]\nquestions = [
                'when did (rome|carthage) fall', 'who led (rome|france)', 'bake a cake', 'weather tomorrow']",
            ),
            (
                "ru",
                "[end]\ntitle = 'Когда она закончилась?'\nquestions = ['когда (кончился алаш|закончилась автономия)',
                'год конца']\n[leader]\ntitle = 'Кто её возглавлял?'\nquestions = ['кто (возглавлял|вёл) алаш',
                'кто был главой автономии']",
                "[smalltalk.greeting]\nquestions = ['привет']\n[near]\nquestions = ['сколько людей жило в алаше']\n
                [far]\nquestions = ['когда пал рим', 'рецепт торта', 'кто возглавлял францию']",
            ),
        ];
        let file = |language: &str, name: &str, text: &str| TextFile {
            path: format!("{language}/{name}").into(),
            name: format!("{language}/{name}"),
            text: text.to_owned(),
        };
        let folder = Folder {
            path: "locales".into(),
            files: files
                .iter()
                .flat_map(|(language, questions, beyond)| {
                    [file(language, "questions.toml", questions), file(language, "beyond.toml", beyond)]
                })
                .collect(),
        };
        let mut report = Report::default();
        let intents: Vec<(IntentId, Place)> =
            ["end", "leader"].map(|id| (IntentId::new(id), folder.start_of("intents"))).to_vec();
        let required = Requirements { intents, ..Requirements::default() };
        let tables = files.map(|(language, ..)| {
            let language = LanguageId::new(language);
            QuestionTable::read(language, &folder, &required, Severity::Warning, &mut report)
        });
        assert!(!report.has_errors(), "{report}");
        let nothing = Knowledge::load(&Folder::new("facts", Vec::new()), &mut Report::default()).knowledge;
        Lexicon::build(&tables, &nothing)
    }

    fn ask(lexicon: &Lexicon, text: &str, language_code: Option<&str>) -> (String, String) {
        let question =
            Question { text: text.to_owned(), language_code: language_code.map(str::to_owned), chosen: None };
        let understanding = understand(lexicon, &question, &Context::default());
        let decision = match understanding.decision {
            Decision::Request(request) => request.to_string(),
            Decision::Aspect(..) | Decision::Lost => "…".to_owned(),
            Decision::Clarify(requests) => format!("{}?", requests[0]),
            Decision::Unknown { .. } => "-".to_owned(),
            Decision::SmallTalk(kind) => format!("({kind})"),
        };
        (decision, understanding.language.to_string())
    }

    #[test]
    fn each_question_has_its_outcome() {
        let lexicon = lexicon();
        for (text, outcome, language) in [
            ("Who led it?", "leader", "en"),
            ("WHO HEADED THE AUTONOMY???", "leader", "en"),
            ("hello, who led alash? thank you!", "leader", "en"),
            ("hello", "(greeting)", "en"),
            ("who led Rome", "-", "en"),
            ("bake a cake", "-", "en"),
            ("кто вёл алаш", "leader", "ru"),
            ("kto vozglavlial alash", "leader", "ru"),
            ("рецепт торта", "-", "ru"),
            ("", "-", "en"),
            ("🤷", "-", "en"),
        ] {
            let expected = (outcome.to_owned(), language.to_owned());
            assert_eq!(ask(&lexicon, text, None), expected, "{text}");
        }
    }

    #[test]
    fn the_hint_counts_where_the_text_does_not_decide() {
        let lexicon = lexicon();
        assert_eq!(ask(&lexicon, "1917", Some("ru-RU")).1, "ru");
        assert_eq!(ask(&lexicon, "who led it", Some("ru")).1, "en");
        assert_eq!(ask(&lexicon, "¿Qué pasó ayer?", Some("ru")).1, "ru");
        assert_eq!(ask(&lexicon, "¿Qué pasó ayer?", Some("es")).1, "en");
    }

    #[test]
    fn what_the_chat_has_chosen_comes_first() {
        let question = Question {
            text: "who led it".to_owned(),
            language_code: Some("en".to_owned()),
            chosen: Some(LanguageId::new("ru")),
        };
        assert_eq!(understand(&lexicon(), &question, &Context::default()).language.as_str(), "ru");
    }
}
