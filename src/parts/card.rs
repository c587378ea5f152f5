//! A card in a list.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CardProps {
    pub title: AttrValue,
    /// An emoji before the title.
    #[prop_or_default]
    pub icon: Option<AttrValue>,
    pub children: Html,
}

#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { title, icon, children } = props;
    html! {
        <li class="card">
            <h3>{ icon_title(icon.as_deref().unwrap_or_default(), title) }</h3>
            { children.clone() }
        </li>
    }
}

/// The content of a heading: an emoji, which screen readers skip, if there is one, and the title.
pub fn icon_title(icon: &str, title: &str) -> Html {
    html! {
        <>
            if !icon.is_empty() {
                <span class="emblem" aria-hidden="true">{ icon }</span>
            }
            { title }
        </>
    }
}
