//! The only place that talks to the browser.

pub mod clock;
pub mod copies;
pub mod files;
pub mod keys;
pub mod location;
pub mod page;
pub mod start;
pub mod storage;

pub use storage::LocalStorage;

use wasm_bindgen::JsValue;
use web_sys::Window;

fn window() -> Window {
    web_sys::window().expect("the page runs in a window, not in a worker")
}

/// What the browser says of a thrown value, in its own words.
fn words_of(thrown: &JsValue) -> String {
    let said =
        thrown.as_string().unwrap_or_else(|| String::from(js_sys::Object::from(thrown.clone()).to_string()));
    if said.is_empty() { "unknown".to_owned() } else { said }
}
