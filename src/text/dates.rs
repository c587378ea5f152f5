//! Dates in words.

use chrono::{Datelike, Weekday};

use planner::{Chances, Date, DateRange};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `June`
pub fn month(date: Date) -> String {
    date.format("%B").to_string()
}

/// `Jun`
pub fn month_short(date: Date) -> String {
    date.format("%b").to_string()
}

/// `Wednesday`
pub fn weekday(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize]
}

/// `Wednesday, 12 June`
pub fn weekday_and_date(date: Date) -> String {
    date.format("%A, %-d %B").to_string()
}

/// `Wednesday, 12 June 2027`
pub fn weekday_and_date_of_year(date: Date) -> String {
    date.format("%A, %-d %B %Y").to_string()
}

/// `Wed`
pub fn weekday_short(day: Weekday) -> String {
    day.to_string()
}

/// `12 June 2027`
pub fn date(date: Date) -> String {
    date.format("%-d %B %Y").to_string()
}

/// `12 Jun 2027`
pub fn short(date: Date) -> String {
    date.format("%-d %b %Y").to_string()
}

/// `12 Jun`
pub fn day_short(date: Date) -> String {
    date.format("%-d %b").to_string()
}

/// `Wed 12 Jun`
pub fn day_of_week_short(date: Date) -> String {
    format!("{} {}", weekday_short(date.weekday()), day_short(date))
}

/// `12 June`, `12–18 June`, `28 June – 4 July`; with the year unless it is that of `today`
pub fn days(from: Date, to: Date, today: Date) -> String {
    let (one_year, one_month) = (from.year() == to.year(), from.month() == to.month());
    let day = |date: Date| date.format("%-d %B").to_string();
    let days = match (one_year, one_month) {
        _ if from == to => day(to),
        (true, true) => format!("{}–{}", from.day(), day(to)),
        (true, false) => format!("{} – {}", day(from), day(to)),
        (false, _) => format!("{} – {}", self::date(from), day(to)),
    };
    if one_year && to.year() == today.year() { days } else { format!("{days} {}", to.year()) }
}

/// `between 3 May and 12 Jun 2027`: the 50% and the 80% date; `by 12 Jun 2027` if they are one.
pub fn chances_short(chances: Chances) -> String {
    let Chances { p50, p80, .. } = chances;
    if p50 == p80 {
        return format!("by {}", short(p80));
    }
    let first = if p50.year() == p80.year() { day_short(p50) } else { short(p50) };
    format!("between {first} and {}", short(p80))
}

/// `3 May` before a date of the same year, `3 May 2027` before another.
fn before(date: Date, last: Date) -> String {
    if date.year() == last.year() { date.format("%-d %B").to_string() } else { self::date(date) }
}

/// `between 3 May and 12 June 2027`: from the 50% to the 80% date; `on 12 June 2027` if it is one date.
pub fn between(chances: Chances) -> String {
    let Chances { p50, p80, .. } = chances;
    if p50 == p80 {
        return format!("on {}", date(p80));
    }
    format!("between {} and {}", before(p50, p80), date(p80))
}

/// A piece of a sentence. Dates are kept in one line where there is room.
pub enum Part {
    Words(&'static str),
    Date(String),
}

/// The sentence in its pieces as one text.
pub fn written(parts: &[Part]) -> String {
    let text = |part: &Part| match part {
        Part::Words(words) => (*words).to_owned(),
        Part::Date(date) => date.clone(),
    };
    parts.iter().map(text).collect()
}

/// `between 3 May (50%) and 12 June 2027 (80%)`; `on 12 June 2027` if the date is certain.
pub fn by_chance_in_parts(chances: Chances) -> Vec<Part> {
    let Chances { p50, p80, p95 } = chances;
    let last = Part::Date(date(p80));
    if p50 == p95 {
        return vec![Part::Words("on "), last];
    }
    if p50 == p80 {
        return vec![Part::Words("by "), last, Part::Words(" (80%)")];
    }
    let first = Part::Date(before(p50, p80));
    vec![Part::Words("between "), first, Part::Words(" (50%) and "), last, Part::Words(" (80%)")]
}

/// The same as one text.
pub fn by_chance(chances: Chances) -> String {
    written(&by_chance_in_parts(chances))
}

/// Like [`by_chance`], but with one year where both dates are in it: `between 3 May (50%) and 12 June 2027 (80%)`.
pub fn by_chance_short(chances: Chances) -> String {
    let Chances { p50, p80, .. } = chances;
    if p50 == p80 || p50.year() != p80.year() {
        return by_chance(chances);
    }
    format!("between {} (50%) and {} (80%)", p50.format("%-d %B"), date(p80))
}

/// `12 June 2027`, or `12 June 2027 to 3 July 2027`
pub fn span(range: DateRange) -> String {
    if range.from() == range.to() {
        date(range.from())
    } else {
        format!("{} to {}", date(range.from()), date(range.to()))
    }
}
