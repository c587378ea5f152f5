//! Roadmaps that the storage has lost, brought back out of their second copy or out of a file of all that was stored.

use std::collections::BTreeMap;

use super::drawer::OWN;
use super::key_value::KeyValue;
use super::own_roadmaps::{is_free, kept, name_in, read};
use super::raw;
use super::set_aside::put;
use crate::app::OwnRoadmap;

/// The second copy of all roadmaps, for another part of the browser, and its revision, which grows with whatever is kept.
/// It has the form of the file that the crash screen hands out.
pub fn copy_of_roadmaps(storage: &impl KeyValue) -> (u64, String) {
    let (mut revision, mut texts) = (0, Vec::new());
    for kept in kept(storage) {
        revision += kept.revision;
        texts.push((kept.key, kept.text));
    }
    (revision, raw::write(&texts))
}

/// Puts the roadmaps back that such a copy, or a file of the crash screen, holds and the storage does not; out of a file
/// each with its plan. Says whether there were any.
pub fn restore_roadmaps(storage: &impl KeyValue, bytes: &[u8]) -> bool {
    raw::texts(bytes).is_some_and(|texts| restore(storage, &texts))
}

/// The roadmaps of the learner's own in a file, as the crash screen hands it out.
pub fn roadmaps_in_file(bytes: &[u8]) -> Vec<OwnRoadmap> {
    let texts = raw::texts(bytes).unwrap_or_default();
    let roadmap = |(key, text): (&String, &String)| Some(read(text, name_in(key)?)?.1);
    texts.iter().filter_map(roadmap).collect()
}

/// Puts back what the texts hold of roadmaps of which the storage has nothing, their plans only where none is. Nothing is
/// written over. What finds no room stays where it came from.
fn restore(storage: &impl KeyValue, texts: &BTreeMap<String, String>) -> bool {
    let Ok(keys) = storage.keys() else { return false };
    let readable = texts.iter().filter_map(|(key, text)| {
        let name = name_in(key)?;
        read(text, name).map(|_| name)
    });
    let lost: Vec<&str> = readable.filter(|name| is_free(storage, &(*name).into())).collect();
    let is_lost = |key: &str| {
        let Some((name, _)) = key.strip_prefix(OWN).and_then(|key| key.rsplit_once('.')) else {
            return false;
        };
        let drawer = format!("{OWN}{name}.");
        let has_plan =
            keys.iter().any(|key| key.strip_prefix(&drawer).is_some_and(|rest| !rest.contains('.')));
        lost.contains(&name) && (!has_plan || name_in(key).is_some())
    };
    let to_put = texts.iter().filter(|(key, _)| is_lost(key));
    to_put.filter(|(key, text)| put(storage, key, text).is_ok()).count() > 0
}
