//! The details of a node: what it is, how it stands, when and why, what can be done about it, and where its lines lead.

use std::rc::Rc;

use yew::prelude::*;

use super::boxes;
use super::item::button;
use crate::screens::plan::{after, phases, projects};
use crate::text::{amounts, map as words, plan, questions};
use app::{Map, Model, Msg, NavigationMsg, Place, ProgressMsg, Standing};
use planner::questionnaire::Question;
use planner::{Chances, Turn};
use roadmap::{AnswerId, Kind, Node, NodeId, PathGuide, Phase, TopicId};

/// What the details can ask of the screen.
#[derive(Clone)]
pub struct Ask {
    /// Another node is to be shown.
    pub show: Callback<usize>,
    /// The details are to be closed.
    pub close: Callback<()>,
    /// An answer is to be tried on the map.
    pub attempt: Callback<(Turn, AnswerId)>,
    /// A path is to be folded or unfolded.
    pub fold: Callback<NodeId>,
}

/// The name of the heading, for the focus.
pub const HEADING: &str = "map-details";

/// A node with all that is known of it.
#[derive(Clone, Copy)]
struct Shown<'a> {
    at: usize,
    node: &'a Node,
    place: &'a Place,
    map: &'a Map,
    is_folded: bool,
}

pub fn view(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    map: &Map,
    (at, is_folded): (usize, bool),
    ask: &Ask,
) -> Html {
    let (node, place) = (&model.roadmap().nodes()[at], &map.places[at]);
    let shown = Shown { at, node, place, map, is_folded };
    html! {
        <aside class="map-details card" aria-labelledby={HEADING} key={at}>
            <header>
                <div>
                    <p class="map-details-kind">
                        { words::kind_and_standing(node, place.standing, map.route.steps.len()) }
                    </p>
                    <h2 id={HEADING} tabindex="-1">
                        if !node.icon.is_empty() {
                            <span class="icon" aria-hidden="true">{ &node.icon }</span>
                        }
                        { &node.title }
                    </h2>
                </div>
                <button type="button" class="button-quiet" onclick={ask.close.reform(|_| ())}>{ words::CLOSE }</button>
            </header>
            if !node.summary.is_empty() {
                <p>{ &node.summary }</p>
            }
            { standing(model, shown) }
            { content(model, send, shown, ask) }
            { neighbours(model, shown, ask) }
        </aside>
    }
}

/// How it stands, when, and why.
fn standing(model: &Model, shown: Shown<'_>) -> Html {
    let Shown { node, place, map, .. } = shown;
    let status = boxes::status(node, place);
    html! {
        <>
            if !status.is_empty() && !matches!(node.kind, Kind::Decision) {
                <p class="map-details-status">{ status }</p>
            }
            if let Some(course) = &place.course {
                if let Some(starts) = course.starts {
                    <p>{ words::starts(starts) }</p>
                }
                if let Some(finishes) = course.finishes {
                    <p class="dates">{ words::finishes(finishes) }</p>
                }
            }
            if let Some(cost) = &place.cost {
                <p class="dates">{ words::cost(cost) }</p>
            }
            if let Some(reason) = map.reason(&node.id) {
                <p class="hint">{ words::why_here(&after::reason(model, reason)) }</p>
            }
        </>
    }
}

/// What belongs to the kind of the node.
fn content(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>, ask: &Ask) -> Html {
    let Shown { node, map, .. } = shown;
    let outlook = map.outlook.as_ref().ok();
    match &node.kind {
        Kind::Start => Html::default(),
        Kind::Decision => decision(model, send, shown, ask),
        Kind::Path(guide) => path(shown, guide.as_ref(), ask),
        Kind::Phase(phase) => {
            let body = outlook.and_then(|outlook| phases::body_of(model, outlook, node));
            body.unwrap_or_else(|| phase_beside(model, node, phase))
        }
        Kind::Projects(listed) => html! {
            <ul class="plain">
                { for listed.iter().map(|project| match outlook {
                    Some(outlook) if matches!(shown.place.standing, Standing::Route(_)) => {
                        projects::card(model, outlook, project, listed)
                    }
                    _ => html! {
                        <li>
                            <h3>{ &project.title }</h3>
                            <p>{ words::project(&project.summary, project.estimate_hours) }</p>
                        </li>
                    },
                }) }
            </ul>
        },
        Kind::Track(covers) | Kind::Milestone(covers) => html! {
            <>
                if !covers.is_empty() {
                    <ul>{ for covers.iter().map(|name| html! { <li>{ name }</li> }) }</ul>
                }
                <p class="hint">{ words::NO_DATES }</p>
                { phases::materials(model, &node.id, &node.id) }
            </>
        },
    }
}

/// A phase that is not on the plan: what it would take, and what of it is known.
fn phase_beside(model: &Model, node: &Node, phase: &Phase) -> Html {
    let topic = |id: &TopicId| {
        let topic = model.roadmap().topic(id)?;
        let is_known = model.document().known.contains(id);
        let label = if is_known { plan::TAKE_BACK } else { plan::KNOW };
        let msg = Msg::Progress(ProgressMsg::TopicKnown { topic: id.clone(), known: !is_known });
        Some(html! {
            <li key={id.to_string()}>
                <p>{ &topic.title }</p>
                <p class="hint">
                    { words::topic(&topic.summary, is_known) }
                    { button(label, &topic.title, msg) }
                </p>
            </li>
        })
    };
    html! {
        <>
            <p>{ words::phase_effort(phase) }</p>
            <ul aria-label={words::topics(&node.title)}>{ for phase.topics.iter().filter_map(topic) }</ul>
            { phases::materials(model, &node.id, &node.id) }
        </>
    }
}

fn path(shown: Shown<'_>, guide: Option<&PathGuide>, ask: &Ask) -> Html {
    let Shown { at, node, place, map, is_folded } = shown;
    let fold = {
        let id = node.id.clone();
        ask.fold.reform(move |_: MouseEvent| id.clone())
    };
    html! {
        <>
            if let Some(guide) = guide {
                <dl class="facts">
                    <div>
                        <dt>{ plan::JOB_READY }</dt>
                        <dd>{ amounts::span(guide.job_ready_months, "month") }</dd>
                    </div>
                    <div>
                        <dt>{ crate::text::compare::SALARY }</dt>
                        <dd>{ amounts::salary(&guide.salary) }</dd>
                    </div>
                </dl>
            }
            if !matches!(place.standing, Standing::Route(_)) {
                { take(map, &node.id, ask) }
            }
            if map.is_foldable(at, node) {
                <p>
                    <button type="button" class="button-quiet" onclick={fold}>
                        { if is_folded { words::SHOW_PHASES } else { words::HIDE_PHASES } }
                    </button>
                </p>
            }
        </>
    }
}

/// The way to try what is not on the route.
fn take(map: &Map, node: &NodeId, ask: &Ask) -> Html {
    match map.offered_at(node) {
        Some(answer) => {
            let attempt = ask.attempt.reform(move |_: MouseEvent| answer.clone());
            html! { <p><button type="button" class="button" onclick={attempt}>{ words::TRY }</button></p> }
        }
        None => html! { <p class="hint">{ words::NOT_OFFERED }</p> },
    }
}

/// The answers of a decision, each visit by itself, with what each would come to.
fn decision(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>, ask: &Ask) -> Html {
    let Shown { node, map, .. } = shown;
    let visits: Vec<_> = map.route.turns.iter().filter(|taken| taken.turn.decision == node.id).collect();
    let now = map.outlook.as_ref().ok().and_then(|outlook| outlook.forecast.finish());
    let turns: Vec<Html> = visits
        .iter()
        .map(|taken| {
            let question = Question::Choice(taken.turn.clone());
            // Which visit it is is said where there are several.
            let visit = (visits.len() > 1).then(|| questions::name(model.roadmap(), &question));
            let at_visit = |words: &str| words::at_visit(words, visit.as_deref());
            let offered = taken.offered.iter().map(|(answer, to)| {
                let label = model.roadmap().answer_label(&node.id, answer);
                let is_taken = taken.taken.as_ref() == Some(answer);
                let title = model.roadmap().node(to).map(|node| node.title.as_str()).unwrap_or_default();
                let outcome = (!is_taken).then(|| outcome(model, &taken.turn, answer, now)).flatten();
                let attempt = {
                    let answer = (taken.turn.clone(), answer.clone());
                    ask.attempt.reform(move |_: MouseEvent| answer.clone())
                };
                html! {
                    <li key={answer.to_string()}>
                        <p>
                            <strong>{ label }</strong>{ words::leads_to(title) }
                            if is_taken {
                                { " " }<span class="status status-done">{ words::YOUR_ANSWER }</span>
                            }
                        </p>
                        if let Some(outcome) = outcome {
                            <p class="hint">{ words::sentence(&outcome) }</p>
                        }
                        if !is_taken {
                            <button
                                type="button"
                                class="link"
                                aria-label={at_visit(&plan::about_item(words::TRY, label))}
                                onclick={attempt}
                            >
                                { words::TRY }
                            </button>
                        }
                    </li>
                }
            });
            let offered: Html = offered.collect();
            let ask_again = send
                .reform(move |_: MouseEvent| Msg::Navigation(NavigationMsg::ChangeAsked(question.clone())));
            html! {
                <>
                    if let Some(visit) = &visit {
                        <h3>{ visit }</h3>
                    }
                    <ul class="map-answers" aria-label={at_visit(words::ANSWERS)}>{ offered }</ul>
                    if taken.is_asked() {
                        <p>
                            <button
                                type="button"
                                class="button-quiet"
                                aria-label={at_visit(words::ASK_AGAIN)}
                                onclick={ask_again}
                            >
                                { words::ASK_AGAIN }
                            </button>
                        </p>
                    }
                </>
            }
        })
        .collect();
    match turns.is_empty() {
        false => html! { <>{ for turns }</> },
        true => html! {
            <ul aria-label={words::ANSWERS}>
                { for model.roadmap().edges_from(&node.id).map(|edge| {
                    let title = model.roadmap().node(&edge.to).map(|node| node.title.as_str()).unwrap_or_default();
                    html! { <li>{ &edge.label }{ words::leads_to(title) }</li> }
                }) }
            </ul>
        },
    }
}

/// When everything would be finished with another answer.
pub fn outcome(model: &Model, turn: &Turn, answer: &AnswerId, now: Option<Chances>) -> Option<String> {
    let mut document = model.document().clone();
    document.answers.give(turn.clone(), answer.clone());
    let finish = app::Outlook::finish(&document, model.roadmap(), model.today()).ok()?;
    Some(words::outcome(finish, now))
}

/// Where the lines come from and lead to.
fn neighbours(model: &Model, shown: Shown<'_>, ask: &Ask) -> Html {
    let edges = model.roadmap().edges().iter();
    let before = edges.clone().filter(|edge| edge.to == shown.node.id).map(|edge| &edge.from);
    let after = edges.filter(|edge| edge.from == shown.node.id).map(|edge| &edge.to);
    html! {
        <>
            { linked(model, words::BEFORE, before, ask) }
            { linked(model, words::AFTER, after, ask) }
        </>
    }
}

fn linked<'a>(
    model: &Model,
    title: &'static str,
    nodes: impl Iterator<Item = &'a NodeId>,
    ask: &Ask,
) -> Html {
    let links: Vec<Html> = nodes
        .filter_map(|id| {
            let at = model.roadmap().index(id)?;
            let show = ask.show.reform(move |_: MouseEvent| at);
            Some(html! {
                <li>
                    <button type="button" class="link" onclick={show}>{ &model.roadmap().nodes()[at].title }</button>
                </li>
            })
        })
        .collect();
    if links.is_empty() {
        return Html::default();
    }
    html! {
        <div class="map-linked">
            <h3>{ title }</h3>
            <ul class="plain">{ for links }</ul>
        </div>
    }
}
