//! A field to type into.

use yew::prelude::*;

use super::field_frame::field_frame;
use app::form::{Field, FieldError};
use browser::page;

/// What a field shows and does.
pub struct TextField {
    pub field: Field,
    pub label: String,
    pub hint: Option<String>,
    /// What the field holds.
    pub value: String,
    /// The errors of the whole screen, among which its own are.
    pub errors: Vec<FieldError>,
    /// Called with what the field holds after each change.
    pub on_input: Callback<String>,
    /// Which keys a phone offers.
    pub inputmode: &'static str,
    /// Something beside the field, such as a button.
    pub beside: Html,
}

pub fn text_field(props: TextField) -> Html {
    let on_input = {
        let on_input = props.on_input;
        Callback::from(move |event: InputEvent| on_input.emit(page::value_of(&event)))
    };
    field_frame(props.field, &props.label, props.hint.as_deref(), &props.errors, |control| {
        html! {
            <div class="field-row">
                <input
                    id={control.id}
                    type="text"
                    autocomplete="off"
                    inputmode={props.inputmode}
                    value={props.value}
                    aria-describedby={control.described_by}
                    aria-invalid={control.invalid}
                    oninput={on_input}
                />
                { props.beside }
            </div>
        }
    })
}
