//! Cycle removal: back edges by depth-first search, and a topological order without them.

use super::Graph;
use super::adjacency::Adjacency;

pub(super) struct Directions {
    /// For each edge, whether it leads back: to a node on the path from the root of the search, or to its own node.
    pub(super) is_back: Vec<bool>,
    /// The nodes in a topological order of the other edges.
    pub(super) topological: Vec<u32>,
    /// The indices of the edges that leave each node.
    pub(super) leaving: Adjacency,
}

/// Searches from each node in turn.
pub(super) fn directions(graph: &Graph) -> Directions {
    let count = graph.nodes.len();
    let pairs: Vec<_> = graph.edges.iter().zip(0..).map(|(edge, index)| (edge.from as u32, index)).collect();
    let leaving = Adjacency::of(count, &pairs);
    let mut is_back = vec![false; graph.edges.len()];
    let mut topological = Vec::with_capacity(count);
    let mut is_visited = vec![false; count];
    let mut is_on_path = vec![false; count];
    // The next edge to follow from each node.
    let mut next = vec![0; count];
    let mut path = Vec::new();
    for root in 0..count {
        if !is_visited[root] {
            path.push(root);
        }
        while let Some(&node) = path.last() {
            is_visited[node] = true;
            is_on_path[node] = true;
            if let Some(&edge) = leaving.neighbors(node as u32).get(next[node]) {
                next[node] += 1;
                let to = graph.edges[edge as usize].to;
                is_back[edge as usize] = is_on_path[to];
                if !is_visited[to] {
                    path.push(to);
                }
            } else {
                is_on_path[node] = false;
                topological.push(node as u32);
                path.pop();
            }
        }
    }
    topological.reverse();
    Directions { is_back, topological, leaving }
}
