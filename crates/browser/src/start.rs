//! Start and crash of the program, reported to the page's script.

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

/// Shows the crash screen, which the page's script draws: after a panic no more Rust code runs.
pub fn crashed(problem: &str) {
    complain(problem);
    // The page served by Trunk has no crash screen; the console is enough there.
    let _ = crash(problem);
}

/// True if the learner has chosen, on the crash screen, to start without stored data.
pub fn is_safe() -> bool {
    WAYMARK.with(|waymark| {
        js_sys::Reflect::get(waymark, &"isSafeStart".into()).is_ok_and(|is_safe| is_safe.is_truthy())
    })
}

/// Reports that the first render is complete.
pub fn done() {
    // Fails only where the page's script is missing.
    let _ = done_in_page();
}
