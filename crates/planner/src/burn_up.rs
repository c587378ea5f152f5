//! The burn-up chart: effort done over time, and the total effort.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::baseline::Baseline;
use crate::forecast::{Chances, Expected, Forecast};
use crate::item::Item;
use crate::log::LogEntry;
use crate::plan::{Plan, Scheduled};
use crate::progress::{Progress, Status};
use crate::study::Open;
use crate::tally::Tally;
use roadmap::{Effort, Minutes};

/// A burn-up chart: effort done up to today, and expected dates for the rest. All efforts are the middles of their
/// ranges.
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
/// let forecast = Forecast::make(&plan, &life, &now).unwrap();
/// let baseline = Baseline::freeze(monday, &plan, &forecast);
/// let chart = BurnUp::of(&plan, &progress, &forecast, Some(&baseline));
/// // 40 to 80 hours count as 60, each of the three topics as 20.
/// assert_eq!(chart.done, [(monday, Minutes::hours(20))]);
/// assert_eq!(chart.total, Minutes::hours(60));
/// assert_eq!(chart.ahead[0].0, chart.total);
/// assert_eq!(chart.baseline, [(chart.ahead[0].1.p50, chart.total)]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnUp {
    /// Dates on which something was finished or, of what is not finished, logged; with the effort done by then.
    pub done: Vec<(Date, Minutes)>,
    /// Without skipped items.
    pub total: Minutes,
    /// The cumulative effort after each piece of remaining work, with the dates of its finish.
    pub ahead: Vec<(Minutes, Chances)>,
    /// The dates of the baseline, with the effort that was to be done by then.
    pub baseline: Vec<(Date, Minutes)>,
}

impl BurnUp {
    pub fn of(plan: &Plan, progress: &Progress, forecast: &Forecast, baseline: Option<&Baseline>) -> Self {
        let remaining = &forecast.remaining;
        let Tally { total, .. } = Tally::of(plan, progress, remaining);
        let mut by_date: BTreeMap<Date, Minutes> = BTreeMap::new();
        let also_done = remaining.also_done.iter().map(|one| (one.item.clone(), one.effort));
        let finished = plan.work.iter().flat_map(Scheduled::items).chain(also_done);
        for (item, effort) in finished {
            let days = remaining.done.get(&item).map_or(&[][..], Vec::as_slice);
            let is_skipped = matches!(progress.status_of(&item), Status::Skipped(_));
            for (on, minutes) in days.iter().map(cumulated(effort)).filter(|_| !is_skipped) {
                *by_date.entry(on).or_default() += minutes;
            }
        }
        for open in remaining.items().filter(|open| open.done > open.by_steps) {
            let last = remaining.done.get(&open.item).and_then(|days| days.last()).map(|(on, _)| *on);
            for (on, minutes) in logged(open, last, progress) {
                *by_date.entry(on).or_default() += minutes;
            }
        }
        let mut sum = Minutes::ZERO;
        let mut add = |minutes| {
            sum += minutes;
            sum
        };
        let done = by_date.into_iter().map(|(on, minutes)| (on, add(minutes))).collect();
        let efforts: BTreeMap<Item, Effort> = plan.work.iter().flat_map(Scheduled::items).collect();
        let left = remaining.work().zip(&forecast.work).filter_map(|(open, expected)| {
            let Expected::Ahead { finishes, .. } = expected else { return None };
            let middle = |one: &Open| efforts.get(&one.item).map_or(Minutes::ZERO, |effort| effort.middle());
            Some((open.iter().map(|one| middle(one).less(one.done)).sum(), *finishes))
        });
        let ahead = left.map(|(minutes, finishes)| (add(minutes), finishes)).collect();
        let baseline = baseline.map(|baseline| frozen(plan, progress, baseline)).unwrap_or_default();
        Self { done, total, ahead, baseline }
    }
}

/// The efforts of the plan's work, without what was skipped, added up in the order of its frozen dates.
fn frozen(plan: &Plan, progress: &Progress, baseline: &Baseline) -> Vec<(Date, Minutes)> {
    let dated = plan.work.iter().filter_map(|scheduled| {
        let counts = scheduled
            .items()
            .into_iter()
            .filter(|(item, _)| !matches!(progress.status_of(item), Status::Skipped(_)));
        let effort: Minutes = counts.map(|(_, effort)| effort.middle()).sum();
        Some((*baseline.finishes.get(&scheduled.work.id())?, effort))
    });
    let mut dated: Vec<(Date, Minutes)> = dated.collect();
    dated.sort_by_key(|(date, _)| *date);
    let mut sum = Minutes::ZERO;
    for (_, effort) in &mut dated {
        sum += *effort;
        *effort = sum;
    }
    dated
}

/// The minutes of an effort that each part makes up, rounded so that all together are the effort.
fn cumulated(effort: Effort) -> impl FnMut(&(Date, f64)) -> (Date, Minutes) {
    let (mut sum, mut before) = (0.0, Minutes::ZERO);
    move |(on, part)| {
        sum += part;
        let upto = Minutes((f64::from(effort.middle().0) * sum).round() as u32);
        let more = upto.less(before);
        before = upto;
        (*on, more)
    }
}

/// What the time logged after the last finished step has done of an open item, each entry its share.
fn logged<'a>(
    open: &'a Open,
    last_step: Option<Date>,
    progress: &'a Progress,
) -> impl Iterator<Item = (Date, Minutes)> {
    let is_later = move |entry: &&LogEntry| entry.item == open.item && Some(entry.on) > last_step;
    let later = progress.log.entries().iter().filter(is_later).map(|entry| (entry.on, entry.minutes));
    // With nothing logged later, it is what was spent beyond what the steps take.
    let none_later = later.clone().next().is_none();
    let entries = later.chain(last_step.filter(|_| none_later).map(|on| (on, Minutes(1))));
    let all = entries.clone().map(|(_, minutes)| u64::from(minutes.0)).sum::<u64>().max(1);
    let (mut spent, mut before) = (0, 0);
    entries.map(move |(on, minutes)| {
        spent += u64::from(minutes.0);
        let upto = u64::from(open.done.less(open.by_steps).0) * spent / all;
        let more = upto - before;
        before = upto;
        (on, Minutes(more as u32))
    })
}
