//! Lengths of time: a number with its unit, a sum such as "1 h 30 min", a range such as "2-3 weeks".

use super::figure::Figure;
use super::numbers::{self, Count, Spelling};
use super::rates::recurring;
use super::tokens::Line;
use super::units::{self, Trust, Unit};
use super::words::Role;

/// Years of the calendar, such as 2024, are no length.
const FIRST_YEAR: u64 = 180_000;

/// How far a length is from being anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// "3d", "15 分": needs a place of its own.
    Weak,
    /// "a month".
    One,
    /// "two weeks".
    Word,
    /// "20h".
    Letter,
    Full,
}

#[derive(Clone, Copy, Debug)]
pub struct Length {
    pub low: Figure,
    pub high: Figure,
    /// Without an upper bound.
    pub is_open: bool,
    /// That of its last figure.
    pub unit: Unit,
    pub certainty: Certainty,
}

/// An amount of one unit, or of several that add up.
struct Amount {
    low: Figure,
    high: Figure,
    unit: Unit,
    certainty: Certainty,
}

/// Reads the length at a token.
pub fn length(line: &Line, at: usize) -> Option<(usize, Length)> {
    if !may_begin(line, at) {
        return None;
    }
    if let Some((hundredths, unit)) = units::amount(line.word(at)) {
        let figure = Figure::new(hundredths, unit);
        let certainty = if hundredths == 100 { Certainty::One } else { Certainty::Word };
        return Some((at + 1, Length { low: figure, high: figure, is_open: false, unit, certainty }));
    }
    let (next, first) = numbers::count(line, at)?;
    let is_open = plus(line, next);
    let next = next + usize::from(is_open);
    let Some((next, amount)) = amount(line, next, first) else {
        return range_of_one_unit(line, at, next, first, is_open);
    };
    let is_open = is_open || plus(line, next);
    let next = next + usize::from(plus(line, next));
    let whole = range_of_amounts(line, next, &amount, is_open);
    let (next, mut length) = whole.unwrap_or((next, amount.length(is_open)));
    let behind = open_behind(line, next);
    length.is_open |= behind > next;
    Some((behind, length))
}

impl Amount {
    fn length(&self, is_open: bool) -> Length {
        let Self { low, high, unit, certainty } = *self;
        Length { low, high, is_open, unit, certainty }
    }
}

/// Whether a number or word is neither part of a word nor a price, a version or a time of day.
fn may_begin(line: &Line, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    if line.is_glued(at) {
        return false;
    }
    let touches = !line.has_gap(at);
    match line.mark(before) {
        Some('#' | '$' | '€' | '£' | '¥' | '₹' | '.' | '\'' | '’') if touches => false,
        Some(':' | ',' | '/') if touches => {
            before.checked_sub(1).is_none_or(|number| line.number(number).is_none())
        }
        // "2024年3日" and "第3周"
        _ => !(line.number(at).is_some() && touches && matches!(line.word(before), "第" | "月" | "年")),
    }
}

fn plus(line: &Line, at: usize) -> bool {
    line.mark(at) == Some('+') && !line.has_gap(at)
}

/// "以上" or "or more".
fn open_behind(line: &Line, at: usize) -> usize {
    let is_there = |words: [&str; 2]| line.word(at) == words[0] && line.word(at + 1) == words[1];
    if [["or", "more"], ["以", "上"], ["oder", "mehr"], ["o", "más"], ["ou", "plus"]]
        .into_iter()
        .any(is_there)
    {
        at + 2
    } else {
        at
    }
}

/// The unit behind a number, possibly after a hyphen.
fn unit_behind(line: &Line, at: usize) -> Option<(usize, Unit, Trust)> {
    let is_hyphen = line.mark(at) == Some('-') && !line.has_gap(at) && !line.has_gap(at + 1);
    let at = at + usize::from(is_hyphen);
    let (unit, trust) = line.unit(at)?;
    let is_abbreviated =
        line.mark(at + 1) == Some('.') && !line.has_gap(at + 1) && line.word(at).chars().count() < 5;
    let is_sentence_end = line.len() == at + 2 || line.mark(at + 2).is_some();
    Some((at + 1 + usize::from(is_abbreviated && !is_sentence_end), unit, trust))
}

/// Reads an amount from its unit on.
fn amount(line: &Line, at: usize, count: Count) -> Option<(usize, Amount)> {
    // "1:30 h"
    let is_clock = line.mark(at) == Some(':') && !line.has_gap(at) && !line.has_gap(at + 1);
    if is_clock && let Some(minutes) = line.number(at + 1).filter(|minutes| *minutes < 6_000) {
        let (next, _, _) = unit_behind(line, at + 2).filter(|(_, unit, _)| *unit == Unit::Hour)?;
        let figure = Figure::new(count.low, Unit::Hour).plus(Figure::new(minutes, Unit::Minute));
        let certainty = Certainty::Full;
        return Some((next, Amount { low: figure, high: figure, unit: Unit::Hour, certainty }));
    }
    // "two and a half weeks"
    let halved = numbers::and_a_half(line, at).filter(|_| line.number(at).is_none());
    let half = if halved.is_some() { 50 } else { 0 };
    let (next, unit, trust) = unit_behind(line, halved.unwrap_or(at))?;
    if unit == Unit::Year && count.high >= FIRST_YEAR || trust == Trust::Part {
        return None;
    }
    let mut found = Amount {
        low: Figure::new(count.low + half, unit),
        high: Figure::new(count.high + half, unit),
        unit,
        certainty: certainty(line, next - 1, count, trust),
    };
    let next = add_parts(line, next, &mut found);
    Some((next, found))
}

fn certainty(line: &Line, unit: usize, count: Count, trust: Trust) -> Certainty {
    let is_capital = line.first_letter(unit).is_some_and(char::is_uppercase);
    match (trust, count.spelling) {
        (Trust::Full, Spelling::Digits) => Certainty::Full,
        (_, Spelling::One) => Certainty::One,
        (_, Spelling::Word) => Certainty::Word,
        (Trust::Letter, Spelling::Digits) if !is_capital => Certainty::Letter,
        _ => Certainty::Weak,
    }
}

/// Adds what follows in smaller units.
fn add_parts(line: &Line, mut at: usize, found: &mut Amount) -> usize {
    if let Some(next) = numbers::and_a_half(line, at) {
        found.add(Figure::new(50, found.unit), found.unit);
        return next;
    }
    while let Some((next, figure, unit)) = part(line, at, found.unit) {
        found.add(figure, unit);
        found.certainty = found.certainty.max(Certainty::Letter);
        at = next;
    }
    at
}

impl Amount {
    fn add(&mut self, figure: Figure, unit: Unit) {
        self.low = self.low.plus(figure);
        self.high = self.high.plus(figure);
        self.unit = unit;
    }
}

/// The part of a sum that continues "1 h" or "2 weeks": of a smaller unit, and not study time behind calendar time.
fn part(line: &Line, at: usize, above: Unit) -> Option<(usize, Figure, Unit)> {
    let is_and = ["and", "und", "et", "y", "e", "и", "і", "en", "ve", "و"].contains(&line.word(at));
    let at = at + usize::from(is_and);
    let number = line.number(at)?;
    // "1h30" and "1 h 30"
    if above == Unit::Hour && number < 6_000 && number.is_multiple_of(100) {
        let is_glued = line.is_glued(at) && line.word(at + 1).is_empty();
        // "2h 05 | For beginners"
        let is_alone =
            line.mark(at + 1).is_some_and(|mark| matches!(mark, '|' | '·' | '•' | ')' | ',' | ';'));
        let is_last = !is_and && (at + 1 == line.len() || is_alone);
        if is_glued || is_last {
            return Some((at + 1, Figure::new(number, Unit::Minute), Unit::Minute));
        }
    }
    let (next, unit, trust) = unit_behind(line, at + 1)?;
    let is_smaller = unit < above && (above < Unit::Week || unit > Unit::Hour);
    // "1日2時間" is a pace.
    let is_a_day = above == Unit::Day && unit <= Unit::Hour && line.is_unspaced(next - 1);
    let is_minutes = trust == Trust::Part && above != Unit::Hour;
    let is_part = is_smaller && !is_a_day && !is_minutes && recurring(line, next).is_none();
    is_part.then(|| (next, Figure::new(number, unit), unit))
}

/// The token behind the dash or word between the ends of a range.
pub fn separator(line: &Line, at: usize) -> Option<usize> {
    let next = match line.mark(at) {
        Some('-' | '–' | '—' | '~') => {
            at + 1 + usize::from(!line.has_gap(at + 1) && matches!(line.mark(at + 1), Some('-' | '~')))
        }
        Some('…') => at + 1,
        Some('.') => (line.mark(at + 1) == Some('.') && !line.has_gap(at + 1)).then_some(at + 2)?,
        Some(_) => return None,
        None if line.is(at, Role::To) => at + 1,
        None if line.word(at) == "and" && between(line, at) => at + 1,
        None => return None,
    };
    Some(next)
}

/// Whether "between" is at most four tokens before an "and".
fn between(line: &Line, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|at| line.word(at) == "between")
}

/// A range whose unit is behind its second figure.
fn range_of_one_unit(
    line: &Line,
    begin: usize,
    at: usize,
    first: Count,
    is_open: bool,
) -> Option<(usize, Length)> {
    let from = separator(line, at)?;
    let (next, second) = numbers::count(line, from)?;
    // In "Twelve - 15 h", twelve is a name.
    if (first.spelling == Spelling::Digits) != (second.spelling == Spelling::Digits) {
        return None;
    }
    let is_open = is_open || plus(line, next);
    let next = next + usize::from(plus(line, next));
    let (next, found) = amount(line, next, second)?;
    let low = Figure::new(first.low, unit_of_first(&found, line, from));
    // In "Python 3 - 2 weeks" and "Phase 2 - 3 weeks", the first number belongs to the word before it.
    let before = begin.checked_sub(1).filter(|_| line.has_gap(begin));
    let is_named = before.is_some_and(|before| !line.word(before).is_empty());
    let is_numbered = before.is_some_and(|before| line.is(before, Role::Numbered));
    let is_spaced = line.mark(at).is_some() && line.has_gap(at);
    if is_numbered || is_named && is_spaced && low.size() >= found.high.size() {
        return None;
    }
    let mut length = found.length(is_open || plus(line, next));
    length.low = low;
    if first.spelling != Spelling::Digits {
        length.certainty = length.certainty.min(Certainty::Word);
    }
    let next = next + usize::from(plus(line, next));
    let behind = open_behind(line, next);
    length.is_open |= behind > next;
    Some((behind, length))
}

/// The unit that the second figure of a range shares with the first one; that of a sum is its first.
fn unit_of_first(found: &Amount, line: &Line, from: usize) -> Unit {
    let behind = numbers::count(line, from).and_then(|(next, _)| unit_behind(line, next));
    behind.map_or(found.unit, |(_, unit, _)| unit)
}

/// A range whose figures both have a unit.
fn range_of_amounts(line: &Line, at: usize, low: &Amount, is_open: bool) -> Option<(usize, Length)> {
    let from = separator(line, at)?;
    let (next, second) = numbers::count(line, from)?;
    let is_open = is_open || plus(line, next);
    let next = next + usize::from(plus(line, next));
    let (next, high) = amount(line, next, second)?;
    // "4 weeks - 20 hours" says the same twice, "3 weeks - 5 hours a week" adds a pace.
    let is_mixed = low.low.is_clock_time() != high.low.is_clock_time();
    if is_mixed && low.low.size() >= high.high.size() || recurring(line, next).is_some() {
        return None;
    }
    let is_open = is_open || plus(line, next);
    let certainty = low.certainty.max(high.certainty);
    let next = next + usize::from(plus(line, next));
    Some((next, Length { low: low.low, high: high.high, is_open, unit: high.unit, certainty }))
}
