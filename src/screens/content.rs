//! Shared by the screens that show learning content.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{Markdown, MaterialLink};
use crate::text::content as words;
use app::{Model, ShippedContent};
use roadmap::{Material, Mistake, Source, SourceKind};

/// What a screen shows in place of its heading while there is no learning content.
pub fn awaited(model: &Model) -> Option<Html> {
    let words = missing(model)?;
    Some(html! { <h1 id={HEADING} tabindex="-1" class="plain">{ words }</h1> })
}

/// The same below a heading.
pub fn waiting(model: &Model) -> Option<Html> {
    let words = missing(model)?;
    Some(html! { <p role="status">{ words }</p> })
}

fn missing(model: &Model) -> Option<&'static str> {
    match model.shipped_content() {
        ShippedContent::Here => None,
        ShippedContent::Awaited => Some(words::LOADING),
        ShippedContent::Unreadable => Some(words::UNREADABLE),
    }
}

/// A list of links.
pub fn links(links: &[Material]) -> Html {
    if links.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="reads">
            { for links.iter().map(|link| html! { <li><MaterialLink material={link.clone()} /></li> }) }
        </ul>
    }
}

pub fn materials(sources: &[Source]) -> Html {
    let source = |source: &Source| {
        html! {
            <li>
                if source.kind == SourceKind::Alternative {
                    <span class="eyebrow">{ words::ALTERNATIVE }</span>
                }
                <MaterialLink material={source.link()} />
                <Markdown text={source.read.clone()} />
            </li>
        }
    };
    section(
        "materials",
        words::MATERIALS,
        sources.is_empty(),
        html! {
            <ul class="sources">{ for sources.iter().map(source) }</ul>
        },
    )
}

pub fn mistakes(mistakes: &[Mistake]) -> Html {
    let mistake = |mistake: &Mistake| {
        html! { <li><Markdown text={mistake.error.clone()} /><Markdown text={mistake.cure.clone()} /></li> }
    };
    section(
        "mistakes",
        words::MISTAKES,
        mistakes.is_empty(),
        html! {
            <ul class="mistakes">{ for mistakes.iter().map(mistake) }</ul>
        },
    )
}

/// A section with its heading; nothing if it is empty.
pub fn section(id: &'static str, title: &'static str, is_empty: bool, content: Html) -> Html {
    if is_empty {
        return Html::default();
    }
    html! { <section aria-labelledby={id}><h2 {id}>{ title }</h2>{ content }</section> }
}
