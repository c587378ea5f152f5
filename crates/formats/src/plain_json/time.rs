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

/// The time that the fields of an object give. Where `are_places`, "3-4" among its weeks are the third and the fourth one.
pub fn of(fields: &[(String, Json)], are_places: bool) -> Option<Estimate> {
    let found = fields.iter().filter_map(|(key, value)| read(key, value, are_places));
    found.min_by_key(|(rank, _)| *rank).map(|(_, time)| time)
}

/// The time that a field gives, and how sure it is that it is that of its object: the smaller, the surer.
fn read(key: &str, value: &Json, are_places: bool) -> Option<(usize, Estimate)> {
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
        (Json::Text(text), unit) => of_text(text, unit.map(|(_, unit, _)| unit), counts || are_places),
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
fn of_text(text: &str, unit: Option<&str>, is_place: bool) -> Option<Estimate> {
    let is_rate = text.contains('/')
        || text.to_lowercase().split_whitespace().any(|word| word == "per" || word == "daily");
    if is_rate {
        return None;
    }
    if let Some(found) = timed::find(text) {
        return Some(found.time);
    }
    match (range(text)?, unit?) {
        ((low, high), unit) if is_place => timed::of(&format!("{} {unit}", high - low + 1)),
        ((low, high), unit) => timed::of(&format!("{low}-{high} {unit}")),
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
    let Some(unit) = get(["unit", "units", "type"]).and_then(Json::text) else { return of(fields, false) };
    let low = get(["min", "from", "value"]).or_else(|| get(["amount", "number", "count"]))?.number()?;
    let high = get(["max", "to", "value"]).and_then(Json::number).unwrap_or(low);
    timed::of(&format!("{low:.2}-{high:.2} {unit}"))
}

/// Whether the ranges of numbers that objects give in one of their units follow each other, so that they are places.
pub fn are_places<'a>(objects: impl Iterator<Item = &'a [(String, Json)]>) -> bool {
    let range_of = |fields: &[(String, Json)]| {
        fields.iter().find_map(|(key, value)| {
            unit(&words(key))?;
            range(value.text()?)
        })
    };
    let ranges: Vec<(u32, u32)> = objects.filter_map(range_of).collect();
    ranges.len() > 1 && ranges.windows(2).all(|pair| pair[1].0 > pair[0].1)
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
