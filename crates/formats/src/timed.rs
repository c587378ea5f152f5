//! Titles with a time in them, and arithmetic with times.

use std::ops::Range;

use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount, Estimate};
use crate::mermaid::{lines, plain};
use roadmap::Span;

/// A title whose time was taken out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timed {
    /// Empty only if the text has no words.
    pub title: String,
    pub time: Option<Estimate>,
    /// The time is a place in a schedule, such as "Week 3-4".
    pub is_position: bool,
    /// The title is the time, because the text has nothing else.
    pub is_only_time: bool,
}

/// A time in a line.
pub struct Found {
    pub range: Range<usize>,
    pub time: Estimate,
    pub is_position: bool,
}

/// Punctuation between a title and its time.
const BETWEEN: [char; 19] =
    [' ', '\t', '(', ')', '[', ']', '-', '–', '—', ':', '：', '|', ',', ';', '·', '•', '~', '/', '\u{fe0f}'];

/// Separates title and time in a text, which may have several lines. The first line with a time gives it, and a line of
/// nothing else is no part of the title.
pub fn timed(text: &str) -> Timed {
    let mut timed = Timed::default();
    let mut words = Vec::new();
    let mut only_time = "";
    for line in lines(text) {
        let found = if timed.time.is_none() { find(line) } else { None };
        let Some(found) = found else {
            words.push(plain(line));
            continue;
        };
        timed.time = Some(found.time);
        timed.is_position = found.is_position;
        match without(line, &found.range) {
            Some(rest) => words.push(plain(rest)),
            None => only_time = line,
        }
    }
    words.retain(|line| !line.is_empty());
    timed.is_only_time = words.is_empty() && !only_time.is_empty();
    timed.title = if timed.is_only_time { plain(only_time) } else { words.join(" ") };
    timed
}

/// The time in a line.
pub fn find(line: &str) -> Option<Found> {
    if let Some((range, time)) = position::find(line) {
        return Some(Found { range, time, is_position: true });
    }
    let (range, time) = effort::find(line)?;
    Some(Found { range, time, is_position: false })
}

/// The time that a text such as `3 weeks` stands for.
pub fn of(text: &str) -> Option<Estimate> {
    effort::find(text).map(|(_, estimate)| estimate)
}

/// A line without its time, or the whole line if the time is part of a sentence; `None` if nothing is left.
fn without<'a>(line: &'a str, range: &Range<usize>) -> Option<&'a str> {
    let (before, after) = (&line[..range.start], &line[range.end..]);
    let is_separator = |letter: char| BETWEEN.contains(&letter);
    let rest = match (effort::is_bare(before), effort::is_bare(after)) {
        (true, true) => return None,
        (true, false) => {
            let words = after.trim_start_matches(is_separator);
            if after.trim_start().len() == words.len() { line } else { words }
        }
        (false, true) => {
            let words = before.trim_end_matches(is_separator);
            if before.trim_end().len() == words.len() { line } else { words }
        }
        (false, false) => line,
    };
    Some(rest)
}

/// The minutes of a time, from and to.
fn minutes(time: &Estimate) -> Option<Span> {
    let week = ASSUMED_HOURS_PER_WEEK * 60;
    match time.amount {
        Amount::Weeks(span) => {
            Some(Span { low: span.low.saturating_mul(week), high: span.high.saturating_mul(week) })
        }
        Amount::Minutes(span) => Some(span),
        Amount::TooMuch => None,
    }
}

/// All times together; `None` if there are none.
pub fn sum<'a>(times: impl IntoIterator<Item = &'a Estimate>) -> Option<Estimate> {
    let mut times = times.into_iter();
    let mut total = times.next()?.clone();
    for time in times {
        total.amount = match (total.amount, time.amount) {
            (Amount::Weeks(one), Amount::Weeks(other)) => Amount::Weeks(plus(one, other)),
            _ => match (minutes(&total), minutes(time)) {
                (Some(one), Some(other)) => Amount::Minutes(plus(one, other)),
                _ => Amount::TooMuch,
            },
        };
        total.is_open_ended |= time.is_open_ended;
        total.is_reversed |= time.is_reversed;
        total.is_converted |= time.is_converted || matches!(time.amount, Amount::Weeks(_));
    }
    total.is_converted &= matches!(total.amount, Amount::Minutes(_));
    Some(total)
}

fn plus(one: Span, other: Span) -> Span {
    Span { low: one.low.saturating_add(other.low), high: one.high.saturating_add(other.high) }
}

/// One of several equal shares of a time.
pub fn share(time: &Estimate, of: usize) -> Estimate {
    let of = u32::try_from(of).unwrap_or(u32::MAX).max(1);
    let mut part = time.clone();
    let is_whole = |span: Span| span.low.is_multiple_of(of) && span.high.is_multiple_of(of);
    part.amount = match (time.amount, minutes(time)) {
        (Amount::Weeks(span), _) if is_whole(span) => {
            Amount::Weeks(Span { low: span.low / of, high: span.high / of })
        }
        (_, Some(span)) => Amount::Minutes(Span { low: span.low / of, high: span.high.div_ceil(of) }),
        (_, None) => Amount::TooMuch,
    };
    part.is_converted |= matches!(time.amount, Amount::Weeks(_)) && matches!(part.amount, Amount::Minutes(_));
    part
}

/// Places in a schedule, such as "Week 1-2" or "Month 4". To be replaced by `effort::find` once that reads them.
mod position {
    use std::ops::Range;

    use super::of;
    use crate::effort::{Estimate, is_bare};

    const UNITS: [(&str, &str, u32); 12] = [
        ("week", "weeks", 1),
        ("weeks", "weeks", 1),
        ("wk", "weeks", 1),
        ("wks", "weeks", 1),
        ("month", "months", 1),
        ("months", "months", 1),
        ("day", "days", 1),
        ("days", "days", 1),
        ("year", "months", 12),
        ("years", "months", 12),
        ("quarter", "months", 3),
        ("quarters", "months", 3),
    ];

    /// Longer lines are prose.
    const LONGEST_LINE: usize = 1_000;

    pub fn find(line: &str) -> Option<(Range<usize>, Estimate)> {
        if line.len() > LONGEST_LINE {
            return None;
        }
        let mut from = 0;
        for word in line.split(|letter: char| !letter.is_alphabetic()) {
            if let Some((length, time)) = parse(&line[from..], word) {
                let range = from..from + length;
                if is_apart(line, &range) {
                    return Some((range, time));
                }
            }
            from += word.len();
            from += line[from..].chars().next().map_or(0, char::len_utf8);
        }
        None
    }

    fn is_apart(line: &str, range: &Range<usize>) -> bool {
        let (before, after) = (&line[..range.start], &line[range.end..]);
        is_bare(before)
            || is_bare(after)
            || before.trim_end().ends_with(['(', '[']) && after.trim_start().starts_with([')', ']'])
    }

    /// A unit and its numbers at the beginning of a text, with their length.
    fn parse(text: &str, word: &str) -> Option<(usize, Estimate)> {
        let unit = UNITS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word))?;
        let mut at = word.len();
        let low = number(text, &mut at, &['.', '#', ' ', '\u{a0}', '-'])?;
        let mut high = low;
        let rest = text[at..].trim_start();
        let second = ["-", "–", "—", "‑", "−", "~", "to ", "& ", "and "].iter().find_map(|sign| {
            let rest = rest.strip_prefix(sign)?.trim_start();
            let unit_again = rest.get(..word.len()).is_some_and(|again| again.eq_ignore_ascii_case(word));
            let rest = if unit_again { &rest[word.len()..] } else { rest };
            let mut end = text.len() - rest.len();
            let number = number(text, &mut end, &[' '])?;
            (number >= low).then_some((end, number))
        });
        if let Some((end, number)) = second {
            (at, high) = (end, number);
        }
        if text[at..].starts_with(|letter: char| letter.is_alphanumeric()) {
            return None;
        }
        let time = of(&format!("{} {}", (high - low + 1) * unit.2, unit.1))?;
        Some((at, time))
    }

    /// A number from 1 to 999 behind some of `blanks`.
    fn number(text: &str, at: &mut usize, blanks: &[char]) -> Option<u32> {
        let rest = text[*at..].trim_start_matches(blanks);
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = rest[..length].parse().ok().filter(|number| (1..1_000).contains(number))?;
        *at = text.len() - rest.len() + length;
        Some(number)
    }
}
