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
            <h3><IconTitle icon={icon.clone()} title={title.clone()} /></h3>
            { children.clone() }
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub struct IconTitleProps {
    #[prop_or_default]
    pub icon: Option<AttrValue>,
    pub title: AttrValue,
}

/// The content of a heading: an emoji, which screen readers skip, and the title.
#[component]
pub fn IconTitle(props: &IconTitleProps) -> Html {
    html! {
        <>
            if let Some(icon) = &props.icon {
                <span class="icon" aria-hidden="true">{ icon }</span>
            }
            { &props.title }
        </>
    }
}
