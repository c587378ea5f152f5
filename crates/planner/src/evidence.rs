//! What finished work shows: how long it took, and how much study time it has used up.

use super::availability::{Availability, Date};
use super::forecast::Now;
use super::pace::Finished;
use super::plan::{Plan, Scheduled};
use super::progress::{Progress, Status};
use roadmap::Minutes;

/// A finished topic or project of the plan.
struct Ended {
    on: Date,
    started: Option<Date>,
    expected: Minutes,
    /// The time noted for it.
    noted: Minutes,
}

/// What each phase and project that is finished was expected to take and what it took.
///
/// Where the learner noted the time of everything finished, that is what it took. Otherwise it is the study time that
/// their week held since whatever was finished before, or since they said they began. Work that was finished on
/// the same date counts as one.
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
        // Nothing is known of a beginning unless all of it has one.
        let begun = within.iter().map(|item| item.started).min().flatten();
        let elapsed = availability.between(begun.map_or(next_day, |begun| begun.max(next_day)), until);
        let noted: Minutes = within.iter().map(|item| item.noted).sum();
        let all_noted = within.iter().all(|item| item.noted > Minutes::ZERO);
        evidence.push(Finished {
            expected: within.iter().map(|item| item.expected).sum(),
            actual: if all_noted { noted } else { elapsed.max(noted) },
        });
        before = until;
    }
    evidence
}

/// How many minutes of study from the morning of today on are used already, below zero if time before that went into
/// what comes next.
///
/// The last day on which something was finished is used as far as the plan would have used it. The time since
/// then is taken to have gone into whatever comes next, up to what that takes at the learner's pace; where the
/// learner notes its time, the notes say so already.
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
    let is_noted = progress.log.on(&next) > Minutes::ZERO;
    let most = if is_noted { 0.0 } else { f64::from(effort.middle().0) * pace };
    -since.min(most)
}

fn ended(plan: &Plan, progress: &Progress) -> impl Iterator<Item = Ended> {
    plan.work.iter().flat_map(Scheduled::items).filter_map(|(item, effort)| {
        let on = progress.finished(&item)?;
        let started = progress.mark(&item).started;
        Some(Ended { on, started, expected: effort.middle(), noted: progress.log.on(&item) })
    })
}
