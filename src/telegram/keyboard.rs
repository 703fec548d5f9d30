//! Buttons, and the few bytes in which a button remembers what it does.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::domain::{IntentId, LanguageId};
use crate::localization::{Action, Button};

/// Bytes that Telegram keeps for a button.
const DATA: usize = 64;
/// Characters of a label that phones show.
const LABEL: usize = 64;
/// Buttons under one message.
const BUTTONS: usize = 100;

/// The buttons under a message: questions one to a row, languages two.
pub(super) fn keyboard(buttons: &[Button]) -> Option<InlineKeyboardMarkup> {
    let mut rows: Vec<Vec<InlineKeyboardButton>> = Vec::new();
    let mut open = false;
    for button in buttons.iter().take(BUTTONS) {
        let data = encode(&button.action);
        if data.len() > DATA {
            tracing::warn!(bytes = data.len(), "a button is left out: its data is too long");
            continue;
        }
        let made = InlineKeyboardButton::callback(label(&button.label), data);
        let is_narrow = matches!(button.action, Action::ChooseLanguage(Some(_)));
        match rows.last_mut() {
            Some(row) if open && is_narrow => {
                row.push(made);
                open = false;
            }
            _ => {
                rows.push(vec![made]);
                open = is_narrow;
            }
        }
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// What the data of a button means; nothing when it is none of ours.
pub(super) fn decode(data: &str) -> Option<Action> {
    let (kind, rest) = data.split_once(':')?;
    match kind {
        "ask" => {
            let (language, intent) = rest.split_once(':')?;
            Some(Action::Ask { intent: IntentId::new(intent), language: LanguageId::new(language) })
        }
        "lang" => Some(Action::ChooseLanguage((!rest.is_empty()).then(|| LanguageId::new(rest)))),
        _ => None,
    }
}

fn encode(action: &Action) -> String {
    match action {
        Action::Ask { intent, language } => format!("ask:{language}:{intent}"),
        Action::ChooseLanguage(Some(language)) => format!("lang:{language}"),
        Action::ChooseLanguage(None) => "lang:".to_owned(),
    }
}

fn label(text: &str) -> String {
    if text.chars().count() <= LABEL {
        return text.to_owned();
    }
    text.chars().take(LABEL - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(intent: &str) -> Action {
        Action::Ask { intent: IntentId::new(intent), language: LanguageId::new("lv") }
    }

    #[test]
    fn data_reads_back() {
        let actions = [
            ask("when-end"),
            Action::ChooseLanguage(Some(LanguageId::new("kk"))),
            Action::ChooseLanguage(None),
        ];
        for (action, data) in actions.iter().zip(["ask:lv:when-end", "lang:kk", "lang:"]) {
            assert_eq!(encode(action), data);
            assert_eq!(decode(data).as_ref().map(encode).as_deref(), Some(data));
        }
        for data in ["", "ask", "ask:lv", "when-end", "Ask:lv:x"] {
            assert!(decode(data).is_none(), "{data}");
        }
    }

    #[test]
    fn rows_and_limits() {
        let button = |label: &str, action| Button { label: label.to_owned(), action };
        let language = |code: &str| button(code, Action::ChooseLanguage(Some(LanguageId::new(code))));
        let long = "ж".repeat(100);
        let made = keyboard(&[
            language("en"),
            language("lv"),
            language("uk"),
            button("auto", Action::ChooseLanguage(None)),
            button(&long, ask("when-end")),
            button("left out", ask(&"x".repeat(60))),
        ])
        .expect("buttons");
        let rows: Vec<usize> = made.inline_keyboard.iter().map(Vec::len).collect();
        assert_eq!(rows, [2, 1, 1, 1]);
        assert_eq!(made.inline_keyboard[3][0].text.chars().count(), LABEL);
        assert!(keyboard(&[]).is_none());
    }
}
