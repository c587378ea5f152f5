//! Roadmaps that the storage has lost, brought back out of their second copy or out of a file of all that was stored.

use std::collections::BTreeMap;

use super::drawer::slot_of;
use super::found::SLOTS;
use super::key_value::KeyValue;
use super::own_roadmaps::{is_free, kept, keys_of, name_in, read};
use super::raw;
use super::set_aside::put;
use app::OwnRoadmap;
use roadmap::RoadmapId;

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
    roadmaps_in(&texts, |_| true).collect()
}

/// Those of the roadmaps in some texts whose names are asked for. The others are not read through.
fn roadmaps_in(
    texts: &BTreeMap<String, String>,
    is_asked: impl Fn(&RoadmapId) -> bool,
) -> impl Iterator<Item = OwnRoadmap> {
    texts.iter().filter_map(move |(key, text)| {
        let id = RoadmapId::from(name_in(key)?);
        let (_, own) = is_asked(&id).then(|| read(text, id.as_str()))??;
        Some(own)
    })
}

/// Puts back what the texts hold of roadmaps of which the storage has nothing, their plans only where none is. Nothing is
/// written over. What finds no room stays where it came from.
fn restore(storage: &impl KeyValue, texts: &BTreeMap<String, String>) -> bool {
    let Ok(keys) = storage.keys() else { return false };
    let mut has_put = false;
    for own in roadmaps_in(texts, |id| is_free(storage, id)) {
        let of_plan = SLOTS.map(|slot| slot_of(own.id(), slot));
        let has_plan = of_plan.iter().any(|key| keys.contains(key));
        // The roadmap comes last: once it is here, nothing more of it is put back.
        let plan = of_plan.iter().filter(|_| !has_plan);
        for key in plan.chain(&keys_of(own.id().as_str())) {
            has_put |= texts.get(key).is_some_and(|text| put(storage, key, text).is_ok());
        }
    }
    has_put
}
