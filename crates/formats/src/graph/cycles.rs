//! Cycles that no answer leaves.

use super::Graph;

impl Graph<'_> {
    /// Drops the edges that close a cycle of decisions only, then those that close one without any.
    pub(super) fn break_cycles(&mut self) {
        self.drop_back_edges(true);
        for node in &mut self.nodes {
            node.is_decision &= node.edges.len() > 1;
        }
        self.drop_back_edges(false);
    }

    /// Drops the back edges found by a depth-first search among the decisions, or among all other nodes.
    fn drop_back_edges(&mut self, among_decisions: bool) {
        let mut is_done = vec![false; self.nodes.len()];
        let mut is_on_path = vec![false; self.nodes.len()];
        // The start comes first, so that a cycle is broken where it returns to its entry.
        for root in std::iter::once(self.start).chain(0..self.nodes.len()) {
            if is_done[root] || !self.is_among(root, among_decisions) {
                continue;
            }
            is_on_path[root] = true;
            let mut path = vec![(root, 0)];
            while let Some((index, next)) = path.last_mut() {
                let index = *index;
                let Some(to) = self.nodes[index].edges.get(*next).map(|edge| edge.to) else {
                    (is_done[index], is_on_path[index]) = (true, false);
                    path.pop();
                    continue;
                };
                if is_on_path[to] {
                    let edge = self.nodes[index].edges.remove(*next);
                    self.warn_of_dropped(index, &edge);
                    continue;
                }
                *next += 1;
                if !is_done[to] && self.is_among(to, among_decisions) {
                    is_on_path[to] = true;
                    path.push((to, 0));
                }
            }
        }
    }
}
