//! The map as a list: the same nodes with the same words and buttons to the same details; on paper with boxes to tick.

use std::rc::Rc;

use yew::prelude::*;

use super::boxes;
use crate::parts::map::use_slices;
use crate::text::map as words;
use app::{Map, Model, Place, Standing};
use planner::{Item, Status};
use roadmap::{Kind, Node};

/// The id of the heading, for the link to the list.
pub const OUTLINE: &str = "outline";

/// Entries drawn in one task.
const SLICE: usize = 50;

#[derive(Properties, PartialEq)]
pub struct OutlineProps {
    pub model: Rc<Model>,
    pub map: Rc<Map>,
    /// Shows the details of a node.
    pub show: Callback<usize>,
    pub all_at_once: bool,
}

/// An entry of the list.
#[derive(PartialEq, Eq)]
struct Entry {
    at: usize,
    title: String,
    facts: String,
    /// Boxes to tick on paper, each with whether it is done. On the screen they are in the details.
    to_tick: Vec<(String, bool)>,
}

/// A list with a heading.
#[derive(PartialEq, Eq)]
struct Group {
    title: &'static str,
    is_numbered: bool,
    entries: Rc<Vec<Entry>>,
}

#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let OutlineProps { model, map, show, all_at_once } = props;
    let groups = use_memo((model.clone(), map.clone()), |(model, map)| groups(model, map));
    let slices = |group: &Group| group.entries.len().div_ceil(SLICE);
    let drawn = use_slices(groups.iter().map(slices).sum(), *all_at_once);
    let mut before = 0;
    let mut group = |group: &Group| {
        let first = before;
        before += slices(group);
        let slices = (0..slices(group)).filter(|nth| first + nth < drawn);
        let items =
            slices.map(|nth| html! { <Slice key={nth} entries={group.entries.clone()} {nth} {show} /> });
        html! {
            <>
                <h3>{ group.title }</h3>
                if group.is_numbered {
                    <ol>{ for items }</ol>
                } else {
                    <ul class="map-beside">{ for items }</ul>
                }
            </>
        }
    };
    html! {
        <section class="map-outline" aria-labelledby={OUTLINE}>
            <h2 id={OUTLINE} tabindex="-1">{ words::OUTLINE }</h2>
            { for groups.iter().map(&mut group) }
        </section>
    }
}

/// The route in its order, then the nodes that may come on it, then the others. Only the route is listed if it is empty.
fn groups(model: &Model, map: &Map) -> Vec<Group> {
    let nodes = model.roadmap().nodes();
    let entries =
        |indices: Vec<usize>| Rc::new(indices.into_iter().map(|at| entry(model, map, at)).collect());
    let mut route: Vec<usize> = (0..nodes.len()).filter(|&at| step(&map.places[at]).is_some()).collect();
    route.sort_by_key(|&at| step(&map.places[at]));
    let others = |title: &'static str, standing: Standing| {
        let indices: Vec<usize> =
            (0..nodes.len()).filter(|&at| map.places[at].standing == standing).collect();
        (!indices.is_empty()).then(|| Group { title, is_numbered: false, entries: entries(indices) })
    };
    let route = Group { title: words::ON_ROUTE, is_numbered: true, entries: entries(route) };
    let others = [others(words::MAY_COME, Standing::Open), others(words::BESIDE, Standing::Aside)];
    [route].into_iter().chain(others.into_iter().flatten()).collect()
}

fn step(place: &Place) -> Option<usize> {
    match place.standing {
        Standing::Route(step) => Some(step),
        Standing::Open | Standing::Aside => None,
    }
}

fn entry(model: &Model, map: &Map, at: usize) -> Entry {
    let (node, place) = (&model.roadmap().nodes()[at], &map.places[at]);
    let mut facts = vec![words::kind(node).to_owned(), boxes::status(node, place)];
    if map.next == Some(at) {
        facts.push(words::NEXT_MARK.to_owned());
    }
    facts.extend(place.course.as_ref().map(words::date));
    facts.extend(place.cost.as_ref().map(|cost| words::by(cost.finish)));
    facts.retain(|fact| !fact.is_empty());
    let to_tick = if step(place).is_some() { to_tick(model, node) } else { Vec::new() };
    Entry { at, title: node.title.clone(), facts: facts.join(" · "), to_tick }
}

fn to_tick(model: &Model, node: &Node) -> Vec<(String, bool)> {
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
        Kind::Start | Kind::Decision | Kind::Path(_) | Kind::Track(_) | Kind::Milestone(_) => Vec::new(),
    };
    let is_done = |item: &Item| matches!(document.progress.status_of(item), Status::Done(_));
    items.into_iter().map(|(item, title)| (title.to_owned(), is_done(&item))).collect()
}

#[derive(Properties, PartialEq)]
struct SliceProps {
    entries: Rc<Vec<Entry>>,
    nth: usize,
    show: Callback<usize>,
}

#[component]
fn Slice(SliceProps { entries, nth, show }: &SliceProps) -> Html {
    html! { <>{ for entries.iter().skip(nth * SLICE).take(SLICE).map(|entry| item(entry, show)) }</> }
}

fn item(entry: &Entry, show: &Callback<usize>) -> Html {
    let Entry { at, title, facts, to_tick } = entry;
    let at = *at;
    let show = show.reform(move |_: MouseEvent| at);
    html! {
        <li key={at}>
            <button type="button" class="link map-outline-title" aria-label={words::details_of(title)} onclick={show}>
                { title }
            </button>
            <span class="map-outline-facts">{ facts }</span>
            if !to_tick.is_empty() {
                <ul class="on-paper">
                    { for to_tick.iter().map(|(title, is_done)| {
                        html! { <li>{ if *is_done { "☑ " } else { "☐ " } }{ title }</li> }
                    }) }
                </ul>
            }
        </li>
    }
}
