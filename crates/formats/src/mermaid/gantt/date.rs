//! Dates in the format that a schedule declares.

use super::super::calendar::MONTHS_IN_FULL;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// Parts that dates without them have: a Monday of a leap year.
const BASE_YEAR: i32 = 2024;

/// The first moment of a schedule without dates.
pub fn base() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(BASE_YEAR, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN)
}

/// Formats tried for a date that is not in the declared one.
const COMMON: [&str; 10] = [
    "YYYY-MM-DD",
    "YYYY/MM/DD",
    "YYYY-MM-DD HH:mm",
    "YYYY-MM-DDTHH:mm",
    "YYYY-MM-DDTHH:mm:ss",
    "YYYY-MM-DD HH:mm:ss",
    "MM/DD/YYYY",
    "MMM D, YYYY",
    "D MMM YYYY",
    "YYYY-MM",
];

/// The parts of a format, each before those that are a prefix of it.
const TOKENS: [&str; 27] = [
    "YYYY", "YY", "Q", "MMMM", "MMM", "MM", "M", "DDDD", "DDD", "DD", "Do", "D", "HH", "H", "hh", "h", "mm",
    "m", "ss", "s", "SSS", "SS", "S", "ZZ", "Z", "A", "a",
];

/// The moment that a text names, in `format` or in a common one.
pub fn moment(format: &str, text: &str) -> Option<NaiveDateTime> {
    declared(format, text).or_else(|| COMMON.iter().find_map(|common| declared(common, text)))
}

/// The moment that a text names in `format`.
pub fn declared(format: &str, text: &str) -> Option<NaiveDateTime> {
    let seconds = |per: i64| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = text.parse().ok().filter(|_| digits)?;
        chrono::DateTime::from_timestamp_millis(number.checked_mul(per)?).map(|moment| moment.naive_utc())
    };
    match format {
        "X" => return seconds(1_000),
        "x" => return seconds(1),
        _ => {}
    }
    let (mut parts, mut rest, mut format) = (Parts::default(), text, format);
    while let Some(sign) = format.chars().next() {
        if let Some(literal) = format.strip_prefix('[').and_then(|inside| inside.split_once(']')) {
            rest = rest.strip_prefix(literal.0)?;
            format = literal.1;
        } else if let Some(token) = TOKENS.iter().find(|token| format.starts_with(**token)) {
            rest = &rest[parts.take(token, rest)?..];
            format = &format[token.len()..];
        } else {
            rest = rest.strip_prefix(sign)?;
            format = &format[sign.len_utf8()..];
        }
    }
    parts.moment().filter(|_| rest.is_empty())
}

#[derive(Default)]
struct Parts {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    day_of_year: Option<u32>,
    hour: u32,
    minute: u32,
    second: u32,
    milliseconds: u32,
    is_afternoon: Option<bool>,
}

impl Parts {
    /// Reads the part that a token stands for at the beginning of a text, and returns its length.
    fn take(&mut self, token: &str, text: &str) -> Option<usize> {
        let most = match token {
            "YYYY" => 4,
            "DDD" | "DDDD" | "SSS" => 3,
            "Q" | "S" => 1,
            _ => 2,
        };
        let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let number: Option<u32> = text[..digits].parse().ok();
        match token {
            "MMM" | "MMMM" => return self.take_month(text),
            "A" | "a" => return self.take_half(text),
            "Z" | "ZZ" => return zone_length(text),
            "YYYY" => self.year = Some(number.filter(|_| digits == 4)? as i32),
            "YY" => {
                let short = number.filter(|_| digits == 2)? as i32;
                self.year = Some(if short > 68 { 1900 + short } else { 2000 + short });
            }
            "Q" => self.month = Some(number.filter(|quarter| (1..=4).contains(quarter))? * 3 - 2),
            "M" | "MM" => self.month = Some(number?),
            "DDD" | "DDDD" => self.day_of_year = Some(number?),
            "Do" => {
                self.day = Some(number?);
                let ending = &text[digits..];
                return ["st", "nd", "rd", "th"]
                    .iter()
                    .find(|end| ending.starts_with(**end))
                    .map(|_| digits + 2);
            }
            "D" | "DD" => self.day = Some(number?),
            "H" | "HH" | "h" | "hh" => self.hour = number?,
            "m" | "mm" => self.minute = number?,
            "s" | "ss" => self.second = number?,
            _ => self.milliseconds = number? * 10_u32.pow(3_u32.saturating_sub(token.len() as u32)),
        }
        Some(digits)
    }

    /// The name of a month, whole or by its first three letters.
    fn take_month(&mut self, text: &str) -> Option<usize> {
        let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = text[..length].to_ascii_lowercase();
        let month = MONTHS_IN_FULL.iter().position(|name| *name == word || name[..3] == word)?;
        self.month = Some(month as u32 + 1);
        Some(length)
    }

    fn take_half(&mut self, text: &str) -> Option<usize> {
        let half = text.get(..2)?.to_ascii_lowercase();
        self.is_afternoon = Some(half == "pm");
        (half == "am" || half == "pm").then_some(2)
    }

    fn moment(&self) -> Option<NaiveDateTime> {
        let year = self.year.unwrap_or(BASE_YEAR);
        let date = match self.day_of_year {
            Some(day) => NaiveDate::from_yo_opt(year, day)?,
            None => NaiveDate::from_ymd_opt(year, self.month.unwrap_or(1), self.day.unwrap_or(1))?,
        };
        let hour = match self.is_afternoon {
            Some(is_afternoon) => self.hour % 12 + if is_afternoon { 12 } else { 0 },
            None => self.hour,
        };
        // Midnight at the end of a day is written as 24:00.
        let (hour, days) = if hour == 24 { (0, 1) } else { (hour, 0) };
        let time = NaiveTime::from_hms_milli_opt(hour, self.minute, self.second, self.milliseconds)?;
        date.and_time(time).checked_add_signed(TimeDelta::days(days))
    }
}

/// The length of an offset from Greenwich. Schedules do not mix them, so they say nothing about lengths.
fn zone_length(text: &str) -> Option<usize> {
    if text.starts_with('Z') {
        return Some(1);
    }
    let digits = text.strip_prefix(['+', '-'])?;
    let length = digits.bytes().take(5).take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    (length >= 4).then_some(length + 1)
}
