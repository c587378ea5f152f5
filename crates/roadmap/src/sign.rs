//! Signs of success and pitfalls of a checked roadmap.

use crate::{Condition, PitfallId, SignId, Span, Trigger};

/// A level and the signs by which a learner can tell that it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub title: String,
    /// Usual number of months until then, according to the roadmap's source.
    pub months: Span,
    pub signs: Vec<Sign>,
}

/// Something that a learner can do at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Unique within the roadmap.
    pub id: SignId,
    pub text: String,
    /// The sign is offered when all of these are true; never if there are none.
    pub suggest: Vec<Condition>,
}

/// A common problem and its solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pitfall {
    /// Unique within the roadmap.
    pub id: PitfallId,
    pub title: String,
    pub problem: String,
    pub answer: String,
    pub triggers: Vec<Trigger>,
}
