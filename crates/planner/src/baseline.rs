//! Baselines: frozen dates to compare later forecasts with.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::forecast::{Expected, Forecast};
use crate::plan::{Plan, WorkId};
use crate::progress::Status;

/// The dates of a forecast on a day: for each piece of work its median finish, or the date on which it was finished.
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
/// let progress = Progress::default();
/// let as_of = |today| Now::of(&roadmap, &given, &progress, today, PaceChoice::RangesOnly);
/// let forecast = |today| Forecast::make(&plan, &life, &as_of(today)).unwrap();
/// let baseline = Baseline::freeze(monday, &plan, &forecast(monday));
/// assert_eq!(baseline.variance(&plan, &forecast(monday)), [Some(0)]);
/// // The fundamentals have three topics of two weeks each; after 16 weeks without any finished, all but the first
/// // are still to come.
/// let later = monday + chrono::Days::new(16 * 7);
/// assert!(baseline.variance(&plan, &forecast(later))[0] > Some(70));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The date of the forecast.
    pub on: Date,
    pub finishes: BTreeMap<WorkId, Date>,
}

impl Baseline {
    pub fn freeze(on: Date, plan: &Plan, forecast: &Forecast) -> Self {
        let dated = plan.work.iter().zip(&forecast.work);
        let finishes = dated.filter_map(|(scheduled, expected)| Some((scheduled.work.id(), date(expected)?)));
        Self { on, finishes: finishes.collect() }
    }

    /// For each piece of work of the plan, in order, the days from its frozen date to its present one, negative if that
    /// is earlier; `None` if it was not part of the baseline.
    pub fn variance(&self, plan: &Plan, forecast: &Forecast) -> Vec<Option<i64>> {
        let dated = plan.work.iter().zip(&forecast.work);
        let days = dated.map(|(scheduled, expected)| {
            let frozen = self.finishes.get(&scheduled.work.id())?;
            Some((date(expected)? - *frozen).num_days())
        });
        days.collect()
    }
}

/// The date of a piece of work that is compared: its actual finish, or the median of the forecast.
fn date(expected: &Expected) -> Option<Date> {
    match expected {
        Expected::Closed(Status::Done(on)) => Some(*on),
        Expected::Closed(_) => None,
        Expected::Ahead { finishes, .. } => Some(finishes.p50),
    }
}
