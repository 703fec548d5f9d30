//! The Fluent functions: names and dates in their grammatical forms, numbers in their groups.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent::types::FluentType;
use fluent::{FluentArgs, FluentValue};

use super::markup::escape;

/// The form that a value has when no case is asked for.
pub(super) const NOMINATIVE: &str = "nominative";

/// One value, once for each form that its language has for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forms(BTreeMap<String, String>);

impl Forms {
    pub(super) fn new(forms: BTreeMap<String, String>) -> Self {
        Self(forms)
    }

    /// The form of that name.
    pub(super) fn get(&self, case: &str) -> Option<&str> {
        self.0.get(case).map(String::as_str)
    }

    /// As an argument of a message.
    pub(super) fn into_value(self) -> FluentValue<'static> {
        FluentValue::Custom(Box::new(self))
    }

    fn nominative(&self) -> Cow<'static, str> {
        escape(self.get(NOMINATIVE).unwrap_or_default()).into()
    }
}

impl FluentType for Forms {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.nominative()
    }

    fn as_string_threadsafe(&self, _: &intl_memoizer::concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.nominative()
    }
}

/// The Fluent functions `DATE` and `NAME`: `DATE($date, case: "when")` is the value in that form.
pub(super) fn in_case<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let case = match named.get("case") {
        None => NOMINATIVE,
        Some(FluentValue::String(case)) => case.as_ref(),
        Some(_) => return FluentValue::Error,
    };
    let Some(FluentValue::Custom(value)) = positional.first() else {
        return FluentValue::Error;
    };
    let form = value.as_any().downcast_ref::<Forms>().and_then(|forms| forms.get(case));
    form.map_or(FluentValue::Error, |form| escape(form).into())
}

/// The Fluent function `NUMBER`: a count with the language's own grouping, such as 25,000.
pub(super) fn grouped<'a>(positional: &[FluentValue<'a>], thousands: &str) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else {
        return FluentValue::Error;
    };
    let digits = number.as_string();
    // Four digits stay together, as style guides have it.
    if digits.len() <= 4 {
        return digits.into_owned().into();
    }
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push_str(thousands);
        }
        written.push(digit);
    }
    written.into()
}
