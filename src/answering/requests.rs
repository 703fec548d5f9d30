//! Answers each kind of request.

use nonempty::NonEmpty;

use super::events::{Event, events, of_each_year, when};
use super::findings::{Findings, Layout, Lead, Shown};
use super::{Answer, Missing};
use crate::domain::{
    Asks, Aspect, Difference, EntityId, EntityKind, Fact, FactId, HistoricalDate, Intent, IntentId, Order,
    Period, Request, Slot, Span, Testimony, Voice,
};
use crate::knowledge::Knowledge;

/// How many questions are offered beside a reply.
const OFFERED: usize = 3;
/// How many facts of an intent fit on a screen…
const LISTED: usize = 6;
/// …how many about an entity…
const FACTS: usize = 5;
/// …how many events…
const EVENTS: usize = 5;
/// …and how many points of dispute.
const DISPUTES: usize = 5;

/// The questions with which a conversation may begin.
pub fn first_questions(knowledge: &Knowledge) -> Vec<Request> {
    knowledge.intents().iter().take(OFFERED).map(|intent| Request::plain(intent.id.clone())).collect()
}

/// On the subject, the nearest questions are offered; off it, nothing is near.
pub(super) fn unknown<'k>(knowledge: &Knowledge, why: Missing, nearest: &[Request]) -> Answer<'k> {
    let nearest = if why == Missing::Far { &[] } else { nearest };
    let offered = if nearest.is_empty() { first_questions(knowledge) } else { nearest.to_vec() };
    Answer::Unknown { why, offered }
}

/// What answers a request; `None` where it asks for what does not exist: a button may be forged, or older
/// than the facts.
pub fn answer_to<'k>(knowledge: &'k Knowledge, request: &Request) -> Option<Answer<'k>> {
    let intent = knowledge.intent(&request.intent)?;
    match (&intent.asks, &request.slot) {
        (Asks::Facts(_), None) => listed_facts(knowledge, request, intent),
        (Asks::Entity, Some(Slot::Entity(entity))) => entity_facts(knowledge, request, entity),
        (Asks::Events(order), Some(slot)) => happenings(knowledge, request, *order, slot),
        (Asks::Timeline, None) => timeline(knowledge, request),
        (Asks::Disputes, None) => Some(disputes(knowledge, request)),
        (Asks::Sources, None) => Some(Answer::Documents(request.clone())),
        _ => None,
    }
}

/// The facts that an intent lists; behind them, all else that is known of what they are about above all.
fn listed_facts<'k>(knowledge: &'k Knowledge, request: &Request, intent: &Intent) -> Option<Answer<'k>> {
    let facts: Vec<Shown<'k>> =
        intent.asks.facts().filter_map(|id| knowledge.fact(id)).map(Shown::whole).collect();
    // One document, or the comparison of all, is shown whole: what is left of that is short.
    let size = if request.voice == Voice::Each { LISTED } else { facts.len() };
    let main = facts.first()?.fact.about.first();
    let Some((shown, more)) = part(facts, request.part, size) else {
        return answer_to(knowledge, &about_entity(knowledge, main?.clone())?);
    };
    let rest = more.then(|| request.continued());
    let next = rest.into_iter().chain(intent.next.iter().cloned().map(Request::plain)).collect();
    let findings = Findings::new(request, shown).voiced();
    Some(Answer::Findings(Findings { next, ..findings }))
}

/// One fact alone; `None` where there is no such one.
pub fn answer_with<'k>(knowledge: &'k Knowledge, id: &FactId) -> Option<Answer<'k>> {
    let shown = NonEmpty::new(Shown::whole(knowledge.fact(id)?));
    let asked = questions_on(knowledge, &shown);
    let request = asked.first().cloned().unwrap_or_else(|| Request::plain(IntentId::new(id.as_str())));
    Some(Answer::Findings(Findings { next: asked, ..Findings::new(&request, shown) }))
}

fn about_entity(knowledge: &Knowledge, entity: EntityId) -> Option<Request> {
    let intent = knowledge.intent_for(&Asks::Entity)?;
    Some(Request::with(intent.id.clone(), Slot::Entity(entity)))
}

/// All that is known of someone or something, the most telling first.
fn entity_facts<'k>(knowledge: &'k Knowledge, request: &Request, entity: &EntityId) -> Option<Answer<'k>> {
    knowledge.entity(entity)?;
    let facts = knowledge.facts_about(entity).into_iter().map(Shown::whole).collect();
    let Some((shown, more)) = part(facts, request.part, FACTS) else {
        return Some(unknown(knowledge, Missing::More, &[]));
    };
    let mut findings = Findings::new(request, shown);
    findings.leads.push(Lead::Entity(entity.clone()));
    let mut findings = findings.voiced();
    findings.next = more.then(|| request.continued()).into_iter().collect();
    findings.next.extend(questions_on(knowledge, &findings.shown));
    Some(Answer::Findings(findings))
}

/// The questions that these facts answer.
fn questions_on(knowledge: &Knowledge, shown: &NonEmpty<Shown<'_>>) -> Vec<Request> {
    let mut intents: Vec<&IntentId> = Vec::new();
    for intent in shown.iter().flat_map(|shown| knowledge.intents_of(&shown.fact.id).take(1)) {
        if !intents.contains(&&intent.id) {
            intents.push(&intent.id);
        }
    }
    intents.into_iter().take(OFFERED).cloned().map(Request::plain).collect()
}

/// What happened in, after or before a time.
fn happenings<'k>(
    knowledge: &'k Knowledge,
    request: &Request,
    order: Order,
    slot: &Slot,
) -> Option<Answer<'k>> {
    let period = match slot {
        Slot::Time(period) => *period,
        Slot::Entity(entity) => {
            let dated = knowledge.entity(entity)?.dated.as_ref();
            let Some(period) = dated.and_then(|fact| when(knowledge, fact)) else {
                return answer_to(knowledge, &about_entity(knowledge, entity.clone())?);
            };
            period
        }
    };
    let fits = |date: &HistoricalDate| match order {
        Order::During => period.holds(date),
        Order::After => period.is_before(date),
        Order::Before => period.is_after(date),
    };
    let from = period.first_day().filter(|_| order == Order::During);
    let mut happened = events(knowledge, from, fits);
    // Of what came before, the latest is the nearest.
    if order == Order::Before {
        happened.reverse();
    }
    let Some((mut page, more)) = part(happened, request.part, EVENTS) else {
        let why = if request.part > 1 { Missing::More } else { Missing::Events };
        return Some(unknown(knowledge, why, &neighbours(knowledge, request, &period)));
    };
    if order == Order::Before {
        page = NonEmpty::from_vec(page.into_iter().rev().collect())?;
    }
    let is_one_year =
        matches!(period, Period::Between { first, last } if first.first_day().year == last.last_day().year);
    let shows_years = order != Order::During || !is_one_year;
    let mut findings = Findings::new(request, page.map(|event| shown_event(event, shows_years)));
    if let (Order::During, Period::Between { .. }) = (order, period) {
        findings.leads.push(Lead::Time(period));
    }
    let mut findings = Findings { layout: Layout::List, ..findings }.voiced();
    findings.next = more.then(|| request.continued()).into_iter().collect();
    findings.next.extend(neighbours(knowledge, request, &period));
    Some(Answer::Findings(findings))
}

fn shown_event((day, fact): Event<'_>, shows_year: bool) -> Shown<'_> {
    Shown { year: shows_year.then_some(day.year), ..Shown::whole(fact) }
}

/// The years with events next to the period, and the whole timeline.
fn neighbours(knowledge: &Knowledge, request: &Request, period: &Period) -> Vec<Request> {
    let during = knowledge.intent_for(&Asks::Events(Order::During));
    let years: Vec<i32> = of_each_year(knowledge).into_iter().map(|(day, _)| day.year).collect();
    let (first, last) = match period {
        Period::Between { first, last } => (first.first_day().year, last.last_day().year),
        Period::Anniversary { .. } => (i32::MAX, i32::MAX),
    };
    let before = years.iter().rev().find(|year| **year < first && first < i32::MAX);
    let after = years.iter().find(|year| **year > last);
    let ask = |year: &i32| Some(Request::with(during?.id.clone(), Slot::Time(Period::of(Span::Year(*year)))));
    let timeline = knowledge.intent_for(&Asks::Timeline).map(|intent| Request::plain(intent.id.clone()));
    before.into_iter().chain(after).filter_map(ask).chain(timeline).filter(|next| next != request).collect()
}

/// The main event of each year, and each year to choose.
fn timeline<'k>(knowledge: &'k Knowledge, request: &Request) -> Option<Answer<'k>> {
    let during = knowledge.intent_for(&Asks::Events(Order::During));
    let main = NonEmpty::from_vec(of_each_year(knowledge))?;
    let year = |(day, _): &Event<'_>| Slot::Time(Period::of(Span::Year(day.year)));
    let next =
        during.map(|during| main.iter().map(|event| Request::with(during.id.clone(), year(event))).collect());
    let findings = Findings::new(request, main.map(|event| shown_event(event, true)));
    Some(Answer::Findings(Findings {
        leads: vec![Lead::Timeline],
        layout: Layout::Lines,
        next: next.unwrap_or_default(),
        ..findings
    }))
}

/// The points on which the documents contradict one another.
fn disputes<'k>(knowledge: &'k Knowledge, request: &Request) -> Answer<'k> {
    let is_disputed =
        |fact: &&Fact| matches!(fact.testimony, Testimony::Differing { kind: Difference::Contradiction, .. });
    let listed = knowledge.intents().iter().flat_map(|intent| intent.asks.facts());
    let mut disputed: Vec<&Fact> = Vec::new();
    for fact in listed.filter_map(|id| knowledge.fact(id)).filter(is_disputed) {
        if !disputed.iter().any(|other| other.id == fact.id) {
            disputed.push(fact);
        }
    }
    let Some((page, more)) = part(disputed, request.part, DISPUTES) else {
        let why = if request.part > 1 { Missing::More } else { Missing::Disputes };
        return unknown(knowledge, why, &[]);
    };
    let mut findings = Findings::new(request, page.map(Shown::whole));
    findings.next = more.then(|| request.continued()).into_iter().collect();
    let asked = findings.shown.iter().filter_map(|shown| knowledge.intents_of(&shown.fact.id).next());
    for intent in asked {
        let next = Request::plain(intent.id.clone());
        if !findings.next.contains(&next) {
            findings.next.push(next);
        }
    }
    Answer::Findings(Findings { leads: vec![Lead::Disputes], layout: Layout::Lines, ..findings })
}

/// What a short question wants of the answer before it: where the intent leads for it, else what of the
/// answer says it.
pub(super) fn aspect<'k>(knowledge: &'k Knowledge, before: &Request, asked: Aspect) -> Option<Answer<'k>> {
    let intent = knowledge.intent(&before.intent)?;
    if let Some((_, leads_to)) = intent.aspects.iter().find(|(own, _)| *own == asked) {
        return answer_to(knowledge, &Request::plain(leads_to.clone()));
    }
    let says_it = |fact: &Fact| {
        fact.claims().any(|claim| match asked {
            Aspect::When => claim.dates().next().is_some(),
            Aspect::Where => names_one_of(knowledge, claim.entities(), &[EntityKind::Place]),
            Aspect::Who => {
                let who = [EntityKind::Person, EntityKind::Party, EntityKind::Body, EntityKind::People];
                names_one_of(knowledge, claim.entities(), &who)
            }
            Aspect::Why => false,
        })
    };
    let whole = answer_to(knowledge, before)?;
    let findings = whole.findings()?;
    let telling = findings.shown.iter().filter(|shown| says_it(shown.fact)).cloned().collect();
    let Some(shown) = NonEmpty::from_vec(telling) else {
        return Some(unknown(knowledge, Missing::Near, &findings.next));
    };
    Some(Answer::Findings(Findings { shown, ..findings.clone() }))
}

fn names_one_of<'a>(
    knowledge: &Knowledge,
    mut entities: impl Iterator<Item = &'a EntityId>,
    kinds: &[EntityKind],
) -> bool {
    entities.any(|id| knowledge.entity(id).is_some_and(|entity| kinds.contains(&entity.kind)))
}

/// One part of a long list, counted from 1, and whether more come after it.
fn part<T>(all: Vec<T>, number: usize, size: usize) -> Option<(NonEmpty<T>, bool)> {
    let start = number.checked_sub(1)?.checked_mul(size)?;
    let more = all.len() > start.saturating_add(size);
    let page = all.into_iter().skip(start).take(size).collect();
    Some((NonEmpty::from_vec(page)?, more))
}
