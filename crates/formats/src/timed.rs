//! Titles with a time in them, and arithmetic with times.

use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount, Estimate, Place};
use crate::mermaid::{lines, plain};
use roadmap::Span;

/// A title whose time was taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timed {
    /// Empty only if the text has no words.
    pub title: String,
    pub time: Option<Estimate>,
    /// Where it is in the plan, if that is its time.
    pub place: Option<Place>,
    /// The title is the time, because the text has nothing else.
    pub is_only_time: bool,
}

/// Separates title and time in a text, which may have several lines. The first line with a time gives it, and a line of
/// nothing else is no part of the title.
pub fn timed(text: &str) -> Timed {
    let mut timed = Timed::default();
    let (mut words, mut only_time) = (Vec::new(), "");
    for line in lines(text) {
        let (rest, time) = taken_out(line);
        if rest.is_empty() && time.is_some() && only_time.is_empty() {
            only_time = line;
        } else if timed.time.is_none() || time.is_none() {
            words.push(rest);
        } else {
            words.push(plain(line));
        }
        if timed.time.is_none() && time.is_some_and(|time| time.is_position) {
            timed.place = effort::place(line);
        }
        timed.time = timed.time.or(time);
    }
    words.retain(|line| !line.is_empty());
    timed.is_only_time = words.is_empty() && !only_time.is_empty();
    timed.title = if timed.is_only_time { plain(only_time) } else { words.join(" ") };
    timed
}

/// A line without its time, and that. "Week 1: Basics (10 hours)" has a length and a position, and loses both.
fn taken_out(line: &str) -> (String, Option<Estimate>) {
    let Some((range, time)) = effort::find(line) else { return (plain(line), None) };
    let rest = effort::without(line, &range);
    let position = effort::find(&rest).filter(|(_, estimate)| estimate.is_position);
    let rest = match position {
        Some((range, _)) => effort::without(&rest, &range).into_owned(),
        None => rest.into_owned(),
    };
    (plain(&rest), Some(time))
}

/// The time that a text such as `3 weeks` stands for.
pub fn of(text: &str) -> Option<Estimate> {
    effort::find(text).map(|(_, estimate)| estimate)
}

/// One of several equal shares of a time.
pub fn share(time: &Estimate, of: usize) -> Estimate {
    let of = u32::try_from(of).unwrap_or(u32::MAX).max(1);
    let is_whole = |span: &Span| span.low.is_multiple_of(of) && span.high.is_multiple_of(of);
    let part = |span: Span| Span { low: span.low / of, high: span.high.div_ceil(of) };
    let amount = match time.amount {
        Amount::Weeks(span) if !is_whole(&span) => Amount::Minutes(part(in_minutes(span))),
        Amount::Weeks(span) => Amount::Weeks(part(span)),
        Amount::Minutes(span) => Amount::Minutes(part(span)),
        Amount::TooMuch => Amount::TooMuch,
    };
    let is_converted = time.is_converted || amount != time.amount && matches!(amount, Amount::Minutes(_));
    Estimate { amount, months: time.months.filter(is_whole).map(part), is_converted, ..*time }
}

/// The time without its first part of `of` equal ones.
pub fn without_first(time: &Estimate, of: u64) -> Estimate {
    let rest = |span: Span| {
        let part = |value: u32| u64::from(value) * (of - 1) / of;
        Span { low: part(span.low) as u32, high: part(span.high) as u32 }
    };
    let amount = match time.amount {
        Amount::Weeks(span) => Amount::Weeks(rest(span)),
        Amount::Minutes(span) => Amount::Minutes(rest(span)),
        Amount::TooMuch => Amount::TooMuch,
    };
    Estimate { amount, months: time.months.map(rest), ..*time }
}

fn in_minutes(weeks: Span) -> Span {
    let of_a_week = ASSUMED_HOURS_PER_WEEK * 60;
    Span { low: weeks.low.saturating_mul(of_a_week), high: weeks.high.saturating_mul(of_a_week) }
}

/// The time between two ends, such as those of "3-6 months".
pub fn between(ends: &Estimate) -> Estimate {
    let length = |span: Span| Span { low: span.high - span.low, high: span.high - span.low };
    let amount = match ends.amount {
        Amount::Weeks(span) => Amount::Weeks(length(span)),
        Amount::Minutes(span) => Amount::Minutes(length(span)),
        Amount::TooMuch => Amount::TooMuch,
    };
    Estimate { amount, months: ends.months.map(length), is_position: true, ..*ends }
}
