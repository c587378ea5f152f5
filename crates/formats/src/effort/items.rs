//! The lengths, positions and rates of a line, in its order.

use std::ops::Range;

use super::lengths::{self, Length};
use super::positions::{self, Position};
use super::rates::{self, Rate};
use super::tokens::Line;
use super::words::Role;

#[derive(Clone, Copy, Debug)]
pub enum What {
    Length(Length),
    Position(Position),
    Rate(Rate),
}

#[derive(Clone, Debug)]
pub struct Item {
    pub what: What,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Everything in a line that has to do with time, wherever it stands.
pub fn items(line: &Line) -> Vec<Item> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        // No mark begins anything, which saves looking it up.
        match Some(at).filter(|at| line.mark(*at).is_none()).and_then(|at| item(line, at)) {
            Some((end, what)) => {
                found.push(Item { what, tokens: at..end });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn item(line: &Line, at: usize) -> Option<(usize, What)> {
    let rate = |(end, rate)| (end, What::Rate(rate));
    if let Some((end, position)) = positions::position(line, at) {
        return Some((end, What::Position(position)));
    }
    if let Some(found) = rates::behind_unit(line, at) {
        return Some(rate(found));
    }
    let (end, length) = lengths::length(line, at)?;
    // In "Phase 2 weeks 3-4" and "Month 1 week 2", the number belongs to the word before it.
    let is_numbered = at.checked_sub(1).is_some_and(|before| line.is(before, Role::Numbered));
    if is_numbered && line.number(end).is_some() {
        return None;
    }
    if let Some(found) = rates::behind_length(line, end, &length) {
        return Some(rate(found));
    }
    // "2 hours per lesson" does not say how many lessons there are.
    if matches!(line.word(end), "per" | "pro" | "pour") {
        return Some((end + 1, What::Rate(Rate::Other)));
    }
    Some((end, What::Length(length)))
}

/// Minutes per week of the first rate of study among items.
pub fn pace(items: &[Item]) -> Option<(u64, u64)> {
    let rates =
        || items.iter().filter_map(|item| if let What::Rate(rate) = item.what { Some(rate) } else { None });
    let study = |rate| {
        if let Rate::Study { low, high, is_per_day } = rate { Some((low, high, is_per_day)) } else { None }
    };
    let (low, high, is_per_day) = rates().find_map(study)?;
    let days = |rate| if let Rate::Days { low, high } = rate { Some((low, high)) } else { None };
    match rates().find_map(days).filter(|_| is_per_day) {
        Some((fewest, most)) => Some((fewest.share(low), most.share(high))),
        None => Some((low, high)),
    }
}
