//! What a learner works on and ticks: a topic or a project.

use roadmap::{ProjectId, TopicId};

/// Something to work on.
///
/// ```
/// use planner::Item;
///
/// assert_ne!(Item::Topic("pandas".into()), Item::Project("pandas".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A topic; time spent on it is learning.
    Topic(TopicId),
    /// A project; time spent on it is building.
    Project(ProjectId),
}
