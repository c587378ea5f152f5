//! Hours, weeks, months and money in words.

use planner::Date;
use roadmap::{Effort, Minutes, Salary, Span};

fn counted(count: impl std::fmt::Display, is_one: bool, unit: &str) -> String {
    format!("{count} {unit}{}", if is_one { "" } else { "s" })
}

/// `3 projects`, `1 project`
pub fn count(count: usize, unit: &str) -> String {
    counted(count, count == 1, unit)
}

/// `2 hours`, `1 hour 30 minutes`, `45 minutes`
pub fn time(time: Minutes) -> String {
    match (time.0 / 60, time.0 % 60) {
        (0, minutes) => counted(minutes, minutes == 1, "minute"),
        (hours, 0) => counted(hours, hours == 1, "hour"),
        (hours, minutes) => {
            format!("{} {}", counted(hours, hours == 1, "hour"), counted(minutes, minutes == 1, "minute"))
        }
    }
}

/// `2 h`, `1 h 30 min`, `45 min`
pub fn time_short(time: Minutes) -> String {
    match (time.0 / 60, time.0 % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// `40 to 80 hours`, to the nearest hour
pub fn effort(effort: Effort) -> String {
    let hours = |time: Minutes| (time.0 + 30) / 60;
    span(Span { low: hours(effort.low), high: hours(effort.high) }, "hour")
}

/// `40 to 80 hours`, `45 minutes`, `45 minutes to 1 hour 30 minutes`: to the minute
pub fn exact_effort(Effort { low, high }: Effort) -> String {
    if low.0 % 60 == 0 && high.0 % 60 == 0 {
        span(Span { low: low.0 / 60, high: high.0 / 60 }, "hour")
    } else if low == high {
        time(low)
    } else {
        format!("{} to {}", time(low), time(high))
    }
}

/// `4 to 6 months`, `1 week`
pub fn span(span: Span, unit: &str) -> String {
    if span.low == span.high {
        counted(span.low, span.low == 1, unit)
    } else {
        format!("{} to {} {unit}s", span.low, span.high)
    }
}

/// `$90k–$180k+ a year (varies by domain)`
pub fn salary(salary: &Salary) -> String {
    let sum = |figure: u32| match (salary.currency.as_str(), figure % 1000) {
        ("USD", 0) => format!("${}k", figure / 1000),
        ("USD", _) => format!("${figure}"),
        (currency, 0) => format!("{currency} {}k", figure / 1000),
        (currency, _) => format!("{currency} {figure}"),
    };
    let more = if salary.and_more { "+" } else { "" };
    let note = if salary.note.is_empty() { String::new() } else { format!(" ({})", salary.note) };
    format!("{}–{}{more} a year{note}", sum(salary.low), sum(salary.high))
}

/// `Pandas`, `Pandas and NumPy`, `Pandas, NumPy and SQL`
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// To the nearest hour, and to the minute below one: `14 hours`.
pub fn hours(time: Minutes) -> String {
    match time.0 {
        ..60 => self::time(time),
        minutes => {
            let hours = (minutes + 30) / 60;
            counted(hours, hours == 1, "hour")
        }
    }
}

/// From one date to another in months with one decimal: `4.2`.
pub fn months_between(from: Date, to: Date) -> String {
    let tenths = ((to - from).num_days().max(0) * 120 + 182) / 365;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A number of days as days, weeks or months, whichever a person would say.
pub fn days(days: i64) -> String {
    match days {
        ..14 => counted(days, days == 1, "day"),
        14..70 => counted((days + 3) / 7, false, "week"),
        _ => counted((days * 12 + 182) / 365, false, "month"),
    }
}
