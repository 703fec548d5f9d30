//! What the documents say in answer to a request: facts, each with its claims, each with its citations.

use nonempty::NonEmpty;

use crate::domain::{
    Citation, Claim, Difference, EntityId, Fact, Period, Request, SourceId, Testimony, Voice,
};

use crate::understanding::FollowUp;

/// Of the answers to two questions, so many facts each are shown…
const FACTS_OF_TWO: usize = 3;
/// …and so many questions are offered.
const QUESTIONS_AFTER_TWO: usize = 3;

/// What answers a request.
#[derive(Clone, Debug)]
pub struct Findings<'k> {
    /// What was asked for.
    pub request: Request,
    /// What stands above the facts.
    pub leads: Vec<Lead>,
    /// How the facts are set.
    pub layout: Layout,
    /// The facts, in the order in which they are shown.
    pub shown: NonEmpty<Shown<'k>>,
    /// The second of two questions, answered with them.
    pub second: Option<Box<Second>>,
    /// What one may want to ask next.
    pub next: Vec<Request>,
}

/// The second of two questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Second {
    /// What was asked for.
    pub request: Request,
    /// At which of the facts its answer begins.
    pub from: usize,
}

/// A fact as it is shown.
#[derive(Clone, Debug)]
pub struct Shown<'k> {
    /// The fact.
    pub fact: &'k Fact,
    /// Its claims; fewer than it has when one document alone was asked.
    pub claims: NonEmpty<Testified<'k>>,
    /// The year under which it stands, in a list of events.
    pub year: Option<i32>,
}

/// A claim and where it is made.
#[derive(Clone, Debug)]
pub struct Testified<'k> {
    /// The claim.
    pub claim: &'k Claim,
    /// Where the documents that were asked make it.
    pub cited: NonEmpty<&'k Citation>,
}

/// What stands above the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Whom or what they are about.
    Entity(EntityId),
    /// When they happened.
    Time(Period),
    /// That these are the main events.
    Timeline,
    /// That these are the points of dispute.
    Disputes,
    /// Whether the documents agree.
    Agreement(Agreement),
    /// That this is what one document says.
    Says(SourceId),
    /// That one document says nothing, and others do.
    Silent(SourceId),
    /// That one may look for oneself.
    Sure,
}

/// Whether the documents agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They say the same.
    Yes,
    /// They contradict one another, or one itself.
    No,
    /// They speak of different things, or in different detail.
    InPart,
    /// One alone speaks of it.
    Single,
}

/// How facts are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// As running text.
    Text,
    /// A point each, with all that is said.
    List,
    /// A line each: where claims differ, only how.
    Lines,
    /// Not at all: only where they stand.
    Sources,
}

impl<'k> Shown<'k> {
    /// The whole fact.
    pub(super) fn whole(fact: &'k Fact) -> Self {
        let (Testimony::Agreed(first) | Testimony::Differing { claims: NonEmpty { head: first, .. }, .. }) =
            &fact.testimony;
        let mut claims = NonEmpty::new(Testified::whole(first));
        claims.extend(fact.claims().skip(1).map(Testified::whole));
        Self { fact, claims, year: None }
    }

    /// What one document says of it, if anything.
    fn by(&self, source: &SourceId) -> Option<Self> {
        let claims = self.claims.iter().filter_map(|testified| testified.by(source)).collect();
        Some(Self { claims: NonEmpty::from_vec(claims)?, ..*self })
    }

    /// How its claims differ, if two or more are shown.
    pub fn difference(&self) -> Option<Difference> {
        match &self.fact.testimony {
            Testimony::Differing { kind, .. } if self.claims.len() > 1 => Some(*kind),
            _ => None,
        }
    }

    fn sources(&self) -> impl Iterator<Item = &'k SourceId> {
        self.claims.iter().flat_map(|testified| testified.cited.iter().map(|citation| &citation.source))
    }
}

impl<'k> Testified<'k> {
    fn whole(claim: &'k Claim) -> Self {
        Self { claim, cited: claim.cited.as_ref() }
    }

    fn by(&self, source: &SourceId) -> Option<Self> {
        let cited = self.cited.iter().copied().filter(|citation| citation.source == *source).collect();
        Some(Self { claim: self.claim, cited: NonEmpty::from_vec(cited)? })
    }
}

impl<'k> Findings<'k> {
    /// These facts, as running text with nothing above.
    pub(super) fn new(request: &Request, shown: NonEmpty<Shown<'k>>) -> Self {
        Self {
            request: request.clone(),
            leads: Vec::new(),
            layout: Layout::Text,
            shown,
            second: None,
            next: Vec::new(),
        }
    }

    /// What is left when one document is asked, or whether all agree.
    pub(super) fn voiced(mut self) -> Self {
        match &self.request.voice {
            Voice::Each => {}
            Voice::Source(source) => {
                let own = self.shown.iter().filter_map(|shown| shown.by(source)).collect();
                if let Some(own) = NonEmpty::from_vec(own) {
                    self.shown = own;
                    self.leads.push(Lead::Says(source.clone()));
                } else {
                    self.leads.push(Lead::Silent(source.clone()));
                }
            }
            Voice::Agreement => self.leads.push(Lead::Agreement(self.agreement())),
        }
        self
    }

    /// What a message wants that goes on from these findings.
    pub(super) fn follow(&mut self, follow_up: &FollowUp) {
        match follow_up {
            FollowUp::Sure => self.leads.insert(0, Lead::Sure),
            FollowUp::Source => {
                self.leads.clear();
                self.layout = Layout::Sources;
            }
            FollowUp::More | FollowUp::Aspect(_) | FollowUp::Language(_) => {}
        }
    }

    /// Both answers in one, the beginning of each, where both are plain text; else the second question is the
    /// first that is offered.
    pub(super) fn with_second(mut self, other: Self) -> Self {
        if !self.is_plain() || !other.is_plain() {
            self.next.insert(0, other.request);
            return self;
        }
        let mut shown = self.shown;
        shown.truncate(FACTS_OF_TWO);
        let from = shown.len();
        shown.extend(other.shown.into_iter().take(FACTS_OF_TWO));
        let next = self.next.into_iter().chain(other.next).take(QUESTIONS_AFTER_TWO).collect();
        Self {
            shown,
            leads: Vec::new(),
            next,
            second: Some(Box::new(Second { request: other.request, from })),
            ..self
        }
    }

    /// Which of two questions is answered from the fact at a place on.
    pub fn begins(&self, at: usize) -> Option<&Request> {
        let second = self.second.as_ref()?;
        if at == 0 { Some(&self.request) } else { (at == second.from).then_some(&second.request) }
    }

    fn is_plain(&self) -> bool {
        self.layout == Layout::Text && self.leads.iter().all(|lead| matches!(lead, Lead::Entity(_)))
    }

    fn agreement(&self) -> Agreement {
        let differences: Vec<Difference> = self.shown.iter().filter_map(Shown::difference).collect();
        let mut sources = self.shown.iter().flat_map(Shown::sources);
        let first = sources.next();
        if differences.contains(&Difference::Contradiction) {
            Agreement::No
        } else if !differences.is_empty() {
            Agreement::InPart
        } else if sources.all(|source| Some(source) == first) {
            Agreement::Single
        } else {
            Agreement::Yes
        }
    }

    /// The citations of all claims, each once, in the order in which they are shown.
    pub fn citations(&self) -> Vec<&'k Citation> {
        let mut citations: Vec<&Citation> = Vec::new();
        for citation in self.shown.iter().flat_map(|shown| shown.claims.iter()).flat_map(|claim| &claim.cited)
        {
            if !citations.contains(citation) {
                citations.push(citation);
            }
        }
        citations
    }

    /// Whether the sources contradict each other, or one itself, on a fact that is shown.
    pub fn is_disputed(&self) -> bool {
        self.shown.iter().any(|shown| shown.difference() == Some(Difference::Contradiction))
    }
}
