//! A part of the roadmap with a page of its own: how to go in an advanced direction, what to set up for a path, or a phase of
//! the learner's own roadmap with its time.

use yew::prelude::*;

use super::content::{self, section};
use super::set_time::{self, Timed};
use super::topic;
use crate::parts::Markdown;
use crate::text::{content as words, times};
use app::{Model, Screen};
use roadmap::{Content, Kind, Node, NodeId, Phase, Setup, SetupStep, Subject, Topic, TrackContent};

#[inline(never)]
pub fn view(model: &Model, id: &NodeId) -> Html {
    if let Some(wait) = content::awaited(model) {
        return wait;
    }
    let Some(node) = model.roadmap().node(id) else { return Html::default() };
    let Content { tracks, setups, .. } = model.roadmap().content();
    match (tracks.get(id), setups.get(id)) {
        (Some(track), _) => content::page(&node.title, &node.summary, Html::default(), self::track(track)),
        (None, Some(setup)) => content::page(&setup.title, &setup.summary, Html::default(), steps(setup)),
        (None, None) => match &node.kind {
            Kind::Phase(phase) if model.own_roadmap().is_some() => own_phase(model, node, phase),
            _ => content::page(&node.title, &node.summary, Html::default(), html! { <p>{ words::NONE }</p> }),
        },
    }
}

fn own_phase(model: &Model, node: &Node, phase: &Phase) -> Html {
    let time = set_time::view(model, Timed::Phase(node.id.clone()), phase.effort, phase.is_assumed);
    let topics = phase.topics.iter().filter_map(|id| model.roadmap().topic(id));
    // A phase whose only topic has its own title is not divided.
    let topics: Vec<&Topic> = topics.filter(|topic| topic.title != node.title).collect();
    let list = section(
        "topics",
        times::TOPICS,
        topics.is_empty(),
        html! {
            <ul class="route-list">
                { for topics.iter().map(|topic| html! {
                    <li><a class="link-line" href={Screen::Topic(topic.id.clone()).hash()}>{ &topic.title }</a></li>
                }) }
            </ul>
        },
    );
    content::page(&node.title, &node.summary, time, list)
}

fn track(track: &TrackContent) -> Html {
    let TrackContent { audience, outcomes, covers, materials, mistakes, show } = track;
    html! {
        <>
            { content::audience(audience) }
            { section("covers", words::COVERS, covers.is_empty(), html! {
                <ol class="route-list">{ for covers.iter().map(subject) }</ol>
            }) }
            { topic::outcomes(outcomes) }
            { content::materials(materials) }
            { content::mistakes(mistakes) }
            { section("show", words::SHOW, show.is_empty(), html! { <Markdown text={show.clone()} /> }) }
        </>
    }
}

fn subject(subject: &Subject) -> Html {
    html! {
        <li key={subject.name.clone()}>
            <h3>{ &subject.name }</h3>
            <Markdown text={subject.task.clone()} />
            { content::links(&subject.read) }
        </li>
    }
}

fn steps(setup: &Setup) -> Html {
    section(
        "steps",
        words::STEPS,
        setup.steps.is_empty(),
        html! {
            <ol class="route-list">{ for setup.steps.iter().map(step) }</ol>
        },
    )
}

fn step(step: &SetupStep) -> Html {
    html! {
        <li key={step.id.to_string()}>
            <h3>{ &step.title }</h3>
            <Markdown text={step.task.clone()} />
            <p><strong>{ words::WORKS }</strong>{ " " }<Markdown text={step.check.clone()} inline=true /></p>
            { content::links(&step.read) }
        </li>
    }
}

/// The set-ups of the route in the guide: what every path needs, then that of each path on it; of all paths before one is chosen.
pub fn setups(model: &Model) -> Html {
    let setups = &model.roadmap().content().setups;
    let route = model.route();
    let is_chosen = |node: &&Node| matches!(node.kind, Kind::Path(_)) && route.contains(&node.id);
    let has_path = model.roadmap().nodes().iter().any(|node| is_chosen(&node));
    let listed = model.roadmap().nodes().iter().filter(|node| match node.kind {
        Kind::Path(_) => !has_path || is_chosen(node),
        _ => true,
    });
    let listed: Vec<(&NodeId, &Setup)> =
        listed.filter_map(|node| Some((&node.id, setups.get(&node.id)?))).collect();
    section(
        "setups",
        words::SETUPS,
        listed.is_empty(),
        html! {
            <ul class="resources">
                { for listed.iter().map(|(id, setup)| html! {
                    <li>
                        <a class="link-line" href={Screen::Node((*id).clone()).hash()}>{ &setup.title }</a>
                        <span class="quiet">{ " " }{ &setup.summary }</span>
                    </li>
                }) }
            </ul>
        },
    )
}
