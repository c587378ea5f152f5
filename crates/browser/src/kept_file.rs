//! A file of the learner's that the page keeps up to date, through the page's script `kept_file.js`. Chromium's browsers can,
//! others cannot.

use wasm_bindgen::prelude::*;

use super::message_of;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["waymark", "keptFile"], js_name = isPossible)]
    fn is_possible_in_page() -> bool;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "keptFile"], js_name = find)]
    async fn find_in_page(record: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "keptFile"], js_name = choose)]
    async fn choose_in_page(record: &str, suggested: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "keptFile"], js_name = allow)]
    async fn allow_in_page(record: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "keptFile"], js_name = write)]
    async fn write_in_page(record: &str, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["waymark", "keptFile"], js_name = forget)]
    async fn forget_in_page(record: &str) -> Result<JsValue, JsValue>;
}

/// A file that was chosen to be kept up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFile {
    /// Its name, without its folder, which browsers do not tell.
    pub name: String,
    /// Whether it may be written now. If not, the browser has to be asked first.
    pub may_write: bool,
}

/// Whether this browser lets a page keep a file up to date.
pub fn is_possible() -> bool {
    is_possible_in_page()
}

/// The file of a roadmap, if one was chosen.
///
/// # Errors
///
/// The browser's words.
pub async fn find(roadmap: &str) -> Result<Option<KnownFile>, String> {
    file(find_in_page(roadmap).await)
}

/// Lets the learner choose a file, with the name `suggested` filled in; `None` if they choose none. Works only while the browser
/// remembers a click or a key.
///
/// # Errors
///
/// The browser's words.
pub async fn choose(roadmap: &str, suggested: &str) -> Result<Option<KnownFile>, String> {
    file(choose_in_page(roadmap, suggested).await)
}

/// Asks the browser, and it the learner, to let the page write the file again.
///
/// # Errors
///
/// The browser's words.
pub async fn allow(roadmap: &str) -> Result<Option<KnownFile>, String> {
    file(allow_in_page(roadmap).await)
}

/// Replaces the content of the file as a whole.
///
/// # Errors
///
/// The browser's words, such as that the file is gone or may not be written.
pub async fn write(roadmap: &str, text: &str) -> Result<(), String> {
    write_in_page(roadmap, text).await.map(drop).map_err(|why| message_of(&why))
}

/// Forgets the file, and leaves it as it is.
///
/// # Errors
///
/// The browser's words.
pub async fn forget(roadmap: &str) -> Result<(), String> {
    forget_in_page(roadmap).await.map(drop).map_err(|why| message_of(&why))
}

fn file(answer: Result<JsValue, JsValue>) -> Result<Option<KnownFile>, String> {
    let known = answer.map_err(|why| message_of(&why))?;
    if known.is_null() {
        return Ok(None);
    }
    let field = |name| js_sys::Reflect::get(&known, &JsValue::from_str(name)).map_err(|why| message_of(&why));
    Ok(Some(KnownFile {
        name: field("name")?.as_string().unwrap_or_default(),
        may_write: field("mayWrite")?.is_truthy(),
    }))
}
