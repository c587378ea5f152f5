//! Phases and topics from the objects that stand for them.

use std::collections::HashMap;

use super::keys::{Kind, as_title, is_done_word, is_title, kind, name_rank, says_done, words};
use super::time::{self, Ranges};
use crate::label::{item, listed};
use crate::outline::{OutlinePhase, OutlineStep, OutlineTopic};
use crate::phase::PhaseDraft;
use crate::timed::{Timed, timed};
use crate::tree::Json;
use roadmap::Material;

type Fields = [(String, Json)];

/// The words for a place in an order, which alone are no title.
const PLACES: [&str; 14] = [
    "phase", "week", "module", "level", "step", "part", "stage", "unit", "month", "day", "chapter",
    "section", "fase", "semana",
];

/// A phase from a named value; `None` if it has no name.
pub fn phase(key: Option<&str>, json: &Json, ranges: Ranges) -> Option<PhaseDraft> {
    let fields = json.fields();
    let mut draft = PhaseDraft::new(title(key, fields)?, "", 1);
    if let Some(time) = time::of(fields, ranges) {
        draft.phase.time = Some(time);
    }
    draft.phase.is_optional = fields
        .iter()
        .any(|(key, value)| words(key).contains(&"optional".to_owned()) && *value == Json::Bool(true));
    if fields.is_empty() {
        add_topics(&mut draft, json);
    }
    add_contents(&mut draft, fields);
    if is_done(fields) {
        if draft.phase.topics.is_empty() {
            draft
                .phase
                .topics
                .push(OutlineTopic { title: draft.phase.title.clone(), ..OutlineTopic::default() });
        }
        draft.phase.topics.iter_mut().for_each(finish);
    }
    Some(draft)
}

/// Phases of a flat list, if its items have places that several of them share: what has `"week": 1` is a topic of the first
/// week.
pub fn by_place<'a>(items: impl Iterator<Item = &'a Json>, ranges: Ranges) -> Option<Vec<PhaseDraft>> {
    let mut drafts: Vec<PhaseDraft> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for json in items {
        let place = place(json.fields())?;
        let OutlinePhase { title, topics, .. } = phase(None, json, ranges)?.phase;
        let is_flat = topics.iter().all(|topic| topic.title == title);
        let is_done = is_flat.then(|| topics.first().is_some_and(|topic| topic.is_done))?;
        let at = *known.entry(place).or_insert_with_key(|place| {
            drafts.push(PhaseDraft::new(timed(place), "", 1));
            drafts.len() - 1
        });
        drafts[at].phase.topics.push(OutlineTopic { title, is_done, ..OutlineTopic::default() });
        count += 1;
    }
    (drafts.len() > 1 && 3 * drafts.len() <= 2 * count).then_some(drafts)
}

fn finish(topic: &mut OutlineTopic) {
    topic.is_done = true;
    topic.steps.iter_mut().for_each(|step| step.is_done = true);
}

/// The title of an object with its time: from a field or from its key, and rather a name than "Phase 3".
fn title(key: Option<&str>, fields: &Fields) -> Option<Timed> {
    let mut named: Vec<(usize, String)> =
        fields.iter().filter_map(|(key, value)| Some((name_rank(key)?, value.text()?.to_owned()))).collect();
    named.sort_by_key(|(rank, _)| *rank);
    let names = named.into_iter().map(|(_, name)| name).chain(key.map(as_title)).chain(place(fields));
    let mut names: Vec<Timed> =
        names.map(|name| timed(&name)).filter(|name| !name.title.is_empty()).collect();
    let best = names.iter().position(|name| !is_place(&name.title)).unwrap_or(0);
    let time = names.iter().find_map(|name| name.time);
    let mut title = (!names.is_empty()).then(|| names.swap_remove(best))?;
    title.time = title.time.or(time);
    Some(title)
}

/// "Week 3" for an object with the field `"week": 3`.
fn place(fields: &Fields) -> Option<String> {
    fields.iter().find_map(|(key, value)| {
        let words = words(key);
        let word = words.first().filter(|word| PLACES.contains(&word.as_str()))?;
        let number = value.number().filter(|number| *number >= 0.0 && *number < 10_000.0)?;
        Some(as_title(&format!("{word}_{}", number as u32)))
    })
}

/// Whether a title only tells a place, such as "Phase 3".
fn is_place(title: &str) -> bool {
    let mut words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_word =
        |word: &str| PLACES.iter().any(|place| place.eq_ignore_ascii_case(word.trim_end_matches('s')));
    words.all(|word| is_word(word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name of an object.
pub fn has_name(fields: &Fields) -> bool {
    title(None, fields).is_some()
}

pub fn is_done(fields: &Fields) -> bool {
    fields.iter().any(|(key, value)| match value {
        Json::Bool(is_done) => *is_done && says_done(key),
        Json::Text(text) => ["status", "state"].contains(&key.to_lowercase().as_str()) && is_done_word(text),
        _ => false,
    })
}

/// The fields that have topics in them: those that are called so, or else those of unknown names.
pub fn topic_fields(fields: &Fields) -> Vec<&(String, Json)> {
    let is_list = |value: &Json| match value {
        Json::List(items) => {
            items.iter().any(|item| matches!(item, Json::Text(_) | Json::Object(_) | Json::List(_)))
        }
        Json::Object(fields) => {
            fields.iter().any(|(_, value)| matches!(value, Json::List(_) | Json::Object(_)))
        }
        _ => false,
    };
    let of = |wanted: Kind| -> Vec<&(String, Json)> {
        let is_wanted = |(key, value): &&(String, Json)| {
            kind(key) == wanted && (is_list(value) || is_enumeration(key, value))
        };
        fields.iter().filter(is_wanted).collect()
    };
    let topics = of(Kind::Topics);
    if topics.is_empty() { of(Kind::Unknown) } else { topics }
}

/// Whether a field lists topics in one text.
fn is_enumeration(key: &str, value: &Json) -> bool {
    let is_list = words(key)
        .last()
        .is_some_and(|word| ["topics", "subtopics", "skills", "concepts"].contains(&word.as_str()));
    is_list && value.text().is_some_and(|text| listed(&[text]).len() > 1)
}

fn add_contents(draft: &mut PhaseDraft, fields: &Fields) {
    topic_fields(fields).into_iter().for_each(|(_, value)| add_topics(draft, value));
    for (key, value) in fields {
        match kind(key) {
            Kind::Materials => add_materials(&mut draft.phase.materials, value),
            Kind::Projects => add_projects(&mut draft.phase.projects, value),
            _ => {}
        }
    }
}

fn add_topics(draft: &mut PhaseDraft, json: &Json) {
    match json {
        Json::List(items) => items.iter().for_each(|item| add_topic(draft, None, item)),
        Json::Object(fields) => fields.iter().for_each(|(key, value)| {
            // Keys of fields are no topics, but titles that are spelled alike are.
            if kind(key) != Kind::Other || is_title(key) {
                add_topic(draft, Some(key), value);
            }
        }),
        Json::Text(text) => listed(&[text]).iter().for_each(|item| draft.add(timed(item), false)),
        _ => {}
    }
}

fn add_topic(draft: &mut PhaseDraft, key: Option<&str>, json: &Json) {
    match json {
        Json::Text(_) if material(json).is_some() => draft.phase.materials.extend(material(json)),
        Json::Text(text) => draft.add(timed(&item(text)), false),
        Json::List(_) if key.is_none() => add_topics(draft, json),
        Json::List(_) | Json::Object(_) => {
            let fields = json.fields();
            let Some(mut words) = title(key, fields) else { return };
            if let Some(time) = time::of(fields, Ranges::Lengths) {
                words.time = Some(time);
                words.is_only_time = false;
            }
            let before = draft.phase.topics.len();
            let mut steps = Vec::new();
            add_steps(&mut steps, json);
            draft.add(words, !steps.is_empty());
            if let Some(topic) = draft.phase.topics.get_mut(before) {
                topic.steps = steps;
                let own = material(json);
                topic.materials.extend(own.clone());
                for (key, value) in fields {
                    match kind(key) {
                        Kind::Materials if own.is_none() || value.text().is_none() => {
                            add_materials(&mut topic.materials, value);
                        }
                        Kind::Projects => add_projects(&mut draft.phase.projects, value),
                        _ => {}
                    }
                }
                if is_done(fields) {
                    finish(topic);
                }
            }
        }
        _ => {}
    }
}

/// Adds what a topic consists of, all levels one after the other.
fn add_steps(steps: &mut Vec<OutlineStep>, json: &Json) {
    let mut add = |key: Option<&str>, json: &Json| match json {
        Json::Text(text) if material(json).is_none() => {
            let title = item(text);
            steps.extend((!title.is_empty()).then_some(OutlineStep { title, is_done: false }));
        }
        Json::List(_) | Json::Object(_) => {
            let is_done = is_done(json.fields());
            steps.extend(title(key, json.fields()).map(|words| OutlineStep { title: words.title, is_done }));
            add_steps(steps, json);
        }
        _ => {}
    };
    json.items().iter().for_each(|item| add(None, item));
    for (_, value) in topic_fields(json.fields()) {
        match value {
            Json::Object(fields) => fields.iter().for_each(|(key, value)| add(Some(key), value)),
            Json::Text(text) => listed(&[text]).into_iter().for_each(|item| add(None, &Json::Text(item))),
            _ => value.items().iter().for_each(|item| add(None, item)),
        }
    }
}

fn add_projects(projects: &mut Vec<String>, json: &Json) {
    match json {
        Json::Text(text) => projects.extend(Some(item(text)).filter(|text| !text.is_empty())),
        Json::List(items) => items.iter().for_each(|item| add_projects(projects, item)),
        Json::Object(fields) => projects.extend(title(None, fields).map(|words| words.title)),
        _ => {}
    }
}

fn add_materials(materials: &mut Vec<Material>, json: &Json) {
    match json {
        Json::List(items) => items.iter().for_each(|item| add_materials(materials, item)),
        Json::Object(fields) if material(json).is_none() => {
            fields.iter().for_each(|(_, value)| add_materials(materials, value));
        }
        _ => materials.extend(material(json)),
    }
}

/// A link, or an object with one.
fn material(json: &Json) -> Option<Material> {
    let url = match json {
        Json::Text(text) => text.trim(),
        _ => json.fields().iter().find_map(|(key, value)| {
            let is_url =
                words(key).last().is_some_and(|word| ["url", "link", "href"].contains(&word.as_str()));
            value.text().filter(|_| is_url)
        })?,
    };
    let title = title(None, json.fields()).map_or_else(|| url.to_owned(), |words| words.title);
    Some(Material { title, url: url.to_owned() })
        .filter(|material| material.leads_to_the_web() && !url.contains(' '))
}
