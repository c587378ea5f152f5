//! The length of periods of the calendar, such as "January", "Mar - May 2027" or "Q1 2027".

use crate::effort::Estimate;
use crate::timed;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

pub(super) const MONTHS_IN_FULL: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first month of a period, counted from January, and its length in months.
#[derive(Clone, Copy)]
struct Part {
    first: i32,
    length: i32,
    year: Option<i32>,
}

/// The time of a text that only names months or quarters. A year alone is none: it rather tells a history.
pub fn time(text: &str) -> Option<Estimate> {
    let mut parts: Vec<Part> = Vec::new();
    let mut year_before = None;
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        if let Some(year) = year(&word) {
            match parts.last_mut() {
                Some(part) if part.year.is_none() => part.year = Some(year),
                _ => year_before = Some(year),
            }
        } else if let Some((first, length)) = months(&word) {
            parts.push(Part { first, length, year: year_before.take() });
        } else if !["to", "and", "until"].contains(&word.as_str()) {
            return None;
        }
    }
    let (from, to) = match parts[..] {
        [only] => (only, only),
        [from, to] => (from, to),
        _ => return None,
    };
    let years = match (from.year, to.year) {
        (Some(from), Some(to)) => to - from,
        _ => i32::from(to.first < from.first),
    };
    let months = years * 12 + to.first + to.length - from.first;
    if months > 0 { timed::of(&format!("{months} months")) } else { None }
}

fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| (1900..2200).contains(year))
}

fn months(word: &str) -> Option<(i32, i32)> {
    let quarter = word.strip_prefix('q').and_then(|number| number.parse::<i32>().ok());
    if let Some(quarter) = quarter.filter(|quarter| (1..=4).contains(quarter)) {
        return Some((quarter * 3 - 3, 3));
    }
    let is_month = |names: &[&str]| names.iter().position(|name| *name == word);
    Some((is_month(&MONTHS).or_else(|| is_month(&MONTHS_IN_FULL))? as i32, 1))
}
