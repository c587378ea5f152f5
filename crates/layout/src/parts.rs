//! The parts of a graph that nothing links with each other.

use super::{Graph, Link};

/// A part, with the places that its nodes and links have in the whole graph.
pub(super) struct Part {
    pub(super) graph: Graph,
    pub(super) nodes: Vec<usize>,
    pub(super) links: Vec<usize>,
}

/// The parts, by their first nodes, without links that name no node; sizes are within their bounds.
pub(super) fn of(graph: &Graph) -> Vec<Part> {
    let count = graph.nodes.len();
    let is_drawn = |link: &Link| link.from < count && link.to < count;
    // Each node leads, over others, to the first one of its part.
    let mut leads: Vec<usize> = (0..count).collect();
    for link in graph.links.iter().filter(|link| is_drawn(link)) {
        let (from, to) = (first(&mut leads, link.from), first(&mut leads, link.to));
        leads[from.max(to)] = from.min(to);
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut part_of = vec![0; count];
    let mut place_of = vec![0; count];
    for (node, size) in graph.nodes.iter().enumerate() {
        let first = first(&mut leads, node);
        if first == node {
            part_of[node] = parts.len();
            parts.push(Part { graph: Graph::default(), nodes: Vec::new(), links: Vec::new() });
        }
        part_of[node] = part_of[first];
        let part = &mut parts[part_of[node]];
        place_of[node] = part.nodes.len();
        part.nodes.push(node);
        part.graph.nodes.push(size.within_bounds());
    }
    for (at, link) in graph.links.iter().enumerate().filter(|(_, link)| is_drawn(link)) {
        let part = &mut parts[part_of[link.from]];
        part.links.push(at);
        let (from, to) = (place_of[link.from], place_of[link.to]);
        part.graph.links.push(Link { from, to, label: link.label.map(|size| size.within_bounds()) });
    }
    parts
}

fn first(leads: &mut [usize], node: usize) -> usize {
    let mut node = node;
    while leads[node] != node {
        leads[node] = leads[leads[node]];
        node = leads[node];
    }
    node
}
