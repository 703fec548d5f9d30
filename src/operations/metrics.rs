//! Everything that is counted: the only place that knows names and labels of metrics.

use std::fmt;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use super::labels::{CallResult, Kind, LimitedBy};
use super::pulse::Pulse;
use crate::answering::Outcome;
use crate::domain::LanguageId;
use crate::storage::{InboxState, Moment};

/// Seconds; an answer takes milliseconds, and a call that is made again many seconds.
const BUCKETS: [f64; 15] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

/// What is counted, with a method for each thing that can happen.
pub struct Metrics {
    registry: Registry,
    updates: Family<KindLabel, Counter>,
    answers: Family<AnswerLabels, Counter>,
    update_to_reply: Histogram,
    inbox: InboxGauges,
    set_aside: Counter,
    calls: Family<CallLabels, Counter>,
    retries: Family<MethodLabel, Counter>,
    last_contact: Gauge,
    limited: Family<ByLabel, Counter>,
    storage_errors: Counter,
    contact: Pulse,
    progress: Pulse,
}

/// Not a number while the database does not answer.
#[derive(Default)]
struct InboxGauges {
    updates: Gauge<f64, AtomicU64>,
    oldest: Gauge<f64, AtomicU64>,
    set_aside: Gauge<f64, AtomicU64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct KindLabel {
    kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct AnswerLabels {
    outcome: &'static str,
    language: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CallLabels {
    method: String,
    result: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct MethodLabel {
    method: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByLabel {
    by: &'static str,
}

impl Metrics {
    /// Metrics of a bot that answers in these languages. What can be counted is there from the start, as 0.
    pub fn new(languages: &[LanguageId]) -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("tarikh"),
            updates: Family::default(),
            answers: Family::default(),
            update_to_reply: Histogram::new(BUCKETS),
            inbox: InboxGauges::default(),
            set_aside: Counter::default(),
            calls: Family::default(),
            retries: Family::default(),
            last_contact: Gauge::default(),
            limited: Family::default(),
            storage_errors: Counter::default(),
            contact: Pulse::silent(),
            progress: Pulse::beating(),
        };
        for kind in Kind::ALL {
            metrics.updates.get_or_create(&KindLabel { kind: kind.as_str() }).inc_by(0);
        }
        for language in languages {
            for outcome in Outcome::ALL {
                metrics.answers.get_or_create(&AnswerLabels::new(outcome, language)).inc_by(0);
            }
        }
        for by in LimitedBy::ALL {
            metrics.limited.get_or_create(&ByLabel { by: by.as_str() }).inc_by(0);
        }
        metrics.registered()
    }

    /// An update was written into the inbox.
    pub fn received(&self, kind: Kind) {
        self.updates.get_or_create(&KindLabel { kind: kind.as_str() }).inc();
    }

    /// A reply was accepted, so long after its update came; `outcome` where it answers a question.
    pub fn replied(&self, after: Duration, outcome: Option<Outcome>, language: &LanguageId) {
        self.update_to_reply.observe(after.as_secs_f64());
        if let Some(outcome) = outcome {
            self.answers.get_or_create(&AnswerLabels::new(outcome, language)).inc();
        }
    }

    /// An update has left the inbox.
    pub fn finished(&self) {
        self.progress.beat();
    }

    /// An update is not tried any more.
    pub fn set_aside(&self) {
        self.set_aside.inc();
        self.progress.beat();
    }

    /// A method of the Bot API was called.
    pub fn called(&self, method: &str, result: CallResult) {
        if result.is_contact() {
            self.contact.beat();
            self.last_contact.set(Moment::now().0);
        }
        let labels = CallLabels { method: in_lower_camel_case(method), result: result.as_str() };
        self.calls.get_or_create(&labels).inc();
    }

    /// A call that has failed is going to be made again.
    pub fn retried(&self, method: &str) {
        self.retries.get_or_create(&MethodLabel { method: in_lower_camel_case(method) }).inc();
    }

    /// An update was not answered, because there were too many before it.
    pub fn limited(&self, by: LimitedBy) {
        self.limited.get_or_create(&ByLabel { by: by.as_str() }).inc();
    }

    /// The database could not do what it was asked.
    pub fn storage_failed(&self) {
        self.storage_errors.inc();
    }

    /// How long ago Telegram has answered; nothing when it never has.
    pub(super) fn since_contact(&self) -> Option<Duration> {
        self.contact.elapsed()
    }

    /// How long ago an update was finished or, before the first, how long the bot has run.
    pub(super) fn since_progress(&self) -> Duration {
        self.progress.elapsed().unwrap_or_default()
    }

    /// All of it as text of `OpenMetrics`, with what the database says of the inbox.
    ///
    /// # Errors
    /// Never: writing into a string does not fail.
    pub(super) fn write(&self, inbox: Option<InboxState>) -> Result<String, fmt::Error> {
        self.inbox.set(inbox);
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    fn registered(mut self) -> Self {
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        let registry = &mut self.registry;
        registry.register("build", "The version that runs", build);
        registry.register(
            "updates",
            "Updates received: message, callback_query, my_chat_member or other",
            self.updates.clone(),
        );
        registry.register(
            "answers",
            "Questions whose reply was accepted, by outcome (answer, clarify, unknown, smalltalk) and language",
            self.answers.clone(),
        );
        registry.register_with_unit(
            "update_to_reply",
            "From the arrival of an update until its whole reply was accepted",
            Unit::Seconds,
            self.update_to_reply.clone(),
        );
        registry.register("inbox_updates", "Updates that wait or are in work", self.inbox.updates.clone());
        registry.register_with_unit(
            "inbox_oldest",
            "Age of the oldest update that waits or is in work; 0 when there is none",
            Unit::Seconds,
            self.inbox.oldest.clone(),
        );
        registry.register(
            "inbox_set_aside",
            "Updates that are kept and not tried any more",
            self.inbox.set_aside.clone(),
        );
        registry.register(
            "updates_set_aside",
            "Updates given up because handling them failed again and again",
            self.set_aside.clone(),
        );
        registry.register("telegram_calls", "Calls of the Bot API, by method and result (ok, refused, too_many_requests, server_error, network, garbled)", self.calls.clone());
        registry.register(
            "telegram_call_retries",
            "Calls of the Bot API made again after a failure, by method",
            self.retries.clone(),
        );
        registry.register_with_unit(
            "telegram_last_contact_timestamp",
            "Unix time of the last answer of the Bot API; 0 before the first",
            Unit::Seconds,
            self.last_contact.clone(),
        );
        registry.register(
            "updates_limited",
            "Updates not answered because too much was asked, by user or by chat",
            self.limited.clone(),
        );
        registry.register(
            "storage_errors",
            "Failures of the database, each attempt counted",
            self.storage_errors.clone(),
        );
        self
    }
}

impl InboxGauges {
    fn set(&self, inbox: Option<InboxState>) {
        let [mut updates, mut oldest, mut set_aside] = [f64::NAN; 3];
        if let Some(inbox) = inbox {
            updates = inbox.waiting.into();
            oldest = inbox.earliest.map_or(0.0, |earliest| earliest.elapsed().as_secs_f64());
            set_aside = inbox.set_aside.into();
        }
        self.updates.set(updates);
        self.oldest.set(oldest);
        self.set_aside.set(set_aside);
    }
}

impl AnswerLabels {
    fn new(outcome: Outcome, language: &LanguageId) -> Self {
        Self { outcome: outcome.as_str(), language: language.to_string() }
    }
}

/// `SendMessage` is `sendMessage` in the Bot API.
fn in_lower_camel_case(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inbox_is_unknown_while_the_database_does_not_answer() {
        let metrics = Metrics::new(&[]);
        let inbox = InboxState { waiting: 3, earliest: Some(Moment::now()), set_aside: 1 };
        let known = metrics.write(Some(inbox)).expect("text");
        assert!(known.contains("\ntarikh_inbox_updates 3.0\n"), "{known}");
        assert!(known.contains("\ntarikh_inbox_set_aside 1.0\n"), "{known}");
        let unknown = metrics.write(None).expect("text");
        assert!(unknown.contains("\ntarikh_inbox_updates NaN\n"), "{unknown}");
    }
}
