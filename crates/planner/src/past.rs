//! When each piece of work was begun, as far as marks and log say.

use crate::availability::Date;
use crate::item::Item;
use crate::plan::{Plan, Scheduled};
use crate::progress::Progress;

/// The date on which each piece of work of a plan was begun, in the plan's order; `None` if it was not.
///
/// That is the first date on which something of it was marked as begun or logged. Where there is none, it is the day
/// after the finish before it, or `start`.
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
/// assert_eq!(past::begun(&plan, &progress, monday), [None]);
/// let friday = monday + chrono::Days::new(4);
/// progress.end(Item::Topic("variables".into()), Ending::Finished, friday);
/// assert_eq!(past::begun(&plan, &progress, monday), [Some(monday)]);
/// let tuesday = monday + chrono::Days::new(1);
/// progress.log.add(LogEntry { on: tuesday, item: Item::Topic("variables".into()), minutes: Minutes(30) });
/// assert_eq!(past::begun(&plan, &progress, monday), [Some(tuesday)]);
/// ```
pub fn begun(plan: &Plan, progress: &Progress, start: Date) -> Vec<Option<Date>> {
    plan.work.iter().map(|scheduled| begin(scheduled, progress, start)).collect()
}

fn begin(scheduled: &Scheduled, progress: &Progress, start: Date) -> Option<Date> {
    let items: Vec<Item> = scheduled.items().into_iter().map(|(item, _)| item).collect();
    let started = items.iter().filter_map(|item| progress.mark(item).started);
    let logged = progress.log.entries().iter().filter(|entry| items.contains(&entry.item));
    let sign = started.chain(logged.map(|entry| entry.on)).min();
    let finished = items.iter().filter_map(|item| progress.finished(item)).min();
    match (sign, finished) {
        (Some(sign), Some(finished)) => Some(sign.min(finished)),
        (Some(sign), None) => Some(sign),
        (None, Some(finished)) => {
            Some(after_the_finish_before(finished, progress).unwrap_or(start).min(finished))
        }
        (None, None) => None,
    }
}

/// The day after the last finish before a date.
fn after_the_finish_before(date: Date, progress: &Progress) -> Option<Date> {
    let finishes = progress.marks().filter_map(|(item, _)| progress.finished(item));
    finishes.filter(|on| *on < date).max()?.succ_opt()
}
