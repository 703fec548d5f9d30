//! Text with structure: what a reply is made of before any end writes it in its own way.
//!
//! Wordings may hold `<b>…</b>` and `<i>…</i>`; every value that goes into one is escaped.

use std::borrow::Cow;

use thiserror::Error;

/// Text in runs of one style each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    /// The runs, in order; `\n` inside them ends a line.
    pub runs: Vec<Run>,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Heavy.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// An address that the words lead to.
    pub link: Option<String>,
}

/// Why a wording's markup cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MarkupError {
    /// Only `<b>` and `<i>` mean anything.
    #[error("'<{0}' begins no known markup")]
    Unknown(String),
    /// A style that is opened twice or closed without being open.
    #[error("'<{0}>' does not fit here")]
    Unbalanced(String),
    /// A style that is not closed.
    #[error("'<{0}>' is not closed")]
    Open(&'static str),
}

impl RichText {
    /// Text without any style.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), ..Run::default() }] }
    }

    /// Reads a wording whose values have been escaped.
    ///
    /// # Errors
    /// When there is a tag other than `<b>`, `</b>`, `<i>`, `</i>`, or they are not balanced.
    pub fn parse(wording: &str) -> Result<Self, MarkupError> {
        let mut parsed = Self::default();
        let (mut bold, mut italic) = (false, false);
        let mut rest = wording;
        while let Some(at) = rest.find('<') {
            parsed.push_styled(&unescape(&rest[..at]), bold, italic);
            let (tag, after) = rest[at + 1..]
                .split_once('>')
                .ok_or_else(|| MarkupError::Unknown(rest[at + 1..].chars().take(10).collect()))?;
            let (style, opens) = match tag {
                "b" => (&mut bold, true),
                "/b" => (&mut bold, false),
                "i" => (&mut italic, true),
                "/i" => (&mut italic, false),
                _ => return Err(MarkupError::Unknown(tag.to_owned())),
            };
            if *style == opens {
                return Err(MarkupError::Unbalanced(tag.to_owned()));
            }
            *style = opens;
            rest = after;
        }
        parsed.push_styled(&unescape(rest), bold, italic);
        match (bold, italic) {
            (true, _) => Err(MarkupError::Open("b")),
            (_, true) => Err(MarkupError::Open("i")),
            _ => Ok(parsed),
        }
    }

    /// Adds unstyled words.
    pub fn push(&mut self, text: &str) {
        self.push_styled(text, false, false);
    }

    /// Adds words that lead to an address.
    pub fn push_link(&mut self, text: &str, address: &str) {
        let run = Run { text: text.to_owned(), link: Some(address.to_owned()), ..Run::default() };
        self.runs.push(run);
    }

    /// Adds another text behind this one.
    pub fn append(&mut self, other: Self) {
        self.runs.extend(other.runs);
    }

    fn push_styled(&mut self, text: &str, bold: bool, italic: bool) {
        if !text.is_empty() {
            self.runs.push(Run { text: text.to_owned(), bold, italic, link: None });
        }
    }

    /// The same text with all its words heavy.
    #[must_use]
    pub fn in_bold(mut self) -> Self {
        for run in &mut self.runs {
            run.bold = true;
        }
        self
    }

    /// The same text, its first letter a capital.
    #[must_use]
    pub fn capitalized(mut self) -> Self {
        if let Some(run) = self.runs.first_mut() {
            let mut letters = run.text.chars();
            if let Some(first) = letters.next() {
                run.text = first.to_uppercase().chain(letters).collect();
            }
        }
        self
    }

    /// The words alone.
    pub fn to_plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Makes a value harmless inside a wording: the one place where that is done.
pub(super) fn escape(value: &str) -> String {
    if !value.contains(['&', '<', '>']) {
        return value.to_owned();
    }
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").into()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn styles_are_read_and_values_stay_values() {
        let text = RichText::parse(&format!("a <b>b</b> {}", escape("<i>&"))).unwrap();
        assert_eq!(text.to_plain(), "a b <i>&");
        assert!(text.runs[1].bold && !text.runs[0].bold && !text.runs[2].italic);
    }

    #[test]
    fn broken_markup_is_refused() {
        assert_eq!(RichText::parse("<b>a"), Err(MarkupError::Open("b")));
        assert_eq!(RichText::parse("a</i>"), Err(MarkupError::Unbalanced("/i".into())));
        assert_eq!(RichText::parse("<u>a</u>"), Err(MarkupError::Unknown("u".into())));
        assert_eq!(RichText::parse("a < b"), Err(MarkupError::Unknown(" b".into())));
    }

    #[test]
    fn a_capital_begins_the_text_in_any_script() {
        let capitalized = |text: &str| RichText::plain(text).capitalized().to_plain();
        assert_eq!(capitalized("ņem"), "Ņem");
        assert_eq!(capitalized("у грудні"), "У грудні");
        assert_eq!(capitalized("1917"), "1917");
    }
}
