//! The burn-up chart: effort done over time, and the total effort.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::forecast::{Chances, Expected, Forecast};
use crate::plan::{Plan, Scheduled};
use crate::progress::{Progress, Status};
use roadmap::Minutes;

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
/// let chart = BurnUp::of(&plan, &progress, &Forecast::make(&plan, &life, &now).unwrap());
/// // 40 to 80 hours count as 60, each of the three topics as 20.
/// assert_eq!(chart.done, [(monday, Minutes::hours(20))]);
/// assert_eq!(chart.total, Minutes::hours(60));
/// assert_eq!(chart.ahead[0].0, chart.total);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnUp {
    /// Dates on which something was finished, with the cumulative effort done by then.
    pub done: Vec<(Date, Minutes)>,
    /// Without skipped items.
    pub total: Minutes,
    /// The cumulative effort after each piece of remaining work, with the dates of its finish.
    pub ahead: Vec<(Minutes, Chances)>,
}

impl BurnUp {
    pub fn of(plan: &Plan, progress: &Progress, forecast: &Forecast) -> Self {
        let mut by_date: BTreeMap<Date, Minutes> = BTreeMap::new();
        let mut total = Minutes::ZERO;
        for (item, effort) in plan.work.iter().flat_map(Scheduled::items) {
            match progress.status_of(&item) {
                Status::Skipped(_) => continue,
                Status::Done(on) => *by_date.entry(on).or_default() += effort.middle(),
                _ => {}
            }
            total += effort.middle();
        }
        let mut sum = Minutes::ZERO;
        let mut add = |minutes| {
            sum += minutes;
            sum
        };
        let done = by_date.into_iter().map(|(on, minutes)| (on, add(minutes))).collect();
        let left = plan.work.iter().zip(&forecast.work).filter_map(|(scheduled, expected)| {
            let Expected::Ahead { finishes, .. } = expected else { return None };
            let open =
                scheduled.items().into_iter().filter(|(item, _)| !progress.status_of(item).is_closed());
            Some((open.map(|(_, effort)| effort.middle()).sum(), *finishes))
        });
        let ahead = left.map(|(minutes, finishes)| (add(minutes), finishes)).collect();
        Self { done, total, ahead }
    }
}
