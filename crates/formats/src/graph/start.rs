//! Where the roadmap begins.

use super::{DraftEdge, Graph};
use crate::warning::Remark;
use crate::whole::announces_whole;

/// Words by which a title names a beginning rather than a step.
const BEGINNING: [&str; 2] = ["begin", "journey"];

impl Graph<'_> {
    /// Takes the only node without an incoming edge if it is no step itself, or adds a start before all of them.
    pub(super) fn find_start(&mut self, title: &str) -> Option<()> {
        let mut has_incoming = vec![false; self.nodes.len()];
        for edge in self.nodes.iter().flat_map(|node| &node.edges) {
            has_incoming[edge.to] = true;
        }
        let roots = self.roots(&has_incoming)?;
        if let Some(start) = self.written_start(&roots, &has_incoming) {
            self.start = start;
            self.nodes[start].label.effort = None;
            self.begin_with_others(&roots);
            return Some(());
        }
        let edges = roots.into_iter().map(|to| DraftEdge::unlabeled(to, 0)).collect();
        self.start = self.add_node("Start", title.to_owned(), edges);
        Some(())
    }

    /// The nodes with edges that no other leads to, at least one node, or `None` if there are no nodes at all.
    fn roots(&mut self, has_incoming: &[bool]) -> Option<Vec<usize>> {
        let is_root = |&index: &usize| !has_incoming[index] && self.nodes[index].source.is_some();
        let lone: Vec<usize> = (0..self.nodes.len()).filter(is_root).collect();
        let has_edges = |index: &usize| !self.nodes[*index].edges.is_empty();
        let roots: Vec<usize> = lone.iter().copied().filter(has_edges).collect();
        if !roots.is_empty() {
            return Some(roots);
        }
        let first = (0..self.nodes.len()).find(has_edges).or(lone.first().copied())?;
        if !lone.contains(&first) {
            let node = &self.nodes[first];
            self.warnings.add(node.line(), Remark::StartGuessed(node.label.title.clone()));
        }
        Some(vec![first])
    }

    /// The only root that looks like a start, or the only root at all if it says no time where others do. The time of a
    /// start is that of the whole.
    fn written_start(&self, roots: &[usize], has_incoming: &[bool]) -> Option<usize> {
        let is_apart = |index: usize| {
            let node = &self.nodes[index];
            let asks = node.edges.len() > 1 && node.has_question_shape();
            !has_incoming[index] && !asks && node.hung.is_empty()
        };
        let has_times = |except: usize| {
            self.nodes.iter().enumerate().any(|(index, node)| index != except && node.label.effort.is_some())
        };
        let is_start = |&index: &usize| {
            let node = &self.nodes[index];
            let is_named =
                node.is_marked_as_start() || announces_whole(&node.label.title) || node.announces(&BEGINNING);
            is_apart(index) && is_named && (node.label.effort.is_none() || has_times(index))
        };
        let mut named = roots.iter().copied().filter(is_start);
        if let (Some(only), None) = (named.next(), named.next()) {
            return Some(only);
        }
        let &[only] = roots else { return None };
        let is_title = self.nodes[only].label.effort.is_none() && has_times(only);
        (is_title && is_apart(only)).then_some(only)
    }

    /// Other roots are begun with, too, if they lead to where the start leads.
    fn begin_with_others(&mut self, roots: &[usize]) {
        let mut is_reached = vec![false; self.nodes.len()];
        self.reach(self.start, &mut is_reached);
        for &root in roots.iter().filter(|&&root| root != self.start) {
            let mut behind = vec![false; self.nodes.len()];
            self.reach(root, &mut behind);
            if behind.iter().zip(&is_reached).any(|(behind, reached)| *behind && *reached) {
                self.nodes[self.start].edges.push(DraftEdge::unlabeled(root, 0));
            }
        }
    }

    fn reach(&self, from: usize, is_reached: &mut [bool]) {
        let mut to_visit = vec![from];
        while let Some(index) = to_visit.pop() {
            if !std::mem::replace(&mut is_reached[index], true) {
                to_visit.extend(self.nodes[index].edges.iter().map(|edge| edge.to));
            }
        }
    }
}
