//! A checkbox with its label.

use yew::prelude::*;

use browser::page;

#[derive(Properties, PartialEq)]
pub struct TickProps {
    /// Id of the checkbox, unique on the page.
    pub id: AttrValue,
    pub checked: bool,
    /// Called with the new state.
    pub on_change: Callback<bool>,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

#[component]
pub fn Tick(props: &TickProps) -> Html {
    let TickProps { id, checked, on_change, class, children } = props;
    let onchange = on_change.reform(|event: Event| page::is_ticked(&event));
    html! {
        <div class={classes!("tick", class.clone())}>
            <input type="checkbox" {id} checked={*checked} {onchange} />
            <label for={id}>{ children.clone() }</label>
        </div>
    }
}
