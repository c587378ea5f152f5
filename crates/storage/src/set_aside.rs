//! Copies of texts that could not be read.

use crate::key_value::KeyValue;
use app::SaveFailure;

/// Prefix of the keys of copies, followed by a number from 1 on.
const PREFIX: &str = "waymark.set-aside.";

/// Writes a text and reads it back to make sure that it is there.
pub fn put(storage: &impl KeyValue, key: &str, text: &str) -> Result<(), SaveFailure> {
    storage.set(key, text)?;
    match storage.get(key)? {
        Some(stored) if stored == text => Ok(()),
        _ => Err(SaveFailure::NotKept),
    }
}

/// Makes sure that there is a copy of a text, at the first free key.
pub fn set_aside(storage: &impl KeyValue, text: &str) -> Result<(), SaveFailure> {
    for number in 1_u32.. {
        let key = format!("{PREFIX}{number}");
        match storage.get(&key)? {
            Some(copy) if copy == text => return Ok(()),
            Some(_) => {}
            None => return put(storage, &key, text),
        }
    }
    Err(SaveFailure::NotKept)
}

/// The copies with their keys, in the order in which they were made, for the learner to download. One that
/// the storage does not return is left out.
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
