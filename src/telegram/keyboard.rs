//! Buttons, and the few bytes in which a button remembers what it does.

use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

use crate::domain::LanguageId;
use crate::localization::{Action, Button};

/// Bytes that Telegram keeps for a button.
const DATA: usize = 64;
/// Characters of a label that phones show.
const LABEL: usize = 64;
/// Labels up to this length, such as years, share a row.
const SHORT_LABEL: usize = 4;
/// Buttons under one message.
const BUTTONS: usize = 100;

/// The buttons under a message: questions one to a row, languages two, years four.
pub(super) fn keyboard(buttons: &[Button]) -> Option<InlineKeyboardMarkup> {
    let mut rows: Vec<Vec<InlineKeyboardButton>> = Vec::new();
    let mut room = 0;
    let mut width_before = 0;
    for button in buttons.iter().take(BUTTONS) {
        let Some(made) = inline(button) else { continue };
        let width = width(button);
        match rows.last_mut() {
            Some(row) if room > 0 && width == width_before => row.push(made),
            _ => {
                rows.push(vec![made]);
                room = width;
            }
        }
        room -= 1;
        width_before = width;
    }
    (!rows.is_empty()).then(|| InlineKeyboardMarkup::new(rows))
}

/// How many such buttons stand side by side.
fn width(button: &Button) -> usize {
    match button.action {
        Action::ChooseLanguage(Some(_)) => 2,
        _ if button.label.chars().count() <= SHORT_LABEL => 4,
        _ => 1,
    }
}

fn inline(button: &Button) -> Option<InlineKeyboardButton> {
    let label = label(&button.label);
    let data = match &button.action {
        Action::Visit(address) => return Some(InlineKeyboardButton::url(label, address.parse().ok()?)),
        Action::Ask { request, language } => format!("ask:{language}:{request}"),
        Action::ChooseLanguage(Some(language)) => format!("lang:{language}"),
        Action::ChooseLanguage(None) => "lang:".to_owned(),
    };
    if data.len() > DATA {
        tracing::warn!(bytes = data.len(), "a button is left out: its data is too long");
        return None;
    }
    Some(InlineKeyboardButton::callback(label, data))
}

/// What the data of a button means; nothing when it is none of ours.
pub(super) fn decode(data: &str) -> Option<Action> {
    let (kind, rest) = data.split_once(':')?;
    match kind {
        "ask" => {
            let (language, request) = rest.split_once(':')?;
            Some(Action::Ask { request: request.parse().ok()?, language: LanguageId::new(language) })
        }
        "lang" => Some(Action::ChooseLanguage((!rest.is_empty()).then(|| LanguageId::new(rest)))),
        _ => None,
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
    use teloxide::types::InlineKeyboardButtonKind;

    use super::*;

    fn ask(request: &str) -> Action {
        Action::Ask { request: request.parse().expect("a request"), language: LanguageId::new("lv") }
    }

    fn button(label: &str, action: Action) -> Button {
        Button { label: label.to_owned(), action }
    }

    fn data(action: &Action) -> Option<String> {
        match inline(&button("x", action.clone()))?.kind {
            InlineKeyboardButtonKind::CallbackData(data) => Some(data),
            _ => None,
        }
    }

    #[test]
    fn data_reads_back() {
        let actions = [
            ask("when-end"),
            ask("about.dulatov@lv+2"),
            Action::ChooseLanguage(Some(LanguageId::new("kk"))),
            Action::ChooseLanguage(None),
        ];
        for (action, written) in
            actions.iter().zip(["ask:lv:when-end", "ask:lv:about.dulatov@lv+2", "lang:kk", "lang:"])
        {
            assert_eq!(data(action).as_deref(), Some(written));
            assert_eq!(decode(written).as_ref(), Some(action));
        }
        for data in ["", "ask", "ask:lv", "when-end", "Ask:lv:x", "ask:lv:", "ask:lv:x+0"] {
            assert!(decode(data).is_none(), "{data}");
        }
    }

    #[test]
    fn rows_and_limits() {
        let language = |code: &str| button(code, Action::ChooseLanguage(Some(LanguageId::new(code))));
        let long = "ж".repeat(100);
        let made = keyboard(&[
            language("en"),
            language("lv"),
            language("uk"),
            button("auto", Action::ChooseLanguage(None)),
            button(&long, ask("when-end")),
            button("left out", ask(&"x".repeat(60))),
            button("1916", ask("events.1916")),
            button("1917", ask("events.1917")),
            button("report", Action::Visit("https://example.org/?x=1".to_owned())),
        ])
        .expect("buttons");
        let rows: Vec<usize> = made.inline_keyboard.iter().map(Vec::len).collect();
        assert_eq!(rows, [2, 1, 1, 1, 2, 1]);
        assert_eq!(made.inline_keyboard[3][0].text.chars().count(), LABEL);
        assert!(keyboard(&[]).is_none());
    }
}
