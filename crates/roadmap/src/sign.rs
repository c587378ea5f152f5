//! Signs of success and pitfalls of a checked roadmap.

use crate::{Condition, PitfallId, SignId, Span};

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

/// When to speak of a pitfall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// All of them have to be true.
    pub when: Vec<Condition>,
    /// What is the case; facts stand in braces, such as `{learning_hours}`.
    pub say: String,
    /// What to do about it.
    pub task: String,
}
