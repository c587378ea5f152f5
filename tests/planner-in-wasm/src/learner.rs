//! The input of a plan and its forecast.

use std::collections::BTreeSet;

use planner::{
    Answers, Assumptions, Availability, Date, Ending, Forecast, Item, LogEntry, Now, PaceChoice, Plan,
    Progress, ProjectChoices, Week,
};
use roadmap::{Minutes, Roadmap, TopicId};

pub struct Learner {
    pub(crate) roadmap: Roadmap,
    pub(crate) answers: Answers,
    pub(crate) availability: Availability,
    pub(crate) start: Date,
    pub(crate) today: Date,
    pub(crate) projects: ProjectChoices,
    pub(crate) known: BTreeSet<TopicId>,
    pub(crate) progress: Progress,
    pub(crate) pace: PaceChoice,
}

/// The first day of study of every learner here.
pub(crate) fn monday() -> Date {
    Date::from_ymd_opt(2027, 1, 4).expect("that year has that day")
}

impl Learner {
    /// A learner who starts today and studies `daily` minutes every day.
    pub(crate) fn new(roadmap: Roadmap, daily: Minutes) -> Self {
        let week = Week::new([daily; 7]).expect("the study of a day fits into a day");
        Self {
            roadmap,
            answers: Answers::default(),
            availability: Availability::new(week, []),
            start: monday(),
            today: monday(),
            projects: ProjectChoices::default(),
            known: BTreeSet::new(),
            progress: Progress::default(),
            pace: PaceChoice::Own,
        }
    }

    pub(crate) fn log(&mut self, item: &Item, on: Date, minutes: Minutes) {
        self.progress.log.add(LogEntry::new(on, item.clone(), minutes));
    }

    pub(crate) fn finish(&mut self, item: &Item, on: Date) {
        self.progress.end(item.clone(), Ending::Finished, on);
    }

    pub fn start(&self) -> Date {
        self.start
    }

    fn given(&self) -> Assumptions<'_> {
        Assumptions {
            answers: &self.answers,
            availability: &self.availability,
            start: self.start,
            projects: &self.projects,
            known: &self.known,
        }
    }

    pub fn plan(&self) -> Plan {
        Plan::make(&self.roadmap, self.given()).expect("every generated plan ends within the horizon")
    }

    pub fn forecast(&self, plan: &Plan) -> Forecast {
        let now = Now::of(&self.roadmap, &self.given(), &self.progress, self.today, self.pace);
        Forecast::make(plan, &self.availability, &now).expect("every generated plan ends within the horizon")
    }

    /// Computes route, plan and forecast; the result depends on all of it.
    pub fn recompute(&self) -> u32 {
        let finish = self.forecast(&self.plan()).finish();
        finish.map_or(0, |finish| (finish.p80 - self.start).num_days() as u32)
    }
}
