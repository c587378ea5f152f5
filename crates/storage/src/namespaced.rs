//! Separate slots for the plan of each roadmap.

use crate::key_value::{KeyValue, StorageError};
use crate::slots::SLOTS;
use roadmap::RoadmapId;

/// Prefix of all keys about the learner's own roadmaps.
pub const OWN: &str = "waymark.own.";

/// A storage that prefixes the keys of the plan's slots with the id of a roadmap.
///
/// The plan for the shipped roadmap keeps the bare keys, and all other keys stay as they are.
#[derive(Debug)]
pub struct NamespacedStorage<S> {
    storage: S,
    /// The id of the roadmap, if it is one of the learner's own.
    own: Option<RoadmapId>,
}

impl<S: KeyValue> NamespacedStorage<S> {
    /// The slots for one of the learner's own roadmaps, or for the shipped one.
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

/// The key of a slot of the plan for one of the learner's own roadmaps. No id makes it collide with
/// another key: the part after the last dot is always fixed.
pub fn slot_of(id: &RoadmapId, slot: &str) -> String {
    let which = if slot == SLOTS[0] { "plan" } else { "plan-2" };
    format!("{OWN}{id}.{which}")
}

impl<S: KeyValue> KeyValue for NamespacedStorage<S> {
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
            for (own_key, slot) in slots {
                keys.iter_mut().filter(|key| **key == own_key).for_each(|key| *key = slot.to_owned());
            }
        }
        Ok(keys)
    }
}
