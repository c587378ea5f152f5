//! The browser: the only crate that imports web-sys, gloo and wasm-bindgen.

pub mod clock;
pub mod content;
pub mod copies;
pub mod files;
pub mod gestures;
pub mod kept_file;
pub mod keys;
pub mod local_storage;
pub mod location;
pub mod lost_focus;
pub mod page;
pub mod picture;
pub mod session;
pub mod start;

pub use local_storage::LocalStorage;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

fn window() -> Window {
    web_sys::window().expect("the page runs in a window, not in a worker")
}

/// The message of a thrown value, which can be of any type, and empty.
fn message_of(thrown: &JsValue) -> String {
    let of_error = || Some(String::from(thrown.dyn_ref::<js_sys::Error>()?.to_string()));
    let said = thrown.as_string().or_else(of_error).unwrap_or_default();
    if said.is_empty() { "unknown".to_owned() } else { said }
}
