//! The second copy of what is saved, which the page's own script keeps in IndexedDB.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::words_of;
use storage::StorageError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["waymark", "copies"], js_name = read)]
    fn read_in_page(record: Option<&str>) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "copies"], js_name = write)]
    fn write_in_page(revision: f64, text: &str, record: Option<&str>) -> Result<js_sys::Promise, JsValue>;
}

/// The text of the copy about a roadmap of the learner's own, or about the one that comes with the page, if there is one.
/// The browser is asked at once, also if nobody waits for its answer yet.
///
/// # Errors
///
/// What the browser says, or that it did not answer within a second and a half.
pub fn read(own: Option<&str>) -> impl Future<Output = Result<Option<String>, StorageError>> + use<> {
    let asked = read_in_page(own);
    async {
        let text = answer_of(asked).await?;
        match text.as_string() {
            None if !text.is_null() => Err(StorageError("the second copy is not a text".to_owned())),
            text => Ok(text),
        }
    }
}

/// Puts a text in the place of the copy, unless that has a higher revision, and says whether it did so.
///
/// # Errors
///
/// What the browser says, or that it did not answer in time.
pub async fn write(revision: u64, text: &str, own: Option<&str>) -> Result<bool, StorageError> {
    // Revisions count changes made by hand: they stay far below where floating-point numbers leave any out.
    Ok(answer_of(write_in_page(revision as f64, text, own)).await?.is_truthy())
}

async fn answer_of(promise: Result<js_sys::Promise, JsValue>) -> Result<JsValue, StorageError> {
    let answer = async { JsFuture::from(promise?).await };
    answer.await.map_err(|thrown| StorageError(words_of(&thrown)))
}
