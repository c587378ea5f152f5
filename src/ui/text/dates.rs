//! Dates in words.

use chrono::Datelike;

use crate::planner::{Between, Date, DateRange};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

pub fn month(date: Date) -> &'static str {
    MONTHS[date.month0() as usize]
}

pub fn month_short(date: Date) -> String {
    month(date)[..3].to_owned()
}

/// By its number, Monday being 0.
pub fn weekday(number: usize) -> &'static str {
    WEEKDAYS[number % 7]
}

pub fn weekday_short(date: Date) -> &'static str {
    &WEEKDAYS[date.weekday().num_days_from_monday() as usize][..3]
}

/// `12 June 2027`
pub fn date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `12 Jun 2027`
pub fn short(date: Date) -> String {
    format!("{} {}", day_short(date), date.year())
}

/// `12 June`
pub fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `between 12 June and 3 July 2027`, without a year that would be said twice; `on 12 June 2027` if it is one
/// date.
pub fn between(dates: Between) -> String {
    let Between { earliest, latest } = dates;
    if earliest == latest {
        return format!("on {}", date(earliest));
    }
    let first = if earliest.year() == latest.year() { day_and_month(earliest) } else { date(earliest) };
    format!("between {first} and {}", date(latest))
}

/// `30 Apr – 2 Jul 2027`
pub fn range_short(dates: Between) -> String {
    let Between { earliest, latest } = dates;
    if earliest == latest {
        return short(earliest);
    }
    let first = if earliest.year() == latest.year() { day_short(earliest) } else { short(earliest) };
    format!("{first} – {}", short(latest))
}

/// `12 June 2027`, or `12 June 2027 to 3 July 2027`
pub fn span(range: DateRange) -> String {
    if range.from() == range.to() {
        date(range.from())
    } else {
        format!("{} to {}", date(range.from()), date(range.to()))
    }
}

/// `12 Jun`
pub fn day_short(date: Date) -> String {
    format!("{} {}", date.day(), month_short(date))
}

/// The short names of the months from January.
pub fn months_short() -> [&'static str; 12] {
    MONTHS.map(|month| &month[..3])
}
