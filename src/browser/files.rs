//! Files handed to the learner and files the learner opens.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};

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

/// Reads the file chosen in a file field, if it is not larger than `most` bytes, and calls back.
///
/// The field is emptied, so that the same file can be chosen again.
pub fn read_chosen(event: &Event, most: usize, callback: impl FnOnce(Chosen) + 'static) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() > most as f64 {
        input.set_value("");
        callback(Chosen::TooLarge);
        return;
    }
    spawn_local(async move {
        let read = JsFuture::from(file.array_buffer()).await;
        input.set_value("");
        callback(match read {
            Ok(buffer) => Chosen::Bytes(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(thrown) => Chosen::Unreadable(words_of(&thrown)),
        });
    });
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
