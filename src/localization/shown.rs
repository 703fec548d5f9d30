//! Findings as text: sentences with their marks, disputes side by side, the sources below.

use crate::answering::{Agreement, Findings, Layout, Lead, Shown, Testified};
use crate::domain::{Citation, SourceId};

use super::markup::RichText;
use super::message::Message;
use super::reply::{Action, Button, Localizer, Reply};

/// Citations in the order of their marks: `[1]` is the first.
type Marks<'a> = [&'a Citation];

impl Localizer<'_> {
    pub(super) fn findings(&self, findings: &Findings<'_>) -> Reply {
        let citations = findings.citations();
        let mut text = RichText::default();
        for lead in &findings.leads {
            text.append(self.lead(lead));
            text.push("\n\n");
        }
        let body = match findings.layout {
            Layout::Text => Some(self.running(findings, &citations)),
            Layout::List | Layout::Lines => Some(self.points(findings, &citations)),
            Layout::Sources => None,
        };
        if let Some(body) = body {
            text.append(body);
            text.push("\n\n");
        }
        text.append(self.message(&Message::SourcesHeading).in_bold());
        let mut references = Vec::new();
        for (at, citation) in citations.iter().enumerate() {
            let Some(source) = self.knowledge.source(&citation.source) else { continue };
            let reference = self.reference(citation, source);
            let line = self.message(&Message::SourceLine {
                title: reference.title.clone(),
                locator: reference.locator.clone(),
            });
            text.push(&format!("\n[{}] ", at + 1));
            text.push_link(&line.to_plain(), &reference.url);
            references.push(reference);
        }
        Reply { references, buttons: self.buttons(findings), ..self.bare(text) }
    }

    /// What comes next, and where to report a mistake.
    fn buttons(&self, findings: &Findings<'_>) -> Vec<Button> {
        let more = findings.request.continued();
        let next = findings.next.iter().map(|request| {
            let is_more = *request == more;
            let label = if is_more { self.message(&Message::More).to_plain() } else { self.label(request) };
            self.button(label, request)
        });
        let report = self.reports.map(|reports| Button {
            label: self.message(&Message::Report).to_plain(),
            action: Action::Visit(reports.on(findings.shown.iter().map(|shown| &shown.fact.id))),
        });
        next.chain(report).collect()
    }

    fn lead(&self, lead: &Lead) -> RichText {
        match lead {
            Lead::Entity(id) => {
                let name = self.catalog.name(self.language, id).map(RichText::plain);
                self.needed(name, id.as_str()).capitalized().in_bold()
            }
            Lead::Time(period) => {
                let written = self.catalog.period(self.language, period).map(RichText::plain);
                self.needed(written, &period.to_string()).capitalized().in_bold()
            }
            Lead::Timeline => self.message(&Message::TimelineLead),
            Lead::Disputes => self.message(&Message::DisputesLead),
            Lead::Agreement(Agreement::Yes) => self.message(&Message::AgreementYes),
            Lead::Agreement(Agreement::No) => self.message(&Message::AgreementNo),
            Lead::Agreement(Agreement::InPart) => self.message(&Message::AgreementScope),
            Lead::Agreement(Agreement::Single) => self.message(&Message::AgreementSingle),
            Lead::Says(source) => self.message(&Message::SourceSays { title: self.title_of(source) }),
            Lead::Silent(source) => self.message(&Message::SourceSilent { title: self.title_of(source) }),
            Lead::Sure => self.message(&Message::Sure),
        }
    }

    fn title_of(&self, source: &SourceId) -> String {
        self.knowledge.source(source).map_or_else(|| source.to_string(), |source| source.title.clone())
    }

    /// Facts on which all agree run on in one paragraph; each dispute has its own. Of two questions each stands
    /// above its answer.
    fn running(&self, findings: &Findings<'_>, marks: &Marks<'_>) -> RichText {
        let mut text = RichText::default();
        let mut in_paragraph = false;
        for (at, shown) in findings.shown.iter().enumerate() {
            let is_one = shown.difference().is_none();
            let question = findings.begins(at);
            if !text.runs.is_empty() {
                text.push(if in_paragraph && is_one && question.is_none() { " " } else { "\n\n" });
            }
            if let Some(question) = question {
                text.append(RichText::plain(self.label(question)).in_bold());
                text.push("\n\n");
            }
            text.append(self.in_full(shown, "\n• ", marks));
            in_paragraph = is_one;
        }
        text
    }

    /// A point each, under its year.
    fn points(&self, findings: &Findings<'_>, marks: &Marks<'_>) -> RichText {
        let mut text = RichText::default();
        let mut year = None;
        for shown in &findings.shown {
            if !text.runs.is_empty() {
                text.push("\n");
            }
            if shown.year != year {
                year = shown.year;
                text.append(
                    RichText::plain(year.map_or_else(String::new, |year| year.to_string())).in_bold(),
                );
                text.push("\n");
            }
            text.push("• ");
            text.append(match findings.layout {
                Layout::Lines => self.line(shown, marks),
                Layout::List | Layout::Text | Layout::Sources => self.in_full(shown, "\n   – ", marks),
            });
        }
        text
    }

    /// All that is said of a fact, each of several claims behind a bullet.
    fn in_full(&self, shown: &Shown<'_>, bullet: &str, marks: &Marks<'_>) -> RichText {
        if shown.difference().is_none() && shown.claims.len() == 1 {
            return self.claim(&shown.claims.head, marks);
        }
        let mut text = self.difference(shown);
        for claim in &shown.claims {
            text.push(bullet);
            text.append(self.claim(claim, marks));
        }
        text
    }

    /// What is said of a fact, or where that differs, how.
    fn line(&self, shown: &Shown<'_>, marks: &Marks<'_>) -> RichText {
        if shown.difference().is_none() {
            return self.claim(&shown.claims.head, marks);
        }
        let mut text = self.difference(shown);
        text.push(" ");
        shown.claims.iter().for_each(|claim| mark(&mut text, claim, marks));
        text
    }

    fn difference(&self, shown: &Shown<'_>) -> RichText {
        self.needed(self.catalog.difference(self.language, shown.fact), shown.fact.id.as_str())
    }

    fn claim(&self, testified: &Testified<'_>, marks: &Marks<'_>) -> RichText {
        let claim = testified.claim;
        let mut text = self.needed(self.catalog.claim(self.language, claim), claim.message.as_str());
        text.push(" ");
        mark(&mut text, testified, marks);
        text
    }
}

/// Adds the marks of the citations of a claim.
fn mark(text: &mut RichText, testified: &Testified<'_>, marks: &Marks<'_>) {
    for cited in &testified.cited {
        if let Some(at) = marks.iter().position(|citation| citation == cited) {
            text.push(&format!("[{}]", at + 1));
        }
    }
}
