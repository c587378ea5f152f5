//! What hangs on a step: leaves become its topics, and what dotted lines lead to is optional.

use super::{DraftEdge, DraftNode, Graph};
use crate::kinds::{kind_by_class, kind_by_rank};
use crate::label::{listed, place};
use crate::vocabulary::is_optional;

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
        for &(index, edge) in written.iter().filter(|(_, edge)| is_optional(&edge.label)) {
            // The word on a line from a step that nothing leads to is about that step.
            let about = if lines[index].has_one_before { edge.to } else { index };
            lines[about].is_said = true;
        }
        let dots_mean_it = 2 * dotted < written.len();
        for (index, Lines { is_said, has_one_before: _, solid, dotted }) in lines.into_iter().enumerate() {
            let node = &mut self.nodes[index];
            let can_be = node.source.is_some() && index != self.start && !node.has_question_shape();
            let is_beside = dots_mean_it && dotted > 0 && solid == 0;
            node.is_optional = can_be && (is_said || is_beside || is_optional(&node.label.title));
        }
        self.mark_side_ways(&place);
    }

    /// What comes after nothing but optional steps is optional, too, if all that follows it is reached without it.
    fn mark_side_ways(&mut self, place: &[usize]) {
        let mut order: Vec<usize> =
            (0..self.nodes.len()).filter(|&index| self.nodes[index].is_reachable).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(place[index]));
        let mut before = vec![Vec::new(); self.nodes.len()];
        for &index in &order {
            for edge in &self.nodes[index].edges {
                before[edge.to].push(index);
            }
        }
        for index in order {
            let node = &self.nodes[index];
            let is_offered = |&before: &usize| self.nodes[before].is_optional;
            let follows_offers = !before[index].is_empty() && before[index].iter().all(is_offered);
            let is_reached =
                |to: usize| before[to].iter().any(|&other| other != index && !is_offered(&other));
            let leads_back = !node.edges.is_empty() && node.edges.iter().all(|edge| is_reached(edge.to));
            if follows_offers && leads_back && !node.has_question_shape() {
                self.nodes[index].is_optional = true;
            }
        }
    }

    /// Leaves without a time of their own become topics of the step they hang on: beside a way on, beside each other below
    /// a step, or at the end of a dotted line. Those behind come first, so that topics can have steps.
    pub(super) fn hang_topics(&mut self) {
        let mut leaves =
            Leaves { incoming: vec![0; self.nodes.len()], are_counted: self.counts_most(), are_ends: false };
        for edge in self.nodes.iter().flat_map(|node| &node.edges) {
            leaves.incoming[edge.to] += 1;
        }
        let order = self.last_ones_first();
        let steps: Vec<usize> = order.into_iter().filter(|&index| self.can_bear(index)).collect();
        leaves.are_ends = self.only_the_last_splits(&steps, &leaves);
        for index in steps {
            self.hang(index, &leaves);
        }
    }

    fn can_bear(&self, index: usize) -> bool {
        let node = &self.nodes[index];
        index != self.start && node.source.is_some() && !node.is_heading && !self.asks(index)
    }

    /// Whether one step alone has leaves, without a way on, and comes after several: then they come after it.
    fn only_the_last_splits(&self, steps: &[usize], leaves: &Leaves) -> bool {
        let count =
            |index: usize| self.nodes[index].edges.iter().filter(|edge| leaves.has(self, edge.to)).count();
        let mut bearing =
            steps.iter().filter(|&&index| count(index) > 1 || self.nodes[index].edges.len() > 1);
        let (Some(&only), None) = (bearing.next(), bearing.next()) else { return false };
        let is_last = count(only) == self.nodes[only].edges.len();
        let before = steps.iter().filter(|&&index| index != only && !leaves.has(self, index)).count();
        !self.has_times && is_last && before > 1
    }

    fn hang(&mut self, index: usize, leaves: &Leaves) {
        let node = &self.nodes[index];
        let count = node.edges.iter().filter(|edge| leaves.has(self, edge.to)).count();
        let leads_on = node.edges.len() > count;
        let is_step = node.label.effort.is_some() || !self.has_times;
        for edge in std::mem::take(&mut self.nodes[index].edges) {
            let is_bare = self.nodes[edge.to].hung.is_empty();
            let are_several = count > 1 && !leaves.are_ends;
            let beside_others = is_step && is_bare && (are_several || edge.is_dotted);
            if leaves.has(self, edge.to) && (leads_on || beside_others) {
                let leaf = &mut self.nodes[edge.to];
                leaf.is_reachable = false;
                let topics = leaf.as_topics();
                self.nodes[index].hung.extend(topics);
            } else {
                self.nodes[index].edges.push(edge);
            }
        }
    }

    /// Whether most nodes are numbered like steps: then those that are numbered are steps.
    fn counts_most(&self) -> bool {
        let nodes = || self.nodes.iter().filter(|node| node.is_reachable && node.source.is_some());
        let counted = nodes().filter(|node| place(&node.label.title).is_some()).count();
        counted > 2 && 2 * counted > nodes().count()
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
    pub(super) fn can_hang(&self) -> bool {
        self.label.effort.is_none()
            && self.source.is_some()
            && (!self.is_goal() || !self.hung.is_empty())
            && !self.has_question_shape()
            && kind_by_class(self).or_else(|| kind_by_rank(self)).is_none()
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

/// What is known about the leaves of a flowchart.
struct Leaves {
    /// How many edges lead to each node.
    incoming: Vec<usize>,
    /// Those with a number are steps.
    are_counted: bool,
    /// Those beside each other are the last steps.
    are_ends: bool,
}

impl Leaves {
    fn has(&self, graph: &Graph<'_>, index: usize) -> bool {
        let node = &graph.nodes[index];
        let is_step = || self.are_counted && place(&node.label.title).is_some();
        self.incoming[index] == 1 && node.edges.is_empty() && node.can_hang() && !is_step()
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
