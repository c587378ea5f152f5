//! Downloads, and files that the learner opens.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::{message_of, window};

/// Downloads a text as a file.
///
/// # Errors
///
/// The browser's error.
pub fn download(name: &str, mime_type: &str, text: &str) -> Result<(), String> {
    offer(name, mime_type, text).map_err(|thrown| message_of(&thrown))
}

fn offer(name: &str, mime_type: &str, text: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(mime_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().document().ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The object URL is not revoked: the browser may still be reading from it.
    Ok(())
}

/// Reads the file chosen in a file input and calls back with its name and content. Files above `limit` bytes
/// are not read.
///
/// The input is cleared, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, limit: usize, callback: impl FnOnce(String, Chosen) + 'static) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    read(file, limit, move |name, chosen| {
        input.set_value("");
        callback(name, chosen);
    });
}

fn read(file: File, limit: usize, callback: impl FnOnce(String, Chosen) + 'static) {
    spawn_local(async move {
        let chosen = if file.size() > limit as f64 {
            Chosen::TooLarge
        } else {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => Chosen::Bytes(js_sys::Uint8Array::new(&buffer).to_vec()),
                Err(thrown) => Chosen::Unreadable(message_of(&thrown)),
            }
        };
        callback(file.name(), chosen);
    });
}

/// Calls back for each file dropped on the page, instead of the browser opening it, until the listeners are
/// dropped.
pub fn on_drop(limit: usize, callback: impl Fn(String, Chosen) + Clone + 'static) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window(), "dragover", options, |event| {
        if transfer(event).is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    });
    let drop = EventListener::new_with_options(&window(), "drop", options, move |event| {
        let file = transfer(event).and_then(|transfer| transfer.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            event.prevent_default();
            read(file, limit, callback.clone());
        }
    });
    [over, drop]
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

/// The content of a file that the learner chose.
pub enum Chosen {
    Bytes(Vec<u8>),
    /// Above the limit, and not read.
    TooLarge,
    /// The browser's error.
    Unreadable(String),
}
