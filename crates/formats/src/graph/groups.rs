//! Subgraphs that are steps: their title says how long they take or which part they are, and their nodes are topics.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::copy::last_within;
use super::{DraftEdge, Graph};
use crate::label::{Label, counts_a_part};
use crate::mermaid::Flowchart;

impl<'a> Graph<'a> {
    /// Makes one node of each subgraph whose title gives a time that its nodes do not. Where nothing gives a time, so it
    /// does of subgraphs such as "Phase 1: Basics", if there are several.
    pub(super) fn fold_groups(&mut self, chart: &'a Flowchart) {
        let last_within = last_within(chart);
        let is_timeless = self.nodes.iter().all(|node| node.label.effort.is_none());
        let labels: Vec<Label<'a>> =
            chart.subgraphs.iter().map(|subgraph| Label::parse(&subgraph.title, false, false)).collect();
        let parts = labels.iter().filter(|label| counts_a_part(&label.title)).count();
        let mut next = 0;
        for (index, label) in labels.into_iter().enumerate() {
            let is_step = label.effort.is_some() || is_timeless && parts > 1 && counts_a_part(&label.title);
            let members = self.members(index..=last_within[index]);
            if index < next || !is_step || !self.can_be_topics(&members) {
                continue;
            }
            next = last_within[index] + 1;
            self.fold(&members, label);
        }
    }

    fn members(&self, run: RangeInclusive<usize>) -> Vec<usize> {
        let is_member = |index: &usize| {
            let within = self.nodes[*index].source.and_then(|node| node.within);
            within.is_some_and(|within| run.contains(&within))
        };
        (0..self.nodes.len()).filter(is_member).collect()
    }

    fn can_be_topics(&self, members: &[usize]) -> bool {
        let is_plain = |&index: &usize| {
            self.nodes[index].label.effort.is_none() && !self.nodes[index].has_question_shape()
        };
        !members.is_empty() && members.iter().all(is_plain)
    }

    /// The first member becomes the step; the edges of all are its own.
    fn fold(&mut self, members: &[usize], label: Label<'a>) {
        let (first, inside) = (members[0], members.iter().copied().collect::<BTreeSet<usize>>());
        let (mut hung, mut edges): (Vec<_>, Vec<DraftEdge>) = (Vec::new(), Vec::new());
        for &member in members {
            let node = &mut self.nodes[member];
            hung.extend(node.as_topics());
            edges.extend(
                std::mem::take(&mut node.edges).into_iter().filter(|edge| !inside.contains(&edge.to)),
            );
            if member != first {
                node.source = None;
            }
        }
        for node in &mut self.nodes {
            for edge in node.edges.iter_mut().filter(|edge| inside.contains(&edge.to)) {
                edge.to = first;
            }
            let mut seen = BTreeSet::new();
            node.edges.retain(|edge| seen.insert((edge.to, edge.label.clone())));
        }
        self.nodes[first].label = label;
        self.nodes[first].hung = hung;
        for edge in edges {
            self.add_edge(first, edge);
        }
    }
}
