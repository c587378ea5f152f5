//! The frame shared by all form fields: label, hint, and error message.

use yew::prelude::*;

use crate::text::problems;
use app::form::{Field, FieldError};

/// Id of a field's input element; error messages link to it.
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
        Field::LogDate => "log-date".to_owned(),
        Field::LogItem => "log-item".to_owned(),
        Field::LogTime => "log-time".to_owned(),
        Field::LogKind => "log-kind".to_owned(),
        Field::EditDate => "edit-date".to_owned(),
        Field::EditItem => "edit-item".to_owned(),
        Field::EditTime => "edit-time".to_owned(),
        Field::EditKind => "edit-kind".to_owned(),
    }
}

/// The message about a field, picked from the errors of the whole screen.
pub fn error_of(field: Field, errors: &[FieldError]) -> Option<AttrValue> {
    errors.iter().find(|error| error.field == field).map(|error| problems::problem(error).into())
}

/// Attributes that tie an input element to its label, hint and error message.
pub struct Control {
    pub id: String,
    pub described_by: Option<String>,
    /// Value of `aria-invalid`.
    pub invalid: Option<&'static str>,
}

impl Control {
    pub fn new(field: Field, hint: Option<&AttrValue>, error: Option<&AttrValue>) -> Self {
        let id = field_id(field);
        let described: Vec<String> =
            hint.map(|_| hint_id(&id)).into_iter().chain(error.map(|_| error_id(&id))).collect();
        Self {
            described_by: (!described.is_empty()).then(|| described.join(" ")),
            invalid: error.is_some().then_some("true"),
            id,
        }
    }
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}

#[derive(Properties, PartialEq)]
pub struct FieldFrameProps {
    pub field: Field,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The input element, with the attributes of [`Control`].
    pub children: Html,
}

#[component]
pub fn FieldFrame(props: &FieldFrameProps) -> Html {
    let FieldFrameProps { field, label, hint, error, children } = props;
    let id = field_id(*field);
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            if let Some(hint) = hint {
                <p class="hint" id={hint_id(&id)}>{ hint }</p>
            }
            if let Some(error) = error {
                <p class="field-error" id={error_id(&id)}>{ error }</p>
            }
            { children.clone() }
        </div>
    }
}
