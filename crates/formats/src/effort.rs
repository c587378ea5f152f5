//! How long something takes, as guides write it: `4-8 weeks`, `2+ months`, `1.5 h`.

use super::ASSUMED_HOURS_PER_WEEK;
use roadmap::Span;

/// No effort in a guide is larger: ten years of weeks of 168 hours.
const MOST_MINUTES: u64 = 520 * 168 * 60;

/// Minutes in a hundredth of a unit, as a fraction.
type Unit = (u64, u64);

/// Hundredths of a unit.
type Figure = (u64, Unit);

// A month is a twelfth of 365.25 days, a day a seventh of a week.
const WEEK: Unit = (ASSUMED_HOURS_PER_WEEK as u64 * 60, 100);
const DAY: Unit = (WEEK.0, 700);
const MONTH: Unit = (WEEK.0 * 487, 700 * 16);
const HOUR: Unit = (60, 100);
const MINUTE: Unit = (1, 100);

/// Words for units, with the unit.
const UNITS: [(&str, Unit); 20] = [
    ("w", WEEK),
    ("wk", WEEK),
    ("wks", WEEK),
    ("week", WEEK),
    ("weeks", WEEK),
    ("d", DAY),
    ("day", DAY),
    ("days", DAY),
    ("mo", MONTH),
    ("mos", MONTH),
    ("month", MONTH),
    ("months", MONTH),
    ("h", HOUR),
    ("hr", HOUR),
    ("hrs", HOUR),
    ("hour", HOUR),
    ("hours", HOUR),
    ("min", MINUTE),
    ("mins", MINUTE),
    ("minutes", MINUTE),
];

/// Words that may stand beside an effort on a line of its own.
const BESIDE: [&str; 14] = [
    "about",
    "approx",
    "approximately",
    "around",
    "ca",
    "circa",
    "duration",
    "effort",
    "est",
    "estimate",
    "estimated",
    "time",
    "takes",
    "total",
];

/// No effort is looked for in a longer line.
const LONGEST_LINE: usize = 1_000;

/// An effort found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// How much.
    pub amount: Amount,
    /// Where in the line it stands: from and to, in bytes.
    pub place: (usize, usize),
    /// Whether its higher figure is open.
    pub is_open: bool,
    /// Whether it was written with its higher figure first.
    pub is_reversed: bool,
    /// Whether minutes were computed from units of another pace.
    pub is_converted: bool,
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Whole weeks.
    Weeks(Span),
    /// Minutes, the lower figure rounded down and the higher one up.
    Minutes(Span),
    /// More than can be.
    TooMuch,
}

/// Whether a line has an effort in it.
pub fn finds_effort(line: &str) -> bool {
    find(line).is_some()
}

/// The effort in a line: at its beginning or its end, or in brackets. In the middle of a sentence it may mean anything.
pub fn find(line: &str) -> Option<Found> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let begins_word =
            !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || "#.,$€£".contains(letter));
        if let Some((found, length)) = begins_word.then(|| read(&line[at..])).flatten() {
            let place = (at, at + length);
            if is_apart(line, place) {
                return Some(Found { place, ..found });
            }
        }
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    None
}

/// Whether nothing stands before a place or nothing behind it, but for signs and for words such as "about". A lone letter
/// is taken for a unit only where nothing stands on either side: "3D drawing" takes no three days.
fn is_apart(line: &str, (from, to): (usize, usize)) -> bool {
    let (before, after) = (&line[..from], &line[to..]);
    let word = line[from..to].trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    if to - from - word.len() == 1 || line[..to].ends_with(|letter: char| letter.is_ascii_uppercase()) {
        return is_bare(before) && is_bare(after) && !line[..to].ends_with('D');
    }
    is_bare(before)
        || is_bare(after)
        || before.trim_end().ends_with(['(', '[']) && after.trim_start().starts_with([')', ']'])
}

/// Whether a text has no words in it but those that may stand beside an effort.
pub fn is_bare(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| BESIDE.iter().any(|beside| beside.eq_ignore_ascii_case(word)))
}

/// Reads an effort that a text begins with, and its bytes.
fn read(text: &str) -> Option<(Found, usize)> {
    let (first, mut at) = number(text)?;
    let mut is_open = plus(text, &mut at);
    let first_unit = unit(&text[at..]);
    at += first_unit.map_or(0, |(_, length)| length);
    let (low, mut high) = match (first_unit, end_of_range(&text[at..])) {
        (_, Some((high, length, opens))) => {
            at += length;
            is_open |= opens;
            ((first, first_unit.map_or(high.1, |(unit, _)| unit)), high)
        }
        (Some((unit, _)), None) => ((first, unit), (first, unit)),
        (None, None) => return None,
    };
    is_open |= plus(text, &mut at);
    if is_open {
        high.0 *= 2;
    }
    (high.0 > 0).then(|| (found(low, high, is_open), at))
}

/// The end of a range that a text begins with: its figure, its bytes and whether it is open.
fn end_of_range(text: &str) -> Option<(Figure, usize, bool)> {
    let from = separator(text)?;
    let (figure, length) = number(&text[from..])?;
    let mut at = from + length;
    let is_open = plus(text, &mut at);
    let (unit, length) = unit(&text[at..])?;
    Some(((figure, unit), at + length, is_open))
}

fn found(low: Figure, high: Figure, is_open: bool) -> Found {
    let exact = |(number, unit): Figure| number * unit.0 * (11_200 / unit.1);
    let is_reversed = exact(low) > exact(high);
    let (low, high) = if is_reversed { (high, low) } else { (low, high) };
    let minutes =
        |(number, unit): Figure, up: bool| (number * unit.0 + if up { unit.1 - 1 } else { 0 }) / unit.1;
    let (low_minutes, high_minutes) = (minutes(low, false), minutes(high, true));
    let are_weeks = [low, high].iter().all(|(number, unit)| *unit == WEEK && number % 100 == 0);
    let amount = if high_minutes > MOST_MINUTES || (are_weeks && high.0 > 52_000) {
        Amount::TooMuch
    } else if are_weeks {
        Amount::Weeks(Span { low: (low.0 / 100) as u32, high: (high.0 / 100) as u32 })
    } else {
        Amount::Minutes(Span { low: low_minutes as u32, high: high_minutes as u32 })
    };
    let is_own = |unit| unit == HOUR || unit == MINUTE;
    let is_converted = !(are_weeks || is_own(low.1) && is_own(high.1));
    Found { amount, place: (0, 0), is_open, is_reversed, is_converted }
}

/// A number in hundredths, and its bytes.
fn number(text: &str) -> Option<(u64, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    if whole == 0 || whole > 7 {
        return None;
    }
    let value: u64 = text[..whole].parse().ok()?;
    let after = &text[whole..];
    let decimals = after.strip_prefix(['.', ',']).map_or(0, digits);
    if decimals == 0 || decimals > 2 {
        return Some((value * 100, whole));
    }
    let hundredths: u64 = after[1..=decimals].parse().ok()?;
    let hundredths = if decimals == 1 { hundredths * 10 } else { hundredths };
    Some((value * 100 + hundredths, whole + 1 + decimals))
}

fn plus(text: &str, at: &mut usize) -> bool {
    let is_open = text[*at..].starts_with('+');
    *at += usize::from(is_open);
    is_open
}

/// The bytes up to the second number of a range.
fn separator(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let after = trimmed.strip_prefix(['-', '–', '—', '‑', '−', '~']).or_else(|| {
        trimmed.strip_prefix("to").filter(|after| after.starts_with(' ') && trimmed.len() < text.len())
    })?;
    let after = after.trim_start();
    Some(text.len() - after.len())
}

/// The unit that a text begins with, after blanks or a hyphen, and the bytes of all that.
fn unit(text: &str) -> Option<(Unit, usize)> {
    let word = text.trim_start_matches([' ', '\u{a0}']);
    let word = word.strip_prefix('-').unwrap_or(word);
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    if word[length..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let (_, unit) = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&word[..length]))?;
    Some((*unit, text.len() - word.len() + length))
}
