//! The page as a whole: its title, where the focus is, printing, leaving it and coming back, copies of it.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, StorageEvent, VisibilityState,
};

use super::{window, words_of};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark, js_name = pageWith)]
    fn page_with(plan: &str) -> Result<String, JsValue>;
}

/// The element that the app is mounted into, emptied of the text that stood there until the start.
pub fn root() -> Option<Element> {
    let root = window().document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    Some(root)
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

fn find(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    let element = window().document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element {
        // Drawn elements are no HTML and can be focused all the same. A browser that will not focus one leaves the focus
        // where it is, which is no loss.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// What the field or the list to choose from holds that an event comes from.
pub fn value_of(event: &Event) -> String {
    let list = || event.target()?.dyn_into::<HtmlSelectElement>().ok();
    let value = input_of(event).map(|input| input.value());
    value.or_else(|| list().map(|list| list.value())).unwrap_or_default()
}

/// Whether the box is ticked that an event comes from.
pub fn is_ticked(event: &Event) -> bool {
    input_of(event).is_some_and(|input| input.checked())
}

/// Opens the browser's own calendar for a date field, where it has one.
pub fn open_calendar(id: &str) {
    if let Some(input) = find(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        // Not every browser has one, and the date can be typed all the same.
        let _ = input.show_picker();
    }
}

/// Asks the browser to print the page.
pub fn print() {
    // Where there is no printing nothing happens.
    let _ = window().print();
}

/// Calls back whenever the page is looked at again, until the listener is dropped.
pub fn on_return(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "focus", move |_| callback())
}

/// Calls back when another window of the browser has changed something of this page in the storage, until the listener
/// is dropped.
pub fn on_storage(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.is_none_or(|key| key.starts_with("waymark.")) {
            callback();
        }
    })
}

/// Calls back when the page goes out of sight, perhaps for good, until the listeners are dropped.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let on_hide = {
        let callback = callback.clone();
        let document = window().document();
        // Events for the document come to the window too.
        EventListener::new(&window(), "visibilitychange", move |_| {
            let state = document.as_ref().map(web_sys::Document::visibility_state);
            if state == Some(VisibilityState::Hidden) {
                callback();
            }
        })
    };
    [on_hide, EventListener::new(&window(), "pagehide", move |_| callback())]
}

/// The whole page as a file, with a plan inside.
///
/// # Errors
///
/// What stands in the way, in the browser's words.
pub fn with_plan(json: &str) -> Result<String, String> {
    page_with(json).map_err(|thrown| words_of(&thrown))
}

/// The plan that this page carries, if it is a copy with one.
pub fn plan_inside() -> Option<String> {
    window().document()?.get_element_by_id("plan-inside")?.text_content()
}

/// Calls back again and again, until what is returned is dropped.
pub fn every(seconds: u32, callback: impl FnMut() + 'static) -> Interval {
    Interval::new(seconds * 1000, callback)
}

/// A number that no other window has.
pub fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
