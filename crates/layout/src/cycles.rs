//! Which links lead back.

use super::Graph;
use super::neighbours::Neighbours;

/// A graph's links told apart, so that those which do not lead back make no circle.
pub(super) struct Directions {
    /// For each link, whether it leads back: to a node on the walk that came to it, or to its own.
    pub(super) is_back: Vec<bool>,
    /// The nodes in an order in which all other links lead forward.
    pub(super) forward: Vec<u32>,
    /// For each node the links that leave it.
    pub(super) leaving: Neighbours,
}

/// Walks the graph depth first, from the nodes in their order.
pub(super) fn directions(graph: &Graph) -> Directions {
    let count = graph.nodes.len();
    let pairs: Vec<_> = graph.links.iter().zip(0..).map(|(link, at)| (link.from as u32, at)).collect();
    let leaving = Neighbours::of(count, &pairs);
    let mut is_back = vec![false; graph.links.len()];
    let mut forward = Vec::with_capacity(count);
    let mut was_met = vec![false; count];
    let mut is_on_walk = vec![false; count];
    let mut next = vec![0; count];
    let mut walk = Vec::new();
    for start in 0..count {
        if !was_met[start] {
            walk.push(start);
        }
        while let Some(&node) = walk.last() {
            was_met[node] = true;
            is_on_walk[node] = true;
            if let Some(&link) = leaving.at(node as u32).get(next[node]) {
                next[node] += 1;
                let to = graph.links[link as usize].to;
                is_back[link as usize] = is_on_walk[to];
                if !was_met[to] {
                    walk.push(to);
                }
            } else {
                is_on_walk[node] = false;
                forward.push(node as u32);
                walk.pop();
            }
        }
    }
    forward.reverse();
    Directions { is_back, forward, leaving }
}
