//! What the learner has done, by date, and what that makes of a plan.

use std::collections::BTreeMap;

use super::availability::{Availability, Date, DateRange};
use super::effort::Minutes;
use super::id::{ProjectId, TopicId};
use super::plan::{Plan, Scheduled, Work};

/// What is finished, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    topics: BTreeMap<TopicId, Date>,
    projects: BTreeMap<ProjectId, Date>,
}

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing of it is finished.
    NotStarted,
    /// Something of it is finished.
    InProgress,
    /// All of it is finished, the last of it on that date.
    Done(Date),
}

impl Progress {
    /// Notes that a topic was finished on a date.
    pub fn finish_topic(&mut self, topic: TopicId, on: Date) {
        self.topics.insert(topic, on);
    }

    /// Takes back that a topic was finished.
    pub fn reopen_topic(&mut self, topic: &TopicId) {
        self.topics.remove(topic);
    }

    /// Notes that a project was finished on a date.
    pub fn finish_project(&mut self, project: ProjectId, on: Date) {
        self.projects.insert(project, on);
    }

    /// Takes back that a project was finished.
    pub fn reopen_project(&mut self, project: &ProjectId) {
        self.projects.remove(project);
    }

    /// When a topic was finished, on whichever path it was met.
    pub fn topic(&self, topic: &TopicId) -> Option<Date> {
        self.topics.get(topic).copied()
    }

    /// When a project was finished.
    pub fn project(&self, project: &ProjectId) -> Option<Date> {
        self.projects.get(project).copied()
    }

    /// All finished topics.
    pub fn topics(&self) -> impl Iterator<Item = (&TopicId, Date)> {
        self.topics.iter().map(|(topic, &on)| (topic, on))
    }

    /// All finished projects.
    pub fn projects(&self) -> impl Iterator<Item = (&ProjectId, Date)> {
        self.projects.iter().map(|(project, &on)| (project, on))
    }

    /// How far a piece of work has come.
    pub fn status(&self, work: &Work) -> Status {
        let finished: Vec<Option<Date>> = match work {
            Work::Phase { topics, .. } => topics.iter().map(|(topic, _)| self.topic(topic)).collect(),
            Work::Project(project) => vec![self.project(project)],
        };
        let last = finished.iter().copied().flatten().max();
        match (last, finished.iter().all(Option::is_some)) {
            (None, _) => Status::NotStarted,
            (Some(on), true) => Status::Done(on),
            (Some(_), false) => Status::InProgress,
        }
    }

    /// How much of a plan's effort is finished, in whole percent, rounded down.
    ///
    /// Effort counts at the middle of its range. It is 100 if and only if everything is finished.
    ///
    /// ```
    /// use waymark::planner::{Answers, Assumptions, Availability, Date, Minutes, Plan, Progress, ProjectChoices,
    ///                        Turn, Week};
    ///
    /// # let roadmap = waymark::storage::shipped_roadmap();
    /// let mut answers = Answers::default();
    /// answers.give(Turn::first("Assess".into()), "Complete Beginner");
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let plan = Plan::make(&roadmap, Assumptions {
    ///     answers: &answers,
    ///     availability: &Availability::new(Week::on_workdays(Minutes::hours(10)), []),
    ///     start: monday,
    ///     projects: &ProjectChoices::default(),
    /// }).unwrap();
    /// let mut progress = Progress::default();
    /// assert_eq!(progress.percent(&plan), 0);
    /// progress.finish_topic("functions".into(), monday); // one of the three topics of the fundamentals
    /// assert_eq!(progress.percent(&plan), 33);
    /// ```
    pub fn percent(&self, plan: &Plan) -> u32 {
        let (mut done, mut all, mut complete) = (0_u64, 0_u64, true);
        for (finished, effort) in plan.work.iter().flat_map(|scheduled| self.parts(scheduled)) {
            all += u64::from(effort.0);
            done += if finished { u64::from(effort.0) } else { 0 };
            complete &= finished;
        }
        // A plan of nothing is not a finished one, nor is one of which only topics without a minute are left.
        let percent = (done * 100).checked_div(all).unwrap_or(0) as u32;
        if complete { percent } else { percent.min(99) }
    }

    /// The parts that are ticked one by one, each with its middle effort.
    fn parts(&self, scheduled: &Scheduled) -> Vec<(bool, Minutes)> {
        match &scheduled.work {
            Work::Phase { topics, .. } => {
                topics.iter().map(|(topic, effort)| (self.topic(topic).is_some(), *effort)).collect()
            }
            Work::Project(project) => {
                vec![(self.project(project).is_some(), scheduled.effort.middle())]
            }
        }
    }

    /// What is left of the week around `today`: the study time from today on, and what it holds if the next
    /// unfinished work takes the middle of its range.
    pub fn this_week(&self, plan: &Plan, availability: &Availability, start: Date, today: Date) -> ThisWeek {
        let week = DateRange::week_of(today);
        let days: Vec<(Date, Minutes)> = week
            .dates()
            .map(|date| (date, if date < start { Minutes::ZERO } else { availability.capacity(date) }))
            .collect();
        let mut left: Minutes =
            days.iter().filter(|(date, _)| *date >= today).map(|(_, capacity)| *capacity).sum();
        let mut items = Vec::new();
        for (item, effort) in plan.work.iter().flat_map(|scheduled| self.unfinished(scheduled)) {
            if left == Minutes::ZERO {
                break;
            }
            // A topic that two phases on the route share is listed once: finished in one, it is in both.
            if items.iter().any(|(listed, _)| *listed == item) {
                continue;
            }
            let time = effort.min(left);
            left = left.less(time);
            items.push((item, time));
        }
        ThisWeek { days, items }
    }

    fn unfinished(&self, scheduled: &Scheduled) -> Vec<(WeekItem, Minutes)> {
        match &scheduled.work {
            Work::Phase { topics, .. } => topics
                .iter()
                .filter(|(topic, _)| self.topic(topic).is_none())
                .map(|(topic, effort)| (WeekItem::Topic(topic.clone()), *effort))
                .collect(),
            Work::Project(project) if self.project(project).is_none() => {
                vec![(WeekItem::Project(project.clone()), scheduled.effort.middle())]
            }
            Work::Project(_) => Vec::new(),
        }
    }
}

/// What a week holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThisWeek {
    /// Its days from Monday to Sunday with their study time.
    pub days: Vec<(Date, Minutes)>,
    /// What the study time from today on goes to, in order, with the time for each.
    pub items: Vec<(WeekItem, Minutes)>,
}

/// Something to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeekItem {
    /// A topic of a phase.
    Topic(TopicId),
    /// A chosen project.
    Project(ProjectId),
}
