//! The learner's own roadmaps in the storage, each in its own two slots.
//!
//! As with plans, the slots are written in turn, so that the last text stays until the next one has been read
//! back.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::value::to_raw_value;

use crate::envelope::{unwrap, wrap};
use crate::key_value::KeyValue;
use crate::migrate::Migrations;
use crate::namespaced::OWN;
use crate::plan_file::ExportedFile;
use crate::pretty::pretty;
use crate::reading::read_form;
use crate::set_aside::{put, set_aside};
use app::{FileRefusal, OwnRoadmap, ReadRoadmap, SaveFailure};
use roadmap::{Corrections, RoadmapFile, RoadmapId};

const MIGRATIONS: Migrations = Migrations { oldest: 1, steps: &[] };

/// Suffixes of the keys of a roadmap's two slots.
const SLOTS: [&str; 2] = [".roadmap", ".roadmap-2"];

/// Bytes that a saved roadmap may have, so that several of them and their plans fit into a browser's five
/// megabytes.
pub const MOST_SAVED_BYTES: usize = 500_000;

const ONLY_JSON: &str = "the form has only fields that JSON can hold";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedRoadmapForm {
    /// Counts the saves.
    revision: u64,
    is_removed: bool,
    /// As its file was read.
    roadmap: RoadmapFile,
    /// What the learner has corrected in it.
    #[serde(default, skip_serializing_if = "Corrections::is_empty")]
    corrections: Corrections,
}

/// The learner's own roadmaps, by their ids. One that cannot be read is left out: its texts stay as they are,
/// and none is overwritten before there is a copy.
pub fn own_roadmaps(storage: &impl KeyValue) -> Vec<OwnRoadmap> {
    stored_roadmaps(storage).into_iter().map(|stored| stored.own).collect()
}

/// A roadmap with the text that it was read from.
pub struct StoredRoadmap {
    pub key: String,
    pub text: String,
    pub revision: u64,
    pub own: OwnRoadmap,
}

/// All roadmaps as they were last saved.
pub fn stored_roadmaps(storage: &impl KeyValue) -> Vec<StoredRoadmap> {
    ids(storage).iter().filter_map(|id| newest(storage, id)).collect()
}

/// The ids whose slots hold anything.
fn ids(storage: &impl KeyValue) -> BTreeSet<String> {
    let keys = storage.keys().unwrap_or_default();
    keys.iter().filter_map(|key| id_in(key)).map(str::to_owned).collect()
}

/// The id of the roadmap whose slot this is the key of, if it is one.
pub fn id_in(key: &str) -> Option<&str> {
    let key = key.strip_prefix(OWN)?;
    SLOTS.iter().find_map(|slot| key.strip_suffix(slot))
}

fn newest(storage: &impl KeyValue, id: &str) -> Option<StoredRoadmap> {
    let at = |key: String| {
        let text = storage.get(&key).ok()??;
        let (revision, own) = read(&text, id)?;
        Some(StoredRoadmap { key, text, revision, own })
    };
    keys_of(id).into_iter().filter_map(at).max_by_key(|stored| stored.revision)
}

/// The texts of roadmaps of which no slot can be read, with their keys, for the learner to download.
pub fn unreadable_roadmaps(storage: &impl KeyValue) -> Vec<(String, String)> {
    let mut ids = ids(storage);
    ids.retain(|id| newest(storage, id).is_none());
    let texts = |id: &String| keys_of(id).map(|key| Some((key.clone(), storage.get(&key).ok()??)));
    ids.iter().flat_map(texts).flatten().collect()
}

/// A roadmap with its revision; `None` if it has another id than its slots.
pub fn read(text: &str, id: &str) -> Option<(u64, OwnRoadmap)> {
    let (version, body) = unwrap(text, &MIGRATIONS).ok()?;
    let SavedRoadmapForm { revision, is_removed, roadmap, corrections } =
        read_form(body, version, &MIGRATIONS).ok()?;
    let read = ReadRoadmap { file: Rc::new(roadmap.with_ids()), corrections: Rc::new(corrections) };
    let own = OwnRoadmap::of(read).ok()?;
    (own.id().as_str() == id).then_some((revision, OwnRoadmap { is_removed, ..own }))
}

/// The keys of a roadmap's two slots.
pub fn keys_of(id: &str) -> [String; 2] {
    SLOTS.map(|slot| format!("{OWN}{id}{slot}"))
}

/// Saves a roadmap, replacing the one with the same id.
///
/// # Errors
///
/// If it has too many bytes, if its slots hold a text of a newer page, or one that can neither be read nor
/// copied, or if the storage fails. Then the one that was saved before is still there.
pub fn save_roadmap(storage: &impl KeyValue, own: &OwnRoadmap) -> Result<(), SaveFailure> {
    let id = own.id().as_str();
    let keys = keys_of(id);
    let texts = [storage.get(&keys[0])?, storage.get(&keys[1])?];
    let revisions = [0, 1].map(|at| Some(read(texts[at].as_ref()?, id)?.0));
    if texts.iter().flatten().any(|text| is_newer(text)) {
        return Err(SaveFailure::Newer);
    }
    let form = SavedRoadmapForm {
        revision: revisions[0].max(revisions[1]).unwrap_or(0) + 1,
        is_removed: own.is_removed,
        roadmap: RoadmapFile::clone(&own.read.file),
        corrections: own.corrections().clone(),
    };
    let text = wrap(MIGRATIONS.newest(), &to_raw_value(&form).expect(ONLY_JSON));
    if text.len() > MOST_SAVED_BYTES {
        return Err(SaveFailure::TooLarge { limit: MOST_SAVED_BYTES });
    }
    let at = usize::from(revisions[0] > revisions[1]);
    if let (Some(unreadable), None) = (&texts[at], revisions[at]) {
        set_aside(storage, unreadable)?;
    }
    put(storage, &keys[at], &text)
}

/// Whether a text was saved by a newer page.
fn is_newer(text: &str) -> bool {
    matches!(unwrap(text, &MIGRATIONS), Err(FileRefusal::Newer { .. }))
}

/// Whether an id is free for a new roadmap: its slots hold nothing, readable or not. A plan may be there
/// alone if its roadmap could not be saved; whoever opens that roadmap again finds the plan.
pub fn is_free(storage: &impl KeyValue, id: &RoadmapId) -> bool {
    let taken = keys_of(id.as_str());
    !storage.keys().unwrap_or_default().iter().any(|key| taken.contains(key))
}

/// Writes a roadmap as a file that opens again.
pub fn export_roadmap(file: &RoadmapFile) -> ExportedFile {
    ExportedFile { name: format!("waymark-roadmap-{}.json", file.id), text: pretty(file) }
}
