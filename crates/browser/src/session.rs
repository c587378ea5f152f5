//! `sessionStorage`: view settings of this window, never the learner's data.

use super::window;

/// The value of a key; `None` also if the storage is blocked.
pub fn get(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Stores a value. If that fails, the view is merely reset by a reload.
pub fn set(key: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(key, text);
    }
}
