//! Roadmaps that the storage has lost, restored from their second copy or from a file of the crash screen.

use std::collections::BTreeMap;

use crate::crash_file;
use crate::key_value::KeyValue;
use crate::namespaced::slot_of;
use crate::own_roadmaps::{id_in, is_free, keys_of, read, stored_roadmaps};
use crate::set_aside::put;
use crate::slots::SLOTS;
use app::OwnRoadmap;
use roadmap::RoadmapId;

/// The second copy of all roadmaps, in the form of the crash screen's file, with a revision that grows with
/// each save of any of them.
pub fn copy_of_roadmaps(storage: &impl KeyValue) -> (u64, String) {
    let (mut revision, mut texts) = (0, BTreeMap::new());
    for roadmap in stored_roadmaps(storage) {
        revision += roadmap.revision;
        texts.insert(roadmap.key, roadmap.text);
    }
    (revision, crash_file::write(texts))
}

/// Restores roadmaps that are missing from the storage, out of such a copy or of a file of the crash screen; a
/// file also has their plans. Returns whether there were any.
pub fn restore_roadmaps(storage: &impl KeyValue, bytes: &[u8]) -> bool {
    crash_file::texts(bytes).is_some_and(|texts| restore(storage, &texts))
}

/// The learner's own roadmaps in a file of the crash screen.
pub fn roadmaps_in_file(bytes: &[u8]) -> Vec<OwnRoadmap> {
    let texts = crash_file::texts(bytes).unwrap_or_default();
    roadmaps_in(&texts, |_| true).collect()
}

/// The roadmaps in some texts whose ids are wanted. The others are not parsed.
fn roadmaps_in(
    texts: &BTreeMap<String, String>,
    is_wanted: impl Fn(&RoadmapId) -> bool,
) -> impl Iterator<Item = OwnRoadmap> {
    texts.iter().filter_map(move |(key, text)| {
        let id = RoadmapId::from(id_in(key)?);
        let (_, own) = is_wanted(&id).then(|| read(text, id.as_str()))??;
        Some(own)
    })
}

/// Restores roadmaps of which the storage has nothing, with their plans unless it has one. Nothing is
/// overwritten; what does not fit into the storage stays only in its source.
fn restore(storage: &impl KeyValue, texts: &BTreeMap<String, String>) -> bool {
    let Ok(keys) = storage.keys() else { return false };
    let mut has_put = false;
    for own in roadmaps_in(texts, |id| is_free(storage, id)) {
        let slots = SLOTS.map(|slot| slot_of(own.id(), slot));
        let has_plan = slots.iter().any(|key| keys.contains(key));
        // The roadmap comes last: once it is stored, a later call skips it with its plan.
        let plan = slots.iter().filter(|_| !has_plan);
        for key in plan.chain(&keys_of(own.id().as_str())) {
            has_put |= texts.get(key).is_some_and(|text| put(storage, key, text).is_ok());
        }
    }
    has_put
}
