//! Which milestone of a project can be built with what the learner knows.

use std::collections::BTreeSet;

use crate::item::Item;
use crate::progress::Progress;
use crate::steps::StepKey;
use roadmap::{Milestone, Project, TopicId};

/// The first open milestone of a project that is not closed, if every topic that it needs is finished or known.
///
/// ```
/// use planner::{Date, Ending, Item, Progress, milestones};
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let project = roadmap.project(&"sales-dashboard".into()).unwrap();
/// let mut progress = Progress::default();
/// assert_eq!(milestones::ready(project, &progress, &Default::default()), None);
/// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// progress.end(Item::Topic("pandas".into()), Ending::Finished, monday);
/// let ready = milestones::ready(project, &progress, &Default::default()).unwrap();
/// assert_eq!(ready.title, "One chart from real data");
/// ```
pub fn ready<'a>(
    project: &'a Project,
    progress: &Progress,
    known: &BTreeSet<TopicId>,
) -> Option<&'a Milestone> {
    let item = Item::Project(project.id.clone());
    let is_open = |milestone: &&Milestone| {
        progress.step_done(&item, &StepKey::OfRoadmap(milestone.id.clone())).is_none()
    };
    let can_do =
        |topic: &TopicId| known.contains(topic) || progress.finished(&Item::Topic(topic.clone())).is_some();
    let next = project.milestones.iter().find(is_open)?;
    let is_closed = progress.status_of(&item).is_closed();
    (!is_closed && next.topics.iter().all(can_do)).then_some(next)
}
