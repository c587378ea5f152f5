//! Dates in words.

use chrono::Datelike;

use planner::{Chances, Date, DateRange};

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

/// `3 May – 12 Jun 2027`: from the even chance to 8 in 10.
pub fn chances_short(chances: Chances) -> String {
    let Chances { p50, p80, .. } = chances;
    if p50 == p80 {
        return short(p80);
    }
    let first = if p50.year() == p80.year() { day_short(p50) } else { short(p50) };
    format!("{first} – {}", short(p80))
}

/// `by 12 June 2027 (8 in 10), as likely as not by 3 May 2027`; `on 12 June 2027` if nothing is unsure.
pub fn by_chance(chances: Chances) -> String {
    if chances.p50 == chances.p95 {
        return format!("on {}", date(chances.p80));
    }
    format!("by {} (8 in 10), as likely as not by {}", date(chances.p80), date(chances.p50))
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
