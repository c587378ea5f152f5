//! In which row each node lies.

use super::Graph;
use super::cycles::Directions;

/// The row of each node: as far up as what leads to it allows, but nodes that more leads on from than to lie as far
/// down as that allows.
pub(super) fn ranks(graph: &Graph, directions: &Directions) -> Vec<usize> {
    let spans = spans(graph);
    let count = graph.nodes.len();
    let mut ranks = vec![0; count];
    let mut surplus = vec![0; count];
    let onward = |node: u32| {
        let links = directions.leaving.at(node).iter().map(|&link| link as usize);
        links.filter(|&link| !directions.is_back[link]).map(|link| (graph.links[link].to, spans[link]))
    };
    for &node in &directions.forward {
        for (to, span) in onward(node) {
            ranks[to] = ranks[to].max(ranks[node as usize] + span);
            surplus[node as usize] += 1;
            surplus[to] -= 1;
        }
    }
    for &node in directions.forward.iter().rev() {
        if surplus[node as usize] > 0
            && let Some(lowest) = onward(node).map(|(to, span)| ranks[to] - span).min()
        {
            ranks[node as usize] = lowest;
        }
    }
    ranks
}

/// How many rows down each link leads at least: a label has a row of its own, and so has the bend that keeps one of
/// several links between the same nodes apart.
fn spans(graph: &Graph) -> Vec<usize> {
    let ends = |at: usize| (graph.links[at].from, graph.links[at].to);
    let mut by_ends: Vec<usize> = (0..graph.links.len()).collect();
    by_ends.sort_by_key(|&at| ends(at));
    let mut spans: Vec<usize> =
        graph.links.iter().map(|link| 1 + usize::from(link.label.is_some())).collect();
    for pair in by_ends.windows(2) {
        if ends(pair[0]) == ends(pair[1]) {
            spans[pair[1]] = 2;
        }
    }
    spans
}
