//! The time log as it is read: by week, newest first, and older weeks by month.

use chrono::{Datelike, Months};

use crate::availability::{Date, DateRange};
use crate::log::{Log, LogEntry};
use roadmap::Minutes;

/// A log by week, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogByWeek {
    /// The latest weeks that have entries.
    pub latest: Vec<LogWeek>,
    /// The entries before those weeks.
    pub earlier: Vec<LogMonth>,
}

/// The entries of a week, or of the part of it that is in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogWeek {
    pub from: Date,
    pub to: Date,
    /// Indices in the log, newest first.
    pub entries: Vec<usize>,
    pub time: Minutes,
}

/// The entries of a month that are not in the latest weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogMonth {
    /// The first date of the month.
    pub first: Date,
    /// Weeks are cut at the ends of the month, so that their times add up to its time.
    pub weeks: Vec<LogWeek>,
    pub time: Minutes,
    /// The time of the whole month, with that in the latest weeks.
    pub whole_time: Minutes,
}

impl LogByWeek {
    /// A log with the latest weeks one by one, at most `most_latest` of them.
    pub fn of(log: &Log, most_latest: usize) -> Self {
        let newest_first: Vec<(usize, &LogEntry)> = log.entries().iter().enumerate().rev().collect();
        let weeks = newest_first.chunk_by(|(_, one), (_, other)| is_same_week(one.on, other.on));
        let latest: Vec<&[(usize, &LogEntry)]> = weeks.take(most_latest).collect();
        let earlier = &newest_first[latest.iter().map(|week| week.len()).sum()..];
        let months =
            earlier.chunk_by(|(_, one), (_, other)| first_of_month(one.on) == first_of_month(other.on));
        Self {
            latest: latest.iter().filter_map(|entries| week_of(entries)).collect(),
            earlier: months.filter_map(|entries| month_of(entries, log)).collect(),
        }
    }
}

impl Log {
    /// The time logged in the month of a date.
    pub fn in_month_of(&self, date: Date) -> Minutes {
        let first = first_of_month(date);
        self.entries()
            .iter()
            .filter(|entry| first_of_month(entry.on) == first)
            .map(|entry| entry.minutes)
            .sum()
    }
}

/// The whole week of these entries; `None` if there are none.
fn week_of(entries: &[(usize, &LogEntry)]) -> Option<LogWeek> {
    let week = DateRange::week_of(entries.first()?.1.on);
    Some(LogWeek {
        from: week.from(),
        to: week.to(),
        entries: entries.iter().map(|(index, _)| *index).collect(),
        time: time_of(entries),
    })
}

/// The month of these entries; `None` if there are none.
fn month_of(entries: &[(usize, &LogEntry)], log: &Log) -> Option<LogMonth> {
    let first = first_of_month(entries.first()?.1.on);
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    let weeks = entries.chunk_by(|(_, one), (_, other)| is_same_week(one.on, other.on));
    let cut = |week: LogWeek| LogWeek { from: week.from.max(first), to: week.to.min(last), ..week };
    Some(LogMonth {
        first,
        weeks: weeks.filter_map(week_of).map(cut).collect(),
        time: time_of(entries),
        whole_time: log.in_month_of(first),
    })
}

fn time_of(entries: &[(usize, &LogEntry)]) -> Minutes {
    entries.iter().map(|(_, entry)| entry.minutes).sum()
}

fn is_same_week(one: Date, other: Date) -> bool {
    DateRange::week_of(one) == DateRange::week_of(other)
}

fn first_of_month(date: Date) -> Date {
    date.with_day(1).unwrap_or(date)
}
