//! A phase of the route, with a checkbox for each topic.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::item::{ItemLine, button};
use crate::parts::{MaterialLink, Tick};
use crate::screens::quiz;
use crate::screens::set_time::{self, Timed};
use crate::text::{plan as words, quiz as quiz_words};
use app::{Model, Msg, Outlook, ProgressMsg};
use planner::{Expected, FinishedItem, Item, Open, PlannedTopic, Scheduled, Status, TopicPlace, Work};
use roadmap::{Effort, Kind, Material, Node, NodeId, Topic};

/// What belongs to a phase; `None` if the phase is not on the plan.
pub fn body_of(model: &Model, outlook: &Outlook, node: &Node) -> Option<Html> {
    let Kind::Phase(phase) = &node.kind else { return None };
    let is_of_node =
        |scheduled: &Scheduled| matches!(&scheduled.work, Work::Phase { node: id, .. } if *id == node.id);
    let (scheduled, expected) = outlook.work().find(|(scheduled, _)| is_of_node(scheduled))?;
    let going = Going::of(outlook);
    let view = PhaseView { scheduled, expected, node, going: &going };
    Some(html! {
        <>
            <p class="hint">
                { words::phase_effort(phase, left(scheduled, view.going)) }{ " " }
                { set_time::link(model, &Timed::Phase(node.id.clone()), &node.title) }
            </p>
            { body(model, view) }
        </>
    })
}

/// A phase with its schedule and forecast.
#[derive(Clone, Copy)]
struct PhaseView<'a> {
    scheduled: &'a Scheduled,
    expected: &'a Expected,
    node: &'a Node,
    going: &'a Going<'a>,
}

/// How all items are going.
struct Going<'a> {
    finished: BTreeMap<&'a Item, &'a FinishedItem>,
    open: BTreeMap<&'a Item, &'a Open>,
}

impl<'a> Going<'a> {
    fn of(outlook: &'a Outlook) -> Self {
        let remaining = &outlook.forecast.remaining;
        Self {
            finished: remaining.finished.iter().map(|one| (&one.item, one)).collect(),
            open: remaining.items().map(|one| (&one.item, one)).collect(),
        }
    }

    fn finished(&self, item: &Item) -> Option<FinishedItem> {
        self.finished.get(item).map(|&one| one.clone())
    }

    fn open(&self, item: &Item) -> Option<Open> {
        self.open.get(item).map(|&one| one.clone())
    }
}

/// The effort that is left of a phase.
fn left(scheduled: &Scheduled, going: &Going<'_>) -> Effort {
    scheduled.items().iter().filter_map(|(item, _)| going.open(item)).map(|open| open.left).sum()
}

/// The checkboxes of a phase, buttons for what is known, and where to learn.
fn body(model: &Model, view: PhaseView<'_>) -> Html {
    let PhaseView { scheduled, expected, node, .. } = view;
    let status = expected.status();
    let topics = scheduled.topics();
    let titled =
        |topic: &PlannedTopic| model.roadmap().topic(&topic.topic).is_some_and(|own| own.title != node.title);
    let all_known = topics.iter().all(PlannedTopic::is_known);
    let know = ProgressMsg::PhaseKnown { phase: node.id.clone(), known: !all_known };
    html! {
        <>
            if !all_known {
                { phase_tick(model, node, matches!(status, Status::Done(_))) }
            }
            // A phase whose only topic has the phase's own title is ticked as a whole.
            if topics.iter().any(titled) {
                <ul class="topics" aria-label={words::topics_of(&node.title)}>
                    { for topics.iter().map(|topic| self::topic(model, view, topic)) }
                </ul>
            }
            if all_known {
                <p>{ button(words::TAKE_BACK, &node.title, know) }</p>
            } else if !status.is_closed() {
                <p>{ button(words::KNOW_ALL, &node.title, know) }</p>
                { quiz_offer(model, node) }
            }
            { materials(model, scheduled.path.as_ref().unwrap_or(&node.id), &node.id) }
        </>
    }
}

/// A link to the quiz about a phase.
fn quiz_offer(model: &Model, node: &Node) -> Html {
    let Some((screen, label)) = quiz::offer(model, &node.id) else { return Html::default() };
    let label = if label == quiz_words::TAKE { quiz_words::CHECK_PHASE } else { label };
    html! {
        <p><a class="link-line" href={screen.hash()} aria-label={words::about_item(label, &node.title)}>{ label }</a></p>
    }
}

pub fn status_class(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "status-open",
        Status::InProgress => "status-begun",
        Status::Done(_) | Status::Known => "status-done",
        Status::Skipped(_) => "status-skipped",
    }
}

/// The checkbox for the phase as a whole.
fn phase_tick(model: &Model, node: &Node, is_done: bool) -> Html {
    let phase = node.id.clone();
    html! {
        <Tick
            class="tick-whole"
            id={format!("phase-{phase}")}
            checked={is_done}
            on={Msg::Progress(ProgressMsg::PhaseFinished { phase: phase.clone(), on: model.today() })}
            off={Msg::Progress(ProgressMsg::PhaseReopened(phase))}
        >
            { words::finish_all(&node.title) }
        </Tick>
    }
}

fn topic(model: &Model, view: PhaseView<'_>, planned: &PlannedTopic) -> Html {
    let Some(topic) = model.roadmap().topic(&planned.topic) else { return Html::default() };
    // A topic can be in two phases of the route, so the phase is part of the id.
    let id = format!("topic-{}-{}", view.node.id, topic.id);
    match &planned.learned {
        TopicPlace::Known => known(topic, id),
        counts => {
            let item = Item::Topic(topic.id.clone());
            html! {
                <ItemLine
                    item={item.clone()}
                    id={id.clone()}
                    key={id}
                    title={topic.title.clone()}
                    label={html! { { &topic.title } }}
                    // Where a topic is in two phases, its form is in one.
                    loggable={matches!(counts, TopicPlace::Here)}
                    knowable=true
                    finished={view.going.finished(&item)}
                    open={view.going.open(&item)}
                >
                    <p class="hint">
                        { &topic.summary }{ place(model, counts) }{ date(view.expected, &item) }
                    </p>
                </ItemLine>
            }
        }
    }
}

/// A topic known before the plan: no checkbox, but a button to take that back.
fn known(topic: &Topic, id: String) -> Html {
    let unknown = ProgressMsg::TopicKnown { topic: topic.id.clone(), known: false };
    html! {
        <li class="tick tick-known" key={id}>
            <span class="status status-done" aria-hidden="true" />
            <div>
                <p>{ &topic.title }</p>
                <p class="hint">{ words::KNOWN }{ " " }{ button(words::TAKE_BACK, &topic.title, unknown) }</p>
            </div>
        </li>
    }
}

/// The topic that requires this one, or the phase where it is learned instead.
fn place(model: &Model, learned: &TopicPlace) -> Html {
    let words = match learned {
        TopicPlace::In(phase) => model.roadmap().node(phase).map(|node| words::learned_in(&node.title)),
        TopicPlace::RequiredBy(topic) => {
            model.roadmap().topic(topic).map(|topic| words::required_by(&topic.title))
        }
        TopicPlace::Here | TopicPlace::Known => None,
    };
    words.map_or_else(Html::default, |words| html! { <span class="note">{ words }</span> })
}

fn date(expected: &Expected, item: &Item) -> Html {
    expected.item(item).map_or_else(
        Html::default,
        |item| html! { <span class="note">{ words::topic_date(item.finishes) }</span> },
    )
}

/// Links to the roadmap's material for this phase or its path.
pub fn materials(model: &Model, path: &NodeId, phase: &NodeId) -> Html {
    let entries = model.roadmap().about().resources.iter().flat_map(|stage| &stage.entries);
    let own = entries.filter(|entry| entry.nodes.contains(path) || entry.nodes.contains(phase));
    let materials: Vec<&Material> = own.flat_map(|entry| &entry.materials).collect();
    if materials.is_empty() {
        return Html::default();
    }
    html! {
        <details class="materials">
            <summary>{ words::LEARN_FROM }</summary>
            <ul>
                { for materials.into_iter().map(|material| html! {
                    <li><MaterialLink material={material.clone()} /></li>
                }) }
            </ul>
        </details>
    }
}
