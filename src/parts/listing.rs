//! A block of code.

use yew::prelude::*;

use crate::text::content as words;

#[derive(Properties, PartialEq)]
pub struct ListingProps {
    /// For instance `python`; may be empty.
    pub language: AttrValue,
    pub code: AttrValue,
    /// What the code is, if there is more to say than its language.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// Scrolls sideways where its lines are longer than the window is wide, also by keyboard.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let ListingProps { language, code, label } = props;
    let label = label.clone().unwrap_or_else(|| words::listing(language).into());
    html! {
        <pre class="listing" tabindex="0" role="group" aria-label={label}><code>{ code }</code></pre>
    }
}
