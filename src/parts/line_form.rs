//! A form of one line of text.

use yew::prelude::*;

use super::button::{Button, ButtonKind};
use crate::text::plan::CANCEL;
use browser::page;

#[derive(Properties, PartialEq)]
pub struct LineFormProps {
    /// Id of the input, unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The text to begin with.
    #[prop_or_default]
    pub value: AttrValue,
    /// The words of the button.
    pub action: AttrValue,
    /// Said if the form is submitted without text, or with one that it does not accept.
    pub missing: AttrValue,
    /// Whether a text can be taken; without it any can.
    #[prop_or_default]
    pub accepts: Option<Callback<String, bool>>,
    /// Whether the input takes the focus when it appears.
    #[prop_or_default]
    pub takes_focus: bool,
    /// Called with the text, after which the input is empty.
    pub on_submit: Callback<String>,
    /// There is a button to cancel if this is given.
    #[prop_or_default]
    pub on_cancel: Option<Callback<MouseEvent>>,
}

#[component]
pub fn LineForm(props: &LineFormProps) -> Html {
    let LineFormProps { id, label, hint, value, action, missing, accepts, takes_focus, on_submit, on_cancel } =
        props;
    let text = use_state_eq(|| value.to_string());
    let shows_error = use_state_eq(|| false);
    {
        let (id, takes_focus) = (id.clone(), *takes_focus);
        use_effect_with((), move |()| {
            if takes_focus {
                page::focus(&id);
            }
        });
    }
    let oninput = {
        let (text, shows_error) = (text.setter(), shows_error.setter());
        move |event: InputEvent| {
            text.set(page::value_of(&event));
            shows_error.set(false);
        }
    };
    let onsubmit = {
        let (text, shows_error, on_submit, id) =
            (text.clone(), shows_error.setter(), on_submit.clone(), id.clone());
        let is_refused =
            text.trim().is_empty() || accepts.as_ref().is_some_and(|accepts| !accepts.emit((*text).clone()));
        move |event: SubmitEvent| {
            event.prevent_default();
            if is_refused {
                shows_error.set(true);
                page::focus(&id);
            } else {
                on_submit.emit((*text).clone());
                text.set(String::new());
            }
        }
    };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = match (*shows_error, hint) {
        (true, _) => Some(error_id.clone()),
        (false, Some(_)) => Some(hint_id.clone()),
        (false, None) => None,
    };
    html! {
        <form novalidate=true class="line-form" {onsubmit}>
            <label for={id.clone()}>{ label }</label>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            if *shows_error {
                <p class="field-error" id={error_id} role="alert">{ missing }</p>
            }
            <div class="field-row">
                <input
                    {id}
                    type="text"
                    autocomplete="off"
                    maxlength="200"
                    value={(*text).clone()}
                    aria-describedby={described_by}
                    aria-invalid={shows_error.then_some("true")}
                    {oninput}
                />
                <button type="submit" class="button-quiet">{ action }</button>
                if let Some(on_cancel) = on_cancel {
                    <Button kind={ButtonKind::Link} label={CANCEL} on_click={on_cancel.clone()} />
                }
            </div>
        </form>
    }
}
