//! Effort done over time, against all of it.

use std::collections::BTreeMap;

use super::availability::Date;
use super::forecast::{Chances, Expected, Forecast};
use super::plan::{Plan, Scheduled};
use super::progress::{Progress, Status};
use roadmap::Minutes;

/// Effort done up to today, and when more of it will be: what project management calls a burn-up chart.
///
/// ```
/// # use crate::*;
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
/// let now = Now { progress: &progress, today: monday, pace: PaceChoice::Own };
/// let chart = BurnUp::of(&plan, &progress, &Forecast::make(&plan, &life, monday, now).unwrap());
/// // 40 to 80 hours count as 60, and each of the three topics as 20.
/// assert_eq!(chart.done, [(monday, Minutes::hours(20))]);
/// assert_eq!(chart.total, Minutes::hours(60));
/// assert_eq!(chart.ahead[0].0, chart.total);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnUp {
    /// Dates on which something was finished, with all the effort done by the end of each.
    pub done: Vec<(Date, Minutes)>,
    /// The effort of everything that is not skipped.
    pub total: Minutes,
    /// The effort done once each piece of work that is left is finished, with the dates of that.
    pub ahead: Vec<(Minutes, Chances)>,
}

impl BurnUp {
    /// The chart of a plan. All efforts are the middles of their ranges.
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
