//! Positions in a plan, such as "Weeks 4-7" or "第3周": from the beginning of the first to the end of the last.

use super::figure::Figure;
use super::lengths::separator;
use super::numbers::{self, Spelling};
use super::tokens::Line;
use super::units::{Trust, Unit};
use crate::guide::month_by_name;

/// No plan has more days. Larger numbers are those of years.
const MOST: u64 = 999;

#[derive(Clone, Copy, Debug)]
pub struct Position {
    pub length: Figure,
    pub is_range: bool,
    /// "Week 9+"
    pub is_open: bool,
    /// "W1": a letter may be the beginning of any name.
    pub is_letter: bool,
    pub unit: Unit,
    /// The first and the last of the range.
    pub ends: (u64, u64),
}

/// Reads the position at a token.
pub fn position(line: &Line, at: usize) -> Option<(usize, Position)> {
    if line.is_glued(at) {
        return None;
    }
    let (next, found) = unspaced(line, at).or_else(|| behind_unit(line, at)).or_else(|| ordinal(line, at))?;
    let is_open = line.mark(next) == Some('+') && line.number(next + 1).is_none();
    Some((next + usize::from(is_open), Position { is_open, ..found }))
}

/// "Week 3", "Weeks 4-7", "Week 1 - Week 2", "Weeks 1, 2 & 3", "W1-W2"
fn behind_unit(line: &Line, at: usize) -> Option<(usize, Position)> {
    let unit = numbered_unit(line, at)?;
    let is_letter = line.word(at) == "w";
    let (mut next, first) = place(line, after_sign(line, at + 1))?;
    let mut last = first;
    if let Some((end, place)) = end(line, next, unit).filter(|(_, end)| *end >= first) {
        (next, last) = (end, place);
    } else {
        while let Some((end, place)) = next_in_row(line, next, unit).filter(|(_, place)| *place == last + 1) {
            (next, last) = (end, place);
        }
    }
    // "Week 2 hours" is no position, and neither is "Day 1 week".
    let is_count = line.is_unit(next) && !line.is_unspaced(next) && !is_and(line, next);
    if is_count && last == first {
        return None;
    }
    let (next, found) = finish(next, unit, first, last)?;
    Some((next, Position { is_letter, ..found }))
}

/// A unit that is numbered: a word of it, or a letter right before its number.
fn numbered_unit(line: &Line, at: usize) -> Option<Unit> {
    let (unit, trust) = line.unit(at)?;
    let is_letter = line.word(at) == "w" && !line.has_gap(at + 1) && line.number(at + 1).is_some();
    (unit > Unit::Minute && (trust == Trust::Full || is_letter) && !line.is_unspaced(at)).then_some(unit)
}

/// Skips the sign of "Week #1", "Week-1" and "Minggu ke-1".
fn after_sign(line: &Line, at: usize) -> usize {
    let is_sign = |at: usize| {
        matches!(line.mark(at), Some('#' | '№' | '.')) || line.mark(at) == Some('-') && !line.has_gap(at)
    };
    let at = at + usize::from(["ke", "no", "nr"].contains(&line.word(at)));
    at + usize::from(is_sign(at))
}

/// The number of a place in a plan.
fn place(line: &Line, at: usize) -> Option<(usize, u64)> {
    if let Some(number) = line.integer(at) {
        return (number <= MOST).then_some((at + 1, number));
    }
    let (next, count) = numbers::count(line, at).filter(|(_, count)| count.spelling != Spelling::Digits)?;
    let is_whole =
        count.low == count.high && count.low.is_multiple_of(100) && !["a", "an"].contains(&line.word(at));
    is_whole.then_some((next, count.low / 100))
}

/// The end of a range, which may repeat the unit. The number of "Day 1 - 2 hours" is not its end.
fn end(line: &Line, at: usize, unit: Unit) -> Option<(usize, u64)> {
    let from = separator(line, at)?;
    let repeats = numbered_unit(line, from) == Some(unit);
    let (next, last) = place(line, after_sign(line, from + usize::from(repeats)))?;
    // "Week 1 - 29. April" and "Woche 2 - 6. bis 12. Mai"
    let is_date = |at: usize| month_by_name(line.word(at)).is_some();
    let is_ordinal = line.mark(next) == Some('.');
    if is_date(next) || is_ordinal && (next + 1..next + 5).any(is_date) {
        return None;
    }
    (repeats || !line.is_unit(next) || line.is_unspaced(next)).then_some((next, last))
}

fn is_and(line: &Line, at: usize) -> bool {
    matches!(line.mark(at), Some('&' | '+' | ',' | '/'))
        || ["and", "y", "und", "et", "e", "и"].contains(&line.word(at))
}

/// The next one of "Weeks 1, 2 & 3".
fn next_in_row(line: &Line, at: usize, unit: Unit) -> Option<(usize, u64)> {
    let mut from = at;
    while from < at + 2 && is_and(line, from) {
        from += 1;
    }
    if from == at {
        return None;
    }
    let repeats = numbered_unit(line, from) == Some(unit);
    let number = after_sign(line, from + usize::from(repeats));
    let place = line.integer(number).filter(|place| *place <= MOST)?;
    (repeats || !line.is_unit(number + 1)).then_some((number + 1, place))
}

/// "第1-2周", "第1周-第2周", "第三个月", "2-3週目"
fn unspaced(line: &Line, at: usize) -> Option<(usize, Position)> {
    let is_marked = line.word(at) == "第";
    let (mut next, first) = place(line, at + usize::from(is_marked))?;
    let unit_of = |at: usize| line.unit(at).filter(|_| line.is_unspaced(at)).map(|(unit, _)| unit);
    let mut found = unit_of(next);
    next += usize::from(found.is_some());
    let mut last = first;
    if let Some(from) = separator(line, next) {
        let from = from + usize::from(line.word(from) == "第");
        if let Some((end, place)) = place(line, from).filter(|(_, end)| *end >= first) {
            (next, last) = (end, place);
            found = unit_of(next).or(found);
            next += usize::from(unit_of(next).is_some());
        }
    }
    let is_behind = line.word(next) == "目";
    if !is_marked && !is_behind {
        return None;
    }
    finish(next + usize::from(is_behind), found?, first, last)
}

/// "1st week", "1. Woche", "1.-2. Woche", "1-я неделя", "1주차", "2. hafta"
fn ordinal(line: &Line, at: usize) -> Option<(usize, Position)> {
    const KOREAN: [(&str, Unit); 6] = [
        ("주차", Unit::Week),
        ("주째", Unit::Week),
        ("일차", Unit::Day),
        ("개월차", Unit::Month),
        ("달차", Unit::Month),
        ("년차", Unit::Year),
    ];
    let first = line.integer(at).filter(|place| (1..=MOST).contains(place))?;
    let (mut next, mut is_ordinal) = (at + 1, false);
    let mut last = first;
    let mut skip = |next: &mut usize| {
        let skipped = ordinal_sign(line, *next);
        is_ordinal |= skipped > *next;
        *next = skipped;
    };
    skip(&mut next);
    if let Some(from) = separator(line, next)
        && let Some(end) = line.integer(from).filter(|end| (first..=MOST).contains(end))
    {
        (next, last) = (from + 1, end);
        skip(&mut next);
    }
    if let Some((_, unit)) = KOREAN.iter().find(|(word, _)| *word == line.word(next)) {
        return finish(next + 1, *unit, first, last);
    }
    let (unit, trust) = line.unit(next)?;
    let is_numbered_itself = line.integer(next + 1).is_some();
    let fits =
        is_ordinal && trust == Trust::Full && unit > Unit::Hour && !is_numbered_itself && line.has_gap(next);
    if !fits {
        return None;
    }
    finish(next + 1, unit, first, last)
}

/// Skips what makes a number the one of a place.
fn ordinal_sign(line: &Line, at: usize) -> usize {
    const ENDINGS: [&str; 15] =
        ["st", "nd", "rd", "th", "ª", "º", "ère", "er", "re", "e", "ème", "я", "й", "ая", "ша"];
    let is_ending = |at: usize| ENDINGS.contains(&line.word(at)) && !line.has_gap(at);
    if is_ending(at) || line.mark(at) == Some('.') && !line.has_gap(at) {
        at + 1
    } else if line.mark(at) == Some('-') && !line.has_gap(at) && is_ending(at + 1) {
        at + 2
    } else {
        at
    }
}

fn finish(next: usize, unit: Unit, first: u64, last: u64) -> Option<(usize, Position)> {
    let length = Figure::new((last.checked_sub(first)? + 1) * 100, unit);
    let is_range = last > first;
    Some((next, Position { length, is_range, is_open: false, is_letter: false, unit, ends: (first, last) }))
}
