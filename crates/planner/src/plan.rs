//! The dated plan: the work on a route, in order.

use std::collections::{BTreeMap, BTreeSet};

use crate::availability::{Availability, Date};
use crate::calendar::{Calendar, NoFinish};
use crate::item::Item;
use crate::route::{Answers, Route};
use crate::topics::{PlannedTopic, TopicPlacer};
use roadmap::{Effort, Kind, Node, NodeId, Project, ProjectId, Roadmap, TopicId};

/// The dates if all efforts are at the low ends or at the high ends of their ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateBounds {
    pub earliest: Date,
    pub latest: Date,
}

/// The projects that the learner took into the plan or left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectChoices(BTreeMap<ProjectId, bool>);

impl ProjectChoices {
    pub fn choose(&mut self, project: ProjectId, wanted: bool) {
        self.0.insert(project, wanted);
    }

    /// Whether a project is wanted. By default that is the first project of its node, unless it is only offered.
    pub fn is_chosen(&self, project: &Project, listed: &[Project]) -> bool {
        self.said(&project.id).unwrap_or_else(|| !project.optional && listed.first() == Some(project))
    }

    /// The learner's own choice, if any.
    pub fn said(&self, project: &ProjectId) -> Option<bool> {
        self.0.get(project).copied()
    }

    /// The learner's own choices, by project.
    pub fn iter(&self) -> impl Iterator<Item = (&ProjectId, bool)> {
        self.0.iter().map(|(project, &wanted)| (project, wanted))
    }
}

/// Everything that a plan is computed from, apart from the roadmap.
#[derive(Clone, Copy, Debug)]
pub struct Assumptions<'a> {
    pub answers: &'a Answers,
    pub availability: &'a Availability,
    /// The first date of study.
    pub start: Date,
    pub projects: &'a ProjectChoices,
    /// Topics that the learner knew before the plan.
    pub known: &'a BTreeSet<TopicId>,
}

/// A dated plan up to the first decision without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub route: Route,
    /// In order.
    pub work: Vec<Scheduled>,
}

/// A piece of work with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    pub work: Work,
    /// `None` before the first path.
    pub path: Option<NodeId>,
    pub effort: Effort,
    pub starts: DateBounds,
    pub finishes: DateBounds,
}

/// A part of a plan that takes effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    Phase {
        node: NodeId,
        /// In the order in which they are learned, with those that are known or learned elsewhere.
        topics: Vec<PlannedTopic>,
    },
    Project(ProjectId),
}

impl Work {
    pub fn id(&self) -> WorkId {
        match self {
            Self::Phase { node, .. } => WorkId::Phase(node.clone()),
            Self::Project(project) => WorkId::Project(project.clone()),
        }
    }
}

/// Identifies a piece of work, also in stored plans.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkId {
    Phase(NodeId),
    Project(ProjectId),
}

impl Scheduled {
    /// The items to tick with their efforts: the topics learned in this phase, or the project.
    pub fn items(&self) -> Vec<(Item, Effort)> {
        match &self.work {
            Work::Phase { topics, .. } => topics
                .iter()
                .filter(|topic| topic.is_learned_here())
                .map(|topic| (Item::Topic(topic.topic.clone()), topic.effort))
                .collect(),
            Work::Project(project) => vec![(Item::Project(project.clone()), self.effort)],
        }
    }

    /// All topics of the phase, including those that are known or learned elsewhere; empty for a project.
    pub fn topics(&self) -> &[PlannedTopic] {
        match &self.work {
            Work::Phase { topics, .. } => topics,
            Work::Project(_) => &[],
        }
    }
}

/// A piece of work without dates.
struct Undated {
    work: Work,
    path: Option<NodeId>,
    effort: Effort,
}

impl Plan {
    /// Walks the roadmap and schedules the phases and chosen projects one after the other.
    ///
    /// The reference case: a complete beginner on AI/ML has 17 to 26 weeks to the end of phase 3.
    ///
    /// ```
    /// use planner::{Answers, Assumptions, Availability, Date, Plan, ProjectChoices, Turn, Week};
    /// use roadmap::Minutes;
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let mut answers = Answers::default();
    /// answers.give(Turn::first("Assess".into()), "complete-beginner");
    /// answers.give(Turn::first("ChoosePath".into()), "build-ai-ml-systems");
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let plan = Plan::make(&roadmap, Assumptions {
    ///     answers: &answers,
    ///     availability: &Availability::new(Week::on_workdays(Minutes::hours(10)), []),
    ///     start: monday,
    ///     projects: &ProjectChoices::default(),
    ///     known: &Default::default(),
    /// }).unwrap();
    /// let ready = plan.phases_finish().unwrap();
    /// assert_eq!((ready.earliest - monday).num_days(), 17 * 7 - 3); // the Friday of week 17
    /// assert_eq!((ready.latest - monday).num_days(), 26 * 7 - 3);
    /// ```
    ///
    /// # Errors
    ///
    /// If the work cannot be finished with this availability.
    pub fn make(roadmap: &Roadmap, given: Assumptions<'_>) -> Result<Self, NoFinish> {
        let route = Route::walk(roadmap, given.answers);
        let work = list_work(roadmap, &route, given);
        let total: Effort = work.iter().map(|work| work.effort).sum();
        let calendar = Calendar::accumulate(given.start, given.availability, total.high)?;
        Ok(Self { work: schedule(work, &calendar), route })
    }

    pub fn effort(&self) -> Effort {
        self.work.iter().map(|scheduled| scheduled.effort).sum()
    }

    /// When all work is finished; `None` without work.
    pub fn finish(&self) -> Option<DateBounds> {
        self.work.last().map(|scheduled| scheduled.finishes)
    }

    /// When the last phase is finished, regardless of projects.
    pub fn phases_finish(&self) -> Option<DateBounds> {
        self.phases().last().map(|scheduled| scheduled.finishes)
    }

    /// When the last phase of a path is finished, which is closest to "ready for a job".
    pub fn path_finish(&self, path: &NodeId) -> Option<DateBounds> {
        let of_path = |scheduled: &&Scheduled| scheduled.path.as_ref() == Some(path);
        self.phases().filter(of_path).last().map(|scheduled| scheduled.finishes)
    }

    pub fn phases(&self) -> impl Iterator<Item = &Scheduled> {
        self.work.iter().filter(|scheduled| matches!(scheduled.work, Work::Phase { .. }))
    }

    /// Topics that are known or learned earlier on the route, each with the effort that this saves.
    pub fn saved(&self) -> impl Iterator<Item = &PlannedTopic> {
        self.work.iter().flat_map(Scheduled::topics).filter(|topic| !topic.is_learned_here())
    }

    /// The nodes on the route in order, without decisions.
    pub fn nodes<'a>(&'a self, roadmap: &'a Roadmap) -> impl Iterator<Item = &'a Node> {
        let nodes = self.route.steps.iter().filter_map(|step| roadmap.node(&step.node));
        nodes.filter(|node| !matches!(node.kind, Kind::Decision))
    }

    /// The paths on the route, in order.
    pub fn paths<'a>(&'a self, roadmap: &'a Roadmap) -> impl Iterator<Item = &'a Node> {
        self.nodes(roadmap).filter(|node| matches!(node.kind, Kind::Path(_)))
    }
}

fn list_work(roadmap: &Roadmap, route: &Route, given: Assumptions<'_>) -> Vec<Undated> {
    let mut list = Vec::new();
    let mut placer = TopicPlacer::new(roadmap, given.known);
    let mut path = None;
    for node in route.steps.iter().filter_map(|step| roadmap.node(&step.node)) {
        match &node.kind {
            Kind::Path(_) => path = Some(node.id.clone()),
            Kind::Phase(phase) => {
                let topics = placer.phase(&node.id, phase);
                let effort =
                    topics.iter().filter(|topic| topic.is_learned_here()).map(|topic| topic.effort).sum();
                let work = Work::Phase { node: node.id.clone(), topics };
                list.push(Undated { work, path: path.clone(), effort });
            }
            Kind::Projects(listed) => {
                for project in listed.iter().filter(|project| given.projects.is_chosen(project, listed)) {
                    let work = Work::Project(project.id.clone());
                    list.push(Undated { work, path: path.clone(), effort: project.effort() });
                }
            }
            _ => {}
        }
    }
    list
}

fn schedule(work: Vec<Undated>, calendar: &Calendar) -> Vec<Scheduled> {
    let mut before = Effort::default();
    work.into_iter()
        .map(|Undated { work, path, effort }| {
            let after = before + effort;
            let finishes =
                DateBounds { earliest: calendar.reached(after.low), latest: calendar.reached(after.high) };
            // With an effort of zero, the finish is the end of the previous work, which is before the next free minute.
            let starts = DateBounds {
                earliest: calendar.exceeded(before.low).min(finishes.earliest),
                latest: calendar.exceeded(before.high).min(finishes.latest),
            };
            before = after;
            Scheduled { work, path, effort, starts, finishes }
        })
        .collect()
}
