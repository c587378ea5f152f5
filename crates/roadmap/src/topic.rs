//! The topics of a checked roadmap.

use crate::{StepFile, StepId, TopicFile, TopicId};

/// Something learned; the same topic wherever it recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub id: TopicId,
    pub title: String,
    /// May be empty.
    pub summary: String,
    /// Its share of a phase's effort relative to the phase's other topics.
    pub weight: u32,
    /// The topics that have to be learned before it.
    pub requires: Vec<TopicId>,
    /// What to do for it, in order; may be none.
    pub steps: Vec<Step>,
}

/// The smallest thing that is done and ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub title: String,
    /// The percentage of the topic's time that it takes. Those of a topic add up to 100.
    pub share: u32,
}

impl From<TopicFile> for Topic {
    fn from(TopicFile { id, title, summary, weight, requires, steps }: TopicFile) -> Self {
        let step = |StepFile { id, title, share }| Step { id, title, share };
        Self { id, title, summary, weight, requires, steps: steps.into_iter().map(step).collect() }
    }
}
