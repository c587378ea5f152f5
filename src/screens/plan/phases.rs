//! The phases of the route with their topics, to tick.

use std::rc::Rc;

use yew::prelude::*;

use super::group;
use super::item::{Line, button, line};
use crate::screens::guide::link;
use crate::text::plan as words;
use app::{Model, Msg, Outlook};
use browser::{clock, page};
use planner::{Counts, Expected, Item, PlannedTopic, Scheduled, Status, Work};
use roadmap::{Kind, Node, NodeId, Phase, TopicFile};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let mut last_group = None;
    let items = outlook.work().filter_map(|(scheduled, expected)| {
        let Work::Phase { node, .. } = &scheduled.work else { return None };
        let group = group(model, scheduled);
        let heading = (last_group.as_ref() != Some(&group)).then(|| group.clone());
        last_group = Some(group);
        let node = model.roadmap.node(node)?;
        let Kind::Phase(phase) = &node.kind else { return None };
        Some(html! {
            <>
                if let Some(heading) = heading {
                    <h3 class="group">{ heading }</h3>
                }
                { card(model, send, Shown { scheduled, expected, node, phase }) }
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

/// What can be said and done about one phase, if it is on the plan.
pub fn body_of(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook, node: &Node) -> Option<Html> {
    let Kind::Phase(phase) = &node.kind else { return None };
    let of_node = |(scheduled, _): &(&Scheduled, _)| matches!(&scheduled.work, Work::Phase { node: id, .. } if *id == node.id);
    let (scheduled, expected) = outlook.work().find(of_node)?;
    let shown = Shown { scheduled, expected, node, phase };
    Some(html! { <><p class="hint">{ about(shown) }</p>{ body(model, send, shown) }</> })
}

/// A phase with what is to be expected of it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    scheduled: &'a Scheduled,
    expected: &'a Expected,
    node: &'a Node,
    phase: &'a Phase,
}

fn card(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>) -> Html {
    let Shown { expected, node, .. } = shown;
    let status = expected.status();
    html! {
        <article class="card phase" aria-label={node.title.clone()} key={node.id.to_string()}>
            <header>
                <h4>{ &node.title }</h4>
                <p class={classes!("status", status_class(status))}>{ words::status(status) }</p>
            </header>
            if let Some(finishes) = expected.finishes() {
                <p class="dates">{ words::finishes(finishes) }</p>
            }
            <p class="hint">{ &node.summary }{ " " }{ about(shown) }</p>
            { body(model, send, shown) }
        </article>
    }
}

/// The ticks of the phase, what is known of it, and where to learn.
fn body(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>) -> Html {
    let Shown { scheduled, expected, node, .. } = shown;
    let status = expected.status();
    let topics = scheduled.topics();
    let titled =
        |topic: &PlannedTopic| model.roadmap.topic(&topic.topic).is_some_and(|own| own.title != node.title);
    let all_known = topics.iter().all(PlannedTopic::is_known);
    let know = Msg::PhaseKnown { phase: node.id.clone(), known: !all_known };
    html! {
        <>
            if !all_known {
                { whole(send, node, status) }
            }
            // A phase that stands for its own one topic is ticked as a whole.
            if topics.iter().any(titled) {
                <ul class="topics" aria-label={words::topics_of(&node.title)}>
                    { for topics.iter().map(|topic| self::topic(model, send, shown, topic)) }
                </ul>
            }
            if all_known {
                <p>{ button(send, words::TAKE_BACK, &node.title, know) }</p>
            } else if !status.is_closed() {
                <p>{ button(send, words::KNOW_ALL, &node.title, know) }</p>
            }
            { materials(model, scheduled.path.as_ref().unwrap_or(&node.id), &node.id) }
        </>
    }
}

/// What the guide says that the phase takes, and what of that is on the plan.
fn about(Shown { scheduled, phase, .. }: Shown<'_>) -> String {
    words::phase_effort(phase, scheduled.effort)
}

pub fn status_class(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "status-open",
        Status::InProgress => "status-begun",
        Status::Done(_) | Status::Known => "status-done",
        Status::Skipped(_) => "status-skipped",
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

fn topic(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>, planned: &PlannedTopic) -> Html {
    let Some(topic) = model.roadmap.topic(&planned.topic) else { return Html::default() };
    // A topic can stand in two phases of the route, so the phase is part of the name.
    let id = format!("topic-{}-{}", shown.node.id, topic.id);
    match &planned.counts {
        Counts::Known => known(send, topic, id),
        counts => {
            let item = Item::Topic(topic.id.clone());
            let below = html! {
                <p class="hint">{ &topic.summary }{ place(model, counts) }{ date(shown.expected, &item) }</p>
            };
            let label = html! { { &topic.title } };
            line(model, send, Line { item, id, title: topic.title.clone(), label, below, knowable: true })
        }
    }
}

/// A topic known before: no tick, but a way to take it back.
fn known(send: &Callback<Msg>, topic: &TopicFile, id: String) -> Html {
    let unknown = Msg::TopicKnown { topic: topic.id.clone(), known: false };
    html! {
        <li class="tick tick-known" key={id}>
            <span class="status status-done" aria-hidden="true" />
            <div>
                <p>{ &topic.title }</p>
                <p class="hint">{ words::KNOWN }{ " " }{ button(send, words::TAKE_BACK, &topic.title, unknown) }</p>
            </div>
        </li>
    }
}

/// Why a topic of another phase is here, or where this one is learned instead.
fn place(model: &Model, counts: &Counts) -> Html {
    let words = match counts {
        Counts::In(phase) => model.roadmap.node(phase).map(|node| words::learned_in(&node.title)),
        Counts::RequiredBy(topic) => model.roadmap.topic(topic).map(|topic| words::required_by(&topic.title)),
        Counts::Here | Counts::Known => None,
    };
    words.map_or_else(Html::default, |words| html! { <span class="note">{ words }</span> })
}

fn date(expected: &Expected, item: &Item) -> Html {
    expected.item(item).map_or_else(
        Html::default,
        |finish| html! { <span class="note">{ words::topic_date(finish) }</span> },
    )
}

/// Where to learn from: what the roadmap names for this phase or for its path.
pub fn materials(model: &Model, path: &NodeId, phase: &NodeId) -> Html {
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
