//! The page as a whole: its title, where the focus is, printing, coming back to it.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::window;

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
    if let Some(element) = find(id) {
        // A browser that will not focus it leaves the focus where it is, which is no loss.
        let _ = element.focus();
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
