//! The learning content that the page carries beside the program.

use wasm_bindgen::prelude::*;

use super::message_of;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark, js_name = content)]
    async fn content_in_page() -> Result<JsValue, JsValue>;
}

/// The content as JSON, unpacked.
///
/// # Errors
///
/// The browser's words if the content is damaged or missing, as in the page served by Trunk.
pub async fn unpacked() -> Result<String, String> {
    let json = content_in_page().await.map_err(|why| message_of(&why))?;
    json.as_string().ok_or_else(|| "not a text".to_owned())
}
