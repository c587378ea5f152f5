//! How long a task takes.

use std::collections::HashSet;

use chrono::{Datelike, Months, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::chart::{Chart, End, Start, Task};
use super::schedule::Placed;
use crate::effort::Estimate;
use crate::timed;

/// A length as it is written, such as `2w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    thousandths: i64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// Years and months.
    Months(i64),
    /// Weeks and days.
    Days(i64),
    /// All that is shorter.
    Milliseconds(i64),
}

/// Units as Mermaid knows them, and as people write them.
const UNITS: [(&str, Unit); 25] = [
    ("y", Unit::Months(12)),
    ("year", Unit::Months(12)),
    ("years", Unit::Months(12)),
    ("M", Unit::Months(1)),
    ("month", Unit::Months(1)),
    ("months", Unit::Months(1)),
    ("w", Unit::Days(7)),
    ("week", Unit::Days(7)),
    ("weeks", Unit::Days(7)),
    ("d", Unit::Days(1)),
    ("day", Unit::Days(1)),
    ("days", Unit::Days(1)),
    ("h", Unit::Milliseconds(HOUR)),
    ("hr", Unit::Milliseconds(HOUR)),
    ("hrs", Unit::Milliseconds(HOUR)),
    ("hour", Unit::Milliseconds(HOUR)),
    ("hours", Unit::Milliseconds(HOUR)),
    ("m", Unit::Milliseconds(MINUTE)),
    ("min", Unit::Milliseconds(MINUTE)),
    ("mins", Unit::Milliseconds(MINUTE)),
    ("minute", Unit::Milliseconds(MINUTE)),
    ("minutes", Unit::Milliseconds(MINUTE)),
    ("s", Unit::Milliseconds(1_000)),
    ("sec", Unit::Milliseconds(1_000)),
    ("ms", Unit::Milliseconds(1)),
];

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Length {
    pub fn read(text: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let whole = digits(text);
        let decimals = text[whole..].strip_prefix('.').map_or(0, digits);
        let number = whole + if decimals > 0 { decimals + 1 } else { 0 };
        let name = text[number..].trim();
        let (_, unit) = UNITS.iter().find(|(known, _)| *known == name)?;
        let value: i64 = text[..whole].parse().ok().filter(|_| whole <= 7)?;
        let fraction: String = text[whole..number].chars().skip(1).chain("000".chars()).take(3).collect();
        Some(Self { thousandths: value * 1_000 + fraction.parse::<i64>().ok()?, unit: *unit })
    }

    /// The moment that is as much later than another one; the same if there is no such date.
    pub fn after(self, moment: NaiveDateTime) -> NaiveDateTime {
        let later = match self.unit {
            Unit::Months(per) => {
                // Fractions of months and years are not drawn.
                let months = u32::try_from(self.thousandths / 1_000 * per).unwrap_or(u32::MAX);
                moment.checked_add_months(Months::new(months))
            }
            Unit::Days(per) => {
                moment.checked_add_signed(TimeDelta::days((self.thousandths * per + 500) / 1_000))
            }
            Unit::Milliseconds(per) => {
                moment.checked_add_signed(TimeDelta::milliseconds(self.thousandths * per / 1_000))
            }
        };
        later.unwrap_or(moment)
    }

    /// Whether it is five days from a Monday on, or whole weeks more.
    fn is_from_monday_to_friday(self, placed: &Placed) -> bool {
        self.unit == Unit::Days(1)
            && self.thousandths % 7_000 == 5_000
            && placed.start.weekday() == Weekday::Mon
    }

    /// As an estimate. Where some days of each week are excluded, a week has only `days_per_week` days.
    fn estimate(self, days_per_week: u32) -> Option<Estimate> {
        match self.unit {
            Unit::Months(12) => timed::of(&format!("{} weeks", decimal(self.thousandths * 52))),
            Unit::Months(_) => timed::of(&format!("{} months", decimal(self.thousandths))),
            Unit::Days(7) => timed::of(&format!("{} weeks", decimal(self.thousandths))),
            Unit::Days(_) => of_days(self.thousandths, days_per_week),
            Unit::Milliseconds(per) => of_milliseconds(self.thousandths * per / 1_000, days_per_week),
        }
    }
}

/// Whether an end is that of a task without any length.
pub fn is_nothing(end: &End) -> bool {
    matches!(end, End::Lasting(length) if length.thousandths == 0)
}

/// The time that a task takes.
pub fn estimate(chart: &Chart, task: &Task, placed: &Placed, ends: DatedEnds) -> Option<Estimate> {
    let days_per_week = chart.excluded.days_per_week();
    match &task.end {
        End::Lasting(length) if ends.are_fridays && length.is_from_monday_to_friday(placed) => {
            of_days(length.thousandths + 2_000, 7)
        }
        End::Lasting(length) => length.estimate(days_per_week),
        End::Unknown => None,
        End::Until(_) => of_milliseconds(placed.milliseconds(), 7),
        End::At { .. } => of_milliseconds(placed.milliseconds() + ends.missing_days(placed) * DAY, 7),
    }
}

/// A time on the calendar. Less than a day, and what is no whole number of days, is study time as written.
fn of_milliseconds(length: i64, days_per_week: u32) -> Option<Estimate> {
    if length % DAY == 0 || length > 7 * DAY {
        return of_days(length / DAY * 1_000, days_per_week);
    }
    timed::of(&format!("{} minutes", length / MINUTE))
}

fn of_days(thousandths: i64, days_per_week: u32) -> Option<Estimate> {
    let per_week = i64::from(days_per_week) * 1_000;
    if thousandths % per_week == 0 {
        return timed::of(&format!("{} weeks", thousandths / per_week));
    }
    if days_per_week < 7 {
        return timed::of(&format!("{} weeks", decimal(thousandths / i64::from(days_per_week))));
    }
    timed::of(&format!("{} days", decimal(thousandths)))
}

/// A number of thousandths with two decimals.
fn decimal(thousandths: i64) -> String {
    let hundredths = (thousandths + 5) / 10;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Whether the dates at which tasks end are their last days: most of those that are followed by a task are followed by one
/// that starts on the next day, or on Monday after a Friday, and not on the same day.
#[derive(Clone, Copy)]
pub struct DatedEnds {
    are_last_days: bool,
    /// Tasks that last five days from a Monday on are followed by others on the next Monday: they take the week.
    are_fridays: bool,
}

impl DatedEnds {
    pub fn find(chart: &Chart, placed: &[Placed]) -> Self {
        let is_dated = |(task, placed): &(&Task, &Placed)| {
            matches!(task.start, Start::At(_)) && placed.start != placed.end
        };
        let dated = chart.tasks.iter().zip(placed).filter(is_dated);
        let starts: HashSet<NaiveDateTime> = dated.map(|(_, placed)| placed.start).collect();
        let (mut same, mut next, mut are_fridays) = (0, 0, false);
        for (task, placed) in chart.tasks.iter().zip(placed) {
            let follows = |days| {
                let day = placed.end.checked_add_signed(TimeDelta::days(days));
                day.is_some_and(|day| starts.contains(&day))
            };
            match &task.end {
                End::At { .. } if placed.end.time() == NaiveTime::MIN && !chart.has_inclusive_ends => {
                    same += usize::from(follows(0));
                    next += usize::from(follows(1) || placed.end.weekday() == Weekday::Fri && follows(3));
                }
                End::Lasting(length) if length.is_from_monday_to_friday(placed) => are_fridays |= follows(2),
                _ => {}
            }
        }
        Self { are_last_days: next > same, are_fridays }
    }

    /// The days to add to a task with such an end. From Monday to Friday is a whole week.
    fn missing_days(self, placed: &Placed) -> i64 {
        let days = (placed.start.weekday(), placed.end.weekday());
        match (self.are_last_days, days == (Weekday::Mon, Weekday::Fri)) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => 3,
        }
    }
}
