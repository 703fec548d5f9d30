//! Sentence templates: `(this|that)`, `[optional]`, `<list>`, one inside another, into sentences.
//! Slots such as `<entity>` stay as they are.

use std::collections::HashMap;

use thiserror::Error;

/// How many sentences one template may stand for.
pub(super) const MOST_SENTENCES: usize = 64;

/// The open places that a template may have. They stand in its sentences as words of their own.
pub(super) const SLOTS: [&str; 3] = [ENTITY, TIME, SOURCE];
/// Someone or something.
pub(super) const ENTITY: &str = "<entity>";
/// A time.
pub(super) const TIME: &str = "<time>";
/// A document.
pub(super) const SOURCE: &str = "<source>";
/// In a phrase around a question: where the question stands.
pub(super) const GAP: &str = "…";

/// Lists of words that templates share, by name.
pub(super) type Lists = HashMap<String, Vec<String>>;

/// Why a template cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{kind}")]
pub(super) struct TemplateError {
    /// The byte at which it goes wrong.
    pub(super) offset: usize,
    /// What is wrong.
    pub(super) kind: TemplateErrorKind,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum TemplateErrorKind {
    /// A bracket that nothing closes.
    #[error("'{0}' is never closed")]
    Unclosed(char),
    /// A bracket that closes nothing, or a bar outside of brackets.
    #[error("'{0}' is out of place")]
    OutOfPlace(char),
    /// A list that does not exist.
    #[error("there is no list '{0}'")]
    UnknownList(String),
    /// A list that names itself, straight or by way of others.
    #[error("the list '{0}' contains itself")]
    Endless(String),
    /// Too many sentences.
    #[error("it stands for {0} sentences")]
    TooMany(usize),
}

/// All sentences that a template stands for, single spaces between their words.
///
/// # Errors
/// When the template is malformed, names an unknown list or stands for more than
/// [`MOST_SENTENCES`].
pub(super) fn expand(template: &str, lists: &Lists) -> Result<Vec<String>, TemplateError> {
    let mut reader = Reader { template, at: 0, lists, inside: Vec::new() };
    let sentences = reader.alternatives(None)?;
    if sentences.len() > MOST_SENTENCES {
        let kind = TemplateErrorKind::TooMany(sentences.len());
        return Err(TemplateError { offset: 0, kind });
    }
    let tidy = |sentence: &String| sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(sentences.iter().map(tidy).collect())
}

struct Reader<'a> {
    template: &'a str,
    at: usize,
    lists: &'a Lists,
    inside: Vec<&'a str>,
}

impl Reader<'_> {
    /// Reads up to the bracket that closes, or to the end where there is none.
    fn alternatives(&mut self, closing: Option<char>) -> Result<Vec<String>, TemplateError> {
        let mut alternatives = Vec::new();
        let mut current = vec![String::new()];
        loop {
            let offset = self.at;
            let Some(letter) = self.template[offset..].chars().next() else {
                break;
            };
            self.at += letter.len_utf8();
            match letter {
                '(' => {
                    let inner = self.bracket(offset, '(', ')')?;
                    current = Self::each_with_each(&current, &inner)?;
                }
                '[' => {
                    let mut inner = self.bracket(offset, '[', ']')?;
                    inner.push(String::new());
                    current = Self::each_with_each(&current, &inner)?;
                }
                '<' => {
                    let inner = self.list(offset)?;
                    current = Self::each_with_each(&current, &inner)?;
                }
                '|' if closing.is_some() => {
                    alternatives.append(&mut current);
                    current.push(String::new());
                }
                _ if closing == Some(letter) => {
                    alternatives.append(&mut current);
                    return Ok(alternatives);
                }
                ')' | ']' | '>' | '|' => {
                    return fail(offset, TemplateErrorKind::OutOfPlace(letter));
                }
                _ => current.iter_mut().for_each(|sentence| sentence.push(letter)),
            }
        }
        match closing {
            None => Ok(current),
            Some(closing) => fail(self.at, TemplateErrorKind::Unclosed(closing)),
        }
    }

    fn bracket(&mut self, offset: usize, opening: char, closing: char) -> Result<Vec<String>, TemplateError> {
        self.alternatives(Some(closing)).map_err(|error| match error.kind {
            TemplateErrorKind::Unclosed(unclosed) if unclosed == closing => {
                TemplateError { offset, kind: TemplateErrorKind::Unclosed(opening) }
            }
            _ => error,
        })
    }

    fn list(&mut self, offset: usize) -> Result<Vec<String>, TemplateError> {
        let rest = &self.template[self.at..];
        let Some(length) = rest.find('>') else {
            return fail(offset, TemplateErrorKind::Unclosed('<'));
        };
        let name = &rest[..length];
        self.at += length + 1;
        if let Some(slot) = SLOTS.iter().find(|slot| **slot == format!("<{name}>")) {
            return Ok(vec![(*slot).to_owned()]);
        }
        let Some((name, words)) = self.lists.get_key_value(name) else {
            return fail(offset, TemplateErrorKind::UnknownList(name.to_owned()));
        };
        if self.inside.contains(&name.as_str()) {
            return fail(offset, TemplateErrorKind::Endless(name.clone()));
        }
        let mut expanded = Vec::new();
        for word in words {
            let mut inside = self.inside.clone();
            inside.push(name);
            let mut reader = Reader { template: word, at: 0, lists: self.lists, inside };
            let sentences = reader.alternatives(None);
            expanded.append(&mut sentences.map_err(|error| TemplateError { offset, ..error })?);
        }
        Ok(expanded)
    }

    fn each_with_each(starts: &[String], ends: &[String]) -> Result<Vec<String>, TemplateError> {
        let count = starts.len() * ends.len();
        // Far beyond what is allowed there is no point in going on, and there may be no memory.
        if count > MOST_SENTENCES * MOST_SENTENCES {
            return fail(0, TemplateErrorKind::TooMany(count));
        }
        let join = |start: &String| ends.iter().map(move |end| format!("{start}{end}")).collect();
        Ok(starts.iter().flat_map::<Vec<_>, _>(join).collect())
    }
}

fn fail<T>(offset: usize, kind: TemplateErrorKind) -> Result<T, TemplateError> {
    Err(TemplateError { offset, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(template: &str) -> Vec<String> {
        let lists = Lists::from([
            ("it".into(), vec!["alash".into(), "(the|that) state".into()]),
            ("self".into(), vec!["<self>".into()]),
        ]);
        match expand(template, &lists) {
            Ok(sentences) => sentences,
            Err(error) => vec![format!("{}: {error}", error.offset)],
        }
    }

    #[test]
    fn brackets_and_lists_multiply() {
        assert_eq!(expanded("so [then] (a|b)"), ["so then a", "so then b", "so a", "so b"]);
        assert_eq!(expanded("<it>"), ["alash", "the state", "that state"]);
        assert_eq!(expanded("[(a|b) ]c"), ["a c", "b c", "c"]);
        assert_eq!(expanded("(a|)b"), ["ab", "b"]);
        assert_eq!(
            expanded("who was (<entity>|<it>)"),
            ["who was <entity>", "who was alash", "who was the state", "who was that state"]
        );
    }

    #[test]
    fn mistakes_are_shown_where_they_are() {
        assert_eq!(expanded("ab (c"), ["3: '(' is never closed"]);
        assert_eq!(expanded("ab (c [d)"), ["8: ')' is out of place"]);
        assert_eq!(expanded("ab <it"), ["3: '<' is never closed"]);
        assert_eq!(expanded("a|b"), ["1: '|' is out of place"]);
        assert_eq!(expanded("a <they>"), ["2: there is no list 'they'"]);
        assert_eq!(expanded("a <self>"), ["2: the list 'self' contains itself"]);
    }

    #[test]
    fn there_is_a_limit() {
        let four = "(a|b|c|d)";
        assert_eq!(expanded(&four.repeat(3)).len(), 64);
        assert_eq!(expanded(&four.repeat(4)), ["0: it stands for 256 sentences"]);
        assert!(expanded(&four.repeat(40))[0].contains("it stands for"));
    }
}
