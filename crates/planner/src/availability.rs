//! Availability: study time for each weekday, stretches with a different week, and dates without study.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use roadmap::{Minutes, apportion};

/// A local calendar date, which no time zone can shift.
pub type Date = NaiveDate;

/// A range of dates, both ends included.
///
/// ```
/// use planner::{Date, DateRange};
///
/// let new_year = Date::from_ymd_opt(2027, 1, 1).unwrap();
/// assert!(DateRange::new(new_year, new_year).is_some());
/// assert!(DateRange::new(new_year, new_year.pred_opt().unwrap()).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    from: Date,
    to: Date,
}

impl DateRange {
    /// `None` if the range would end before it starts.
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    pub fn from(self) -> Date {
        self.from
    }

    pub fn to(self) -> Date {
        self.to
    }

    pub fn contains(self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// The week from Monday to Sunday around a date, clipped to the supported dates.
    pub fn week_of(date: Date) -> Self {
        let since_monday = Days::new(date.weekday().num_days_from_monday().into());
        let from = date.checked_sub_days(since_monday).unwrap_or(Date::MIN);
        let to = from.checked_add_days(Days::new(6)).unwrap_or(Date::MAX);
        Self { from, to }
    }

    pub fn dates(self) -> impl Iterator<Item = Date> {
        self.from.iter_days().take_while(move |&date| date <= self.to)
    }
}

/// A session that is worth beginning.
const SHORTEST_SESSION: Minutes = Minutes(30);

/// Study time on each day of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Monday to Sunday.
    minutes: [Minutes; 7],
}

impl Week {
    pub const EMPTY: Self = Self { minutes: [Minutes::ZERO; 7] };

    /// Monday first; `None` if a day would have more than 24 hours.
    pub fn new(minutes: [Minutes; 7]) -> Option<Self> {
        minutes.iter().all(|&day| day <= Minutes::DAY).then_some(Self { minutes })
    }

    /// A total split evenly among Monday to Friday, in whole minutes.
    ///
    /// ```
    /// use roadmap::Minutes;
    /// use planner::Week;
    ///
    /// let week = Week::on_workdays(Minutes::hours(10));
    /// assert_eq!(week.on(chrono::Weekday::Fri), Minutes::hours(2));
    /// assert_eq!(week.total(), Minutes::hours(10));
    /// ```
    pub fn on_workdays(total: Minutes) -> Self {
        let total = total.0.min(5 * Minutes::DAY.0);
        let day = |n: u32| Minutes(if n < 5 { total / 5 + u32::from(n < total % 5) } else { 0 });
        Self { minutes: std::array::from_fn(|n| day(n as u32)) }
    }

    /// The week with another total, each day in proportion and at most 24 hours. The total of an empty week goes to
    /// Monday to Friday.
    ///
    /// ```
    /// use roadmap::Minutes;
    /// use planner::Week;
    ///
    /// let week = Week::new([120, 0, 0, 0, 0, 60, 0].map(Minutes)).unwrap();
    /// assert_eq!(week.scaled(Minutes(90)), Week::new([60, 0, 0, 0, 0, 30, 0].map(Minutes)).unwrap());
    /// ```
    pub fn scaled(self, total: Minutes) -> Self {
        if self.total() == Minutes::ZERO {
            return Self::on_workdays(total);
        }
        let days = apportion(total, &self.minutes.map(|day| day.0));
        Self { minutes: std::array::from_fn(|day| days[day].min(Minutes::DAY)) }
    }

    /// The same, but in sessions of half an hour and more where the total allows: a few days that are worth it
    /// instead of some minutes on each.
    ///
    /// ```
    /// use roadmap::Minutes;
    /// use planner::Week;
    ///
    /// let week = Week::new([90, 90, 120, 90, 0, 150, 60].map(Minutes)).unwrap();
    /// let exams = week.in_sessions(Minutes::hours(2));
    /// assert_eq!(exams, Week::new([30, 30, 30, 0, 0, 30, 0].map(Minutes)).unwrap());
    /// ```
    pub fn in_sessions(self, total: Minutes) -> Self {
        // The number of half hours on each day.
        let halves = self.scaled(Minutes(total.0 / SHORTEST_SESSION.0));
        let mut minutes = halves.minutes.map(|halves| Minutes(halves.0 * SHORTEST_SESSION.0));
        let usual = if self.total() == Minutes::ZERO { halves } else { self };
        // What is less than half an hour goes to the first day with a session.
        let first = usual.minutes.iter().position(|&day| day > Minutes::ZERO).unwrap_or(0);
        minutes[first].0 += total.0 % SHORTEST_SESSION.0;
        Self { minutes: minutes.map(|day| day.min(Minutes::DAY)) }
    }

    pub fn on(self, day: Weekday) -> Minutes {
        self.minutes[day.num_days_from_monday() as usize]
    }

    pub fn total(self) -> Minutes {
        self.minutes.into_iter().sum()
    }

    /// Monday to Sunday.
    pub fn days(self) -> [Minutes; 7] {
        self.minutes
    }
}

/// A range of dates with a different week than usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub dates: DateRange,
    pub week: Week,
    /// The learner's name for it; may be empty.
    pub name: String,
}

/// When a learner can study.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Availability {
    /// The present week, which applies after all earlier ones.
    week: Week,
    /// Earlier weeks with the last date of each, in ascending order.
    earlier: Vec<(Date, Week)>,
    /// In overlaps, the later one in the list applies.
    stretches: Vec<(DateRange, Week)>,
    /// Single dates with a study time of their own.
    days: BTreeMap<Date, Minutes>,
    /// Ranges without study, merged where they overlap: last dates by first dates.
    off: BTreeMap<Date, Date>,
}

impl Availability {
    /// The same week repeated, apart from dates off, which may overlap.
    ///
    /// ```
    /// use planner::{Availability, Date, DateRange, Week};
    /// use roadmap::Minutes;
    ///
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let day_off = DateRange::new(monday, monday).unwrap();
    /// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), [day_off]);
    /// assert_eq!(life.capacity(monday), Minutes::ZERO);
    /// assert_eq!(life.capacity(monday.succ_opt().unwrap()), Minutes::hours(2));
    /// ```
    pub fn new(week: Week, time_off: impl IntoIterator<Item = DateRange>) -> Self {
        let mut spans: Vec<DateRange> = time_off.into_iter().collect();
        spans.sort();
        let mut off: BTreeMap<Date, Date> = BTreeMap::new();
        for span in spans {
            match off.last_entry() {
                Some(mut last) if span.from <= *last.get() => {
                    let to = span.to.max(*last.get());
                    last.insert(to);
                }
                _ => {
                    off.insert(span.from, span.to);
                }
            }
        }
        Self { week, off, ..Self::default() }
    }

    /// Adds stretches with a different week. Dates off stay off; in overlaps, the later one in the list applies.
    ///
    /// ```
    /// use planner::{Availability, Date, DateRange, Stretch, Week};
    /// use roadmap::Minutes;
    ///
    /// let monday = Date::from_ymd_opt(2027, 6, 7).unwrap();
    /// let week = Week::on_workdays(Minutes::hours(10));
    /// let exams = Stretch {
    ///     dates: DateRange::week_of(monday),
    ///     week: week.scaled(Minutes::hours(2)),
    ///     name: "exams".to_owned(),
    /// };
    /// let life = Availability::new(week, []).with_stretches(&[exams]);
    /// assert_eq!(life.capacity(monday), Minutes(24));
    /// ```
    pub fn with_stretches(mut self, stretches: &[Stretch]) -> Self {
        self.stretches.extend(stretches.iter().map(|stretch| (stretch.dates, stretch.week)));
        self
    }

    /// Gives single dates a study time of their own, whatever week they are in. Dates off stay off.
    ///
    /// ```
    /// use planner::{Availability, Date, Week};
    /// use roadmap::Minutes;
    ///
    /// let thursday = Date::from_ymd_opt(2027, 1, 7).unwrap();
    /// let friday = thursday.succ_opt().unwrap();
    /// let week = Week::new([0, 0, 0, 90, 0, 0, 0].map(Minutes)).unwrap();
    /// // Not Thursday, Friday this week.
    /// let moved = [(thursday, Minutes::ZERO), (friday, Minutes(90))].into();
    /// let life = Availability::new(week, []).with_days(&moved);
    /// assert_eq!([life.capacity(thursday), life.capacity(friday)], [Minutes::ZERO, Minutes(90)]);
    /// ```
    pub fn with_days(mut self, days: &BTreeMap<Date, Minutes>) -> Self {
        self.days.clone_from(days);
        self
    }

    /// Sets the earlier weeks with the last date of each, in ascending order.
    pub fn with_earlier(mut self, earlier: &[(Date, Week)]) -> Self {
        self.earlier = earlier.to_vec();
        self
    }

    /// Applies another week from a date on; earlier dates keep theirs.
    ///
    /// ```
    /// use planner::{Availability, Date, Week};
    /// use roadmap::Minutes;
    ///
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let next = Date::from_ymd_opt(2027, 1, 11).unwrap();
    /// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), [])
    ///     .with_week_from(next, Week::on_workdays(Minutes::hours(5)));
    /// assert_eq!(life.capacity(monday), Minutes::hours(2));
    /// assert_eq!(life.capacity(next), Minutes::hours(1));
    /// ```
    pub fn with_week_from(mut self, from: Date, week: Week) -> Self {
        if let Some(to) = from.pred_opt() {
            // The week that applied on the day before now ends there.
            let holds_until = self.earlier.partition_point(|(last, _)| *last < to);
            let cut = self.earlier.get(holds_until).map_or(self.week, |(_, week)| *week);
            self.earlier.truncate(holds_until);
            self.earlier.push((to, cut));
        }
        self.week = week;
        self
    }

    /// The present week.
    pub fn week(&self) -> Week {
        self.week
    }

    /// Whether a date is off, whatever its weekday.
    pub fn is_off(&self, date: Date) -> bool {
        self.off.range(..=date).next_back().is_some_and(|(_, &to)| date <= to)
    }

    /// The study time on a date.
    pub fn capacity(&self, date: Date) -> Minutes {
        if self.is_off(date) {
            return Minutes::ZERO;
        }
        let of_week = || self.week_around(date).on(date.weekday());
        self.days.get(&date).copied().unwrap_or_else(of_week)
    }

    /// The week that applies on a date.
    fn week_around(&self, date: Date) -> Week {
        let stretch = self.stretches.iter().rev().find(|(dates, _)| dates.contains(date));
        let earlier = || self.earlier.iter().find(|(last, _)| date <= *last);
        stretch.map(|(_, week)| *week).or_else(|| earlier().map(|(_, week)| *week)).unwrap_or(self.week)
    }

    /// The study time between two dates, both included; zero if they are in the wrong order.
    pub fn between(&self, from: Date, to: Date) -> Minutes {
        DateRange::new(from, to)
            .map_or(Minutes::ZERO, |dates| dates.dates().map(|date| self.capacity(date)).sum())
    }

    /// The first date with study time after a date, within a year.
    pub fn next_study(&self, after: Date) -> Option<Date> {
        let days = after.iter_days().skip(1).take(366);
        days.into_iter().find(|date| self.capacity(*date) > Minutes::ZERO)
    }

    /// Whether no week, present, earlier or of a stretch, has any study time.
    pub fn is_empty(&self) -> bool {
        self.week.total() == Minutes::ZERO
            && self.stretches.iter().all(|(_, week)| week.total() == Minutes::ZERO)
            && self.earlier.iter().all(|(_, week)| week.total() == Minutes::ZERO)
            && self.days.values().all(|time| *time == Minutes::ZERO)
    }

    /// The ranges without study, in order and without overlaps.
    pub fn time_off(&self) -> impl Iterator<Item = DateRange> {
        self.off.iter().map(|(&from, &to)| DateRange { from, to })
    }
}
