//! How long something takes, as guides write it: `4-8 weeks`, `1 h 30 min`, `Week 3`, `两个月`, `5 h/week for 4 weeks`.
//!
//! A line is cut into [tokens], among which [lengths], [positions] and [rates] are found wherever they stand; [places]
//! decides which of them say how long the thing takes that the line is about.

mod around;
mod figure;
mod items;
mod lengths;
mod numbers;
mod places;
mod positions;
mod rates;
mod tokens;
mod units;
mod words;

use std::ops::Range;

use roadmap::Span;

pub use around::without;
use figure::{Figure, Pace, estimate};
use items::{Item, What, items, pace};
use lengths::Certainty;
use places::Places;
use tokens::Line;
use words::Role;

/// Study hours in a week of a flowchart, since no flowchart says how many it means.
pub const ASSUMED_HOURS_PER_WEEK: u32 = 10;

/// Longer lines are prose, not lengths.
const LONGEST_LINE: usize = 1_000;

/// A length as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub amount: Amount,
    /// Written in whole months or years, of which a year has twelve.
    pub months: Option<Span>,
    /// Written without an upper bound, such as "2+ weeks".
    pub is_open_ended: bool,
    /// Written with its higher figure first.
    pub is_reversed: bool,
    /// Minutes were computed at the pace of a week.
    pub is_converted: bool,
    /// Written as a position in the plan, such as "Weeks 4-7".
    pub is_position: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Whole weeks.
    Weeks(Span),
    /// Rounded to the nearest; from days, months and years to hours, or to quarters of an hour below ten hours.
    Minutes(Span),
    /// Implausibly much.
    TooMuch,
}

/// The length that a line gives, with its byte range.
///
/// ```
/// use formats::effort::{Amount, find};
/// use roadmap::Span;
///
/// let (range, estimate) = find("Posture (Weeks 4–7)").expect("there is one");
/// assert_eq!((range, estimate.amount), (9..20, Amount::Weeks(Span { low: 4, high: 4 })));
/// ```
pub fn find(line: &str) -> Option<(Range<usize>, Estimate)> {
    find_at(line, ASSUMED_HOURS_PER_WEEK)
}

/// The same where a week has so many hours.
pub fn find_at(line: &str, hours_per_week: u32) -> Option<(Range<usize>, Estimate)> {
    let line = short(line)?;
    let items = items(&line);
    let places = Places::new(&line);
    let allowed = |run: &'_ [Item]| {
        let place = places.of(run)?;
        chosen(run.iter().filter(|item| place.allows(item))).cloned()
    };
    let (run, item) = items
        .chunk_by(|one, next| are_joined(&line, one, next))
        .filter_map(|run| Some((run, allowed(run)?)))
        .min_by_key(|(_, item)| matches!(item.what, What::Position(_)))?;
    let tokens = run.first()?.tokens.start..run.last()?.tokens.end;
    Some((line.range(&tokens), value(&item, pace(&items), hours_per_week)?))
}

/// A position in a plan, such as "Weeks 4-7".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Days in the unit that is counted.
    pub unit: u64,
    pub first: u64,
    pub last: u64,
}

impl Place {
    pub fn days(self) -> u64 {
        (self.last + 1 - self.first) * self.unit
    }

    /// Whether another place is a part of this one. Smaller units may count from its beginning.
    pub fn holds(self, part: Self) -> bool {
        let days = |from: u64, to: u64, unit: u64| (from.saturating_sub(1) * unit, to * unit);
        let (begin, end) = days(self.first, self.last, self.unit);
        let (from, to) = days(part.first, part.last, part.unit);
        let is_within = from >= begin && to <= end;
        if part.unit == self.unit {
            return is_within && to - from < end - begin;
        }
        part.unit < self.unit && (is_within || to <= end - begin)
    }
}

/// The position that a line gives.
pub fn place(line: &str) -> Option<Place> {
    let position = items(&short(line)?).into_iter().find_map(|item| match item.what {
        What::Position(position) => Some(position),
        What::Length(_) | What::Rate(_) => None,
    })?;
    let (first, last) = position.ends;
    Some(Place { unit: position.unit.days(), first, last })
}

/// Study hours per week that a text states, wherever in it.
///
/// ```
/// use formats::effort::rate;
/// use roadmap::Span;
///
/// assert_eq!(rate("2 hours/day, 5 days a week"), Some(Span { low: 10, high: 10 }));
/// ```
pub fn rate(text: &str) -> Option<Span> {
    let (low, high) = pace(&items(&short(text)?))?;
    let hours = |minutes: u64| ((minutes + 30) / 60).max(1) as u32;
    Some(Span { low: hours(low), high: hours(high) })
}

/// The length that a text gives, wherever in it, and whatever pace stands beside it: that of a plan as a whole.
///
/// ```
/// use formats::effort::{Amount, anywhere};
/// use roadmap::Span;
///
/// let amount = |text| anywhere(text).map(|estimate| estimate.amount);
/// assert_eq!(amount("A complete 12-week plan"), Some(Amount::Weeks(Span { low: 12, high: 12 })));
/// assert_eq!(amount("6 weeks in all, 2 hours a day"), Some(Amount::Weeks(Span { low: 6, high: 6 })));
/// assert_eq!(amount("after 5 years of experience"), None);
/// ```
pub fn anywhere(text: &str) -> Option<Estimate> {
    let line = short(text)?;
    let items = items(&line);
    let places = Places::new(&line);
    let is_meant = |item: &&Item| {
        let is_sure = matches!(item.what, What::Length(length) if length.certainty >= Certainty::Letter);
        is_sure && places.of(std::slice::from_ref(*item)).is_some_and(|place| !place.is_denied())
    };
    value(chosen(items.iter().filter(is_meant))?, None, ASSUMED_HOURS_PER_WEEK)
}

/// What the cells of a table say together: a duration such as "4 weeks", and an effort such as "3-5 hours/week".
pub fn course(duration: &str, effort: &str) -> Option<Estimate> {
    let lines = [short(duration)?, short(effort)?];
    let [of_duration, of_effort] = lines.each_ref().map(items);
    let stated = pace(&of_effort).or_else(|| pace(&of_duration));
    let hours = of_effort.iter().filter(|item| is_clock_time(item));
    let item = chosen(hours).or_else(|| chosen(of_duration.iter())).or_else(|| chosen(of_effort.iter()))?;
    value(item, stated, ASSUMED_HOURS_PER_WEEK)
}

/// The length of several things one after the other; `None` of nothing. Weeks are taken at the assumed pace where others are
/// written in hours.
pub fn total(estimates: &[Estimate]) -> Option<Estimate> {
    let (first, others) = estimates.split_first()?;
    Some(others.iter().fold(*first, |sum, next| Estimate {
        amount: sum.amount.plus(next.amount),
        months: sum.months.zip(next.months).map(|(one, other)| add(one, other)),
        is_open_ended: sum.is_open_ended || next.is_open_ended,
        is_reversed: sum.is_reversed || next.is_reversed,
        is_converted: sum.is_converted || next.is_converted,
        is_position: sum.is_position || next.is_position,
    }))
}

fn add(one: Span, other: Span) -> Span {
    Span { low: one.low + other.low, high: one.high + other.high }
}

impl Amount {
    fn plus(self, other: Self) -> Self {
        let minutes = |amount: Self| match amount {
            Self::Weeks(Span { low, high }) => {
                let of_a_week = ASSUMED_HOURS_PER_WEEK * 60;
                Some(Span { low: low * of_a_week, high: high * of_a_week })
            }
            Self::Minutes(span) => Some(span),
            Self::TooMuch => None,
        };
        match (self, other) {
            (Self::Weeks(one), Self::Weeks(other)) => Self::Weeks(add(one, other)),
            _ => minutes(self)
                .zip(minutes(other))
                .map_or(Self::TooMuch, |(one, other)| Self::Minutes(add(one, other))),
        }
    }
}

/// Whether there is a number with a unit, a position or a pace anywhere in a line. "3D" and "a day" are none.
pub fn looks_like_one(line: &str) -> bool {
    let Some(line) = short(line) else { return false };
    let is_one = |item: &Item| match item.what {
        What::Length(length) if length.certainty == Certainty::Weak => {
            line.first_letter(item.tokens.end - 1).is_some_and(|letter| !letter.is_uppercase())
        }
        What::Length(length) => length.certainty > Certainty::One,
        What::Position(_) | What::Rate(_) => true,
    };
    items(&line).iter().any(is_one)
}

/// Whether a word is a unit of time.
pub fn is_unit(word: &str) -> bool {
    units::unit(&word.to_lowercase()).is_some()
}

/// Whether a text has no words but those allowed beside a length.
pub fn is_bare(text: &str) -> bool {
    let line = Line::new(text);
    (0..line.len()).all(|at| !line.says_something(at))
}

fn short(text: &str) -> Option<Line<'_>> {
    (text.len() <= LONGEST_LINE).then(|| Line::new(text))
}

/// Whether two items belong together because nothing but marks and words such as "for" is between them.
fn are_joined(line: &Line, one: &Item, next: &Item) -> bool {
    let is_stop = |at: usize| matches!(line.mark(at), Some('.' | '!' | '?')) && line.has_gap(at + 1);
    let joins = |at: usize| !is_stop(at) && (!line.says_something(at) || line.is(at, Role::Joining));
    (one.tokens.end..next.tokens.start).all(joins)
}

fn is_clock_time(item: &Item) -> bool {
    matches!(item.what, What::Length(length) if length.low.is_clock_time() && length.high.is_clock_time())
}

/// The item that says most exactly how long it takes: hours rather than weeks, weeks rather than a position.
fn chosen<'a>(items: impl Iterator<Item = &'a Item>) -> Option<&'a Item> {
    let rank = |item: &&Item| match item.what {
        What::Length(_) => usize::from(!is_clock_time(item)),
        What::Position(_) => 2,
        What::Rate(_) => 3,
    };
    items.filter(|item| rank(item) < 3).min_by_key(rank)
}

/// The estimate of an item at the pace stated beside it.
fn value(item: &Item, stated: Option<(u64, u64)>, hours_per_week: u32) -> Option<Estimate> {
    let of_a_week = u64::from(hours_per_week.clamp(1, 168)) * 60;
    let (low, high) = stated.unwrap_or((of_a_week, of_a_week));
    let pace = Pace { low, high, is_stated: stated.is_some() };
    let of = |low: Figure, high: Figure, is_open: bool| estimate(low, high, is_open, pace);
    match item.what {
        What::Length(length) => of(length.low, length.high, length.is_open),
        What::Position(position) => {
            Some(Estimate { is_position: true, ..of(position.length, position.length, position.is_open)? })
        }
        What::Rate(_) => None,
    }
}
