//! What hangs on a step: leaves become its topics, and what dotted lines lead to is optional.

use super::{DraftEdge, DraftNode, Graph};
use crate::kinds::kind_by_class;
use crate::label::listed;

/// Words by which something is optional, in the languages of many flowcharts.
const OPTIONAL: [&str; 14] = [
    "optional",
    "bonus",
    "nice to have",
    "if needed",
    "extra credit",
    "opcional",
    "optionnel",
    "facultatif",
    "wahlweise",
    "по желанию",
    "опционально",
    "可选",
    "選修",
    "任意",
];

impl Graph<'_> {
    /// Marks the steps that are offered rather than asked for: by their words, or since only dotted lines join them to the
    /// others. Where most lines are dotted, they mean nothing. Lines that lead back say nothing either.
    pub(super) fn mark_optional(&mut self) {
        let mut place = vec![0; self.nodes.len()];
        for (at, index) in self.last_ones_first().into_iter().enumerate() {
            place[index] = at;
        }
        let written: Vec<(usize, &DraftEdge)> = (0..self.nodes.len())
            .filter(|&index| self.nodes[index].is_reachable && self.nodes[index].source.is_some())
            .flat_map(|index| self.nodes[index].edges.iter().map(move |edge| (index, edge)))
            .filter(|&(index, edge)| place[edge.to] < place[index])
            .collect();
        let dotted = written.iter().filter(|(_, edge)| edge.is_dotted).count();
        let mut lines = vec![Lines::default(); self.nodes.len()];
        for &(index, edge) in &written {
            for end in [index, edge.to] {
                lines[end].solid += usize::from(!edge.is_dotted);
                lines[end].dotted += usize::from(edge.is_dotted);
            }
            lines[edge.to].has_one_before = true;
        }
        for &(index, edge) in written.iter().filter(|(_, edge)| says_optional(&edge.label)) {
            // The word on a line from a step that nothing leads to is about that step.
            let about = if lines[index].has_one_before { edge.to } else { index };
            lines[about].is_said = true;
        }
        let dots_mean_it = 2 * dotted < written.len();
        for (index, Lines { is_said, has_one_before: _, solid, dotted }) in lines.into_iter().enumerate() {
            let node = &mut self.nodes[index];
            let can_be = node.source.is_some() && index != self.start && !node.has_question_shape();
            let is_beside = dots_mean_it && dotted > 0 && solid == 0;
            node.is_optional = can_be && (is_said || is_beside || says_optional(&node.label.title));
        }
    }

    /// Leaves without a time of their own become topics of the step they hang on: beside a way on, beside each other below
    /// a step, or at the end of a dotted line. Those behind come first, so that topics can have steps.
    pub(super) fn hang_topics(&mut self) {
        let mut incoming = vec![0_usize; self.nodes.len()];
        for edge in self.nodes.iter().flat_map(|node| &node.edges) {
            incoming[edge.to] += 1;
        }
        for index in self.last_ones_first() {
            let node = &self.nodes[index];
            if index != self.start && node.source.is_some() && !self.asks(index) {
                self.hang(index, &incoming);
            }
        }
    }

    fn hang(&mut self, index: usize, incoming: &[usize]) {
        let is_leaf = |graph: &Self, to: usize| {
            let node = &graph.nodes[to];
            incoming[to] == 1 && node.edges.is_empty() && node.can_hang()
        };
        let node = &self.nodes[index];
        let leaves = node.edges.iter().filter(|edge| is_leaf(self, edge.to)).count();
        let leads_on = node.edges.len() > leaves;
        let is_step = node.label.effort.is_some() || !self.has_times;
        for edge in std::mem::take(&mut self.nodes[index].edges) {
            let is_bare = self.nodes[edge.to].hung.is_empty();
            let beside_others = is_step && is_bare && (leaves > 1 || edge.is_dotted);
            if is_leaf(self, edge.to) && (leads_on || beside_others) {
                let leaf = &mut self.nodes[edge.to];
                leaf.is_reachable = false;
                let topics = leaf.as_topics();
                self.nodes[index].hung.extend(topics);
            } else {
                self.nodes[index].edges.push(edge);
            }
        }
    }

    /// The nodes that the start leads to, each after those behind it.
    fn last_ones_first(&self) -> Vec<usize> {
        let mut order = Vec::new();
        let mut is_seen = vec![false; self.nodes.len()];
        is_seen[self.start] = true;
        let mut path = vec![(self.start, 0)];
        while let Some((index, next)) = path.last_mut() {
            let Some(edge) = self.nodes[*index].edges.get(*next) else {
                order.push(*index);
                path.pop();
                continue;
            };
            *next += 1;
            if !std::mem::replace(&mut is_seen[edge.to], true) {
                path.push((edge.to, 0));
            }
        }
        order
    }
}

impl DraftNode<'_> {
    /// Whether it may be a topic: it says no time, and is neither a question nor a goal.
    fn can_hang(&self) -> bool {
        self.label.effort.is_none()
            && self.source.is_some()
            && (!self.is_goal() || !self.hung.is_empty())
            && !self.has_question_shape()
            && kind_by_class(self).is_none()
    }

    /// The node as topics, each with its steps: the things it lists, or itself with what it lists or bears.
    pub(super) fn as_topics(&mut self) -> Vec<(String, Vec<String>)> {
        let mut steps = listed(&self.label.lines);
        steps.extend(std::mem::take(&mut self.hung).into_iter().map(|(title, _)| title));
        if steps.is_empty() {
            return listed(&[&self.label.title]).into_iter().map(|title| (title, Vec::new())).collect();
        }
        vec![(self.label.title.clone(), steps)]
    }
}

/// How a step is joined to the others.
#[derive(Clone, Copy, Default)]
struct Lines {
    /// Words on one of them say that it is optional.
    is_said: bool,
    /// One of them leads there.
    has_one_before: bool,
    solid: usize,
    dotted: usize,
}

fn says_optional(text: &str) -> bool {
    let text = text.to_lowercase();
    OPTIONAL.iter().any(|word| text.contains(word))
}
