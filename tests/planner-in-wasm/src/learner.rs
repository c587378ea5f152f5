//! Everything that a plan and its forecast are computed from.

use std::collections::BTreeSet;

use planner::{
    Answers, Assumptions, Availability, Date, Ending, Forecast, Item, LogEntry, Now, PaceChoice, Plan,
    Progress, ProjectChoices, Week,
};
use roadmap::{Minutes, Roadmap, TopicId};

/// Somebody on a roadmap, as of a day.
pub struct Learner {
    pub(crate) roadmap: Roadmap,
    pub(crate) answers: Answers,
    pub(crate) life: Availability,
    pub(crate) start: Date,
    pub(crate) today: Date,
    pub(crate) projects: ProjectChoices,
    pub(crate) known: BTreeSet<TopicId>,
    pub(crate) progress: Progress,
    pub(crate) pace: PaceChoice,
}

/// The first day of study of everybody here, a Monday.
pub(crate) fn monday() -> Date {
    Date::from_ymd_opt(2027, 1, 4).expect("that year has that day")
}

impl Learner {
    /// Somebody who begins today, with so much study on each day of the week.
    pub(crate) fn new(roadmap: Roadmap, daily: Minutes) -> Self {
        let week = Week::new([daily; 7]).expect("the study of a day fits into a day");
        Self {
            roadmap,
            answers: Answers::default(),
            life: Availability::new(week, []),
            start: monday(),
            today: monday(),
            projects: ProjectChoices::default(),
            known: BTreeSet::new(),
            progress: Progress::default(),
            pace: PaceChoice::Own,
        }
    }

    /// Notes study time.
    pub(crate) fn note(&mut self, item: &Item, on: Date, minutes: Minutes) {
        self.progress.log.add(LogEntry { on, item: item.clone(), minutes });
    }

    pub(crate) fn finish(&mut self, item: &Item, on: Date) {
        self.progress.end(item.clone(), Ending::Finished, on);
    }

    /// The first day of study.
    pub fn start(&self) -> Date {
        self.start
    }

    /// The plan of this learner.
    pub fn plan(&self) -> Plan {
        let given = Assumptions {
            answers: &self.answers,
            availability: &self.life,
            start: self.start,
            projects: &self.projects,
            known: &self.known,
        };
        Plan::make(&self.roadmap, given).expect("the horizon is far enough for all that is made up here")
    }

    /// What is left of the plan, with its dates.
    pub fn forecast(&self, plan: &Plan) -> Forecast {
        let now = Now { progress: &self.progress, today: self.today, pace: self.pace };
        Forecast::make(plan, &self.life, self.start, now).expect("the horizon is far enough")
    }

    /// Computes route, plan and forecast, and returns something of the result.
    pub fn recompute(&self) -> u32 {
        let finish = self.forecast(&self.plan()).finish();
        finish.map_or(0, |finish| (finish.p80 - self.start).num_days() as u32)
    }
}
