//! Generators of graphs.

use layout::{Edge, Graph, Size};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A graph of any kind with at most this many nodes, or about as many if it has the shape of a roadmap.
pub fn any_graph(most: usize) -> BoxedStrategy<Graph> {
    let kinds = prop_oneof![
        3 => roadmap(most),
        2 => random(most, 2, forward),
        2 => random(most, 2, |_, from, to| (from, to)),
        1 => random(most, 3, |_, from, to| if from % 3 == 0 { (from, from) } else { (from, to) }),
        1 => random(most, 1, |_, from, to| (from, to)).prop_map(thinned),
        1 => random(most.min(5), 4, |_, from, to| (from, to)),
    ];
    kinds.boxed()
}

/// A graph with at most this many nodes whose edges do not span all of it.
pub fn large_graph(nodes: usize) -> BoxedStrategy<Graph> {
    let near =
        move |count: usize, from: usize, to: usize| (from, (from + to % 40).saturating_sub(2).min(count - 1));
    prop_oneof![
        roadmap(nodes),
        random(nodes, 2, near),
        random(nodes, 1, |_, from, to| (from, to)).prop_map(thinned)
    ]
    .boxed()
}

fn forward(_: usize, from: usize, to: usize) -> (usize, usize) {
    if from == to { (0, from) } else { (from.min(to), from.max(to)) }
}

/// Keeps every third edge, so that many components remain.
fn thinned(graph: Graph) -> Graph {
    Graph { edges: graph.edges.into_iter().step_by(3).collect(), ..graph }
}

fn size() -> impl Strategy<Value = Size> {
    let size = |width, height| (width, height).prop_map(|(width, height)| Size { width, height });
    prop_oneof![
        12 => size(40..300, 30..90),
        1 => size(0..4, 0..4),
        1 => size(0..10_001, 0..10_001),
    ]
}

fn label() -> impl Strategy<Value = Option<Size>> {
    let label = (10..160, 16..40).prop_map(|(width, height)| Size { width, height });
    option::weighted(0.3, prop_oneof![20 => label, 1 => Just(Size::default())])
}

fn random(
    most: usize,
    density: usize,
    ends: fn(usize, usize, usize) -> (usize, usize),
) -> BoxedStrategy<Graph> {
    let nodes = vec(size(), 1..=most);
    nodes
        .prop_flat_map(move |nodes| {
            let count = nodes.len();
            let edges = vec((0..count, 0..count, label()), 0..=count * density);
            edges.prop_map(move |edges| {
                let edge = |(from, to, label)| {
                    let (from, to) = ends(count, from, to);
                    Edge { from, to, label }
                };
                Graph {
                    nodes: nodes.clone(),
                    edges: edges
                        .into_iter()
                        .map(edge)
                        .filter(|edge| edge.from < count && edge.to < count)
                        .collect(),
                }
            })
        })
        .boxed()
}

/// Chains and decisions in turn. The branches of a decision join again, and sometimes an edge leads back to it.
fn roadmap(most: usize) -> BoxedStrategy<Graph> {
    let branches = vec((1..5_usize, label()), 2..8);
    let stage = (0..4_usize, branches, any::<bool>());
    (vec(stage, 1..=(most / 16).max(1)), vec(size(), most.max(60) * 2)).prop_map(build).boxed()
}

type Stage = (usize, Vec<(usize, Option<Size>)>, bool);

fn build((stages, sizes): (Vec<Stage>, Vec<Size>)) -> Graph {
    let mut graph = Graph::default();
    let mut sizes = sizes.into_iter().cycle();
    let mut add = |graph: &mut Graph, after: Option<usize>, label| {
        let to = graph.nodes.len();
        graph.nodes.extend(sizes.next());
        graph.edges.extend(after.map(|from| Edge { from, to, label }));
        to
    };
    let mut last = add(&mut graph, None, None);
    for (chain, branches, is_asked_again) in stages {
        for _ in 0..chain {
            last = add(&mut graph, Some(last), None);
        }
        let decision = add(&mut graph, Some(last), None);
        let mut ends = Vec::new();
        for (length, label) in branches {
            let mut end = add(&mut graph, Some(decision), label);
            for _ in 1..length {
                end = add(&mut graph, Some(end), None);
            }
            ends.push(end);
        }
        last = add(&mut graph, None, None);
        graph.edges.extend(ends.into_iter().map(|from| Edge { from, to: last, label: None }));
        if is_asked_again {
            graph.edges.push(Edge { from: last, to: decision, label: Some(Size { width: 30, height: 20 }) });
        }
    }
    graph
}
