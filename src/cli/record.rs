//! An answer as JSON: the shape that other programs rely on.

use serde::Serialize;

use crate::answering::{Answer, Findings};
use crate::app::Exchange;

/// One exchange, every key always present.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    outcome: &'static str,
    language: &'a str,
    intent: Option<&'a str>,
    confidence: f64,
    disputed: bool,
    text: String,
    facts: Vec<&'a str>,
    citations: Vec<CitationRecord<'a>>,
    suggestions: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct CitationRecord<'a> {
    source: &'a str,
    title: &'a str,
    locator: &'a str,
    url: &'a str,
}

impl<'a> Record<'a> {
    pub(super) fn of(exchange: &'a Exchange<'a>) -> Self {
        let reply = &exchange.reply;
        let findings = exchange.answer.findings();
        Self {
            outcome: exchange.answer.outcome().as_str(),
            language: reply.language.as_str(),
            intent: intent(&exchange.answer),
            confidence: (f64::from(exchange.understanding.confidence) * 1000.0).round() / 1000.0,
            disputed: findings.is_some_and(Findings::is_disputed),
            text: reply.text.to_plain(),
            facts: findings
                .map(|findings| findings.shown.iter().map(|shown| shown.fact.id.as_str()).collect())
                .unwrap_or_default(),
            citations: reply
                .references
                .iter()
                .map(|reference| CitationRecord {
                    source: reference.source.as_str(),
                    title: &reference.title,
                    locator: &reference.locator,
                    url: &reference.url,
                })
                .collect(),
            suggestions: reply.buttons.iter().map(|button| button.label.as_str()).collect(),
        }
    }
}

fn intent<'a>(answer: &'a Answer<'_>) -> Option<&'a str> {
    match answer {
        Answer::Findings(_) | Answer::Documents(_) => answer.request().map(|request| request.intent.as_str()),
        Answer::Clarify(requests) => requests.first().map(|request| request.intent.as_str()),
        Answer::Unknown { .. } => None,
        Answer::SmallTalk { kind, .. } => Some(kind.as_str()),
    }
}
