//! Evidence from finished work: how long it took, and how much study time it used up.

use crate::availability::{Availability, Date};
use crate::now::Now;
use crate::pace::Finished;
use crate::plan::{Plan, Scheduled};
use crate::progress::{Progress, Status};
use roadmap::Minutes;

/// A finished item of the plan.
struct Ended {
    on: Date,
    started: Option<Date>,
    expected: Minutes,
    logged: Minutes,
}

/// The expected and actual times of each finished phase and project.
///
/// The actual time is the logged time if every item has some. Otherwise it is the capacity since the previous finish,
/// or since the marked beginning if every item has one. Work that was finished on the same date counts as one piece.
pub fn finished(plan: &Plan, availability: &Availability, start: Date, progress: &Progress) -> Vec<Finished> {
    let mut items: Vec<Ended> = ended(plan, progress).collect();
    items.sort_by_key(|item| item.on);
    let whole = plan.work.iter().filter_map(|scheduled| match progress.status(scheduled) {
        Status::Done(on) => Some(on),
        _ => None,
    });
    let mut dates: Vec<Date> = whole.collect();
    dates.sort();
    dates.dedup();
    let mut evidence = Vec::with_capacity(dates.len());
    let (mut before, mut items) = (Date::MIN, items.as_slice());
    for until in dates {
        let (within, later) = items.split_at(items.partition_point(|item| item.on <= until));
        items = later;
        let next_day = before.succ_opt().unwrap_or(Date::MAX).max(start);
        // The beginning is unknown unless all items have one: `None` is less than any date.
        let begun = within.iter().map(|item| item.started).min().flatten();
        let elapsed = availability.between(begun.map_or(next_day, |begun| begun.max(next_day)), until);
        let logged: Minutes = within.iter().map(|item| item.logged).sum();
        let all_logged = within.iter().all(|item| item.logged > Minutes::ZERO);
        evidence.push(Finished {
            expected: within.iter().map(|item| item.expected).sum(),
            actual: if all_logged { logged } else { elapsed.max(logged) },
        });
        before = until;
    }
    evidence
}

/// The minutes from this morning on that are already used; negative if earlier time went into the next item.
///
/// On the last day on which something was finished, the minutes that the plan expected are used. The capacity since
/// then counts toward the next item, up to its effort at the learner's pace, unless time is logged for it, which its
/// remaining effort already reflects.
pub fn used(plan: &Plan, availability: &Availability, start: Date, now: Now<'_>, pace: f64) -> f64 {
    let Now { progress, today, .. } = now;
    let items: Vec<Ended> = ended(plan, progress).collect();
    let by = |date: Option<Date>| date.map_or(Minutes::ZERO, |date| availability.between(start, date));
    let morning = by(today.pred_opt());
    let last = items.iter().map(|item| item.on.min(today)).max();
    let expected: Minutes = items.iter().map(|item| item.expected).sum();
    let reached = last.map_or(Minutes::ZERO, |last| expected.clamp(by(last.pred_opt()), by(Some(last))));
    let Some((next, effort)) = progress.left(plan).next() else { return 0.0 };
    let started = progress.mark(&next).started;
    let reached = started.map_or(reached, |started| by(started.min(today).pred_opt()).max(reached));
    let since = f64::from(morning.0) - f64::from(reached.0);
    let is_logged = progress.log.on(&next) > Minutes::ZERO;
    let most = if is_logged { 0.0 } else { f64::from(effort.middle().0) * pace };
    -since.min(most)
}

fn ended(plan: &Plan, progress: &Progress) -> impl Iterator<Item = Ended> {
    plan.work.iter().flat_map(Scheduled::items).filter_map(|(item, effort)| {
        let on = progress.finished(&item)?;
        let started = progress.mark(&item).started;
        Some(Ended { on, started, expected: effort.middle(), logged: progress.log.on(&item) })
    })
}
