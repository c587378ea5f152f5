//! The guide: what the roadmap says apart from its graph.

use yew::prelude::*;

use super::{node, signs};
use crate::focus::HEADING;
use crate::parts::{Card, MaterialLink};
use crate::text::guide as words;
use app::Model;
use roadmap::{About, ResourceEntry};

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let about = model.roadmap().about();
    html! {
        <div class="guide">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
            </div>
            { next_steps(about) }
            { node::setups(model) }
            { resources(about) }
            { success(model) }
            { pitfalls(about) }
            { quick_links(about) }
        </div>
    }
}

/// A section with its heading; nothing if it is empty.
fn section(id: &'static str, title: &str, is_empty: bool, content: Html) -> Html {
    if is_empty {
        return Html::default();
    }
    html! {
        <section aria-labelledby={id}><h2 {id}>{ title }</h2>{ content }</section>
    }
}

fn next_steps(about: &About) -> Html {
    let steps = about.next_steps.iter().map(|step| {
        html! {
            <li><h3>{ &step.title }</h3><p>{ &step.summary }</p></li>
        }
    });
    let content = html! { <ol class="steps">{ for steps }</ol> };
    section("next-steps", words::NEXT_STEPS, about.next_steps.is_empty(), content)
}

fn resources(about: &About) -> Html {
    let stages = about.resources.iter().map(|stage| {
        html! {
            <div class="stage">
                <h3>{ &stage.title }</h3>
                <ul class="resources">{ for stage.entries.iter().map(resource) }</ul>
            </div>
        }
    });
    let content = html! { <><p class="hint">{ words::LINKS_NOTE }</p>{ for stages }</> };
    section("resources", words::RESOURCES, about.resources.is_empty(), content)
}

fn resource(entry: &ResourceEntry) -> Html {
    html! {
        <li>
            <strong>{ &entry.title }</strong>
            { note(&entry.note) }
            <span class="links">
                { for entry.materials.iter().map(|material| html! {
                    <MaterialLink material={material.clone()} />
                }) }
            </span>
        </li>
    }
}

fn note(note: &str) -> Html {
    if note.is_empty() {
        return Html::default();
    }
    html! { <span class="quiet">{ format!(" {note}") }</span> }
}

fn success(model: &Model) -> Html {
    let about = model.roadmap().about();
    let levels = about.success.iter().map(|level| {
        html! {
            <Card title={level.title.clone()}>
                <p class="figures">{ words::months(level.months) }</p>
                { signs::list(model, &level.signs) }
            </Card>
        }
    });
    let content = html! { <ul class="cards">{ for levels }</ul> };
    section("success", words::SUCCESS, about.success.is_empty(), content)
}

fn pitfalls(about: &About) -> Html {
    let pitfalls = about.pitfalls.iter().map(|pitfall| {
        html! {
            <Card title={pitfall.title.clone()}>
                <p>{ &pitfall.problem }</p>
                <p><strong>{ words::WHAT_HELPS }</strong>{ words::what_helps(&pitfall.answer) }</p>
            </Card>
        }
    });
    let content = html! { <ul class="cards">{ for pitfalls }</ul> };
    section("pitfalls", words::PITFALLS, about.pitfalls.is_empty(), content)
}

fn quick_links(about: &About) -> Html {
    let groups = about.quick_links.iter().map(|group| {
        html! {
            <div class="stage">
                <h3>{ &group.title }</h3>
                <ul class="resources">
                    { for group.links.iter().map(|quick| html! {
                        <li>
                            <strong>{ &quick.title }</strong>
                            { note(&quick.note) }
                            <span class="links"><MaterialLink material={quick.material.clone()} /></span>
                        </li>
                    }) }
                </ul>
            </div>
        }
    });
    section("quick-links", words::QUICK_LINKS, about.quick_links.is_empty(), html! { { for groups } })
}
