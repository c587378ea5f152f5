//! The start of the program, its end, and what the page's own script knows of both.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark)]
    fn crash(problem: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = waymark, js_name = done)]
    fn done_in_page() -> Result<(), JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = waymark)]
    static WAYMARK: JsValue;

    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn complain(problem: &str);
}

/// Has the page's own script show the crash screen. A panic is final: nothing could catch it.
pub fn crashed(problem: &str) {
    complain(problem);
    // The page that Trunk serves for development has no crash screen; there the console is enough.
    let _ = crash(problem);
}

/// Whether the learner asked for a start without what is stored.
pub fn is_safe() -> bool {
    WAYMARK.with(|waymark| {
        js_sys::Reflect::get(waymark, &"isSafeStart".into()).is_ok_and(|is_safe| is_safe.is_truthy())
    })
}

/// Says that the app has drawn itself for the first time.
pub fn done() {
    // Nobody waits for that where the page's own script is missing.
    let _ = done_in_page();
}
