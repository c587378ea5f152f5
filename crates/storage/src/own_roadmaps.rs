//! The learner's own roadmaps as they are kept, each at two keys of its own.
//!
//! As with plans, the two are written in turn, so that what was kept last stays until the next has been read back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::drawer::OWN;
use super::envelope::{Unwrapped, unwrap, wrap};
use super::indented::indented;
use super::keeping::SaveError;
use super::key_value::KeyValue;
use super::plan_file::ExportedFile;
use super::saved::VERSION;
use super::set_aside::{put, set_aside};
use app::OwnRoadmap;
use roadmap::{RoadmapFile, RoadmapId};

/// What the keys of a roadmap end in.
const PLACES: [&str; 2] = [".roadmap", ".roadmap-2"];

/// So many bytes a roadmap may have as it is kept, so that several of them and their plans find room in a browser's five
/// megabytes.
pub const MOST_KEPT_BYTES: usize = 500_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptForm {
    /// Counts how often it was kept.
    revision: u64,
    is_removed: bool,
    roadmap: RoadmapFile,
}

/// The learner's own roadmaps, by their names. What lies at the keys of one and cannot be read is left out: it stays as
/// it is, and nothing is written over it before there is a copy.
pub fn own_roadmaps(storage: &impl KeyValue) -> Vec<OwnRoadmap> {
    kept(storage).into_iter().map(|kept| kept.own).collect()
}

/// A roadmap as it lies in the storage.
pub(super) struct Kept {
    pub key: String,
    pub text: String,
    pub revision: u64,
    pub own: OwnRoadmap,
}

/// All roadmaps as they were kept last.
pub(super) fn kept(storage: &impl KeyValue) -> Vec<Kept> {
    names(storage).iter().filter_map(|name| kept_as(storage, name)).collect()
}

/// The names of which something lies at the keys.
fn names(storage: &impl KeyValue) -> BTreeSet<String> {
    let keys = storage.keys().unwrap_or_default();
    keys.iter().filter_map(|key| name_in(key)).map(str::to_owned).collect()
}

/// The name of the roadmap that a key is of, if it is the key of one.
pub(super) fn name_in(key: &str) -> Option<&str> {
    let key = key.strip_prefix(OWN)?;
    PLACES.iter().find_map(|place| key.strip_suffix(place))
}

fn kept_as(storage: &impl KeyValue, name: &str) -> Option<Kept> {
    let at = |key: String| {
        let text = storage.get(&key).ok()??;
        let (revision, own) = read(&text, name)?;
        Some(Kept { key, text, revision, own })
    };
    keys_of(name).into_iter().filter_map(at).max_by_key(|kept| kept.revision)
}

/// The texts at the keys of roadmaps of which none can be read, each with its key, so that the learner can take them away.
pub fn unreadable_roadmaps(storage: &impl KeyValue) -> Vec<(String, String)> {
    let mut names = names(storage);
    names.retain(|name| kept_as(storage, name).is_none());
    let texts = |name: &String| keys_of(name).map(|key| Some((key.clone(), storage.get(&key).ok()??)));
    names.iter().flat_map(texts).flatten().collect()
}

/// A roadmap with its revision. At the keys of another name it would be taken for another one.
pub(super) fn read(text: &str, name: &str) -> Option<(u64, OwnRoadmap)> {
    let Unwrapped::Whole(body) = unwrap(text) else { return None };
    let KeptForm { revision, is_removed, roadmap } = serde_json::from_str(body).ok()?;
    let own = OwnRoadmap::new(roadmap).ok()?;
    (own.id().as_str() == name).then_some((revision, OwnRoadmap { is_removed, ..own }))
}

pub(super) fn keys_of(name: &str) -> [String; 2] {
    PLACES.map(|place| format!("{OWN}{name}{place}"))
}

/// Keeps a roadmap, in place of the one of the same name.
///
/// # Errors
///
/// If it has too many bytes, if what lies at its keys is of a newer page or cannot be read and not be copied, or if the
/// storage does not keep it. Then the one that was kept before is still there.
pub fn keep_roadmap(storage: &impl KeyValue, own: &OwnRoadmap) -> Result<(), SaveError> {
    let name = own.id().as_str();
    let keys = keys_of(name);
    let texts = [storage.get(&keys[0])?, storage.get(&keys[1])?];
    let held = [0, 1].map(|at| Some(read(texts[at].as_ref()?, name)?.0));
    if texts.iter().flatten().any(|text| is_newer(text)) {
        return Err(SaveError::NotKept);
    }
    let form = KeptForm {
        revision: held[0].max(held[1]).unwrap_or(0) + 1,
        is_removed: own.is_removed,
        roadmap: RoadmapFile::clone(&own.file),
    };
    let text = wrap(&serde_json::to_string(&form).expect("the form has only fields that JSON can hold"));
    if text.len() > MOST_KEPT_BYTES {
        return Err(SaveError::TooLarge { limit: MOST_KEPT_BYTES });
    }
    let at = usize::from(held[0] > held[1]);
    if let (Some(unreadable), None) = (&texts[at], held[at]) {
        set_aside(storage, unreadable)?;
    }
    put(storage, &keys[at], &text)
}

/// Whether a text was kept by a newer page.
fn is_newer(text: &str) -> bool {
    let version = text.strip_prefix(r#"{"waymark_saved":"#).and_then(|rest| rest.split(',').next());
    version.and_then(|version| version.parse().ok()).is_some_and(|version: u64| version > u64::from(VERSION))
}

/// Whether a name can be given to a new roadmap: no other one, readable or not, lies where it would be kept. A plan alone
/// lies there if its roadmap could not be kept; whoever opens that again finds the plan.
pub fn is_free(storage: &impl KeyValue, id: &RoadmapId) -> bool {
    let taken = keys_of(id.as_str());
    !storage.keys().unwrap_or_default().iter().any(|key| taken.contains(key))
}

/// Writes a roadmap as a file that opens again.
pub fn export_roadmap(file: &RoadmapFile) -> ExportedFile {
    ExportedFile {
        name: format!("waymark-roadmap-{}.json", file.id),
        text: indented(&serde_json::to_string(file).expect("the form has only fields that JSON can hold")),
    }
}
