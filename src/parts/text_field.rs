//! A one-line text field.

use yew::prelude::*;

use super::field_frame::{Control, FieldFrame};
use app::form::Field;
use browser::page;

#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    pub field: Field,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    pub value: AttrValue,
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Called with the text after each change.
    pub on_input: Callback<String>,
    /// Placed after the input, such as a button.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let TextFieldProps { field, label, hint, value, error, on_input, children } = props;
    let Control { id, described_by, invalid } = Control::new(*field, hint.as_ref(), error.as_ref());
    let oninput = on_input.reform(|event: InputEvent| page::value_of(&event));
    html! {
        <FieldFrame field={*field} label={label.clone()} hint={hint.clone()} error={error.clone()}>
            <div class="field-row">
                <input
                    {id}
                    type="text"
                    autocomplete="off"
                    value={value.clone()}
                    aria-describedby={described_by}
                    aria-invalid={invalid}
                    {oninput}
                />
                { children.clone() }
            </div>
        </FieldFrame>
    }
}
