//! The learner's own roadmaps as they are kept, each at a key of its own.

use serde::{Deserialize, Serialize};

use super::drawer::OWN;
use super::envelope::{Unwrapped, unwrap, wrap};
use super::keeping::SaveError;
use super::key_value::KeyValue;
use super::plan_file::ExportedFile;
use super::set_aside::put;
use crate::app::OwnRoadmap;
use crate::planner::RoadmapId;
use crate::planner::roadmap::RoadmapFile;

/// What the key of a roadmap ends in.
const ROADMAP: &str = ".roadmap";

/// So many bytes a roadmap may have as it is kept, so that several of them and their plans find room in a browser's five
/// megabytes.
pub const MOST_KEPT_BYTES: usize = 500_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptForm {
    is_removed: bool,
    roadmap: RoadmapFile,
}

/// The learner's own roadmaps, by their names. What lies at the key of one and cannot be read is left out: it stays as it
/// is, and nothing is ever written over it.
pub fn own_roadmaps(storage: &impl KeyValue) -> Vec<OwnRoadmap> {
    let mut keys = storage.keys().unwrap_or_default();
    keys.retain(|key| key.starts_with(OWN) && key.ends_with(ROADMAP));
    keys.sort_unstable();
    keys.iter().filter_map(|key| read(&storage.get(key).ok()??, key)).collect()
}

fn read(text: &str, key: &str) -> Option<OwnRoadmap> {
    let Unwrapped::Whole(body) = unwrap(text) else { return None };
    let KeptForm { is_removed, roadmap } = serde_json::from_str(body).ok()?;
    let own = OwnRoadmap::new(roadmap).ok()?;
    // At any other key it would be taken for another roadmap's.
    (key_of(own.id()) == key).then_some(OwnRoadmap { is_removed, ..own })
}

fn key_of(id: &RoadmapId) -> String {
    format!("{OWN}{id}{ROADMAP}")
}

/// Keeps a roadmap, in place of the one of the same name.
///
/// # Errors
///
/// If it has too many bytes, if something lies at its key that cannot be read, or if the storage does not keep it.
pub fn keep_roadmap(storage: &impl KeyValue, own: &OwnRoadmap) -> Result<(), SaveError> {
    let key = key_of(own.id());
    if storage.get(&key)?.is_some_and(|text| read(&text, &key).is_none()) {
        return Err(SaveError::NotKept);
    }
    let form = KeptForm { is_removed: own.is_removed, roadmap: RoadmapFile::clone(&own.file) };
    let text = wrap(&serde_json::to_string(&form).expect("the form has only fields that JSON can hold"));
    if text.len() > MOST_KEPT_BYTES {
        return Err(SaveError::TooLarge { limit: MOST_KEPT_BYTES });
    }
    put(storage, &key, &text)
}

/// Whether a name can be given to a new roadmap: nothing of another one lies where it would be kept, readable or not.
pub fn is_free(storage: &impl KeyValue, id: &RoadmapId) -> bool {
    let begin = format!("{OWN}{id}.");
    !storage.keys().unwrap_or_default().iter().any(|key| key.starts_with(&begin))
}

/// Writes a roadmap as a file that opens again.
pub fn export_roadmap(file: &RoadmapFile) -> ExportedFile {
    ExportedFile {
        name: format!("waymark-roadmap-{}.json", file.id),
        text: serde_json::to_string_pretty(file).expect("the form has only fields that JSON can hold"),
    }
}
