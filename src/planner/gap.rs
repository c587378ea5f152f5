//! A time in which nothing happened.

use super::availability::{Availability, Date, DateRange};
use super::effort::Minutes;
use super::plan::Plan;
use super::progress::Progress;

/// After so many days, not counting dates off, it is worth asking whether there was a break.
const NOTABLE_DAYS: usize = 14;

/// The dates since anything was last begun, finished or noted, up to yesterday; nothing if there are none, if the
/// plan has not begun or if nothing is left of it.
pub fn since_last_activity(plan: &Plan, progress: &Progress, start: Date, today: Date) -> Option<DateRange> {
    progress.left(plan).next()?;
    let last = progress.last_activity().filter(|last| *last >= start);
    let from = last.map_or(Some(start), |last| last.succ_opt())?;
    DateRange::new(from, today.pred_opt()?)
}

/// A break long enough to ask about: two weeks without dates off, with more study time in them than what comes next
/// takes.
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
