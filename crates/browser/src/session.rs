//! What is kept for this visit only: how the page is looked at, never what the learner said.

use super::window;

/// What is kept under a name, if the browser keeps it.
pub fn get(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a text. Where the browser does not, the view is as at the beginning after a reload, which is no loss.
pub fn set(key: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(key, text);
    }
}
