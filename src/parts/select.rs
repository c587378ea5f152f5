//! A list of which one option is chosen, with its label.

use yew::prelude::*;

use browser::page;

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// Unique on the page.
    pub id: AttrValue,
    pub label: AttrValue,
    /// Values and their words.
    pub options: Vec<(String, String)>,
    pub value: AttrValue,
    pub on_change: Callback<String>,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let SelectProps { id, label, options, value, on_change } = props;
    let onchange = on_change.reform(|event: Event| page::value_of(&event));
    html! {
        <div class="select">
            <label for={id.clone()}>{ label }</label>
            <select {id} {onchange}>
                { for options.iter().map(|(of, words)| html! {
                    <option value={of.clone()} selected={of == value.as_str()}>{ words }</option>
                }) }
            </select>
        </div>
    }
}
