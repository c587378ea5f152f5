//! Counts, study time, effort and money in words.

use roadmap::{Effort, Minutes, Salary, Span};

/// `1 project`, `3 projects`: a count with its unit, whose plural takes an "s".
pub fn count(count: usize, unit: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{ending}")
}

/// `1st`, `2nd`, `11th`, `21st`
pub fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `2 hours`, `1 hour 30 minutes`, `45 minutes`
pub fn time(time: Minutes) -> String {
    match hours_and_minutes(time) {
        (0, minutes) => count(minutes, "minute"),
        (hours, 0) => count(hours, "hour"),
        (hours, minutes) => format!("{} {}", count(hours, "hour"), count(minutes, "minute")),
    }
}

/// `2 h`, `1 h 30 min`, `45 min`
pub fn time_short(time: Minutes) -> String {
    match hours_and_minutes(time) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn hours_and_minutes(time: Minutes) -> (usize, usize) {
    let minutes = time.0 as usize;
    (minutes / 60, minutes % 60)
}

/// `40 to 80 hours`, rounded to the nearest hour
pub fn effort(effort: Effort) -> String {
    span(Span { low: nearest_hour(effort.low), high: nearest_hour(effort.high) }, "hour")
}

/// `40–80 h`, rounded to the nearest hour
pub fn effort_short(effort: Effort) -> String {
    match (nearest_hour(effort.low), nearest_hour(effort.high)) {
        (low, high) if low == high => format!("{high} h"),
        (low, high) => format!("{low}–{high} h"),
    }
}

/// `45 min`, `20 h`: from an hour on rounded to the nearest one
fn nearest(time: Minutes) -> String {
    match time.0 {
        ..60 => time_short(time),
        _ => format!("{} h", nearest_hour(time)),
    }
}

/// `40–80 h`, `20 h of 40–80 h`; what was logged alone where there is no effort
pub fn logged_of(logged: Minutes, effort: Effort) -> String {
    match (logged, effort) {
        (Minutes::ZERO, effort) if effort == Effort::default() => String::new(),
        (Minutes::ZERO, effort) => effort_short(effort),
        (logged, effort) if effort == Effort::default() => nearest(logged),
        (logged, effort) => format!("{} of {}", nearest(logged), effort_short(effort)),
    }
}

/// `40 to 80 hours`, `45 minutes`, `45 minutes to 1 hour 30 minutes`: not rounded
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
    let high = count(span.high as usize, unit);
    if span.low == span.high { high } else { format!("{} to {high}", span.low) }
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

/// `Pandas`, `Pandas and NumPy`, `Pandas, NumPy, and SQL`
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] => format!("{first} and {last}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// `14 hours`, rounded to the nearest hour; below one hour exact, such as `45 minutes`
pub fn hours(time: Minutes) -> String {
    match time.0 {
        ..60 => self::time(time),
        _ => count(nearest_hour(time) as usize, "hour"),
    }
}

fn nearest_hour(time: Minutes) -> u32 {
    (time.0 + 30) / 60
}

/// Days below two weeks, weeks below ten, months from there on: `13 days`, `2 weeks`, `3 months`.
pub fn days(days: u64) -> String {
    days_to(days as i64, days as i64)
}

/// `5 to 7 months`, `6 to 9 weeks`, `12 days`
pub fn days_to(from: i64, to: i64) -> String {
    let (from, to) = (from.max(0), to.max(0));
    let (unit, of) = match to {
        ..14 => ("day", [from, to]),
        14..70 => ("week", [from, to].map(|days| (days + 3) / 7)),
        _ => ("month", [from, to].map(|days| (days * 12 + 182) / 365)),
    };
    span(Span { low: of[0] as u32, high: of[1] as u32 }, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        let ordinals = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111].map(ordinal);
        let expected =
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "101st", "111th"];
        assert_eq!(ordinals, expected);
    }

    #[test]
    fn only_one_is_singular() {
        assert_eq!([0, 1, 2].map(|hours| count(hours, "hour")), ["0 hours", "1 hour", "2 hours"]);
        assert_eq!(span(Span { low: 1, high: 1 }, "week"), "1 week");
        assert_eq!(span(Span { low: 1, high: 2 }, "week"), "1 to 2 weeks");
    }
}
