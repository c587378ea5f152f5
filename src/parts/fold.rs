//! Something long that is seldom looked at.

use yew::prelude::*;

use browser::page;

#[derive(Properties, PartialEq)]
pub struct FoldProps {
    pub class: Classes,
    pub summary: AttrValue,
    /// What is below when it is unfolded; it is made only then.
    pub body: Callback<(), Html>,
}

/// A disclosure whose content costs nothing while it is folded.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        move |event: Event| is_open.set(page::is_unfolded(&event))
    };
    html! {
        <details class={props.class.clone()} {ontoggle}>
            <summary>{ &props.summary }</summary>
            if *is_open {
                { props.body.emit(()) }
            }
        </details>
    }
}
