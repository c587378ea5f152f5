//! Facts about a learner's study, by which a roadmap says when it has something to say.

use std::collections::{BTreeMap, BTreeSet};

use crate::availability::Date;
use crate::item::Item;
use crate::plan::{Plan, Scheduled, Work};
use crate::progress::{Progress, Status};
use crate::topics::TopicPlace;
use roadmap::{Condition, Fact, Kind, Minutes, NodeId, Roadmap, TopicId};

/// What is known about a learner's study on a day.
///
/// ```
/// # use planner::*;
/// # use roadmap::{Fact, Minutes};
/// # let roadmap = roadmap::shipped_roadmap();
/// # let mut answers = Answers::default();
/// # answers.give(Turn::first("Assess".into()), "complete-beginner");
/// # let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// # let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// # let (projects, known) = Default::default();
/// # let given = Assumptions { answers: &answers, availability: &life, start: monday, projects: &projects, known: &known };
/// # let plan = Plan::make(&roadmap, given).unwrap();
/// let mut progress = Progress::default();
/// progress.log.add(LogEntry::new(monday, Item::Topic("variables".into()), Minutes(90)));
/// let today = monday + chrono::Days::new(20);
/// let facts = Facts { roadmap: &roadmap, plan: &plan, progress: &progress, start: monday, today, online: 0 };
/// assert_eq!(facts.value(Fact::LearningHours), 1.5);
/// assert_eq!(facts.value(Fact::WeeksSinceStart), 2.0);
/// assert_eq!(facts.value(Fact::FundamentalsLeft), 3.0);
/// assert!(facts.hold(&["learning_hours >= 1".parse().unwrap(), "paths_chosen = 0".parse().unwrap()]));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub roadmap: &'a Roadmap,
    pub plan: &'a Plan,
    pub progress: &'a Progress,
    /// The first day of study.
    pub start: Date,
    pub today: Date,
    /// Projects with a link that others can open.
    pub online: usize,
}

impl Facts<'_> {
    /// Whether all of these conditions are true.
    pub fn hold(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| condition.holds(self.value(condition.fact)))
    }

    /// Hours with their fractions, everything else as a count.
    pub fn value(&self, fact: Fact) -> f64 {
        let hours = |minutes: Minutes| f64::from(minutes.0) / 60.0;
        let count = match fact {
            Fact::LearningHours => return hours(self.progress.log.shares().learning),
            Fact::BuildingHours => return hours(self.progress.log.shares().building),
            Fact::WeeksSinceStart => return (self.today - self.start).num_weeks().max(0) as f64,
            Fact::FundamentalsLeft => self.topics(false).filter(|status| !status.is_closed()).count(),
            Fact::PathTopicsStarted => {
                let is_begun = |status: &Status| matches!(status, Status::InProgress | Status::Done(_));
                self.topics(true).filter(is_begun).count()
            }
            Fact::PathPhasesDone => {
                let of_path = self.plan.phases().filter(|scheduled| scheduled.path.is_some());
                of_path.filter(|phase| matches!(self.progress.status(phase), Status::Done(_))).count()
            }
            Fact::PathsChosen => self.plan.paths(self.roadmap).count(),
            Fact::PathSwitches => self.paths_left().count(),
            Fact::ProjectsStarted => self
                .projects()
                .filter(|status| matches!(status, Status::InProgress | Status::Done(_)))
                .count(),
            Fact::ProjectsDone => self.projects().filter(|status| matches!(status, Status::Done(_))).count(),
            Fact::ProjectsOnline => self.online,
        };
        count as f64
    }

    /// The topics learned on the plan, those of its paths or those before.
    fn topics(&self, of_path: bool) -> impl Iterator<Item = Status> {
        let phases = self.plan.phases().filter(move |scheduled| scheduled.path.is_some() == of_path);
        phases.flat_map(Scheduled::items).map(|(item, _)| self.progress.status_of(&item))
    }

    fn projects(&self) -> impl Iterator<Item = Status> {
        let items = self.roadmap.projects().map(|project| Item::Project(project.id.clone()));
        items.map(|item| self.progress.status_of(&item))
    }

    /// Paths that are not on the route, although time was logged on topics that only they have.
    fn paths_left(&self) -> impl Iterator<Item = &NodeId> {
        let on_plan = self.plan.work.iter().flat_map(topics_of);
        let chosen: BTreeSet<&NodeId> = self.plan.paths(self.roadmap).map(|node| &node.id).collect();
        let paths = self.roadmap.nodes().iter().filter(|node| matches!(node.kind, Kind::Path(_)));
        let topics: Vec<(&NodeId, Vec<&TopicId>)> =
            paths.map(|node| (&node.id, self.topics_of_path(&node.id))).collect();
        let mut count: BTreeMap<&TopicId, usize> = BTreeMap::new();
        for topic in topics.iter().flat_map(|(_, topics)| topics).copied().chain(on_plan) {
            *count.entry(topic).or_default() += 1;
        }
        let is_logged = |topic: &TopicId| self.progress.log.on(&Item::Topic(topic.clone())) > Minutes::ZERO;
        let left = topics.into_iter().filter(move |(path, topics)| {
            !chosen.contains(path)
                && topics.iter().any(|topic| count.get(topic) == Some(&1) && is_logged(topic))
        });
        left.map(|(path, _)| path)
    }

    /// The topics of the phases that follow a path without another decision.
    fn topics_of_path(&self, path: &NodeId) -> Vec<&TopicId> {
        let (mut topics, mut seen, mut next) = (Vec::new(), BTreeSet::new(), vec![path]);
        while let Some(at) = next.pop() {
            for edge in self.roadmap.edges_from(at) {
                let Some(node) = self.roadmap.node(&edge.to).filter(|node| seen.insert(&node.id)) else {
                    continue;
                };
                if let Kind::Phase(phase) = &node.kind {
                    topics.extend(&phase.topics);
                }
                if !matches!(node.kind, Kind::Decision | Kind::Path(_)) {
                    next.push(&node.id);
                }
            }
        }
        topics
    }
}

/// The topics of a piece of work that are not learned elsewhere.
fn topics_of(scheduled: &Scheduled) -> impl Iterator<Item = &TopicId> {
    let topics = match &scheduled.work {
        Work::Phase { topics, .. } => &topics[..],
        Work::Project(_) => &[],
    };
    topics.iter().filter(|topic| !matches!(topic.learned, TopicPlace::In(_))).map(|topic| &topic.topic)
}
