//! Rates such as "10 hours per week", and frequencies such as "5 days a week".

use super::figure::Figure;
use super::lengths::{Certainty, Length, length};
use super::tokens::Line;
use super::units::Unit;
use super::words::{Role, recurrence};

/// No week has more.
const MINUTES_OF_WEEK: u64 = 168 * 60;

/// Words allowed between an amount and the unit in which it recurs: "5 hours of study per week".
const MOST_BETWEEN: usize = 3;

#[derive(Clone, Copy, Debug)]
pub enum Rate {
    /// Minutes per week.
    Study { low: u64, high: u64, is_per_day: bool },
    /// Days per week.
    Days { low: Figure, high: Figure },
    /// Weeks per month and the like.
    Other,
}

/// Reads the rate that begins with the length at a token.
pub fn behind_length(line: &Line, next: usize, length: &Length) -> Option<(usize, Rate)> {
    let (next, every) = recurring(line, next).or_else(|| recurring_later(line, next, length))?;
    Some((next, rate(length, every)))
}

/// Reads a rate whose unit comes first: "daily: 2 hours", "每周10小时", "haftada 5 saat", "hours per week: 10".
pub fn behind_unit(line: &Line, at: usize) -> Option<(usize, Rate)> {
    if line.is_glued(at) {
        return None;
    }
    if let Some((next, rate)) = behind_heading(line, at) {
        return Some((next, rate));
    }
    let (next, every) = unit_first(line, at)?;
    let first = next + usize::from(line.mark(next) == Some(':'));
    for from in first..=first + MOST_BETWEEN {
        if let Some((next, length)) = length(line, from)
            .filter(|(_, length)| length.certainty >= Certainty::Letter || length.unit <= Unit::Hour)
        {
            let fits = length.unit < every && recurring(line, next).is_none();
            return fits.then(|| (next, rate(&length, every)));
        }
        if line.word(from).is_empty() {
            return None;
        }
    }
    None
}

/// The number of "hours per week: 10-12".
fn behind_heading(line: &Line, at: usize) -> Option<(usize, Rate)> {
    let (unit, _) = line.unit(at).filter(|(unit, _)| *unit == Unit::Hour)?;
    let (next, every) = recurring(line, at + 1)?;
    let next = next + usize::from(matches!(line.mark(next), Some(':' | '=')) || line.word(next) == "is");
    let next = (next..next + MOST_BETWEEN).find(|at| !line.is(*at, Role::Beside)).unwrap_or(next);
    let number = |at: usize| line.number(at).filter(|_| line.unit(at + 1).is_none());
    let low = number(next).or_else(|| line.number(next))?;
    let (next, high) =
        match super::lengths::separator(line, next + 1).and_then(|at| Some((at + 1, number(at)?))) {
            Some((next, high)) => (next, high),
            None => (next + 1, number(next)?),
        };
    let [low, high] = [low, high].map(|hundredths| Figure::new(hundredths, unit));
    let length = Length { low, high, is_open: false, unit, certainty: Certainty::Full };
    Some((next, rate(&length, every)))
}

/// The unit in which something recurs, before the amount: "per week", "every day", "daily", "每周", "週", "1日".
fn unit_first(line: &Line, at: usize) -> Option<(usize, Unit)> {
    if let Some(unit) = recurrence(line.word(at)) {
        return Some((at + 1, unit));
    }
    if matches!(line.word(at), "每" | "毎") {
        let number = at + 1 + usize::from(matches!(line.word(at + 1), "个" | "個"));
        let unit =
            line.unit(number).map(|(unit, _)| unit).or((line.word(number) == "月").then_some(Unit::Month))?;
        return (unit >= Unit::Day).then_some((number + 1, unit));
    }
    let is_hint = [
        "per",
        "every",
        "each",
        "pro",
        "jede",
        "jeden",
        "cada",
        "chaque",
        "каждый",
        "каждую",
        "mỗi",
        "setiap",
        "هر",
        "كل",
        "प्रति",
        "हर",
        "প্রতি",
        "ogni",
    ]
    .contains(&line.word(at));
    if is_hint {
        let (unit, _) = line.unit(at + 1)?;
        return (unit >= Unit::Day).then_some((at + 2, unit));
    }
    // "週10時間", "주 10시간", "1日2時間", "一天两小时"
    let is_week = matches!(line.word(at), "週" | "周" | "주") && line.number(at + 1).is_some();
    if is_week {
        return Some((at + 1, Unit::Week));
    }
    let is_one = line.number(at) == Some(100) || line.word(at) == "一";
    let (unit, _) = line.unit(at + 1).filter(|_| is_one && line.is_unspaced(at + 1))?;
    (unit >= Unit::Day).then_some((at + 2, unit))
}

/// A recurrence behind some words: "2 hours of practice a day".
fn recurring_later(line: &Line, at: usize, length: &Length) -> Option<(usize, Unit)> {
    const AWAY: [&str; 6] = ["over", "in", "within", "for", "after", "during"];
    if !length.low.is_clock_time() {
        return None;
    }
    for at in at..at + MOST_BETWEEN {
        let is_word = !line.word(at).is_empty() && line.unit(at).is_none() && !AWAY.contains(&line.word(at));
        if !is_word {
            return None;
        }
        // "daily" would belong to what follows.
        if recurrence(line.word(at + 1)).is_none()
            && let Some(found) = recurring(line, at + 1)
        {
            return Some(found);
        }
    }
    None
}

fn rate(length: &Length, every: Unit) -> Rate {
    let Length { low, high, unit, .. } = *length;
    if low.is_clock_time() && high.is_clock_time() {
        let [low, high] = [low, high].map(|figure| figure.minutes_per_week(every));
        let (low, high) = (low.min(high), low.max(high));
        return if (1..=MINUTES_OF_WEEK).contains(&high) {
            Rate::Study { low, high, is_per_day: every == Unit::Day }
        } else {
            Rate::Other
        };
    }
    match (unit, every) {
        (Unit::Day, Unit::Week) => Rate::Days { low, high },
        _ => Rate::Other,
    }
}

/// The token behind "/week", "a day" and their like, with the unit in which an amount recurs.
pub fn recurring(line: &Line, at: usize) -> Option<(usize, Unit)> {
    if let Some(unit) = super::words::recurrence(line.word(at)) {
        return Some((at + 1, unit));
    }
    let is_slash = line.mark(at) == Some('/');
    let mut unit_at = at + usize::from(is_slash);
    if !is_slash {
        let articles = (0..3).take_while(|&index| line.is(at + index, Role::Per)).count();
        unit_at += articles;
        if articles == 0 {
            return None;
        }
    }
    let (unit, _) = line.unit(unit_at)?;
    let is_position = line.integer(unit_at + 1).is_some() && line.unit(unit_at + 2).is_none();
    (unit >= Unit::Day && !is_position).then_some((unit_at + 1, unit))
}
