//! `tarikh ask`: one answer, or a JSON line out for each JSON line in.

use std::collections::{HashMap, VecDeque};
use std::io::{self, BufRead, Read, Write};

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::domain::{Context, LanguageId, Question};

use super::record::Record;
use super::{Cli, Failure, chosen_language};

/// The longest line of `--jsonl`, in bytes.
const LONGEST_LINE: u64 = 1 << 20;
/// Of so many conversations it is remembered what was answered last.
const MOST_CONVERSATIONS: usize = 10_000;

#[derive(Args, Debug)]
pub(super) struct AskArgs {
    /// The question
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    question: Option<String>,
    /// Reply in this language, whatever that of the question
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Read a JSON object a line from standard input, write one a line
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
}

/// A line of input. Unknown keys are ignored.
#[derive(Deserialize)]
struct InputLine {
    text: String,
    language_code: Option<String>,
    chat: Option<String>,
    user: Option<String>,
}

/// How far each conversation has come, of the latest of them.
#[derive(Default)]
struct Conversations {
    contexts: HashMap<(String, Option<String>), Context>,
    latest: VecDeque<(String, Option<String>)>,
}

impl Conversations {
    fn remember(&mut self, id: (String, Option<String>), context: Context) {
        if self.contexts.insert(id.clone(), context).is_none() {
            self.latest.push_back(id);
        }
        if self.latest.len() > MOST_CONVERSATIONS
            && let Some(oldest) = self.latest.pop_front()
        {
            self.contexts.remove(&oldest);
        }
    }
}

#[derive(Serialize)]
struct ErrorLine {
    error: String,
}

pub(super) fn ask(args: &AskArgs, cli: &Cli) -> Result<(), Failure> {
    let app = cli.load()?;
    let chosen = args.lang.as_deref().map(|code| chosen_language(&app, code)).transpose()?;
    let mut output = io::stdout().lock();
    let Some(text) = &args.question else {
        return answer_lines(&app, chosen.as_ref(), &mut io::stdin().lock(), &mut output);
    };
    let question = Question { text: text.clone(), language_code: None, chosen };
    let exchange = app.exchange(&question, &Context::default());
    if args.json {
        write_line(&mut output, &Record::of(&exchange))?;
    } else {
        writeln!(output, "{}", exchange.reply.text.to_plain())?;
    }
    Ok(())
}

fn answer_lines(
    app: &App,
    chosen: Option<&LanguageId>,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let mut conversations = Conversations::default();
    while let Some(line) = next_line(input)? {
        match line.and_then(|bytes| parse_line(&bytes)) {
            Ok(line) => {
                let question =
                    Question { text: line.text, language_code: line.language_code, chosen: chosen.cloned() };
                let id = line.chat.map(|chat| (chat, line.user));
                let context = id.as_ref().and_then(|id| conversations.contexts.get(id));
                let exchange = app.exchange(&question, context.unwrap_or(&Context::default()));
                write_line(output, &Record::of(&exchange))?;
                if let Some(id) = id {
                    conversations.remember(id, exchange.context);
                }
            }
            Err(error) => write_line(output, &ErrorLine { error })?,
        }
        output.flush()?;
    }
    Ok(())
}

/// The next line without its end; `None` at the end of input, an error text for one that is too long.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, String>>> {
    let mut line = Vec::new();
    // One more byte than allowed, and the line's end.
    let read = input.take(LONGEST_LINE + 2).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    let ended = line.last() == Some(&b'\n');
    if ended {
        line.pop();
    }
    if line.len() as u64 <= LONGEST_LINE {
        return Ok(Some(Ok(line)));
    }
    if !ended {
        input.skip_until(b'\n')?;
    }
    Ok(Some(Err("the line is longer than 1 MiB".to_owned())))
}

fn parse_line(bytes: &[u8]) -> Result<InputLine, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "the line is not UTF-8".to_owned())?;
    if text.trim().is_empty() {
        return Err("the line is blank".to_owned());
    }
    let shape = || "the line is not of the form {\"text\": \"…\"}, with ids as strings".to_owned();
    if !text.trim_start().starts_with('{') {
        return Err(shape());
    }
    serde_json::from_str(text).map_err(|_| shape())
}

fn write_line(output: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    let line = serde_json::to_string(value).map_err(io::Error::from)?;
    writeln!(output, "{line}")?;
    Ok(())
}
