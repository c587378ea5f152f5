//! The nodes and edges to draw, and what the map says of each node.

use crate::parts::map::{DrawnEdge, DrawnNode, Shape, Tone};
use crate::text::map as words;
use app::{Map, Model, Place, Standing};
use roadmap::{Kind, Node, NodeId};

/// The shown nodes, and the edges between them.
pub fn drawn(
    model: &Model,
    map: &Map,
    shown: &[bool],
    chosen: Option<usize>,
) -> (Vec<DrawnNode>, Vec<DrawnEdge>) {
    let nodes = model.roadmap().nodes();
    let all = nodes.iter().zip(&map.places).enumerate();
    let drawn: Vec<DrawnNode> = all
        .filter(|(at, _)| shown[*at])
        .map(|(at, (node, place))| DrawnNode {
            is_chosen: chosen == Some(at),
            ..drawn_node(model, map, shown, (at, node, place))
        })
        .collect();
    let mut indices = vec![None; nodes.len()];
    for (index, node) in drawn.iter().enumerate() {
        indices[node.at] = Some(index);
    }
    let index = |id: &NodeId| indices[model.roadmap().index(id)?];
    let edges = model.roadmap().edges().iter().filter_map(|edge| {
        let (from, to) = (index(&edge.from)?, index(&edge.to)?);
        // A folded path has no edges onward, even to nodes that are shown for another reason.
        let is_folded = is_folded(model, map, shown, &edge.from);
        (!is_folded).then(|| DrawnEdge { from, to, label: edge.label.clone(), is_lit: map.is_lit(edge) })
    });
    let edges = edges.collect();
    (drawn, edges)
}

/// Whether a node is a path with hidden nodes behind it.
fn is_folded(model: &Model, map: &Map, shown: &[bool], path: &NodeId) -> bool {
    let Some(at) =
        model.roadmap().index(path).filter(|&at| map.is_foldable(at, &model.roadmap().nodes()[at]))
    else {
        return false;
    };
    hidden_behind(model, shown, at) > 0
}

/// The number of hidden nodes that can be reached from a node through hidden nodes.
pub fn hidden_behind(model: &Model, shown: &[bool], at: usize) -> usize {
    let nodes = model.roadmap().nodes();
    let mut seen = vec![false; nodes.len()];
    let mut to_visit = vec![at];
    while let Some(at) = to_visit.pop() {
        for next in
            model.roadmap().edges_from(&nodes[at].id).filter_map(|edge| model.roadmap().index(&edge.to))
        {
            if !shown[next] && !std::mem::replace(&mut seen[next], true) {
                to_visit.push(next);
            }
        }
    }
    seen.iter().filter(|seen| **seen).count()
}

fn drawn_node(
    model: &Model,
    map: &Map,
    shown: &[bool],
    (at, node, place): (usize, &Node, &Place),
) -> DrawnNode {
    let folded = words::folded(match map.is_foldable(at, node) {
        true => hidden_behind(model, shown, at),
        false => 0,
    });
    let status = status(node, place);
    let note = note(node, place, &folded);
    let is_next = map.next == Some(at);
    let mark = match place.standing {
        _ if is_next => words::NEXT_MARK.to_owned(),
        Standing::Route(step) => words::step(step),
        _ if !note.contains(&folded) => folded.clone(),
        _ => String::new(),
    };
    let facts = [
        words::standing(place.standing, map.route.steps.len()),
        if is_next { words::NEXT_MARK.to_owned() } else { String::new() },
        status.clone(),
        note.clone(),
        folded,
    ];
    DrawnNode {
        at,
        shape: shape(node),
        tone: tone(place),
        kind: words::kind(node).into(),
        mark: mark.into(),
        title: titled(node),
        name: words::name(at + 1, map.places.len(), node, &facts).into(),
        status: status.into(),
        note: note.into(),
        is_next,
        is_chosen: false,
    }
}

/// The title after the icon.
fn titled(node: &Node) -> String {
    if node.icon.is_empty() { node.title.clone() } else { format!("{} {}", node.icon, node.title) }
}

fn shape(node: &Node) -> Shape {
    match &node.kind {
        Kind::Start => Shape::Start,
        Kind::Decision => Shape::Decision,
        Kind::Path(_) => Shape::Path,
        Kind::Phase(_) => Shape::Phase,
        Kind::Projects(_) => Shape::Projects,
        Kind::Track(_) => Shape::Track,
        Kind::Milestone(_) => Shape::Milestone,
    }
}

fn tone(place: &Place) -> Tone {
    match place.standing {
        Standing::Route(_) if place.course.is_some_and(|course| course.status.is_closed()) => Tone::Done,
        Standing::Route(_) => Tone::Route,
        Standing::Open => Tone::Open,
        Standing::Aside => Tone::Quiet,
    }
}

/// The status of a node in a few words.
pub fn status(node: &Node, place: &Place) -> String {
    match (&node.kind, place.standing) {
        (Kind::Decision, Standing::Route(_)) if place.answers.is_empty() => words::CHOOSE_HERE.to_owned(),
        (Kind::Decision, _) if place.answers.is_empty() => String::new(),
        (Kind::Decision, _) => words::answered(&place.answers),
        _ => match (&place.course, &place.cost) {
            (Some(course), _) => words::course(course),
            (None, Some(cost)) => words::more(cost),
            (None, None) => words::effort(node),
        },
    }
}

/// The dates of a node, or what it would cost.
fn note(node: &Node, place: &Place, folded: &str) -> String {
    match (&place.course, &place.cost) {
        (Some(course), _) => words::date(course),
        (None, Some(cost)) => words::by(cost.finish),
        (None, None) if matches!(node.kind, Kind::Path(_)) => folded.to_owned(),
        (None, None) => String::new(),
    }
}
