//! Notices that the element with the focus is gone or disabled, as after a button that removed itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::window;

/// Remembers the element that got the focus last, for as long as it lives.
pub struct FocusWatch {
    last: Rc<RefCell<Option<Element>>>,
    _listener: EventListener,
}

impl FocusWatch {
    /// Begins to remember.
    pub fn start() -> Self {
        let last = Rc::new(RefCell::new(None));
        let listener = EventListener::new(&window(), "focusin", {
            let last = last.clone();
            move |event| {
                last.replace(event.target().and_then(|target| target.dyn_into().ok()));
            }
        });
        Self { last, _listener: listener }
    }

    /// Moves the focus to an element, without scrolling, if the one that had it can have it no longer and nothing else has
    /// it.
    pub fn mend(&self, id: &str) {
        let is_lost = |last: &Element| !last.is_connected() || last.matches(":disabled").unwrap_or_default();
        let is_gone = self.last.borrow().as_ref().is_some_and(is_lost);
        let Some(document) = window().document().filter(|_| is_gone) else { return };
        self.last.take();
        let has_focus = document.active_element().is_some_and(|active| active.local_name() != "body");
        let heir = document.get_element_by_id(id).filter(|_| !has_focus);
        if let Some(heir) = heir.and_then(|heir| heir.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // If it fails, the focus stays where it is.
            let _ = heir.focus_with_options(&options);
        }
    }
}
