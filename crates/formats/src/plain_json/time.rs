//! The time that fields give.

use super::keys::words;
use crate::effort::Estimate;
use crate::timed;
use crate::tree::Json;

/// Words for a length.
const LENGTH: [&str; 24] = [
    "duration",
    "durations",
    "time",
    "estimate",
    "estimated",
    "estimation",
    "effort",
    "length",
    "timeline",
    "timeframe",
    "period",
    "dauer",
    "duracion",
    "duración",
    "durée",
    "duree",
    "durata",
    "duração",
    "duracao",
    "длительность",
    "时长",
    "時長",
    "期間",
    "기간",
];

/// Words of keys whose numbers mean something else.
const OTHER: [&str; 20] = [
    "per",
    "weekly",
    "daily",
    "commitment",
    "stamp",
    "timestamp",
    "created",
    "updated",
    "start",
    "end",
    "zone",
    "complexity",
    "spent",
    "id",
    "ids",
    "read",
    "elapsed",
    "last",
    "due",
    "deadline",
];

/// Units by the words of keys. A singular counts: the third week is no three weeks.
const UNITS: [(&str, &str, bool); 14] = [
    ("weeks", "weeks", false),
    ("hours", "hours", false),
    ("hrs", "hours", false),
    ("days", "days", false),
    ("months", "months", false),
    ("minutes", "minutes", false),
    ("mins", "minutes", false),
    ("semanas", "weeks", false),
    ("horas", "hours", false),
    ("week", "weeks", true),
    ("month", "months", true),
    ("day", "days", true),
    ("hour", "hours", false),
    ("minute", "minutes", false),
];

/// The time that the fields of an object give. `ranges` tells what "3-4" means.
pub fn of(fields: &[(String, Json)], ranges: Ranges) -> Option<Estimate> {
    let found = fields.iter().filter_map(|(key, value)| read(key, value, ranges));
    found.min_by_key(|(rank, _)| *rank).map(|(_, time)| time)
}

/// The time that a field gives, and how sure it is that it is that of its object: the smaller, the surer.
fn read(key: &str, value: &Json, ranges: Ranges) -> Option<(usize, Estimate)> {
    let words = words(key);
    if words.iter().any(|word| OTHER.contains(&word.as_str())) {
        return None;
    }
    let is_length = words.iter().any(|word| LENGTH.contains(&word.as_str()));
    let unit = unit(&words);
    let counts = !is_length && unit.is_some_and(|(.., counts)| counts);
    let rank = if is_length { 0 } else { 1 + usize::from(counts) };
    let time = match (value, unit) {
        _ if !is_length && unit.is_none() => None,
        (Json::Text(text), unit) => {
            let ranges = if counts { Ranges::Places } else { ranges };
            of_text(text, unit.map(|(_, unit, _)| unit), ranges)
        }
        (Json::Number(number), Some((_, unit, _))) if *number > 0.0 => {
            timed::of(&if counts { format!("1 {unit}") } else { format!("{number:.2} {unit}") })
        }
        (Json::List(numbers), Some((_, unit, _))) => {
            let are_numbers = !numbers.is_empty() && numbers.iter().all(|number| number.number().is_some());
            if are_numbers { timed::of(&format!("{} {unit}", numbers.len())) } else { None }
        }
        (Json::Object(fields), _) if is_length => of_parts(fields),
        _ => None,
    };
    Some((rank, time?))
}

fn unit(words: &[String]) -> Option<(&'static str, &'static str, bool)> {
    UNITS.into_iter().find(|(name, ..)| words.iter().any(|word| word == name))
}

/// A time as text, or a number or range in the unit of its key.
fn of_text(text: &str, unit: Option<&str>, ranges: Ranges) -> Option<Estimate> {
    match range_and_unit(text) {
        Some((range, behind)) => ranges.time(range, behind.or(unit)?),
        None => timed::of(text),
    }
}

/// A number, or two with a dash between them.
fn range(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split(['-', '–', '—']).map(|part| part.trim().parse::<u32>());
    let low = numbers.next()?.ok()?;
    let high = numbers.next().map_or(Some(low), Result::ok)?;
    (numbers.next().is_none() && low <= high && high < 1_000).then_some((low, high))
}

/// A time in parts, such as `{"min": 2, "max": 4, "unit": "weeks"}` or `{"weeks": 4}`.
fn of_parts(fields: &[(String, Json)]) -> Option<Estimate> {
    let get = |names: [&str; 3]| {
        fields.iter().find(|(key, _)| names.contains(&key.as_str())).map(|(_, value)| value)
    };
    let Some(unit) = get(["unit", "units", "type"]).and_then(Json::text) else {
        return of(fields, Ranges::Lengths);
    };
    let low = get(["min", "from", "value"]).or_else(|| get(["amount", "number", "count"]))?.number()?;
    let high = get(["max", "to", "value"]).and_then(Json::number).unwrap_or(low);
    timed::of(&format!("{low:.2}-{high:.2} {unit}"))
}

/// What the ranges of numbers mean that the phases of a file give.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ranges {
    /// "2-3" takes two to three.
    Lengths,
    /// "2-3" are the second and the third one.
    Places,
}

impl Ranges {
    /// Places follow each other. Two with a unit behind them, such as "1-2 weeks" and "3-4 weeks", may be lengths that happen
    /// to follow each other.
    pub fn of<'a>(objects: impl Iterator<Item = &'a [(String, Json)]>) -> Self {
        let (mut ranges, mut have_units) = (Vec::new(), false);
        for (range, has_unit) in objects.filter_map(written_range) {
            ranges.push(range);
            have_units |= has_unit;
        }
        let follow = ranges.windows(2).all(|pair| pair[1].0 > pair[0].1);
        let are_places = follow && ranges.len() > 1 + usize::from(have_units);
        if are_places { Self::Places } else { Self::Lengths }
    }

    fn time(self, (low, high): (u32, u32), unit: &str) -> Option<Estimate> {
        timed::of(&match self {
            Self::Lengths => format!("{low}-{high} {unit}"),
            Self::Places => format!("{} {unit}", high - low + 1),
        })
    }
}

/// The first range of numbers among the times of an object, and whether a unit follows it.
fn written_range(fields: &[(String, Json)]) -> Option<((u32, u32), bool)> {
    fields.iter().find_map(|(key, value)| {
        let words = words(key);
        let is_time = unit(&words).is_some() || words.iter().any(|word| LENGTH.contains(&word.as_str()));
        let (range, behind) = range_and_unit(value.text().filter(|_| is_time)?)?;
        Some((range, behind.is_some()))
    })
}

/// A range of numbers with the unit behind it, if there is one.
fn range_and_unit(text: &str) -> Option<((u32, u32), Option<&'static str>)> {
    let text = text.trim();
    let numbers = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == ' ');
    let behind = &text[numbers.len()..];
    let unit = unit(&[behind.trim().to_lowercase()]).map(|(_, unit, _)| unit);
    let is_known = behind.trim().is_empty() || unit.is_some();
    Some((range(numbers).filter(|_| is_known)?, unit))
}

/// Study hours in a week, from a field such as `hoursPerWeek`.
pub fn hours_per_week(fields: &[(String, Json)]) -> Option<u32> {
    let of_field = |(key, value): &(String, Json)| {
        let words = words(key);
        let has = |names: [&str; 2]| words.iter().any(|word| names.contains(&word.as_str()));
        if !(has(["weekly", "week"]) && has(["hours", "hour"])) {
            return None;
        }
        let hours = match value {
            Json::Number(number) => *number as u32,
            Json::Text(text) => {
                let digits = text.split(|letter: char| !letter.is_ascii_digit());
                let numbers: Vec<u32> = digits.filter_map(|digits| digits.parse().ok()).take(2).collect();
                numbers
                    .iter()
                    .fold(0_u32, |sum, number| sum.saturating_add(*number))
                    .checked_div(numbers.len() as u32)?
            }
            _ => return None,
        };
        (1..=168).contains(&hours).then_some(hours)
    };
    fields.iter().find_map(of_field)
}
