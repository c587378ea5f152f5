//! The times of a guide's headings, lines and cells.

use std::ops::Range;

use super::dates;
use crate::effort::{self, Amount, Estimate};

/// Longer texts are prose.
const LONGEST: usize = 300;

/// Ten years of weeks of 168 hours: more is no plan.
const MOST_MINUTES: u64 = 520 * 168 * 60;

/// The time given in a text, with its byte range.
pub type Found = (Range<usize>, Estimate);

/// A length, or else the length of a position, or else that of a stretch of the calendar.
pub fn find(text: &str) -> Option<Found> {
    let text = Some(text).filter(|text| text.len() <= LONGEST)?;
    effort::find(text).or_else(|| dates::find(text))
}

/// The same without its place in the text.
pub fn value(text: &str) -> Option<Estimate> {
    find(text).map(|(_, estimate)| estimate)
}

/// A length that is no position.
pub fn length(text: &str) -> Option<Found> {
    find(text).filter(|(_, estimate)| !estimate.is_position)
}

/// The time of a text that says nothing else.
pub fn alone(text: &str) -> Option<Estimate> {
    let (range, estimate) = find(text)?;
    (effort::is_bare(&text[..range.start]) && effort::is_bare(&text[range.end..])).then_some(estimate)
}

/// A text without its time: without the brackets that it is in, or the signs around it.
pub fn without(text: &str, range: &Range<usize>) -> String {
    let (mut before, mut after) = (&text[..range.start], &text[range.end..]);
    let open =
        before.rfind(['(', '[', '（', '【']).filter(|&at| !before[at..].contains([')', ']', '）', '】']));
    let close = after.find([')', ']', '）', '】']).filter(|_| open.is_some());
    if let (Some(open), Some(close)) = (open, close) {
        before = &before[..open];
        let length = after[close..].chars().next().map_or(0, char::len_utf8);
        after = &after[close + length..];
        let gap = if after.starts_with(':') { "" } else { " " };
        return trimmed(&format!("{}{gap}{}", before.trim_end(), after.trim_start())).to_owned();
    }
    let is_sign = |letter: char| !letter.is_alphanumeric() && !is_bracket(letter);
    let head = before.trim_end_matches(is_sign);
    let head = head.strip_suffix(['~', '≈']).unwrap_or(head);
    let tail = after.trim_start_matches(is_sign);
    if head.is_empty() {
        let is_sentence = after.starts_with(' ') && after.trim_start().starts_with(char::is_lowercase);
        return if is_sentence { text.to_owned() } else { trimmed(tail).to_owned() };
    }
    let is_divided = |between: &str| !between.trim().is_empty();
    if !is_divided(&before[head.len()..])
        || !tail.is_empty() && !is_divided(&after[..after.len() - tail.len()])
    {
        return text.to_owned();
    }
    match tail {
        "" => trimmed(head).to_owned(),
        tail => format!("{}: {}", trimmed(head), trimmed(tail)),
    }
}

fn is_bracket(letter: char) -> bool {
    matches!(
        letter,
        '(' | ')' | '[' | ']' | '（' | '）' | '"' | '“' | '”' | '\'' | '`' | '+' | '#' | '?' | '!' | '%'
    )
}

/// Without the signs that a time leaves behind.
pub fn trimmed(text: &str) -> &str {
    let clocks =
        |letter: char| matches!(letter, '⏱' | '⏰' | '⏳' | '⌛' | '🕐'..='🕧' | '📅' | '🗓' | '\u{fe0f}');
    let signs = |letter: char| letter.is_whitespace() || ":-–—|·•~,;/：、".contains(letter) || clocks(letter);
    text.trim_end_matches(signs).trim_start_matches(signs)
}

/// Whether a time is counted in days, weeks or months rather than hours.
pub fn is_calendar(estimate: &Estimate) -> bool {
    estimate.is_converted || matches!(estimate.amount, Amount::Weeks(_))
}

/// All of them together, unless that is implausibly much.
pub fn sum(estimates: &[Estimate]) -> Option<Estimate> {
    let minutes = |estimate: &Estimate| match estimate.amount {
        Amount::Weeks(weeks) => u64::from(weeks.high) * 168 * 60,
        Amount::Minutes(minutes) => u64::from(minutes.high),
        Amount::TooMuch => u64::from(u32::MAX),
    };
    let is_plausible = estimates.iter().map(minutes).sum::<u64>() <= MOST_MINUTES;
    if is_plausible { effort::total(estimates) } else { None }
}

/// A cell below a heading that says the unit: "6" below "Hours". What stands in brackets behind it is a note.
pub fn with_unit(cell: &str, unit: &str) -> String {
    let cell = match cell.find(['(', '（']) {
        Some(note) if cell[..note].contains(|letter: char| letter.is_ascii_digit()) && !unit.is_empty() => {
            &cell[..note]
        }
        _ => cell,
    };
    if unit.is_empty()
        || cell.contains(char::is_alphabetic)
        || !cell.contains(|letter: char| letter.is_ascii_digit())
    {
        cell.to_owned()
    } else {
        format!("{} {unit}", cell.trim())
    }
}

/// Study hours in a week, if a line says them; the middle of a range.
pub fn hours_per_week(text: &str) -> Option<u32> {
    let pace = Some(text).filter(|text| text.len() <= LONGEST).and_then(effort::rate)?;
    Some((pace.low + pace.high).div_ceil(2)).filter(|hours| (1..=168).contains(hours))
}
