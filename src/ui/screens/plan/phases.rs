//! The phases of the route with their topics, to tick.

use std::rc::Rc;

use yew::prelude::*;

use super::{done::DoneOn, group};
use crate::app::{Model, Msg};
use crate::browser::{clock, page};
use crate::planner::{
    NodeId, Plan, Scheduled, Status, TopicId, Work,
    roadmap::{Kind, Node, Phase, TopicFile},
};
use crate::ui::screens::guide::link;
use crate::ui::text::plan as words;

pub fn view(model: &Rc<Model>, send: &Callback<Msg>, plan: &Plan) -> Html {
    let mut last_group = None;
    let items = plan.phases().filter_map(|scheduled| {
        let group = group(model, scheduled);
        let heading = (last_group.as_ref() != Some(&group)).then(|| group.clone());
        last_group = Some(group);
        let Work::Phase { node, topics } = &scheduled.work else { return None };
        let node = model.roadmap.node(node)?;
        let Kind::Phase(phase) = &node.kind else { return None };
        let topics: Vec<&TopicFile> = topics.iter().filter_map(|(id, _)| model.roadmap.topic(id)).collect();
        Some(html! {
            <>
                if let Some(heading) = heading {
                    <h3 class="group">{ heading }</h3>
                }
                { card(model, send, scheduled, node, phase, &topics) }
            </>
        })
    });
    html! {
        <section class="phases" aria-labelledby="phases">
            <h2 id="phases">{ words::PHASES }</h2>
            <p class="hint">{ words::PHASES_NOTE }</p>
            { for items }
        </section>
    }
}

fn card(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    scheduled: &Scheduled,
    node: &Node,
    phase: &Phase,
    topics: &[&TopicFile],
) -> Html {
    let status = model.document.progress.status(&scheduled.work);
    html! {
        <article class="card phase" aria-label={node.title.clone()} key={node.id.to_string()}>
            <header>
                <h4>{ &node.title }</h4>
                <p class={classes!("status", status_class(status))}>{ words::status(status) }</p>
            </header>
            if !matches!(status, Status::Done(_)) {
                <p class="dates">{ words::finishes(scheduled.finishes) }</p>
            }
            <p class="hint">{ format!("{} {}.", node.summary, words::weeks_note(phase.weeks, scheduled.effort)) }</p>
            { whole(send, node, status) }
            // A phase that stands for its own one topic is ticked as a whole.
            if topics.iter().any(|topic| topic.title != node.title) {
                <ul class="topics" aria-label={words::topics_of(&node.title)}>
                    { for topics.iter().map(|topic| self::topic(model, send, node, topic)) }
                </ul>
            }
            { materials(model, scheduled.path.as_ref().unwrap_or(&node.id), &node.id) }
        </article>
    }
}

pub fn status_class(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "status-open",
        Status::InProgress => "status-begun",
        Status::Done(_) => "status-done",
    }
}

/// The tick for the phase as a whole.
fn whole(send: &Callback<Msg>, node: &Node, status: Status) -> Html {
    let id = format!("phase-{}", node.id);
    let tick = {
        let phase = node.id.clone();
        send.reform(move |event: Event| match page::is_ticked(&event) {
            true => Msg::PhaseFinished { phase: phase.clone(), on: clock::today() },
            false => Msg::PhaseReopened(phase.clone()),
        })
    };
    html! {
        <div class="tick tick-whole">
            <input type="checkbox" id={id.clone()} checked={matches!(status, Status::Done(_))} onchange={tick} />
            <label for={id}>{ words::finish_all(&node.title) }</label>
        </div>
    }
}

fn topic(model: &Rc<Model>, send: &Callback<Msg>, node: &Node, topic: &TopicFile) -> Html {
    // A topic can stand in two phases of the route, so the phase is part of the name.
    let id = format!("topic-{}-{}", node.id, topic.id);
    let done = model.document.progress.topic(&topic.id);
    let finish = |topic: TopicId, on| Msg::TopicFinished { topic, on };
    let tick = {
        let topic = topic.id.clone();
        send.reform(move |event: Event| match page::is_ticked(&event) {
            true => finish(topic.clone(), clock::today()),
            false => Msg::TopicReopened(topic.clone()),
        })
    };
    let change = {
        let topic = topic.id.clone();
        send.reform(move |on| finish(topic.clone(), on))
    };
    let hint = format!("{id}-hint");
    html! {
        <li class="tick" key={id.clone()}>
            <input type="checkbox" id={id.clone()} checked={done.is_some()} onchange={tick} aria-describedby={hint.clone()} />
            <div>
                <label for={id.clone()}>{ &topic.title }</label>
                <p class="hint" id={hint}>{ &topic.summary }</p>
                if let Some(on) = done {
                    <DoneOn id={id.clone()} title={topic.title.clone()} {on} on_change={change} />
                }
            </div>
        </li>
    }
}

/// Where to learn from: what the roadmap names for this phase or for its path.
fn materials(model: &Model, path: &NodeId, phase: &NodeId) -> Html {
    let entries = model.roadmap.about().resources.iter().flat_map(|stage| &stage.entries);
    let own = entries.filter(|entry| entry.nodes.contains(path) || entry.nodes.contains(phase));
    let links: Vec<Html> = own.flat_map(|entry| &entry.materials).map(link).collect();
    if links.is_empty() {
        return Html::default();
    }
    html! {
        <details class="materials">
            <summary>{ words::LEARN_FROM }</summary>
            <ul>{ for links.into_iter().map(|link| html! { <li>{ link }</li> }) }</ul>
        </details>
    }
}
