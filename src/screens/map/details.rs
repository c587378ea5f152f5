//! The details of a node: kind, status, dates, reason, actions, and its neighbors on the map.

use std::rc::Rc;

use yew::prelude::*;

use super::boxes;
use super::item::button;
use crate::screens::plan::{after, phases, projects};
use crate::text::{amounts, map as words, plan, questions};
use app::{Map, Model, Msg, NavigationMsg, Place, ProgressMsg, Standing};
use planner::questionnaire::Question;
use planner::{Chances, Turn, TurnTaken};
use roadmap::{AnswerId, Kind, Node, NodeId, PathGuide, Phase, TopicId};

/// Callbacks to the screen.
#[derive(Clone)]
pub struct Ask {
    /// Shows the details of another node.
    pub show: Callback<usize>,
    /// Closes the details.
    pub close: Callback<()>,
    /// Tries an answer on the map.
    pub attempt: Callback<(Turn, AnswerId)>,
    /// Folds or unfolds a path.
    pub fold: Callback<NodeId>,
}

/// The id of the heading, which gets the focus.
pub const HEADING: &str = "map-details";

/// The node whose details are shown.
#[derive(Clone, Copy)]
struct Shown<'a> {
    at: usize,
    node: &'a Node,
    place: &'a Place,
    map: &'a Map,
    /// The plan that the learner has, also while an answer is tried.
    mine: &'a Model,
    is_folded: bool,
}

pub fn view(
    (model, mine): (&Rc<Model>, &Model),
    send: &Callback<Msg>,
    map: &Map,
    (at, is_folded): (usize, bool),
    ask: &Ask,
) -> Html {
    let (node, place) = (&model.roadmap().nodes()[at], &map.places[at]);
    let shown = Shown { at, node, place, map, mine, is_folded };
    html! {
        <aside class="map-details card" aria-labelledby={HEADING} key={at}>
            <header>
                <div>
                    <p class="map-details-kind">
                        { words::kind_and_standing(node, place.standing, map.route.steps.len()) }
                    </p>
                    <h2 id={HEADING} tabindex="-1">
                        if !node.icon.is_empty() {
                            <span class="emblem" aria-hidden="true">{ &node.icon }</span>
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
            { neighbors(model, shown, ask) }
        </aside>
    }
}

/// Status, dates and reason.
fn standing(model: &Model, shown: Shown<'_>) -> Html {
    let Shown { node, place, map, .. } = shown;
    let status = boxes::status(node, place);
    html! {
        <>
            if !status.is_empty() && !matches!(node.kind, Kind::Decision) {
                <p class="map-details-status">{ status }</p>
            }
            if let Some(course) = &place.course {
                if let Some(begun) = course.begun {
                    <p>{ words::begun(begun) }</p>
                }
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

/// The part that depends on the kind of the node.
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
                        projects::whole(model, outlook, project, listed)
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

/// A phase that is not on the plan: its effort, and its topics, which can be marked as known.
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
    let Shown { at, node, place, map, is_folded, .. } = shown;
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

/// The button to try a path that is not on the route.
fn take(map: &Map, node: &NodeId, ask: &Ask) -> Html {
    match map.offered_at(node) {
        Some(answer) => {
            let attempt = ask.attempt.reform(move |_: MouseEvent| answer.clone());
            html! { <p><button type="button" class="button" onclick={attempt}>{ words::TRY }</button></p> }
        }
        None => html! { <p class="hint">{ words::NOT_OFFERED }</p> },
    }
}

/// The answers of a decision and their outcomes, for each visit; without a visit on the route, only where they lead.
fn decision(model: &Rc<Model>, send: &Callback<Msg>, shown: Shown<'_>, ask: &Ask) -> Html {
    let Shown { node, map, mine, .. } = shown;
    let visits: Vec<_> = map.route.turns.iter().filter(|taken| taken.turn.decision == node.id).collect();
    if visits.is_empty() {
        return html! {
            <ul aria-label={words::ANSWERS}>
                { for model.roadmap().edges_from(&node.id).map(|edge| {
                    html! { <li>{ &edge.label }{ words::leads_to(title(model, &edge.to)) }</li> }
                }) }
            </ul>
        };
    }
    let has_several = visits.len() > 1;
    let mine = Mine { model: mine, now: mine.outlook().ok().and_then(|outlook| outlook.forecast.finish()) };
    html! { <>{ for visits.into_iter().map(|taken| visit((model, &mine), send, taken, has_several, ask)) }</> }
}

fn title<'a>(model: &'a Model, node: &NodeId) -> &'a str {
    model.roadmap().node(node).map(|node| node.title.as_str()).unwrap_or_default()
}

/// The plan that the learner has, with its finish.
struct Mine<'a> {
    model: &'a Model,
    now: Option<Chances>,
}

impl Mine<'_> {
    fn has(&self, turn: &Turn, answer: &AnswerId) -> bool {
        self.model.document().answers.at(turn) == Some(answer)
    }
}

/// One visit of a decision. Where there are several, it is named.
fn visit(
    (model, mine): (&Rc<Model>, &Mine<'_>),
    send: &Callback<Msg>,
    taken: &TurnTaken,
    is_named: bool,
    ask: &Ask,
) -> Html {
    let question = Question::Choice(taken.turn.clone());
    let name = is_named.then(|| questions::name(model.roadmap(), &question));
    let at_visit = |words: &str| words::at_visit(words, name.as_deref());
    let answers = taken.offered.iter().map(|(answer, to)| {
        if taken.taken.as_ref() == Some(answer) {
            let status = if is_tried(mine, taken) { words::TRIED } else { words::YOUR_ANSWER };
            return answer_shown(model, &taken.turn, answer, to, status);
        }
        if mine.has(&taken.turn, answer) {
            return answer_shown(model, &taken.turn, answer, to, words::YOUR_ANSWER);
        }
        let label = model.roadmap().answer_label(&taken.turn.decision, answer);
        let try_name = at_visit(&plan::about_item(words::TRY, label));
        other_answer(model, (taken.turn.clone(), answer.clone()), to, try_name, mine.now, ask)
    });
    let ask_again =
        send.reform(move |_: MouseEvent| Msg::Navigation(NavigationMsg::ChangeAsked(question.clone())));
    html! {
        <>
            if let Some(name) = &name {
                <h3>{ name }</h3>
            }
            <ul class="map-answers" aria-label={at_visit(words::ANSWERS)}>{ for answers }</ul>
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
}

/// Whether the map shows another answer than the learner's.
fn is_tried(mine: &Mine<'_>, taken: &TurnTaken) -> bool {
    taken.is_asked() && taken.taken.as_ref().is_some_and(|answer| !mine.has(&taken.turn, answer))
}

/// The learner's answer, or the one that is tried.
fn answer_shown(model: &Model, turn: &Turn, answer: &AnswerId, to: &NodeId, status: &'static str) -> Html {
    html! {
        <li key={answer.to_string()}>
            <p>
                <strong>{ model.roadmap().answer_label(&turn.decision, answer) }</strong>
                { words::leads_to(title(model, to)) }{ " " }
                <span class="status status-done">{ status }</span>
            </p>
        </li>
    }
}

/// An answer that was not given, with its outcome and a button to try it.
fn other_answer(
    model: &Model,
    answer: (Turn, AnswerId),
    to: &NodeId,
    try_name: String,
    now: Option<Chances>,
    ask: &Ask,
) -> Html {
    let outcome = outcome(model, &answer.0, &answer.1, now);
    let key = answer.1.to_string();
    let label = model.roadmap().answer_label(&answer.0.decision, &answer.1).to_owned();
    let attempt = ask.attempt.reform(move |_: MouseEvent| answer.clone());
    html! {
        <li {key}>
            <p><strong>{ label }</strong>{ words::leads_to(title(model, to)) }</p>
            if let Some(outcome) = outcome {
                <p class="hint">{ words::sentence(&outcome) }</p>
            }
            <button type="button" class="link" aria-label={try_name} onclick={attempt}>{ words::TRY }</button>
        </li>
    }
}

/// When everything would be finished with another answer.
fn outcome(model: &Model, turn: &Turn, answer: &AnswerId, now: Option<Chances>) -> Option<String> {
    let mut document = model.document().clone();
    document.answers.give(turn.clone(), answer.clone());
    let finish = app::Outlook::finish(&document, model.roadmap(), model.today()).ok()?;
    Some(words::outcome(finish, now))
}

/// Links to the nodes before and after it.
fn neighbors(model: &Model, shown: Shown<'_>, ask: &Ask) -> Html {
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
