//! A place of its own in one storage for everything about one roadmap.
//!
//! The slots of a plan have the same names wherever they are used; here they are turned into others for each roadmap but
//! the one that comes with the page, whose plans lie where they always lay. All other keys are the storage's own.

use super::found::SLOTS;
use super::key_value::{KeyValue, StorageError};
use roadmap::RoadmapId;

/// What the keys about the learner's own roadmaps begin with.
pub const OWN: &str = "waymark.own.";

/// A storage as it is seen by what saves the plan of one roadmap.
#[derive(Debug)]
pub struct Drawer<S> {
    storage: S,
    /// The name of the roadmap, if it is one of the learner's own.
    own: Option<RoadmapId>,
}

impl<S: KeyValue> Drawer<S> {
    /// The drawer of the roadmap that comes with the page, or of one of the learner's own.
    pub fn new(storage: S, own: Option<RoadmapId>) -> Self {
        Self { storage, own }
    }

    fn key(&self, key: &str) -> String {
        match &self.own {
            Some(id) if SLOTS.contains(&key) => slot_of(id, key),
            _ => key.to_owned(),
        }
    }
}

/// Where a slot of the plan for one of the learner's own roadmaps lies. No name can make it the key of another: the part
/// after the last dot is always one of ours.
pub fn slot_of(id: &RoadmapId, slot: &str) -> String {
    let which = if slot == SLOTS[0] { "plan" } else { "plan-2" };
    format!("{OWN}{id}.{which}")
}

impl<S: KeyValue> KeyValue for Drawer<S> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.get(&self.key(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.storage.set(&self.key(key), value)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.storage.keys()?;
        if self.own.is_some() {
            let slots = SLOTS.map(|slot| (self.key(slot), slot));
            keys.retain(|key| !SLOTS.contains(&key.as_str()));
            for (lies_at, slot) in slots {
                keys.iter_mut().filter(|key| **key == lies_at).for_each(|key| *key = slot.to_owned());
            }
        }
        Ok(keys)
    }
}
