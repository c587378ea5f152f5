//! A checkbox with its label.

use yew::prelude::*;

use crate::context::use_send;
use app::Msg;
use browser::page;

#[derive(Properties, PartialEq)]
pub struct TickProps {
    /// Id of the checkbox, unique on the page.
    pub id: AttrValue,
    pub checked: bool,
    #[prop_or_default]
    pub disabled: bool,
    /// Sent when it is ticked.
    pub on: Msg,
    /// Sent when the tick is taken away.
    pub off: Msg,
    #[prop_or_default]
    pub class: Classes,
    /// The label.
    pub children: Html,
}

#[component]
pub fn Tick(props: &TickProps) -> Html {
    let TickProps { id, checked, disabled, on, off, class, children } = props;
    let onchange = {
        let (on, off) = (on.clone(), off.clone());
        use_send().reform(move |event: Event| if page::is_ticked(&event) { on.clone() } else { off.clone() })
    };
    html! {
        <div class={classes!("tick", class.clone())}>
            <input type="checkbox" {id} checked={*checked} disabled={*disabled} {onchange} />
            <label for={id}>{ children.clone() }</label>
        </div>
    }
}
