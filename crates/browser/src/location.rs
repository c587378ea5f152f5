//! The URL fragment.

use gloo_events::EventListener;

use super::window;

/// The fragment with its `#`; empty if there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the fragment as a new history entry.
pub fn push(hash: &str) {
    // Browsers limit the rate of history changes. The screen is right even if the URL is not.
    let _ = window().location().set_hash(hash);
}

/// Sets the fragment in the current history entry.
pub fn replace(hash: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Calls back with each new fragment until the listener is dropped.
pub fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| callback(hash()))
}
