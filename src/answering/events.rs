//! What happened when: the dated facts, in order.

use std::collections::BTreeMap;

use crate::domain::{Claim, Day, EntityKind, Fact, FactId, HistoricalDate, Period, Testimony};
use crate::knowledge::Knowledge;

/// A dated fact and the first day of it.
pub(super) type Event<'k> = (Day, &'k Fact);

/// The facts with a date that fits, the earliest first, among equals those on which all agree, then those that intents
/// list first.
/// What began before `from` stands there.
pub(super) fn events(
    knowledge: &Knowledge,
    from: Option<Day>,
    fits: impl Fn(&HistoricalDate) -> bool,
) -> Vec<Event<'_>> {
    let mut events: Vec<_> = knowledge
        .facts()
        .iter()
        .filter_map(|fact| {
            let dates = fact.claims().flat_map(Claim::dates).filter(|date| fits(date));
            let earliest = dates.map(|date| date.span.first_day()).min()?;
            Some((from.map_or(earliest, |from| earliest.max(from)), telling(knowledge, fact), fact))
        })
        .collect();
    events.sort_by_key(|(day, telling, _)| (*day, *telling));
    events.into_iter().map(|(day, _, fact)| (day, fact)).collect()
}

/// How telling an event is, the most telling first: what is agreed on is an event, what differs a discussion.
fn telling(knowledge: &Knowledge, fact: &Fact) -> (bool, usize) {
    (matches!(fact.testimony, Testimony::Differing { .. }), knowledge.place(fact))
}

/// The most telling event of each year. What is known of books and films is left out.
pub(super) fn of_each_year(knowledge: &Knowledge) -> Vec<Event<'_>> {
    let is_of_work = |fact: &Fact| {
        let about = fact.about.iter().filter_map(|id| knowledge.entity(id));
        about.into_iter().any(|entity| entity.kind == EntityKind::Work)
    };
    let mut years: BTreeMap<i32, Event<'_>> = BTreeMap::new();
    for (day, fact) in events(knowledge, None, |_| true) {
        if is_of_work(fact) {
            continue;
        }
        let best = years.entry(day.year).or_insert((day, fact));
        if telling(knowledge, fact) < telling(knowledge, best.1) {
            *best = (day, fact);
        }
    }
    years.into_values().collect()
}

/// When something was: the date that its entity is given by.
pub(super) fn when(knowledge: &Knowledge, fact: &FactId) -> Option<Period> {
    knowledge.fact(fact)?.claims().find_map(|claim| claim.dates().next().copied()).map(Period::from)
}
