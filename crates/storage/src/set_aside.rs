//! Copies of what could not be read.

use super::keeping::SaveError;
use super::key_value::KeyValue;

/// Where the copies lie; a number follows, counted from 1.
const PREFIX: &str = "waymark.set-aside.";

/// Writes a text and makes sure that it is there.
pub fn put(storage: &impl KeyValue, key: &str, text: &str) -> Result<(), SaveError> {
    storage.set(key, text)?;
    match storage.get(key)? {
        Some(kept) if kept == text => Ok(()),
        _ => Err(SaveError::NotKept),
    }
}

/// Makes sure that there is a copy of a text, at the first key that is free.
pub fn set_aside(storage: &impl KeyValue, text: &str) -> Result<(), SaveError> {
    for number in 1_u32.. {
        let key = format!("{PREFIX}{number}");
        match storage.get(&key)? {
            Some(copy) if copy == text => return Ok(()),
            Some(_) => {}
            None => return put(storage, &key, text),
        }
    }
    Err(SaveError::NotKept)
}

/// The copies of what could not be read, each with its key, so that the learner can take them away. A copy that
/// the storage does not hand out is left out.
pub fn set_aside_copies(storage: &impl KeyValue) -> Vec<(String, String)> {
    let number = |key: &str| key.strip_prefix(PREFIX)?.parse::<u32>().ok();
    let mut keys = storage.keys().unwrap_or_default();
    keys.retain(|key| number(key).is_some());
    keys.sort_by_key(|key| number(key));
    let with_text = |key: String| {
        let text = storage.get(&key).ok()??;
        Some((key, text))
    };
    keys.into_iter().filter_map(with_text).collect()
}
