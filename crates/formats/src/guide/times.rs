//! The times of a guide's headings, lines and cells.

use std::ops::Range;

use super::marker;
use crate::effort::{self, Estimate};

/// Longer texts are prose.
const LONGEST: usize = 300;

/// The time given in a text, with its byte range; that it is a position, such as weeks 1 to 3.
pub struct Found {
    pub range: Range<usize>,
    pub estimate: Estimate,
    pub is_position: bool,
}

/// A length, or else the length of a position.
pub fn find(text: &str) -> Option<Found> {
    length(text)
        .map(|(range, estimate)| Found { range, estimate, is_position: estimate.is_position })
        .or_else(|| {
            let (range, marker) = marker::position(text.get(..LONGEST).unwrap_or(text))?;
            let (_, estimate) = effort::find(&marker.length()?)?;
            Some(Found { range, estimate, is_position: true })
        })
}

/// A length with its byte range. Hours a day are none.
pub fn length(text: &str) -> Option<(Range<usize>, Estimate)> {
    if text.len() > LONGEST {
        return None;
    }
    effort::find(text).filter(|(range, _)| !is_rate(&text[range.end..]))
}

/// Whether a text says nothing but a time.
pub fn is_bare(text: &str, range: &Range<usize>) -> bool {
    let says_nothing = |text: &str| effort::is_bare(text);
    says_nothing(&text[..range.start]) && says_nothing(&text[range.end..])
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

/// Whether an amount is one for each day or week.
fn is_rate(after: &str) -> bool {
    let after = after.trim_start().to_lowercase();
    let words = [
        "/", "per ", "a day", "a week", "an day", "each ", "every ", "daily", "weekly", "pro ", "par ",
        "por ",
    ];
    words.iter().any(|word| after.starts_with(word))
}

/// A cell below a heading that says the unit: "6" below "Hours".
pub fn with_unit(cell: &str, unit: &str) -> String {
    if unit.is_empty()
        || cell.contains(char::is_alphabetic)
        || !cell.contains(|letter: char| letter.is_ascii_digit())
    {
        cell.to_owned()
    } else {
        format!("{} {unit}", cell.trim())
    }
}

/// Study hours in a week, if a sentence says them; the middle of a range.
pub fn hours_per_week(text: &str) -> Option<u32> {
    let rate = effort::rate(text)?;
    Some((rate.low + rate.high).div_ceil(2)).filter(|hours| (1..=7 * 24).contains(hours))
}
