//! A link to learning material.

use yew::prelude::*;

use crate::text::guide as words;
use roadmap::Material;

#[derive(Properties, PartialEq)]
pub struct MaterialLinkProps {
    pub material: Material,
}

/// Opens in a new tab, so that the plan stays open.
#[component]
pub fn MaterialLink(props: &MaterialLinkProps) -> Html {
    let material = &props.material;
    // Roadmaps with other URLs are refused when read. This check does not rely on that.
    if !material.leads_to_the_web() {
        return html! { <span>{ &material.title }</span> };
    }
    html! {
        <a href={material.url.clone()} target="_blank" rel="noopener noreferrer">
            { &material.title }<span class="unseen">{ format!(" {}", words::NEW_WINDOW) }</span>
        </a>
    }
}
