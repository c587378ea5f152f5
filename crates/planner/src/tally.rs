//! How much of a plan is done.

use crate::forecast::Remaining;
use crate::item::Item;
use crate::plan::{Plan, Scheduled};
use crate::progress::{Progress, Status};
use roadmap::{Effort, Minutes};

/// How much of a plan is done: the one account behind every figure that says "done" or "left".
///
/// What is left out does not count, and what was finished on another path does. Efforts are the middles of their
/// ranges; logged time counts for its share of what an unfinished item takes.
///
/// ```
/// # use planner::*;
/// # use roadmap::Minutes;
/// # let roadmap = roadmap::shipped_roadmap();
/// # let mut answers = Answers::default();
/// # answers.give(Turn::first("Assess".into()), "complete-beginner");
/// # let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// # let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// # let (projects, known) = Default::default();
/// # let given = Assumptions { answers: &answers, availability: &life, start: monday, projects: &projects, known: &known };
/// # let plan = Plan::make(&roadmap, given).unwrap();
/// let mut progress = Progress::default();
/// progress.end(Item::Topic("variables".into()), Ending::Finished, monday);
/// let now = Now::of(&roadmap, &given, &progress, monday, PaceChoice::Own);
/// let tally = Tally::of(&plan, &progress, &Remaining::of(&plan, &now));
/// // 40 to 80 hours count as 60, each of the three topics as 20.
/// assert_eq!((tally.done, tally.total), (Minutes::hours(20), Minutes::hours(60)));
/// assert_eq!((tally.finished, tally.items, tally.percent()), (1, 3, 33));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Topics and projects that are finished.
    pub finished: usize,
    /// Topics and projects in all.
    pub items: usize,
    pub done: Minutes,
    pub total: Minutes,
    /// What is left, at the pace of the estimates.
    pub left: Effort,
    is_complete: bool,
}

impl Tally {
    pub fn of(plan: &Plan, progress: &Progress, remaining: &Remaining) -> Self {
        let elsewhere: Minutes = remaining.also_done.iter().map(|one| one.effort.middle()).sum();
        let mut tally = Self {
            finished: remaining.also_done.len(),
            items: remaining.also_done.len(),
            done: elsewhere,
            total: elsewhere,
            left: remaining.items().map(|open| open.left).sum(),
            is_complete: !plan.work.is_empty() && remaining.is_nothing(),
        };
        for (item, effort) in plan.work.iter().flat_map(Scheduled::items) {
            tally.add(&item, effort, progress);
        }
        tally.done += remaining.items().map(|open| open.done).sum();
        tally
    }

    fn add(&mut self, item: &Item, effort: Effort, progress: &Progress) {
        match progress.status_of(item) {
            Status::Skipped(_) => return,
            Status::Done(_) => {
                self.finished += 1;
                self.done += effort.middle();
            }
            Status::NotStarted | Status::InProgress | Status::Known => {}
        }
        self.items += 1;
        self.total += effort.middle();
    }

    /// The finished share of the effort, in whole percent, rounded down. It is 100 if and only if nothing is left to do.
    pub fn percent(&self) -> u32 {
        if self.is_complete {
            return 100;
        }
        // What is left may be topics of zero minutes only.
        let percent = (u64::from(self.done.0) * 100).checked_div(u64::from(self.total.0)).unwrap_or(0);
        (percent as u32).min(99)
    }
}
