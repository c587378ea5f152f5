//! The items that a learner works on and ticks: topics and projects.

use roadmap::{ProjectId, TopicId};

/// A topic or a project.
///
/// ```
/// use planner::Item;
///
/// assert_ne!(Item::Topic("pandas".into()), Item::Project("pandas".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// Time spent on it is learning.
    Topic(TopicId),
    /// Time spent on it is building.
    Project(ProjectId),
}
