//! A field into which a roadmap is pasted, for those who have it as text and not as a file.

use yew::prelude::*;

use crate::context::{use_model, use_send};
use crate::opening::pasted;
use crate::text::roadmaps as words;
use browser::page;

const FIELD: &str = "pasted";
const HINT: &str = "pasted-hint";
const ERROR: &str = "pasted-error";

#[component]
pub fn PasteText() -> Html {
    let (model, send) = (use_model(), use_send());
    let text = use_state_eq(String::new);
    let shows_error = use_state_eq(|| false);
    let oninput = {
        let (text, shows_error) = (text.setter(), shows_error.setter());
        move |event: InputEvent| {
            text.set(page::value_of(&event));
            shows_error.set(false);
        }
    };
    let onsubmit = {
        let (text, shows_error) = (text.clone(), shows_error.setter());
        move |event: SubmitEvent| {
            event.prevent_default();
            if text.trim().is_empty() {
                shows_error.set(true);
                page::focus(FIELD);
            } else {
                send.emit(pasted(&text, &model));
            }
        }
    };
    html! {
        <form novalidate=true class="paste-text" {onsubmit}>
            <div class="field">
                <label for={FIELD}>{ words::PASTED }</label>
                <p class="hint" id={HINT}>{ words::PASTED_HINT }</p>
                if *shows_error {
                    <p class="field-error" id={ERROR} role="alert">{ words::PASTED_EMPTY }</p>
                }
                <textarea
                    id={FIELD}
                    rows="10"
                    spellcheck="false"
                    value={(*text).clone()}
                    aria-describedby={if *shows_error { ERROR } else { HINT }}
                    aria-invalid={shows_error.then_some("true")}
                    {oninput}
                />
            </div>
            <p class="actions">
                <button type="submit" class="button-quiet">{ words::OPEN_PASTED }</button>
            </p>
        </form>
    }
}
