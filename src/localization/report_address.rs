//! Where mistakes are reported.

use std::str::FromStr;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use thiserror::Error;
use url::Url;

use crate::domain::FactId;

/// What the ids of the facts in question take the place of.
const FACTS: &str = "{facts}";

/// An address that the ids of facts are put into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportAddress(String);

/// Why a text is no such address.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("'{0}' is not an http:// or https:// address with {FACTS} in it")]
pub struct ReportAddressError(String);

impl FromStr for ReportAddress {
    type Err = ReportAddressError;

    fn from_str(text: &str) -> Result<Self, ReportAddressError> {
        let address = text.trim();
        let filled = Url::parse(&address.replace(FACTS, "x"));
        let is_web = filled.is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if is_web && address.contains(FACTS) {
            Ok(Self(address.to_owned()))
        } else {
            Err(ReportAddressError(text.to_owned()))
        }
    }
}

impl ReportAddress {
    /// The address where a mistake in one of these facts is reported.
    pub(super) fn on<'a>(&self, facts: impl Iterator<Item = &'a FactId>) -> String {
        let ids: Vec<&str> = facts.map(FactId::as_str).collect();
        self.0.replace(FACTS, &utf8_percent_encode(&ids.join(" "), NON_ALPHANUMERIC).to_string())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn facts_are_put_in() {
        let address: ReportAddress = "https://example.org/new?title={facts}".parse().unwrap();
        let facts = ["end-date", "leader"].map(FactId::new);
        assert_eq!(address.on(facts.iter()), "https://example.org/new?title=end%2Ddate%20leader");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", "https://example.org", "{facts}", "mailto:a@example.org?subject={facts}"] {
            assert!(text.parse::<ReportAddress>().is_err(), "{text}");
        }
    }
}
