//! Files handed to the learner and files the learner opens.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::{window, words_of};

/// Hands a text to the browser as a file to keep.
///
/// # Errors
///
/// What the browser says if it will not take it.
pub fn download(name: &str, mime_type: &str, text: &str) -> Result<(), String> {
    offer(name, mime_type, text).map_err(|thrown| words_of(&thrown))
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
    // The address is given back when the page goes: a browser may still be reading from it now.
    Ok(())
}

/// Reads the file chosen in a file field, if it is not larger than `most` bytes, and calls back with its name and content.
///
/// The field is emptied, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, most: usize, callback: impl FnOnce(String, Chosen) + 'static) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    read(file, most, move |name, chosen| {
        input.set_value("");
        callback(name, chosen);
    });
}

fn read(file: File, most: usize, callback: impl FnOnce(String, Chosen) + 'static) {
    spawn_local(async move {
        let chosen = if file.size() > most as f64 {
            Chosen::TooLarge
        } else {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => Chosen::Bytes(js_sys::Uint8Array::new(&buffer).to_vec()),
                Err(thrown) => Chosen::Unreadable(words_of(&thrown)),
            }
        };
        callback(file.name(), chosen);
    });
}

/// Calls back for each file that is dropped on the page, which the browser would open in its place otherwise, until the
/// listeners are dropped.
pub fn on_drop(most: usize, callback: impl Fn(String, Chosen) + Clone + 'static) -> [EventListener; 2] {
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
            read(file, most, callback.clone());
        }
    });
    [over, drop]
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

/// A file that the learner chose.
pub enum Chosen {
    /// What is in it.
    Bytes(Vec<u8>),
    /// It has more bytes than were asked for, and was not read.
    TooLarge,
    /// The browser could not read it, in its own words.
    Unreadable(String),
}
