//! Shared by the screens that show learning content.

use yew::prelude::*;

use super::steps::StepList;
use crate::focus::{HEADING, STEPS};
use crate::parts::{Markdown, MaterialLink};
use crate::text::{content as words, plan};
use app::{Model, Outlook, Screen, ShippedContent};
use roadmap::{Material, Mistake, Source, SourceKind, StepId, TopicId};

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

/// The outlook, once there is a plan.
pub fn outlook(model: &Model) -> Option<Outlook> {
    if model.open_question().is_none() { model.outlook().ok() } else { None }
}

/// The frame of a page about a part of the roadmap.
pub fn page(title: &str, summary: &str, more: Html, body: Html) -> Html {
    html! {
        <article class="topic">
            <header class="intro">
                <p class="eyebrow"><a href={Screen::Plan.hash()}>{ plan::NAV_DATES }</a></p>
                <h1 id={HEADING} tabindex="-1">{ title }</h1>
                <p class="lead">{ summary }</p>
                { more }
            </header>
            { body }
        </article>
    }
}

/// A body in two columns, below each other on a phone.
pub fn columns(main: Html, side: Html) -> Html {
    html! {
        <div class="topic-columns">
            <div class="topic-main">{ main }</div>
            <div class="topic-side">{ side }</div>
        </div>
    }
}

/// The steps of a topic or project with their count, and a field for more.
pub fn steps(title: &'static str, steps: &StepList<'_>, more: impl Fn(&StepId) -> Html) -> Html {
    html! {
        <section aria-labelledby={STEPS}>
            <h2 id={STEPS} tabindex="-1">{ title }</h2>
            { steps.note() }
            if steps.count().1 > 0 {
                { steps.meter() }
                { steps.list(more) }
            }
            { steps.add() }
        </section>
    }
}

/// Links to topics after a label; nothing if there are none.
pub fn topics(model: &Model, label: &'static str, topics: &[TopicId]) -> Html {
    let topics: Vec<_> = topics.iter().filter_map(|id| model.roadmap().topic(id)).collect();
    if topics.is_empty() {
        return Html::default();
    }
    html! {
        <p class="requires">
            { label }
            { for topics.into_iter().enumerate().map(|(at, topic)| html! {
                <>
                    { if at > 0 { ", " } else { " " } }
                    <a class="link-line" href={Screen::Topic(topic.id.clone()).hash()}>{ &topic.title }</a>
                </>
            }) }
        </p>
    }
}

/// Who it is for; nothing if that is not said.
pub fn audience(audience: &str) -> Html {
    if audience.is_empty() {
        return Html::default();
    }
    html! {
        <p><strong>{ words::AUDIENCE }</strong>{ " " }<Markdown text={audience.to_owned()} inline=true /></p>
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
