//! Cumulative capacity: the study time available by each date, and the date by which a given time is reached.

use chrono::Days;

use crate::availability::{Availability, Date};
use roadmap::Minutes;

/// Longest plan in days, about forty years.
pub const HORIZON_DAYS: u64 = 14_610;

/// The learner's cumulative capacity, day by day from a start.
///
/// One learner is one renewable resource, so this alone turns effort into dates: work is finished on the first date
/// on which the cumulative capacity reaches its effort, and the rest of that day goes to the next piece of work.
///
/// ```
/// use planner::{Availability, Calendar, Date, Week};
/// use roadmap::Minutes;
///
/// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// let calendar = Calendar::accumulate(monday, &life, Minutes::hours(20)).unwrap();
/// assert_eq!(calendar.reached(Minutes::hours(10)), Date::from_ymd_opt(2027, 1, 8).unwrap());
/// assert_eq!(calendar.exceeded(Minutes::hours(10)), Date::from_ymd_opt(2027, 1, 11).unwrap());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    start: Date,
    /// By the end of each day since the start.
    cumulative: Vec<Minutes>,
}

/// Why there is no finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFinish {
    /// There is no study time in any week.
    NoHours,
    /// The capacity up to this date, the horizon, is not enough.
    BeyondHorizon(Date),
}

impl Calendar {
    /// Sums up the capacity from `start`, itself included, until it is enough.
    ///
    /// # Errors
    ///
    /// If there is no study time, or not enough within [`HORIZON_DAYS`].
    pub fn accumulate(start: Date, availability: &Availability, enough: Minutes) -> Result<Self, NoFinish> {
        if availability.is_empty() {
            return Err(NoFinish::NoHours);
        }
        let end = start.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(Date::MAX);
        let mut cumulative = Vec::new();
        let mut sum = Minutes::ZERO;
        for date in start.iter_days().take_while(|&date| date < end) {
            sum += availability.capacity(date);
            cumulative.push(sum);
            if sum >= enough && sum > Minutes::ZERO {
                return Ok(Self { start, cumulative });
            }
        }
        Err(NoFinish::BeyondHorizon(end))
    }

    /// The first date on which the cumulative capacity reaches `minutes`.
    pub fn reached(&self, minutes: Minutes) -> Date {
        self.date(self.cumulative.partition_point(|&sum| sum < minutes))
    }

    /// The cumulative capacity by the end of a date, constant after the last day.
    pub fn by(&self, date: Date) -> Minutes {
        let days = usize::try_from((date - self.start).num_days()).ok();
        let last = self.cumulative.len() - 1;
        days.map_or(Minutes::ZERO, |days| self.cumulative[days.min(last)])
    }

    /// The first date on which the cumulative capacity exceeds `minutes`, where the next work begins.
    pub fn exceeded(&self, minutes: Minutes) -> Date {
        self.date(self.cumulative.partition_point(|&sum| sum <= minutes))
    }

    /// The date a number of days after the start, at most the last one.
    fn date(&self, days: usize) -> Date {
        let days = days.min(self.cumulative.len() - 1);
        self.start.checked_add_days(Days::new(days as u64)).unwrap_or(Date::MAX)
    }
}
