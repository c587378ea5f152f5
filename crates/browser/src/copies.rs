//! The second copy of saved texts, in IndexedDB, through the page's script `copies.js`.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::message_of;
use storage::StorageError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["waymark", "copies"], js_name = read)]
    fn read_in_page(record: Option<&str>) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "copies"], js_name = firstRead)]
    fn first_read_in_page() -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "copies"], js_name = write)]
    fn write_in_page(revision: f64, text: &str, record: Option<&str>) -> Result<js_sys::Promise, JsValue>;
}

/// Reads the copy of the record of the learner's own roadmap `own`, or of the shipped roadmap if that is `None`.
/// Returns `None` if there is no copy. The request starts with the call, not with the first poll.
///
/// # Errors
///
/// The browser's error, or a timeout: after 1.5 seconds, or after 5 where nothing else is stored.
pub fn read(own: Option<&str>) -> impl Future<Output = Result<Option<String>, StorageError>> + use<> {
    text_of(read_in_page(own))
}

/// The copy of the shipped roadmap's record as the page's script read it before the program was loaded. Use it only at
/// the start: later it is out of date.
///
/// # Errors
///
/// As in [`read`].
pub fn first_read() -> impl Future<Output = Result<Option<String>, StorageError>> {
    text_of(first_read_in_page())
}

async fn text_of(asked: Result<js_sys::Promise, JsValue>) -> Result<Option<String>, StorageError> {
    let text = answer_of(asked).await?;
    match text.as_string() {
        None if !text.is_null() => Err(StorageError("the second copy is not a text".to_owned())),
        text => Ok(text),
    }
}

/// Replaces the copy, unless the stored one has a higher revision; returns whether it did.
///
/// # Errors
///
/// The browser's error, or a timeout.
pub async fn write(revision: u64, text: &str, own: Option<&str>) -> Result<bool, StorageError> {
    // Revisions count changes by hand, so they stay below 2^53, up to which a float is exact.
    Ok(answer_of(write_in_page(revision as f64, text, own)).await?.is_truthy())
}

async fn answer_of(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, StorageError> {
    let answer = async { JsFuture::from(promise?).await };
    answer.await.map_err(|thrown| StorageError(message_of(&thrown)))
}
