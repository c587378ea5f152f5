//! Breaks in the learner's study.

use crate::availability::{Availability, Date, DateRange};
use crate::plan::{Plan, Scheduled};
use crate::progress::Progress;
use roadmap::Minutes;

/// Days without activity after which the learner is asked about a break, not counting dates off.
const NOTABLE_DAYS: usize = 14;

/// The dates from the day after the last activity to yesterday; `None` if there are none, if the plan has not begun
/// or if nothing of it is left.
pub fn since_last_activity(plan: &Plan, progress: &Progress, start: Date, today: Date) -> Option<DateRange> {
    let is_open = |(item, _): &(_, _)| !progress.status_of(item).is_closed();
    plan.work.iter().flat_map(Scheduled::items).find(is_open)?;
    let last = progress.last_activity().filter(|last| *last >= start);
    let from = last.map_or(Some(start), |last| last.succ_opt())?;
    DateRange::new(from, today.pred_opt()?)
}

/// A break that is worth asking about: at least two weeks with study time, not counting dates off.
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
/// let asked = |days| {
///     let today = monday + chrono::Days::new(days);
///     gap::notable(&plan, &Progress::default(), &life, monday, today).is_some()
/// };
/// assert!(!asked(13));
/// assert!(asked(14));
/// ```
pub fn notable(
    plan: &Plan,
    progress: &Progress,
    availability: &Availability,
    start: Date,
    today: Date,
) -> Option<DateRange> {
    let dates = since_last_activity(plan, progress, start, today)?;
    let planned = dates.dates().filter(|date| !availability.is_off(*date)).take(NOTABLE_DAYS).count();
    let has_time = availability.between(dates.from(), dates.to()) > Minutes::ZERO;
    (planned == NOTABLE_DAYS && has_time).then_some(dates)
}
