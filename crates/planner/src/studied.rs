//! Planned and logged study time of days and weeks.

use std::collections::BTreeMap;

use chrono::Days;

use crate::availability::{Availability, Date, DateRange};
use crate::log::Log;
use roadmap::Minutes;

/// Study time of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayStudied {
    pub on: Date,
    pub planned: Minutes,
    pub done: Minutes,
}

/// Study time of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekStudied {
    pub monday: Date,
    pub planned: Minutes,
    pub done: Minutes,
}

impl WeekStudied {
    /// Nothing planned and nothing done.
    pub fn is_empty(self) -> bool {
        self.planned == Minutes::ZERO && self.done == Minutes::ZERO
    }
}

/// What was planned for the days around today, and what was logged on them.
#[derive(Clone, Debug)]
pub struct Studied<'a> {
    availability: &'a Availability,
    /// First day of study.
    start: Date,
    by_day: BTreeMap<Date, Minutes>,
}

impl<'a> Studied<'a> {
    pub fn of(availability: &'a Availability, start: Date, log: &Log) -> Self {
        let mut by_day: BTreeMap<Date, Minutes> = BTreeMap::new();
        for entry in log.entries() {
            *by_day.entry(entry.on).or_default() += entry.minutes;
        }
        Self { availability, start, by_day }
    }

    /// A date. Nothing is planned before the first day of study.
    pub fn day(&self, on: Date) -> DayStudied {
        let planned = if on < self.start { Minutes::ZERO } else { self.availability.capacity(on) };
        DayStudied { on, planned, done: self.by_day.get(&on).copied().unwrap_or_default() }
    }

    /// The days of the week around a date, from Monday on.
    pub fn week(&self, around: Date) -> Vec<DayStudied> {
        DateRange::week_of(around).dates().map(|on| self.day(on)).collect()
    }

    /// The last weeks up to that of `today`, at most `most` and none before the first day of study.
    ///
    /// ```
    /// use planner::{Availability, Date, Item, Log, LogEntry, Studied, Week};
    /// use roadmap::Minutes;
    ///
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
    /// let mut log = Log::default();
    /// log.add(LogEntry::new(monday, Item::Topic("numpy".into()), Minutes(90)));
    /// let today = Date::from_ymd_opt(2027, 1, 13).unwrap();
    /// let weeks = Studied::of(&life, monday, &log).weeks(today, 12);
    /// let done: Vec<_> = weeks.iter().map(|week| (week.planned, week.done)).collect();
    /// assert_eq!(done, [(Minutes::hours(10), Minutes(90)), (Minutes::hours(10), Minutes::ZERO)]);
    /// ```
    pub fn weeks(&self, today: Date, most: u32) -> Vec<WeekStudied> {
        let ago = |weeks: u32| today.checked_sub_days(Days::new(7 * u64::from(weeks)));
        let weeks = (0..most).rev().filter_map(ago).filter(|on| DateRange::week_of(*on).to() >= self.start);
        weeks.map(|on| self.sum(on)).collect()
    }

    /// The week around a date.
    pub fn sum(&self, around: Date) -> WeekStudied {
        let days = self.week(around);
        WeekStudied {
            monday: DateRange::week_of(around).from(),
            planned: days.iter().map(|day| day.planned).sum(),
            done: days.iter().map(|day| day.done).sum(),
        }
    }
}
