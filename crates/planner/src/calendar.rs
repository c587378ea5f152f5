//! The work function: how much study has gathered by each date, and the date by which so much has.

use chrono::Days;

use super::availability::{Availability, Date};
use roadmap::Minutes;

/// No plan is laid further ahead than this many days, some forty years.
pub const HORIZON_DAYS: u64 = 14_610;

/// The learner's study minutes gathered day by day from a start.
///
/// One learner is one renewable resource, so this alone turns effort into dates: work is finished on the
/// first date by which its minutes have gathered, and minutes that one piece of work leaves over on a day go
/// to the next.
///
/// ```
/// use planner::{Availability, Calendar, Date, Week};
/// use roadmap::Minutes;
///
/// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// let calendar = Calendar::gather(monday, &life, Minutes::hours(20)).unwrap();
/// assert_eq!(calendar.gathered(Minutes::hours(10)), Date::from_ymd_opt(2027, 1, 8).unwrap());
/// assert_eq!(calendar.beyond(Minutes::hours(10)), Date::from_ymd_opt(2027, 1, 11).unwrap());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    start: Date,
    /// Minutes gathered by the end of each day since the start.
    gathered: Vec<Minutes>,
}

/// Why there is no finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFinish {
    /// No day of the week has any study time.
    NoHours,
    /// Not enough gathers by this date, the horizon up to which plans are laid.
    BeyondHorizon(Date),
}

impl Calendar {
    /// Gathers study time from `start`, itself included, until there is enough.
    ///
    /// # Errors
    ///
    /// If there is nothing to gather, or not enough within [`HORIZON_DAYS`].
    pub fn gather(start: Date, availability: &Availability, enough: Minutes) -> Result<Self, NoFinish> {
        if availability.is_empty() {
            return Err(NoFinish::NoHours);
        }
        let end = start.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(Date::MAX);
        let mut gathered = Vec::new();
        let mut sum = Minutes::ZERO;
        for date in start.iter_days().take_while(|&date| date < end) {
            sum += availability.capacity(date);
            gathered.push(sum);
            if sum >= enough && sum > Minutes::ZERO {
                return Ok(Self { start, gathered });
            }
        }
        Err(NoFinish::BeyondHorizon(end))
    }

    /// The first date by whose end so many minutes have gathered.
    pub fn gathered(&self, minutes: Minutes) -> Date {
        self.date(self.gathered.partition_point(|&sum| sum < minutes))
    }

    /// How many minutes have gathered by the end of a date: none before the start, and all there are after the
    /// last one.
    pub fn by(&self, date: Date) -> Minutes {
        let days = usize::try_from((date - self.start).num_days()).ok();
        let last = self.gathered.len() - 1;
        days.map_or(Minutes::ZERO, |days| self.gathered[days.min(last)])
    }

    /// The first date on which more than so many minutes have gathered: where the next work begins.
    pub fn beyond(&self, minutes: Minutes) -> Date {
        self.date(self.gathered.partition_point(|&sum| sum <= minutes))
    }

    /// The date so many days after the start, or the last one gathered.
    fn date(&self, days: usize) -> Date {
        let days = days.min(self.gathered.len() - 1);
        self.start.checked_add_days(Days::new(days as u64)).unwrap_or(Date::MAX)
    }
}
