//! Flowcharts that are outlines: the start has branches, these have topics, and some topics have steps.

use super::Graph;

/// A tree with more levels below its start rather shows what comes after what.
const MOST_LEVELS: usize = 3;

impl Graph<'_> {
    /// Hangs everything on the branches of the start, if none of it has a time and most of what leads on leads to several.
    pub(super) fn fold_tree(&mut self) {
        let added = self.start;
        // The root of an outline is its title.
        if let (None, [only]) = (self.nodes[added].source, self.nodes[added].edges.as_slice()) {
            self.start = only.to;
        }
        if self.fold_branches() {
            self.nodes[added].is_reachable = added == self.start;
        } else {
            self.start = added;
        }
    }

    fn fold_branches(&mut self) -> bool {
        let Some(levels) = self.levels() else { return false };
        let inner = || (0..self.nodes.len()).filter(|&at| levels[at] > 0 && !self.nodes[at].edges.is_empty());
        let branches = self.nodes[self.start].edges.len();
        let split = inner().filter(|&index| self.nodes[index].edges.len() > 1).count();
        if branches < 2 || split < 2 || 2 * split <= inner().count() {
            return false;
        }
        let mut order: Vec<usize> = inner().collect();
        order.sort_by_key(|&index| std::cmp::Reverse(levels[index]));
        for index in order {
            for edge in std::mem::take(&mut self.nodes[index].edges) {
                let leaf = &mut self.nodes[edge.to];
                leaf.is_reachable = false;
                let topics = leaf.as_topics();
                self.nodes[index].hung.extend(topics);
            }
        }
        true
    }

    /// How far each node is from the start, where every node is plain and led to once; 0 for what is not led to.
    fn levels(&self) -> Option<Vec<usize>> {
        let mut levels = vec![0; self.nodes.len()];
        let mut to_visit = vec![self.start];
        while let Some(index) = to_visit.pop() {
            for edge in &self.nodes[index].edges {
                let node = &self.nodes[edge.to];
                let is_plain =
                    node.can_hang() && node.hung.is_empty() && !edge.is_dotted && edge.label.is_empty();
                if !is_plain || levels[edge.to] > 0 || edge.to == self.start || levels[index] == MOST_LEVELS {
                    return None;
                }
                levels[edge.to] = levels[index] + 1;
                to_visit.push(edge.to);
            }
        }
        (!self.asks(self.start)).then_some(levels)
    }
}
