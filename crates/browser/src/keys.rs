//! Keyboard shortcuts of the whole page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::window;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryKey {
    /// Ctrl+Z or Command+Z.
    Undo,
    /// The same with Shift, or with Y instead of Z.
    Redo,
}

/// Calls back for undo and redo until the listener is dropped.
///
/// In text fields the keys are left to the browser, which undoes typing.
pub fn on_history_keys(callback: impl Fn(HistoryKey) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(key) = pressed(event).filter(|_| !is_in_text(event)) {
            event.prevent_default();
            callback(key);
        }
    })
}

fn pressed(event: &Event) -> Option<HistoryKey> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (letter(event).as_str(), event.shift_key()) {
        ("z", false) => Some(HistoryKey::Undo),
        ("z", true) | ("y", false) => Some(HistoryKey::Redo),
        _ => None,
    }
}

/// The letter that a shortcut means: what the key types, or on a layout without Latin letters what is on that key of the
/// usual Latin one.
fn letter(event: &KeyboardEvent) -> String {
    let typed = event.key().to_ascii_lowercase();
    match event.code().strip_prefix("Key") {
        Some(on_key) if !typed.is_ascii() => on_key.to_ascii_lowercase(),
        _ => typed,
    }
}

fn is_in_text(event: &Event) -> bool {
    let Some(target) = event.target() else { return false };
    let is_text =
        |input: &HtmlInputElement| !matches!(input.type_().as_str(), "checkbox" | "radio" | "range" | "file");
    target.dyn_ref::<HtmlInputElement>().is_some_and(is_text)
        || target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}

/// The number after `prefix` in the id of the event's target, or of its nearest ancestor with such an id.
pub fn numbered(event: &Event, prefix: &str) -> Option<usize> {
    let mut element = event.target()?.dyn_into::<Element>().ok();
    while let Some(present) = element {
        if let Some(number) = present.id().strip_prefix(prefix).and_then(|number| number.parse().ok()) {
            return Some(number);
        }
        element = present.parent_element();
    }
    None
}

/// Calls back for the digits 1 to 9, typed without other keys and outside text fields, until the listener is dropped.
pub fn on_digit(callback: impl Fn(usize) + 'static) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_plain = !key.ctrl_key() && !key.meta_key() && !key.alt_key();
        let digit = key.key().parse().ok().filter(|digit| (1..=9).contains(digit));
        if let Some(digit) = digit.filter(|_| is_plain && !is_in_text(event)) {
            callback(digit);
        }
    })
}
