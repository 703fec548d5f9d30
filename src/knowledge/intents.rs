//! `facts/intents.toml`: what can be asked.

use std::collections::HashSet;

use nonempty::NonEmpty;

use crate::domain::{Asks, Aspect, Fact, FactId, Intent, IntentId};
use crate::loading::{Folder, Place, Report, Text, TomlTable};

use super::{read_list, without_duplicates};

/// An id becomes callback data (`ask:<language>:<intent>`), of which Telegram takes 64 bytes.
const LONGEST_ID: usize = 48;

pub(super) fn read(folder: &Folder, facts: &[(Fact, Place)], report: &mut Report) -> Vec<(Intent, Place)> {
    let mut followed = Vec::new();
    let mut answered = HashSet::new();
    let known: HashSet<&FactId> = facts.iter().map(|(fact, _)| &fact.id).collect();
    let intents = read_list(folder, "intents.toml", "intent", report, |table, report| {
        let (intent, place, next) = read_intent(table, &known, report)?;
        answered.extend(intent.asks.facts().cloned());
        followed.extend(next);
        Some((intent, place))
    });
    let intents = without_duplicates(intents, report, |intent| intent.id.to_string());
    let ids: HashSet<&str> = intents.iter().map(|(intent, _)| intent.id.as_str()).collect();
    for next in followed.iter().filter(|next| !ids.contains(next.text.as_str())) {
        report_dangling("intent", next, report);
    }
    for (fact, place) in facts.iter().filter(|(fact, _)| !answered.contains(&fact.id)) {
        report.warning(
            "unreachable-fact",
            place.clone(),
            format!("no intent is answered by '{}'", fact.id),
            "add it to an intent in intents.toml",
        );
    }
    intents
}

fn read_intent(
    table: &mut TomlTable<'_>,
    known: &HashSet<&FactId>,
    report: &mut Report,
) -> Option<(Intent, Place, Vec<Text>)> {
    let id = table.string("id", report);
    let asks = table.optional_string("asks", report);
    let facts = table.strings("facts", report);
    let mut next = table.strings("next", report);
    let following = next.iter().map(|next| IntentId::new(&next.text)).collect();
    let mut aspects = Vec::new();
    for (name, aspect) in Aspect::ALL {
        if let Some(leads_to) = table.optional_string(name, report) {
            aspects.push((aspect, IntentId::new(&leads_to.text)));
            next.push(leads_to);
        }
    }
    let id = id?;
    if id.text.len() > LONGEST_ID || !id.text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        report.error(
            "wrong-id",
            id.place.clone(),
            format!("'{}' cannot be an intent's id", id.text),
            format!("use at most {LONGEST_ID} letters, digits and hyphens"),
        );
    }
    for fact in facts.iter().filter(|fact| !known.contains(&FactId::new(&fact.text))) {
        report_dangling("fact", fact, report);
    }
    report_repeated(&facts, None, report);
    report_repeated(&next[..next.len() - aspects.len()], Some(&id), report);
    let asks = read_asks(&id, asks, &facts, report)?;
    let intent = Intent { id: IntentId::new(&id.text), asks, next: following, aspects };
    Some((intent, id.place, next))
}

/// What is asked for: facts that are listed, or something by its name.
fn read_asks(id: &Text, named: Option<Text>, facts: &[Text], report: &mut Report) -> Option<Asks> {
    let listed: Vec<FactId> = facts.iter().map(|fact| FactId::new(&fact.text)).collect();
    match (named, NonEmpty::from_vec(listed)) {
        (None, Some(facts)) => Some(Asks::Facts(facts)),
        (None, None) => {
            report.error(
                "intent-without-facts",
                id.place.clone(),
                format!("no fact answers '{}'", id.text),
                "list at least one in 'facts'",
            );
            None
        }
        (Some(asked), facts) => {
            let known = Asks::NAMED.into_iter().find(|(name, _)| *name == asked.text);
            if known.is_none() || facts.is_some() {
                let all: Vec<&str> = Asks::NAMED.iter().map(|(name, _)| *name).collect();
                report.error(
                    "wrong-asks",
                    asked.place,
                    format!("'{}' cannot be asked for here", asked.text),
                    format!("list 'facts' alone, or ask for one of {}", all.join(", ")),
                );
                return None;
            }
            known.map(|(_, asks)| asks)
        }
    }
}

/// Reports what is listed twice, or leads back to the intent itself.
fn report_repeated(list: &[Text], own: Option<&Text>, report: &mut Report) {
    for (at, item) in list.iter().enumerate() {
        if own.into_iter().chain(&list[..at]).any(|other| other.text == item.text) {
            report.error(
                "repeated-reference",
                item.place.clone(),
                format!("'{}' is here already", item.text),
                "delete it",
            );
        }
    }
}

fn report_dangling(kind: &str, reference: &Text, report: &mut Report) {
    report.error(
        "dangling-reference",
        reference.place.clone(),
        format!("there is no {kind} '{}'", reference.text),
        format!("name one that exists, or add the {kind}"),
    );
}
