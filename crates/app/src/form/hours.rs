//! Hours as people write them.

use super::Refusal;
use roadmap::Minutes;

/// Reads hours of a day: `2`, `1.5`, `1,5`, `1:30`, `1h 30`, `90 min`; empty text is 0.
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
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(Minutes::ZERO);
    }
    let minutes = minutes_alone(&text).or_else(|| hours_and_minutes(&text)).or_else(|| decimal(&text));
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

/// `90 min`, `45m`
fn minutes_alone(text: &str) -> Option<u32> {
    let number = ["minutes", "minute", "mins", "min", "m"].iter().find_map(|unit| text.strip_suffix(unit))?;
    whole(number)
}

/// `1:30`, `1h30`, `1 h 30 min`, `2 hours`
fn hours_and_minutes(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':').or_else(|| after_the_unit(text))?;
    let minutes = minutes.trim();
    if minutes.is_empty() {
        // "1.5 h" has decimal hours.
        return decimal(hours);
    }
    let minutes = minutes_alone(minutes).or_else(|| whole(minutes)).filter(|&minutes| minutes < 60)?;
    Some(whole(hours)?.saturating_mul(60).saturating_add(minutes))
}

/// The text before and after `h`, `hr`, `hrs`, `hour` or `hours`.
fn after_the_unit(text: &str) -> Option<(&str, &str)> {
    let (hours, rest) = text.split_once('h')?;
    let after = ["ours", "our", "rs", "r"].iter().find_map(|ending| rest.strip_prefix(ending));
    Some((hours, after.unwrap_or(rest)))
}

/// `2`, `1.5`, `.5`, `1,25`; parts of a minute are rounded to the nearest one.
fn decimal(text: &str) -> Option<u32> {
    let Some((hours, part)) = text.trim().split_once(['.', ',']) else {
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
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    // A number that does not fit is more than any day has, rather than unreadable.
    digits.then(|| text.parse().unwrap_or(u32::MAX))
}
