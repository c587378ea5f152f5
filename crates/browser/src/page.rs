//! The page as a whole: title, focus, printing, visibility, and copies of it.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, StorageEvent,
    VisibilityState,
};

use super::{message_of, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark, js_name = pageWith)]
    fn page_with(plan: &str) -> Result<String, JsValue>;
}

/// The element that the app is mounted in, emptied of the text shown while loading.
pub fn root() -> Option<Element> {
    let root = window().document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    Some(root)
}

/// A new element that is not in the document.
pub fn detached_element() -> Option<Element> {
    window().document()?.create_element("div").ok()
}

pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

fn find(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, if it exists.
pub fn focus(id: &str) {
    let element = window().document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // What is folded away cannot have the focus.
        if let Ok(Some(folded)) = element.closest("details:not([open])") {
            let _ = folded.set_attribute("open", "");
        }
        // SVG elements have `focus` too, without being HTML elements. If it fails, the focus stays where it
        // is.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Closes an element with details, if it exists.
pub fn fold(id: &str) {
    if let Some(details) = find(id) {
        let _ = details.remove_attribute("open");
    }
}

/// Whether the page has an element with an id.
pub fn has(id: &str) -> bool {
    window().document().is_some_and(|document| document.get_element_by_id(id).is_some())
}

pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The value of the `<input>`, `<select>` or `<textarea>` that an event comes from.
pub fn value_of(event: &Event) -> String {
    let list = || event.target()?.dyn_into::<HtmlSelectElement>().ok();
    let area = || event.target()?.dyn_into::<HtmlTextAreaElement>().ok();
    let value = input_of(event).map(|input| input.value());
    let value = value.or_else(|| list().map(|list| list.value()));
    value.or_else(|| area().map(|area| area.value())).unwrap_or_default()
}

/// The state of the checkbox that an event comes from.
pub fn is_ticked(event: &Event) -> bool {
    input_of(event).is_some_and(|input| input.checked())
}

/// Whether the disclosure that an event comes from is open.
pub fn is_unfolded(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Opens the browser's calendar of a date input.
pub fn open_calendar(id: &str) {
    if let Some(input) = find(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        // Without a calendar, the date can still be typed.
        let _ = input.show_picker();
    }
}

pub fn print() {
    // Fails where the browser cannot print.
    let _ = window().print();
}

/// Calls back before the page is printed, until the listener is dropped.
pub fn on_print(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "beforeprint", move |_| callback())
}

/// Calls back when the learner may have come back to the page, until the listeners are dropped: when the window gets the
/// focus, when the page is shown or hidden, and when the browser brings it back from its memory of left pages.
pub fn on_return(callback: impl Fn() + Clone + 'static) -> [EventListener; 3] {
    // The document's event bubbles to the window.
    ["focus", "visibilitychange", "pageshow"].map(|event| {
        let callback = callback.clone();
        EventListener::new(&window(), event, move |_| callback())
    })
}

/// Calls back when another window has changed this page's keys in the storage, until the listener is dropped.
pub fn on_storage(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.is_none_or(|key| key.starts_with("waymark.")) {
            callback();
        }
    })
}

/// Calls back when the page is hidden or closed, until the listeners are dropped.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let on_hide = {
        let callback = callback.clone();
        let document = window().document();
        // The document's event bubbles to the window.
        EventListener::new(&window(), "visibilitychange", move |_| {
            let state = document.as_ref().map(web_sys::Document::visibility_state);
            if state == Some(VisibilityState::Hidden) {
                callback();
            }
        })
    };
    [on_hide, EventListener::new(&window(), "pagehide", move |_| callback())]
}

/// The HTML of this page with a plan inside.
///
/// # Errors
///
/// The message of the page's script.
pub fn with_plan(json: &str) -> Result<String, String> {
    page_with(json).map_err(|thrown| message_of(&thrown))
}

/// The plan inside this page, if it was saved with one.
pub fn plan_inside() -> Option<String> {
    window().document()?.get_element_by_id("plan-inside")?.text_content()
}

/// Calls back repeatedly until the interval is dropped.
pub fn every(seconds: u32, callback: impl FnMut() + 'static) -> Interval {
    Interval::new(seconds * 1000, callback)
}

/// A random id for this window. Two windows get the same one with a probability of about 1 in 4 billion.
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
