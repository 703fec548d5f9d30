//! Reads `/name@bot words`.

/// A command as it was typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Command<'a> {
    /// In lower case, without the slash.
    pub(super) name: String,
    /// The bot it is addressed to, where one is named.
    pub(super) bot: Option<&'a str>,
    /// What follows.
    pub(super) words: &'a str,
}

impl<'a> Command<'a> {
    /// The command that `text` begins with. A slash before anything but Latin letters, digits and `_` is no command,
    /// in Telegram's reading as in ours.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let rest = text.trim_start().strip_prefix('/')?;
        let (head, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (name, bot) = match head.split_once('@') {
            Some((name, bot)) => (name, Some(bot)),
            None => (head, None),
        };
        let is_word =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        (is_word(name) && bot.is_none_or(is_word)).then(|| Self {
            name: name.to_ascii_lowercase(),
            bot,
            words: words.trim(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands() {
        let command = |name: &str, bot, words| Some(Command { name: name.to_owned(), bot, words });
        assert_eq!(Command::parse("/help"), command("help", None, ""));
        assert_eq!(
            Command::parse("/ASK@Tarikh_bot  when\nthen "),
            command("ask", Some("Tarikh_bot"), "when\nthen")
        );
        for text in ["", "/", "/ help", "/когда?", "/1917?", "help", "/help@", "/a/b", "1917/18"] {
            assert_eq!(Command::parse(text), None, "{text}");
        }
    }
}
