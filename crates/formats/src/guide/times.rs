//! The times of a guide's headings, lines and cells.

use std::ops::Range;

use super::marker;
use crate::effort::{self, ASSUMED_HOURS_PER_WEEK, Amount, Estimate};
use roadmap::Span;

/// Longer texts are prose.
const LONGEST: usize = 300;

/// Ten years of weeks of 168 hours.
const MOST_MINUTES: u64 = 520 * 168 * 60;

/// The time given in a text, with its byte range; that it is a position, such as weeks 1 to 3.
pub struct Found {
    pub range: Range<usize>,
    pub estimate: Estimate,
    pub is_position: bool,
}

/// A length, or else the length of a position.
pub fn find(text: &str) -> Option<Found> {
    length(text).map(|(range, estimate)| Found { range, estimate, is_position: false }).or_else(|| {
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

/// Whether an amount is one for each day or week.
fn is_rate(after: &str) -> bool {
    let after = after.trim_start().to_lowercase();
    let words = [
        "/", "per ", "a day", "a week", "an day", "each ", "every ", "daily", "weekly", "pro ", "par ",
        "por ",
    ];
    words.iter().any(|word| after.starts_with(word))
}

/// Duration times hours a week, or whichever there is.
pub fn course(duration: &str, effort: &str) -> Option<Estimate> {
    let length = find(duration).map(|found| found.estimate);
    let Some((range, pace)) = effort::find(effort) else { return length };
    let (Some(length), true) = (length, is_rate(&effort[range.end..])) else {
        return if is_rate(&effort[range.end..]) { length } else { Some(pace) };
    };
    let (Amount::Minutes(pace), length_in_minutes) = (pace.amount, in_minutes(length.amount)?) else {
        return Some(length);
    };
    let week = u64::from(ASSUMED_HOURS_PER_WEEK) * 60;
    let low = u64::from(length_in_minutes.low) * u64::from(pace.low) / week;
    let high = (u64::from(length_in_minutes.high) * u64::from(pace.high)).div_ceil(week);
    Some(Estimate { amount: minutes(low, high), is_converted: false, ..length })
}

fn minutes(low: u64, high: u64) -> Amount {
    if high > MOST_MINUTES {
        return Amount::TooMuch;
    }
    Amount::Minutes(Span { low: low as u32, high: high as u32 })
}

/// Weeks at the assumed pace.
fn in_minutes(amount: Amount) -> Option<Span> {
    let week = ASSUMED_HOURS_PER_WEEK * 60;
    match amount {
        Amount::Weeks(weeks) => Some(Span { low: weeks.low * week, high: weeks.high * week }),
        Amount::Minutes(span) => Some(span),
        Amount::TooMuch => None,
    }
}

/// All of them together.
pub fn sum(estimates: &[Estimate]) -> Option<Estimate> {
    let (first, rest) = estimates.split_first()?;
    let are_weeks = estimates.iter().all(|estimate| matches!(estimate.amount, Amount::Weeks(_)));
    let (mut low, mut high) = (0_u64, 0_u64);
    let mut all = *first;
    for estimate in std::iter::once(first).chain(rest) {
        let span = match estimate.amount {
            Amount::Weeks(weeks) if are_weeks => weeks,
            amount => in_minutes(amount)?,
        };
        low += u64::from(span.low);
        high += u64::from(span.high);
        let is_converted = !are_weeks && matches!(estimate.amount, Amount::Weeks(_));
        all.is_converted |= estimate.is_converted || is_converted;
        all.is_open_ended |= estimate.is_open_ended;
        all.is_reversed |= estimate.is_reversed;
    }
    all.amount = if !are_weeks {
        minutes(low, high)
    } else if high > 520 {
        Amount::TooMuch
    } else {
        Amount::Weeks(Span { low: low as u32, high: high as u32 })
    };
    Some(all)
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
    const HOURS: [&str; 16] = [
        "h",
        "hr",
        "hrs",
        "hour",
        "hours",
        "stunden",
        "std",
        "heures",
        "horas",
        "ore",
        "часов",
        "часа",
        "saat",
        "godzin",
        "uur",
        "jam",
    ];
    const EACH: [&str; 13] =
        ["per", "a", "each", "every", "pro", "par", "por", "alla", "в", "haftada", "na", "je", "/"];
    const WEEK: [&str; 11] = [
        "week",
        "wk",
        "weekly",
        "woche",
        "semaine",
        "semana",
        "settimana",
        "неделю",
        "hafta",
        "tydzień",
        "minggu",
    ];
    let text = text.get(..2 * LONGEST).unwrap_or(text).to_lowercase().replace('/', " / ");
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '/') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        words.extend([&word[..digits], &word[digits..]].into_iter().filter(|word| !word.is_empty()));
    }
    let number = |at: usize| words.get(at)?.parse::<u32>().ok();
    for (at, word) in words.iter().enumerate().skip(1) {
        if !HOURS.contains(word) {
            continue;
        }
        let Some(high) = number(at - 1) else { continue };
        let next = words.get(at + 1).filter(|word| EACH.contains(word)).map_or(at + 1, |_| at + 2);
        if !words.get(next).is_some_and(|word| WEEK.contains(word)) {
            continue;
        }
        let before = if at >= 3 && words[at - 2] == "to" { at.checked_sub(3) } else { at.checked_sub(2) };
        let low = before.and_then(number).filter(|low| *low <= high).unwrap_or(high);
        return Some((low + high).div_ceil(2)).filter(|hours| (1..=168).contains(hours));
    }
    None
}
