//! Text with structure as Telegram's HTML; every character of the text is escaped here and nowhere else.

use crate::localization::{RichText, Run};

/// The text with Telegram's tags.
pub(super) fn html(text: &RichText) -> String {
    let mut html = String::new();
    for run in &text.runs {
        write_run(run, &mut html);
    }
    html
}

fn write_run(run: &Run, html: &mut String) {
    let link = run.link.as_deref().filter(|link| link.starts_with("https://") || link.starts_with("http://"));
    if let Some(link) = link {
        html.push_str("<a href=\"");
        escape(link, html);
        html.push_str("\">");
    }
    if run.bold {
        html.push_str("<b>");
    }
    if run.italic {
        html.push_str("<i>");
    }
    escape(&run.text, html);
    if run.italic {
        html.push_str("</i>");
    }
    if run.bold {
        html.push_str("</b>");
    }
    if link.is_some() {
        html.push_str("</a>");
    }
}

fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match special.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &special[1..];
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structure_becomes_tags_and_text_stays_text() {
        let run = |text: &str, bold, italic, link: Option<&str>| Run {
            text: text.to_owned(),
            bold,
            italic,
            link: link.map(ToOwned::to_owned),
        };
        let text = RichText {
            runs: vec![
                run("<b>&amp;\"\n", false, false, None),
                run("Alash", true, true, Some("https://e.org/?a=1&b=\"<")),
                run("x", false, false, Some("javascript:alert(1)")),
            ],
        };
        assert_eq!(
            html(&text),
            "&lt;b&gt;&amp;amp;&quot;\n<a href=\"https://e.org/?a=1&amp;b=&quot;&lt;\"><b><i>Alash</i></b></a>x"
        );
    }
}
