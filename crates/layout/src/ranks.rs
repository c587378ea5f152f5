//! Layer assignment by longest paths.

use super::Graph;
use super::cycles::Directions;

/// The row of each node: as far up as its incoming edges allow. A node with more edges out than in is then moved as far
/// down as its outgoing edges allow, which makes them shorter.
pub(super) fn ranks(graph: &Graph, directions: &Directions) -> Vec<usize> {
    let spans = spans(graph);
    let count = graph.nodes.len();
    let mut ranks = vec![0; count];
    // Outgoing minus incoming edges.
    let mut surplus = vec![0; count];
    let onward = |node: u32| {
        let edges = directions.leaving.neighbors(node).iter().map(|&edge| edge as usize);
        edges.filter(|&edge| !directions.is_back[edge]).map(|edge| (graph.edges[edge].to, spans[edge]))
    };
    for &node in &directions.topological {
        for (to, span) in onward(node) {
            ranks[to] = ranks[to].max(ranks[node as usize] + span);
            surplus[node as usize] += 1;
            surplus[to] -= 1;
        }
    }
    for &node in directions.topological.iter().rev() {
        if surplus[node as usize] > 0
            && let Some(lowest) = onward(node).map(|(to, span)| ranks[to] - span).min()
        {
            ranks[node as usize] = lowest;
        }
    }
    ranks
}

/// The least number of rows that each edge leads down. A label needs a row of its own, and so does the bend that keeps
/// parallel edges apart.
fn spans(graph: &Graph) -> Vec<usize> {
    let ends = |edge: usize| (graph.edges[edge].from, graph.edges[edge].to);
    let mut by_ends: Vec<usize> = (0..graph.edges.len()).collect();
    by_ends.sort_by_key(|&edge| ends(edge));
    let mut spans: Vec<usize> =
        graph.edges.iter().map(|edge| 1 + usize::from(edge.label.is_some())).collect();
    for pair in by_ends.windows(2) {
        if ends(pair[0]) == ends(pair[1]) {
            spans[pair[1]] = 2;
        }
    }
    spans
}
