//! Route and schedule together: which work, in which order, between which dates.

use std::collections::{BTreeMap, BTreeSet};

use super::availability::{Availability, Date};
use super::calendar::{Calendar, NoFinish};
use super::item::Item;
use super::route::{Answers, Route};
use super::topics::{Placing, PlannedTopic};
use roadmap::{Effort, Kind, Minutes, Node, NodeId, ProjectFile, ProjectId, Roadmap, TopicId};

/// Between the date if all efforts are at the low end of their ranges and the date if all are at the high end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// With the low estimates.
    pub earliest: Date,
    /// With the high estimates.
    pub latest: Date,
}

/// Which projects the learner wants to build, where they have said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectChoices(BTreeMap<ProjectId, bool>);

impl ProjectChoices {
    /// Takes a project into the plan, or leaves it out.
    pub fn choose(&mut self, project: ProjectId, wanted: bool) {
        self.0.insert(project, wanted);
    }

    /// Whether a project is wanted. Until the learner says otherwise that is the first of those listed with it.
    pub fn is_chosen(&self, project: &ProjectFile, listed: &[ProjectFile]) -> bool {
        self.said(&project.id).unwrap_or_else(|| listed.first() == Some(project))
    }

    /// What the learner has said of a project, if they have.
    pub fn said(&self, project: &ProjectId) -> Option<bool> {
        self.0.get(project).copied()
    }

    /// What the learner has said, by project.
    pub fn iter(&self) -> impl Iterator<Item = (&ProjectId, bool)> {
        self.0.iter().map(|(project, &wanted)| (project, wanted))
    }
}

/// What a plan is computed from, beside the roadmap.
#[derive(Clone, Copy, Debug)]
pub struct Assumptions<'a> {
    /// The learner's answers.
    pub answers: &'a Answers,
    /// When the learner can study.
    pub availability: &'a Availability,
    /// The first day of study.
    pub start: Date,
    /// Which projects the learner wants to build.
    pub projects: &'a ProjectChoices,
    /// The topics that the learner knew before the plan.
    pub known: &'a BTreeSet<TopicId>,
}

/// A dated plan, as far as the answers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The walk.
    pub route: Route,
    /// The work on the route, in order.
    pub work: Vec<Scheduled>,
}

/// A piece of work with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// What is done.
    pub work: Work,
    /// The path it belongs to; none before the first path.
    pub path: Option<NodeId>,
    /// How much it takes.
    pub effort: Effort,
    /// When it begins.
    pub starts: Between,
    /// When it is finished.
    pub finishes: Between,
}

/// What is done: the parts of a plan that take effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// A phase with its topics.
    Phase {
        /// The phase.
        node: NodeId,
        /// Its topics in the order in which they are learned, and those that need not be learned there.
        topics: Vec<PlannedTopic>,
    },
    /// A chosen project.
    Project(ProjectId),
}

impl Work {
    /// Names the work.
    pub fn id(&self) -> WorkId {
        match self {
            Self::Phase { node, .. } => WorkId::Phase(node.clone()),
            Self::Project(project) => WorkId::Project(project.clone()),
        }
    }
}

/// Names a piece of work, also in what is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkId {
    /// A phase, by its node.
    Phase(NodeId),
    /// A project.
    Project(ProjectId),
}

impl Scheduled {
    /// What is ticked one by one: the topics that are learned in this phase, or the project; each with its effort.
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

    /// All topics of the phase, also those that need not be learned there; none for a project.
    pub fn topics(&self) -> &[PlannedTopic] {
        match &self.work {
            Work::Phase { topics, .. } => topics,
            Work::Project(_) => &[],
        }
    }
}

/// Work in order, before it has dates.
struct Todo {
    work: Work,
    path: Option<NodeId>,
    effort: Effort,
}

impl Plan {
    /// Walks the route and lays its phases and chosen projects on the learner's days.
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
    /// If the work on the route cannot be finished with that availability.
    pub fn make(roadmap: &Roadmap, given: Assumptions<'_>) -> Result<Self, NoFinish> {
        let route = Route::walk(roadmap, given.answers);
        let todo = list_work(roadmap, &route, given);
        let total: Effort = todo.iter().map(|todo| todo.effort).sum();
        let calendar = Calendar::gather(given.start, given.availability, total.high)?;
        Ok(Self { work: lay(todo, &calendar), route })
    }

    /// The effort of all work.
    pub fn effort(&self) -> Effort {
        self.work.iter().map(|scheduled| scheduled.effort).sum()
    }

    /// When all work is finished; nothing if there is none.
    pub fn finish(&self) -> Option<Between> {
        self.work.last().map(|scheduled| scheduled.finishes)
    }

    /// When the last phase is finished, whatever projects are chosen.
    pub fn phases_finish(&self) -> Option<Between> {
        self.phases().last().map(|scheduled| scheduled.finishes)
    }

    /// When the last phase of a path is finished: what comes closest to "ready for a job".
    pub fn path_finish(&self, path: &NodeId) -> Option<Between> {
        let of_path = |scheduled: &&Scheduled| scheduled.path.as_ref() == Some(path);
        self.phases().filter(of_path).last().map(|scheduled| scheduled.finishes)
    }

    /// The phases, without projects.
    pub fn phases(&self) -> impl Iterator<Item = &Scheduled> {
        self.work.iter().filter(|scheduled| matches!(scheduled.work, Work::Phase { .. }))
    }

    /// The topics that need not be learned where they stand, known ones or those learned before on the route,
    /// each with the effort that this saves.
    pub fn saved(&self) -> impl Iterator<Item = &PlannedTopic> {
        self.work.iter().flat_map(Scheduled::topics).filter(|topic| !topic.is_learned_here())
    }

    /// The nodes on the route in order, decisions left out.
    pub fn nodes<'a>(&'a self, roadmap: &'a Roadmap) -> impl Iterator<Item = &'a Node> {
        let nodes = self.route.steps.iter().filter_map(|step| roadmap.node(&step.node));
        nodes.filter(|node| !matches!(node.kind, Kind::Decision))
    }

    /// The paths on the route, in order.
    pub fn paths<'a>(&'a self, roadmap: &'a Roadmap) -> impl Iterator<Item = &'a Node> {
        self.nodes(roadmap).filter(|node| matches!(node.kind, Kind::Path(_)))
    }
}

fn list_work(roadmap: &Roadmap, route: &Route, given: Assumptions<'_>) -> Vec<Todo> {
    let mut list = Vec::new();
    let mut placing = Placing::new(roadmap, given.known);
    let mut path = None;
    for node in route.steps.iter().filter_map(|step| roadmap.node(&step.node)) {
        match &node.kind {
            Kind::Path(_) => path = Some(node.id.clone()),
            Kind::Phase(phase) => {
                let topics = placing.phase(&node.id, phase);
                let effort =
                    topics.iter().filter(|topic| topic.is_learned_here()).map(|topic| topic.effort).sum();
                let work = Work::Phase { node: node.id.clone(), topics };
                list.push(Todo { work, path: path.clone(), effort });
            }
            Kind::Projects(listed) => {
                for project in listed.iter().filter(|project| given.projects.is_chosen(project, listed)) {
                    let effort = Effort::of(project.estimate_hours, Minutes::hours(1));
                    let work = Work::Project(project.id.clone());
                    list.push(Todo { work, path: path.clone(), effort });
                }
            }
            _ => {}
        }
    }
    list
}

fn lay(todo: Vec<Todo>, calendar: &Calendar) -> Vec<Scheduled> {
    let mut before = Effort::default();
    todo.into_iter()
        .map(|Todo { work, path, effort }| {
            let after = before + effort;
            let finishes =
                Between { earliest: calendar.gathered(after.low), latest: calendar.gathered(after.high) };
            // Work whose low estimate is nothing takes no day of its own: it begins when it is finished.
            let starts = Between {
                earliest: calendar.beyond(before.low).min(finishes.earliest),
                latest: calendar.beyond(before.high).min(finishes.latest),
            };
            before = after;
            Scheduled { work, path, effort, starts, finishes }
        })
        .collect()
}
