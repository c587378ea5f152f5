//! The map as a list: the same nodes with the same words, and the way to the same details; on paper with boxes to tick.

use std::rc::Rc;

use yew::prelude::*;

use super::boxes;
use crate::text::map as words;
use app::{Map, Model, Place, Standing};
use planner::{Item, Status};
use roadmap::{Kind, Node};

/// The name of the list, for the link that leads there.
pub const OUTLINE: &str = "outline";

pub fn view(model: &Rc<Model>, map: &Map, show: &Callback<usize>) -> Html {
    let nodes = model.roadmap().nodes();
    let mut route: Vec<usize> = (0..nodes.len()).filter(|&at| step(&map.places[at]).is_some()).collect();
    route.sort_by_key(|&at| step(&map.places[at]));
    let others = |standing: Standing| (0..nodes.len()).filter(move |&at| map.places[at].standing == standing);
    let item = |at: usize| item(model, map, at, show);
    html! {
        <section class="map-outline" aria-labelledby={OUTLINE}>
            <h2 id={OUTLINE} tabindex="-1">{ words::OUTLINE }</h2>
            <h3>{ words::ON_ROUTE }</h3>
            <ol>{ for route.into_iter().map(item) }</ol>
            { list(words::MAY_COME, others(Standing::Open).map(item).collect()) }
            { list(words::BESIDE, others(Standing::Aside).map(item).collect()) }
        </section>
    }
}

fn step(place: &Place) -> Option<usize> {
    match place.standing {
        Standing::Route(step) => Some(step),
        _ => None,
    }
}

fn list(title: &'static str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! { <><h3>{ title }</h3><ul class="map-beside">{ for items }</ul></> }
}

fn item(model: &Rc<Model>, map: &Map, at: usize, show: &Callback<usize>) -> Html {
    let (node, place) = (&model.roadmap().nodes()[at], &map.places[at]);
    let mut facts = vec![words::kind(node).to_owned(), boxes::status(node, place)];
    if map.next == Some(at) {
        facts.push(words::NEXT_MARK.to_owned());
    }
    facts.extend(place.course.as_ref().map(words::date));
    facts.extend(place.cost.as_ref().map(|cost| words::by(cost.finish)));
    facts.retain(|fact| !fact.is_empty());
    let show = show.reform(move |_: MouseEvent| at);
    html! {
        <li key={at}>
            <button type="button" class="link map-outline-title" aria-label={words::details_of(&node.title)} onclick={show}>
                { &node.title }
            </button>
            <span class="map-outline-facts">{ facts.join(" · ") }</span>
            { on_paper(model, node, place) }
        </li>
    }
}

/// What is there to tick, on paper only: on the screen the details have it.
fn on_paper(model: &Model, node: &Node, place: &Place) -> Html {
    if step(place).is_none() {
        return Html::default();
    }
    let document = model.document();
    let items: Vec<(Item, &str)> = match &node.kind {
        Kind::Phase(phase) => phase
            .topics
            .iter()
            .filter(|id| !document.known.contains(id))
            .filter_map(|id| Some((Item::Topic(id.clone()), model.roadmap().topic(id)?.title.as_str())))
            .collect(),
        Kind::Projects(listed) => listed
            .iter()
            .filter(|project| document.projects.is_chosen(project, listed))
            .map(|project| (Item::Project(project.id.clone()), project.title.as_str()))
            .collect(),
        _ => Vec::new(),
    };
    if items.is_empty() {
        return Html::default();
    }
    let line = |(item, title): (Item, &str)| {
        let is_done = matches!(document.progress.status_of(&item), Status::Done(_));
        html! { <li>{ if is_done { "☑ " } else { "☐ " } }{ title }</li> }
    };
    html! { <ul class="on-paper">{ for items.into_iter().map(line) }</ul> }
}
