//! How long something takes, as guides write it: `4-8 weeks`, `2+ months`, `1.5 h`.

use std::ops::Range;

use roadmap::Span;

/// Study hours in a week of a flowchart, since no flowchart says how many it means.
pub const ASSUMED_HOURS_PER_WEEK: u32 = 10;

/// Ten years of weeks of 168 hours: whatever is larger is a mistake.
const MOST_MINUTES: u64 = 520 * 168 * 60;

/// Ten years, in hundredths of a week.
const MOST_WEEKS: u64 = 52_000;

/// Minutes in a hundredth of a unit, as a fraction: months and days are not whole numbers of minutes.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Unit {
    minutes: u64,
    per: u64,
}

// A month is a twelfth of 365.25 days, a day a seventh of a week.
const WEEK: Unit = Unit { minutes: ASSUMED_HOURS_PER_WEEK as u64 * 60, per: 100 };
const DAY: Unit = Unit { minutes: WEEK.minutes, per: 700 };
const MONTH: Unit = Unit { minutes: WEEK.minutes * 487, per: 700 * 16 };
const HOUR: Unit = Unit { minutes: 60, per: 100 };
const MINUTE: Unit = Unit { minutes: 1, per: 100 };

/// The least common multiple of the units' denominators, so that amounts compare exactly.
const COMMON_DENOMINATOR: u64 = 11_200;

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

/// Words allowed beside an effort that has a line to itself.
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

/// Longer lines are prose, not efforts.
const LONGEST_LINE: usize = 1_000;

/// An effort as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub amount: Amount,
    /// Written without an upper bound, such as "2+ weeks".
    pub is_open_ended: bool,
    /// Written with its higher figure first.
    pub is_reversed: bool,
    /// Minutes were computed at the assumed pace.
    pub is_converted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Whole weeks.
    Weeks(Span),
    /// The lower figure is rounded down, the higher one up.
    Minutes(Span),
    /// Implausibly much.
    TooMuch,
}

impl Amount {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        let add = |one: Span, other: Span| Span { low: one.low + other.low, high: one.high + other.high };
        match (self, other) {
            (Self::Weeks(one), Self::Weeks(other)) => Self::Weeks(add(one, other)),
            (Self::TooMuch, _) | (_, Self::TooMuch) => Self::TooMuch,
            _ => Self::Minutes(add(self.minutes(), other.minutes())),
        }
    }

    /// In minutes, at the assumed pace.
    fn minutes(self) -> Span {
        let in_week = ASSUMED_HOURS_PER_WEEK * 60;
        match self {
            Self::Weeks(Span { low, high }) => Span { low: low * in_week, high: high * in_week },
            Self::Minutes(minutes) => minutes,
            Self::TooMuch => Span { low: 0, high: 0 },
        }
    }
}

/// A number with its unit.
#[derive(Clone, Copy)]
struct Figure {
    hundredths: u64,
    unit: Unit,
}

impl Figure {
    fn minutes_rounded_down(self) -> u64 {
        self.hundredths * self.unit.minutes / self.unit.per
    }

    fn minutes_rounded_up(self) -> u64 {
        (self.hundredths * self.unit.minutes).div_ceil(self.unit.per)
    }

    /// Comparable between units.
    fn scaled(self) -> u64 {
        self.hundredths * self.unit.minutes * (COMMON_DENOMINATOR / self.unit.per)
    }

    fn is_whole_weeks(self) -> bool {
        self.unit == WEEK && self.hundredths.is_multiple_of(100)
    }

    fn needs_a_pace(self) -> bool {
        self.unit != HOUR && self.unit != MINUTE
    }
}

/// The effort at the beginning or end of a line or in brackets, with its byte range. In the middle of a sentence a number
/// of weeks may mean anything.
pub fn find(line: &str) -> Option<(Range<usize>, Estimate)> {
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
        if begins_word && let Some((length, estimate)) = parse(&line[at..]) {
            let range = at..at + length;
            if is_apart(line, &range) {
                return Some((range, estimate));
            }
        }
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    None
}

/// Whether a range of a line has nothing before it or nothing behind it but punctuation and words such as "about", or is
/// in brackets. A lone letter is a unit only if both sides are bare: "3D drawing" does not take three days.
fn is_apart(line: &str, range: &Range<usize>) -> bool {
    let (before, inside, after) = (&line[..range.start], &line[range.clone()], &line[range.end..]);
    let letters = inside.len() - inside.trim_end_matches(|letter: char| letter.is_ascii_lowercase()).len();
    if letters == 1 || inside.ends_with(|letter: char| letter.is_ascii_uppercase()) {
        return is_bare(before) && is_bare(after) && !inside.ends_with('D');
    }
    is_bare(before)
        || is_bare(after)
        || before.trim_end().ends_with(['(', '[']) && after.trim_start().starts_with([')', ']'])
}

/// Whether a text has no words but those allowed beside an effort.
pub fn is_bare(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| BESIDE.iter().any(|beside| beside.eq_ignore_ascii_case(word)))
}

/// Parses an effort at the beginning of a text; also returns its length in bytes, as do all parsers below.
fn parse(text: &str) -> Option<(usize, Estimate)> {
    let (mut at, first) = number(text)?;
    let mut is_open_ended = take_plus(text, &mut at);
    let first_unit = unit(&text[at..]);
    at += first_unit.map_or(0, |(length, _)| length);
    let (low, mut high) = match (first_unit, end_of_range(&text[at..])) {
        (_, Some((length, high, is_open))) => {
            at += length;
            is_open_ended |= is_open;
            // In "2-3 weeks" the unit of the second figure is that of both.
            (Figure { hundredths: first, unit: first_unit.map_or(high.unit, |(_, unit)| unit) }, high)
        }
        (Some((_, unit)), None) => {
            let only = Figure { hundredths: first, unit };
            (only, only)
        }
        (None, None) => return None,
    };
    is_open_ended |= take_plus(text, &mut at);
    if is_open_ended {
        high.hundredths *= 2;
    }
    (high.hundredths > 0).then(|| (at, estimate(low, high, is_open_ended)))
}

/// Parses the second half of a range; also tells whether a plus follows its number.
fn end_of_range(text: &str) -> Option<(usize, Figure, bool)> {
    let from = separator(text)?;
    let (length, hundredths) = number(&text[from..])?;
    let mut at = from + length;
    let is_open = take_plus(text, &mut at);
    let (length, unit) = unit(&text[at..])?;
    Some((at + length, Figure { hundredths, unit }, is_open))
}

fn estimate(low: Figure, high: Figure, is_open_ended: bool) -> Estimate {
    let is_reversed = low.scaled() > high.scaled();
    let (low, high) = if is_reversed { (high, low) } else { (low, high) };
    let are_weeks = low.is_whole_weeks() && high.is_whole_weeks();
    let (least, most) = (low.minutes_rounded_down(), high.minutes_rounded_up());
    let amount = if most > MOST_MINUTES || are_weeks && high.hundredths > MOST_WEEKS {
        Amount::TooMuch
    } else if are_weeks {
        Amount::Weeks(Span { low: (low.hundredths / 100) as u32, high: (high.hundredths / 100) as u32 })
    } else {
        Amount::Minutes(Span { low: least as u32, high: most as u32 })
    };
    let is_converted = !are_weeks && (low.needs_a_pace() || high.needs_a_pace());
    Estimate { amount, is_open_ended, is_reversed, is_converted }
}

/// A number of up to seven digits and two decimals, in hundredths.
fn number(text: &str) -> Option<(usize, u64)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    if whole == 0 || whole > 7 {
        return None;
    }
    let value: u64 = text[..whole].parse().ok()?;
    let after = &text[whole..];
    let decimals = after.strip_prefix(['.', ',']).map_or(0, digits);
    if decimals == 0 || decimals > 2 {
        return Some((whole, value * 100));
    }
    let fraction: u64 = after[1..=decimals].parse().ok()?;
    let hundredths = if decimals == 1 { fraction * 10 } else { fraction };
    Some((whole + 1 + decimals, value * 100 + hundredths))
}

/// Moves past a plus sign.
fn take_plus(text: &str, at: &mut usize) -> bool {
    let is_there = text[*at..].starts_with('+');
    *at += usize::from(is_there);
    is_there
}

/// The length of a dash or the word "to", with the blanks around it.
fn separator(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let after = trimmed.strip_prefix(['-', '–', '—', '‑', '−', '~']).or_else(|| {
        trimmed.strip_prefix("to").filter(|after| after.starts_with(' ') && trimmed.len() < text.len())
    })?;
    let after = after.trim_start();
    Some(text.len() - after.len())
}

/// A unit, after blanks or a hyphen.
fn unit(text: &str) -> Option<(usize, Unit)> {
    let word = text.trim_start_matches([' ', '\u{a0}']);
    let word = word.strip_prefix('-').unwrap_or(word);
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    if word[length..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let (_, unit) = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(&word[..length]))?;
    Some((text.len() - word.len() + length, *unit))
}
