//! The address behind the `#`.

use gloo_events::EventListener;

use super::window;

/// The address behind the `#`, itself included; empty where there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address as a new step in the browser's history.
pub fn push(hash: &str) {
    // A browser may refuse too many steps in a short time; the screen is right even if its address is not.
    let _ = window().location().set_hash(hash);
}

/// Goes to an address in place of the present step.
pub fn replace(hash: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Calls back with each new address, until the listener is dropped.
pub fn on_change(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| callback(hash()))
}
