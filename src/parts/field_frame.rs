//! What stands around a field of any kind: its label, a hint, and what is wrong with it.

use yew::prelude::*;

use crate::text::problems;
use app::form::{Field, FieldError};

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

/// What the element of a field has to say of itself.
pub struct Control {
    pub id: String,
    /// The names of the hint and of the error, where there are any.
    pub described_by: Option<String>,
    /// Whether what it holds cannot be accepted.
    pub invalid: Option<&'static str>,
}

/// A field around the element that `control` draws. `errors` are those of the whole screen.
pub fn field_frame(
    field: Field,
    label: &str,
    hint: Option<&str>,
    errors: &[FieldError],
    control: impl FnOnce(Control) -> Html,
) -> Html {
    let id = field_id(field);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = errors.iter().find(|error| error.field == field).map(problems::problem);
    let described: Vec<&str> =
        [hint.map(|_| &*hint_id), error.as_ref().map(|_| &*error_id)].into_iter().flatten().collect();
    let control = control(Control {
        id: id.clone(),
        described_by: (!described.is_empty()).then(|| described.join(" ")),
        invalid: error.is_some().then_some("true"),
    });
    html! {
        <div class={classes!("field", error.is_some().then_some("field-wrong"))}>
            <label for={id}>{ label }</label>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = &error {
                <p class="field-error" id={error_id}>{ error }</p>
            }
            { control }
        </div>
    }
}
