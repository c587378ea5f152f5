//! Where the phases are.

use super::contents::{has_name, is_done, topic_fields};
use super::keys::{Kind, as_title, is_title, kind, name_rank, phases_rank};
use super::time::{self, Ranges};
use crate::label::item;
use crate::tree::Json;

/// Deeper within other objects nothing is looked for.
const DEEPEST: usize = 4;

pub struct Found<'a> {
    /// May be empty.
    pub title: String,
    /// The fields of the object that has the phases.
    pub around: &'a [(String, Json)],
    /// With their keys, if they are the fields of an object.
    pub phases: Vec<(Option<&'a str>, &'a Json)>,
}

/// The outermost list of phases.
pub fn phases(json: &Json) -> Option<Found<'_>> {
    within(json, 0)
}

fn within(json: &Json, depth: usize) -> Option<Found<'_>> {
    if depth > DEEPEST {
        return None;
    }
    match json {
        Json::List(items) => {
            if let [only] = &items[..]
                && let Some(found) = within(only, depth + 1)
            {
                return Some(found);
            }
            score(items)?;
            Some(Found {
                title: String::new(),
                around: &[],
                phases: items.iter().map(|item| (None, item)).collect(),
            })
        }
        Json::Object(fields) => {
            let mut found = list_among(fields).or_else(|| map(fields)).or_else(|| wrapped(fields, depth))?;
            if found.title.is_empty() {
                found.title = title(fields);
            }
            Some(found)
        }
        _ => None,
    }
}

/// The title of an object: rather no title than the name of something else.
fn title(fields: &[(String, Json)]) -> String {
    let named = fields.iter().filter_map(|(key, value)| Some((name_rank(key)?, value.text()?)));
    named.min_by_key(|(rank, _)| *rank).map(|(_, name)| item(name)).unwrap_or_default()
}

/// The field whose list has the phases.
fn list_among(fields: &[(String, Json)]) -> Option<Found<'_>> {
    let lists = fields.iter().filter_map(|(key, value)| {
        let is_candidate = matches!(kind(key), Kind::Topics | Kind::Unknown) && value.items().len() > 1;
        let count = score(value.items()).or_else(|| named_as_phases(key, value)).filter(|_| is_candidate)?;
        Some((phases_rank(key).unwrap_or(usize::MAX), std::cmp::Reverse(count), value.items()))
    });
    let (.., items) = lists.min_by_key(|(rank, count, _)| (*rank, *count))?;
    let phases = items.iter().map(|item| (None, item)).collect();
    Some(Found { title: String::new(), around: fields, phases })
}

/// So few objects with names may be anything.
const FEWEST_NAMES: usize = 3;

/// How many items a list called like phases has, if all of them have names.
fn named_as_phases(key: &str, value: &Json) -> Option<usize> {
    let items = value.items();
    let are_named = phases_rank(key).is_some() && items.iter().all(|item| has_name(item.fields()));
    (are_named && items.len() >= FEWEST_NAMES).then_some(items.len())
}

/// How many items of a list look like phases; `None` if it is no list of phases.
fn score(items: &[Json]) -> Option<usize> {
    let named: Vec<&[(String, Json)]> =
        items.iter().map(Json::fields).filter(|fields| has_name(fields)).collect();
    let looks = |fields: &&&[(String, Json)]| {
        let topics = topic_fields(fields);
        let is_sure = topics.iter().any(|(key, _)| kind(key) == Kind::Topics);
        is_sure || time::of(fields, Ranges::Lengths).is_some() || has_done_flag(fields)
    };
    let count = named.iter().filter(looks).count();
    let are_enough = match items {
        [only] => topic_fields(only.fields()).iter().any(|(_, value)| value.items().len() > 1),
        _ => true,
    };
    (count > 0 && count * 2 >= items.len() && are_enough).then_some(count)
}

fn has_done_flag(fields: &[(String, Json)]) -> bool {
    is_done(fields)
        || fields.iter().any(|(key, value)| super::keys::says_done(key) && matches!(value, Json::Bool(_)))
}

/// Phases that are the fields of an object, with their names as keys.
fn map(fields: &[(String, Json)]) -> Option<Found<'_>> {
    let is_part = |(key, value): &&(String, Json)| {
        matches!(value, Json::List(_) | Json::Object(_)) && matches!(kind(key), Kind::Topics | Kind::Unknown)
    };
    let parts: Vec<&(String, Json)> = fields.iter().filter(is_part).collect();
    let has_contents = |value: &Json| match value {
        Json::List(items) => items.iter().any(|item| item.text().is_some() || has_name(item.fields())),
        _ => !topic_fields(value.fields()).is_empty(),
    };
    let names_topics =
        |value: &Json| topic_fields(value.fields()).iter().any(|(key, _)| kind(key) == Kind::Topics);
    let are_titled =
        parts.iter().filter(|(key, value)| is_title(key) || names_topics(value)).count() * 2 >= parts.len();
    // One that is still to be filled in is a part like the others.
    let is_empty = |value: &Json| value.items().is_empty() && value.fields().is_empty();
    let filled = parts.iter().filter(|(_, value)| has_contents(value)).count();
    let are_parts = parts.iter().all(|(_, value)| has_contents(value) || is_empty(value));
    if filled < 2 || !are_titled || !are_parts || filled * 2 < parts.len() {
        return None;
    }
    let phases = parts.into_iter().map(|(key, value)| (Some(key.as_str()), value)).collect();
    Some(Found { title: String::new(), around: fields, phases })
}

/// The phases within the fields of an object, those first that are called like phases.
fn wrapped(fields: &[(String, Json)], depth: usize) -> Option<Found<'_>> {
    let is_part = |(key, _): &&(String, Json)| matches!(kind(key), Kind::Topics | Kind::Unknown);
    let mut parts: Vec<&(String, Json)> = fields.iter().filter(is_part).collect();
    parts.sort_by_key(|(key, _)| phases_rank(key).is_none());
    parts.into_iter().find_map(|(key, value)| {
        let mut found = within(value, depth + 1)?;
        if found.title.is_empty() && is_title(key) {
            found.title = as_title(key);
        }
        Some(found)
    })
}
