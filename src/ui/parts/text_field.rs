//! A field to type into, with its label, a hint, and what is wrong with it.

use yew::prelude::*;

use crate::app::form::{Field, FieldError};
use crate::browser::page;
use crate::ui::text::problems;

/// The name of a field's element, by which a summary of errors leads to it.
pub fn field_id(field: Field) -> String {
    match field {
        Field::Choice => "choice-0".to_owned(),
        Field::Hours(day) => format!("hours-{day}"),
        Field::Start => "start".to_owned(),
        Field::OffFrom(row) => format!("off-from-{row}"),
        Field::OffTo(row) => format!("off-to-{row}"),
        Field::StretchFrom(row) => format!("stretch-from-{row}"),
        Field::StretchTo(row) => format!("stretch-to-{row}"),
        Field::StretchHours(row) => format!("stretch-hours-{row}"),
        Field::StretchName(row) => format!("stretch-name-{row}"),
        Field::Target => "target".to_owned(),
        Field::MostHours => "most-hours".to_owned(),
        Field::NoteOn => "note-on".to_owned(),
        Field::NoteItem => "note-item".to_owned(),
        Field::NoteTime => "note-time".to_owned(),
    }
}

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
    let id = field_id(props.field);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = props.errors.iter().find(|error| error.field == props.field).map(problems::problem);
    let described: Vec<&str> = [props.hint.as_ref().map(|_| &*hint_id), error.as_ref().map(|_| &*error_id)]
        .into_iter()
        .flatten()
        .collect();
    let on_input = {
        let on_input = props.on_input;
        Callback::from(move |event: InputEvent| on_input.emit(page::value_of(&event)))
    };
    html! {
        <div class={classes!("field", error.is_some().then_some("field-wrong"))}>
            <label for={id.clone()}>{ &props.label }</label>
            if let Some(hint) = &props.hint {
                <p class="hint" id={hint_id.clone()}>{ hint }</p>
            }
            if let Some(error) = &error {
                <p class="field-error" id={error_id.clone()}>{ error }</p>
            }
            <div class="field-row">
                <input
                    {id}
                    type="text"
                    autocomplete="off"
                    inputmode={props.inputmode}
                    value={props.value}
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                    aria-invalid={error.is_some().then_some("true")}
                    oninput={on_input}
                />
                { props.beside }
            </div>
        </div>
    }
}
