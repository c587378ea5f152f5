//! Nodes without dates: the route's tracks and milestones, and why each node is or is not on the route.

use std::rc::Rc;

use yew::prelude::*;

use crate::parts::{Card, Fold};
use crate::text::{content, plan as words, titles};
use app::{Model, Outlook, Screen};
use planner::{Plan, Reason};
use roadmap::{Kind, Node};

pub fn view(model: &Rc<Model>, outlook: &Rc<Outlook>) -> Html {
    let (asked, of) = (model.clone(), outlook.clone());
    html! {
        <>
            { undated(model, &outlook.plan) }
            <Fold class="why" summary={words::WHY_ROUTE} body={move |()| why(&asked, &of.plan)} />
        </>
    }
}

fn undated(model: &Model, plan: &Plan) -> Html {
    let cards: Vec<Html> = plan
        .nodes(model.roadmap())
        .filter_map(|node| match &node.kind {
            Kind::Track(covers) => Some(card(model, node, covers, words::TRACK_NOTE)),
            Kind::Milestone(covers) => Some(card(model, node, covers, words::MILESTONE_NOTE)),
            _ => None,
        })
        .collect();
    if cards.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="after">
            <h2 id="after">{ words::AFTER }</h2>
            <ul class="cards">{ for cards }</ul>
        </section>
    }
}

fn card(model: &Model, node: &Node, covers: &[String], note: &str) -> Html {
    html! {
        <Card icon={node.icon.clone()} title={node.title.clone()}>
            <p>{ &node.summary }</p>
            if !covers.is_empty() {
                <ul>{ for covers.iter().map(|name| html! { <li>{ name }</li> }) }</ul>
            }
            if model.roadmap().content().tracks.contains_key(&node.id) {
                <p>
                    <a
                        class="link-line"
                        href={Screen::Node(node.id.clone()).hash()}
                        aria-label={words::about_item(content::OPEN_TOPIC, &node.title)}
                    >
                        { content::OPEN_TOPIC }
                    </a>
                </p>
            }
            <p class="hint">{ note }</p>
        </Card>
    }
}

fn why(model: &Model, plan: &Plan) -> Html {
    let kept = plan
        .route
        .steps
        .iter()
        .filter_map(|step| Some((model.roadmap().node(&step.node)?, reason(model, &step.reason))));
    let left_out = plan.route.left_out.iter().filter_map(|left| {
        let instead = model.roadmap().answer_label(&left.turn.decision, &left.instead);
        let reason = words::left_out(instead, &titles::decision(model.roadmap(), &left.turn));
        Some((model.roadmap().node(&left.node)?, reason))
    });
    html! {
        <>
            <h3>{ words::KEPT }</h3>
            <ol>{ for kept.map(|(node, reason)| line(node, &reason)) }</ol>
            <h3>{ words::LEFT_OUT }</h3>
            <ul>{ for left_out.map(|(node, reason)| line(node, &reason)) }</ul>
        </>
    }
}

/// Why a node is on the route.
pub fn reason(model: &Model, reason: &Reason) -> String {
    let title = |node| model.roadmap().node(node).map(|node| node.title.as_str()).unwrap_or_default();
    match reason {
        Reason::Start => words::BEGINS.to_owned(),
        Reason::Follows(before) => words::follows(title(before)),
        Reason::Answered(turn, answer) => {
            let label = model.roadmap().answer_label(&turn.decision, answer);
            words::answered(label, &titles::decision(model.roadmap(), turn))
        }
        Reason::OnlyWay(turn, _) => words::only_way(&titles::decision(model.roadmap(), turn)),
    }
}

fn line(node: &Node, reason: &str) -> Html {
    html! { <li><strong>{ &node.title }</strong>{ words::reason(reason) }</li> }
}
