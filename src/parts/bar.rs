//! A message across the page, with buttons.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct BarProps {
    pub message: AttrValue,
    /// Drawn in the color of errors.
    #[prop_or_default]
    pub is_trouble: bool,
    /// ARIA role; unset inside a live region.
    #[prop_or_default]
    pub role: Option<AttrValue>,
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Bar(props: &BarProps) -> Html {
    html! {
        <div class={classes!("bar", props.is_trouble.then_some("bar-trouble"))} role={props.role.clone()}>
            <p>{ &props.message }</p>
            <div class="bar-actions">{ props.children.clone() }</div>
        </div>
    }
}
