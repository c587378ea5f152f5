//! The topics of a checked roadmap.

use crate::{Step, TopicFile, TopicId};

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

impl From<TopicFile> for Topic {
    fn from(TopicFile { id, title, summary, weight, requires, steps }: TopicFile) -> Self {
        Self { id, title, summary, weight, requires, steps }
    }
}
