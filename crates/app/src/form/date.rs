//! Dates as people write them.

use chrono::Month;

use super::plain::plain;
use super::{Refusal, YEARS};
use planner::Date;

/// Reads a date: `12 June 2027`, `June 12th, 2027`, `2027-06-12`, `12.6.2027`, and `13/6/2027` if only one of the
/// numbers can be a month; in digits of any writing.
///
/// # Errors
///
/// If it does not read as a date, if there is no such date, or if its year is outside [`YEARS`].
///
/// ```
/// use app::form::{Refusal, read_date};
/// use planner::Date;
///
/// assert_eq!(read_date("12 June 2027"), Ok(Date::from_ymd_opt(2027, 6, 12).unwrap()));
/// assert_eq!(read_date("30 Feb 2027"), Err(Refusal::NoSuchDay { year: 2027, month: 2, day: 30, last: 28 }));
/// let (day_first, month_first) =
///     (Date::from_ymd_opt(2027, 5, 4).unwrap(), Date::from_ymd_opt(2027, 4, 5).unwrap());
/// assert_eq!(read_date("4/5/2027"), Err(Refusal::AmbiguousDate { day_first, month_first }));
/// ```
pub fn read_date(text: &str) -> Result<Date, Refusal> {
    let text = plain(text);
    let parts: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return Err(Refusal::NotADate) };
    let (year, month, day) = match (month_name(first), month_name(second)) {
        (None, Some(month)) => {
            let (one, other) = (number(first)?, number(third)?);
            if one > 31 { (one, month, other) } else { (other, month, one) }
        }
        (Some(month), None) => (number(third)?, month, number(second)?),
        _ => in_figures(&text, number(first)?, number(second)?, number(third)?)?,
    };
    make(year, month, day)
}

/// The nearest date within [`YEARS`]. A clock with a flat battery may show 1970, and such a date could not be saved.
///
/// ```
/// use app::form::nearest_date;
/// use planner::Date;
///
/// let flat_battery = Date::from_ymd_opt(1970, 1, 1).unwrap();
/// assert_eq!(nearest_date(flat_battery), Date::from_ymd_opt(2000, 1, 1).unwrap());
/// ```
pub fn nearest_date(date: Date) -> Date {
    let first = Date::from_ymd_opt(YEARS.0, 1, 1).unwrap_or(date);
    let last = Date::from_ymd_opt(YEARS.1, 12, 31).unwrap_or(date);
    date.clamp(first, last)
}

/// A date without letters: the year comes first or last, and with periods the day comes before the month.
fn in_figures(text: &str, first: u32, second: u32, third: u32) -> Result<(u32, u32, u32), Refusal> {
    match (first, second) {
        (year, month) if year > 31 => Ok((year, month, third)),
        (day, month) if text.contains('.') || day == month => Ok((third, month, day)),
        (day, month) if day > 12 => Ok((third, month, day)),
        (month, day) if day > 12 => Ok((third, month, day)),
        (first, second) => Err(Refusal::AmbiguousDate {
            day_first: make(third, second, first)?,
            month_first: make(third, first, second)?,
        }),
    }
}

fn make(year: u32, month: u32, day: u32) -> Result<Date, Refusal> {
    let year = i32::try_from(year).map_err(|_| Refusal::YearOutOfRange)?;
    if year < 100 || !(1..=12).contains(&month) {
        return Err(Refusal::NotADate);
    }
    if !(YEARS.0..=YEARS.1).contains(&year) {
        return Err(Refusal::YearOutOfRange);
    }
    let last = (28..=31).rev().find(|&day| Date::from_ymd_opt(year, month, day).is_some()).unwrap_or(28);
    Date::from_ymd_opt(year, month, day).ok_or(Refusal::NoSuchDay { year, month, day, last })
}

/// The month whose English name begins with `word`, which has at least three letters: `sep`, `sept`, `September`.
fn month_name(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let is_it = |month: u8| {
        Month::try_from(month).is_ok_and(|month| month.name().to_ascii_lowercase().starts_with(&word))
    };
    (1..=12).find(|&month| word.len() >= 3 && is_it(month)).map(u32::from)
}

/// A number or an ordinal: `12`, `12th`.
fn number(word: &str) -> Result<u32, Refusal> {
    let word = word.to_ascii_lowercase();
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    ordinal.unwrap_or(&word).parse().map_err(|_| Refusal::NotADate)
}
