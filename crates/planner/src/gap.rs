//! Breaks in the learner's study.

use crate::availability::{Availability, Date, DateRange};
use crate::plan::Plan;
use crate::progress::Progress;
use roadmap::Minutes;

/// Days without activity after which the learner is asked about a break, not counting dates off.
const NOTABLE_DAYS: usize = 14;

/// The dates from the day after the last activity to yesterday; `None` if there are none, if the plan has not begun
/// or if nothing of it is left.
pub fn since_last_activity(plan: &Plan, progress: &Progress, start: Date, today: Date) -> Option<DateRange> {
    progress.left(plan).next()?;
    let last = progress.last_activity().filter(|last| *last >= start);
    let from = last.map_or(Some(start), |last| last.succ_opt())?;
    DateRange::new(from, today.pred_opt()?)
}

/// A break that is worth asking about: at least two weeks, not counting dates off, with more study time than the next
/// item takes.
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
/// // The first topic is expected to take 20 hours, which are two weeks.
/// assert!(!asked(14));
/// assert!(asked(16));
/// ```
pub fn notable(
    plan: &Plan,
    progress: &Progress,
    availability: &Availability,
    start: Date,
    today: Date,
) -> Option<DateRange> {
    let dates = since_last_activity(plan, progress, start, today)?;
    let studied = dates.dates().filter(|date| !availability.is_off(*date)).take(NOTABLE_DAYS).count();
    let next = progress.left(plan).next().map_or(Minutes::ZERO, |(_, effort)| effort.middle());
    let held = availability.between(dates.from(), dates.to());
    (studied == NOTABLE_DAYS && held > next).then_some(dates)
}
