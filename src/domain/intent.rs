//! Intents: what can be asked.

use nonempty::NonEmpty;

use super::{FactId, IntentId};

/// One kind of question, with the facts that answer it.
#[derive(Clone, Debug)]
pub struct Intent {
    /// Its name.
    pub id: IntentId,
    /// The facts that answer it, most telling first.
    pub facts: NonEmpty<FactId>,
    /// What one may want to ask next.
    pub next: Vec<IntentId>,
}
