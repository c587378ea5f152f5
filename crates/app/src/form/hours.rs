//! Hours as people write them.

use super::Refusal;
use super::plain::plain;
use roadmap::Minutes;

/// Reads hours of a day: `2`, `1.5`, `1,5`, `1½`, `1:30`, `1h 30`, `90 min`, in digits of any writing; empty text is 0.
///
/// # Errors
///
/// If it does not read as hours, or is more than 24.
///
/// ```
/// use app::form::read_hours;
/// use roadmap::Minutes;
///
/// assert_eq!(read_hours("1,5"), Ok(Minutes(90)));
/// assert_eq!(read_hours("1:30"), Ok(Minutes(90)));
/// assert!(read_hours("25").is_err());
/// ```
pub fn read_hours(text: &str) -> Result<Minutes, Refusal> {
    read_up_to(text, Minutes::DAY, Refusal::OverADay)
}

/// Reads hours of a week, in the same notation.
///
/// # Errors
///
/// If it does not read as hours, or is more than 168.
pub fn read_week_hours(text: &str) -> Result<Minutes, Refusal> {
    read_up_to(text, Minutes::DAY * 7, Refusal::OverAWeek)
}

fn read_up_to(text: &str, most: Minutes, over: Refusal) -> Result<Minutes, Refusal> {
    let text = plain(text).to_ascii_lowercase();
    if text.is_empty() {
        return Ok(Minutes::ZERO);
    }
    let minutes = shortened(&text).and_then(|text| minutes(&text));
    let minutes = minutes.map(Minutes).ok_or(Refusal::NotHours)?;
    if minutes > most { Err(over) } else { Ok(minutes) }
}

/// Writes hours as [`read_hours`] reads them: `2`, `1.5`, `1:20`.
pub fn write_hours(time: Minutes) -> String {
    match (time.0 / 60, time.0 % 60) {
        (hours, 0) => hours.to_string(),
        (hours, 30) => format!("{hours}.5"),
        (hours, minutes) => format!("{hours}:{minutes:02}"),
    }
}

/// Text with `h` and `m` for the units, decimals for fractions, and without blanks that separate nothing:
/// `1:30`, `1.5h`, `1h30m`. `None` if it has other words.
fn shortened(text: &str) -> Option<String> {
    let mut short = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length.max(first.len_utf8()));
        rest = after;
        if first.is_alphabetic() {
            short.push(unit(word)?);
            // "2 hrs." and "1 hour, 30 minutes"
            rest = rest.strip_prefix(['.', ',']).unwrap_or(rest);
        } else if let Some(part) = fraction(first) {
            short.push_str(part);
        } else if first != ' ' || separates_numbers(&short, rest) {
            short.push(first);
        }
    }
    Some(short)
}

/// A unit in one of several languages: browsers translate the page, and people answer in the language they read.
fn unit(word: &str) -> Option<char> {
    match word {
        "h" | "hr" | "hrs" | "hour" | "hours" => Some('h'),
        "std" | "stunde" | "stunden" | "heure" | "heures" | "hora" | "horas" | "ora" | "ore" => Some('h'),
        "uur" | "uren" | "ч" | "час" | "часа" | "часов" => Some('h'),
        "m" | "min" | "mins" | "minute" | "minutes" | "minuten" | "minuto" | "minutos" | "minuti" => {
            Some('m')
        }
        "minuut" | "м" | "мин" | "минут" => Some('m'),
        _ => None,
    }
}

/// `½` as decimals, exact to the minute.
fn fraction(letter: char) -> Option<&'static str> {
    match letter {
        '¼' => Some(".25"),
        '½' => Some(".5"),
        '¾' => Some(".75"),
        '⅓' => Some(".333333"),
        '⅔' => Some(".666667"),
        _ => None,
    }
}

/// Whether a blank is all there is between two numbers, as in `1 2`.
fn separates_numbers(before: &str, after: &str) -> bool {
    before.ends_with(|letter: char| letter.is_ascii_digit())
        && after.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
}

/// `1:30`, `1:30h`, `2`, `1.5h`, `1h30`, `1h30m`, `90m`
fn minutes(text: &str) -> Option<u32> {
    if let Some(hours) = text.strip_suffix('h') {
        return clock(hours).or_else(|| decimal(hours));
    }
    let (number, ends_in_minutes) = text.strip_suffix('m').map_or((text, false), |number| (number, true));
    let together = clock(number).or_else(|| sum(number.split_once('h')?));
    together.or_else(|| if ends_in_minutes { whole(number) } else { decimal(number) })
}

/// `1:30`
fn clock(text: &str) -> Option<u32> {
    sum(text.split_once(':')?)
}

fn sum((hours, minutes): (&str, &str)) -> Option<u32> {
    let minutes = whole(minutes).filter(|&minutes| minutes < 60)?;
    Some(whole(hours)?.saturating_mul(60).saturating_add(minutes))
}

/// `2`, `1.5`, `.5`, `1,25`; parts of a minute are rounded to the nearest one.
fn decimal(text: &str) -> Option<u32> {
    let Some((hours, part)) = text.split_once(['.', ',']) else {
        return Some(whole(text)?.saturating_mul(60));
    };
    let hours = if hours.is_empty() { 0 } else { whole(hours)? };
    if part.is_empty() || part.len() > 6 || !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let scale = 10_u64.pow(part.len() as u32);
    let part: u64 = part.parse().ok()?;
    Some(hours.saturating_mul(60).saturating_add(((part * 60 + scale / 2) / scale) as u32))
}

fn whole(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    // A number that does not fit is more than any day has, rather than unreadable.
    digits.then(|| text.parse().unwrap_or(u32::MAX))
}
