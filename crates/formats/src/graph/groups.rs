//! Subgraphs that are steps: their title says how long they take or which part they are, and their nodes are topics.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::copy::last_within;
use super::{DraftEdge, Graph};
use crate::label::{Label, counts_a_part};
use crate::mermaid::Flowchart;

impl<'a> Graph<'a> {
    /// Makes one node of each subgraph whose title gives a time that its nodes do not. Where nothing gives a time, so it
    /// does of subgraphs such as "Phase 1: Basics", if there are several. Where most are steps, so are the others.
    pub(super) fn fold_groups(&mut self, chart: &'a Flowchart) {
        let last_within = last_within(chart);
        let is_timeless = self.nodes.iter().all(|node| node.label.effort.is_none());
        let mut labels: Vec<Label<'a>> =
            chart.subgraphs.iter().map(|subgraph| Label::parse(&subgraph.title, false, false)).collect();
        self.take_notes(&mut labels);
        let parts = labels.iter().filter(|label| counts_a_part(&label.title)).count();
        let are_most_counted = 2 * parts > labels.len();
        let timed = labels.iter().filter(|label| label.effort.is_some()).count();
        let are_most_timed = timed > 1 && 2 * timed > labels.len();
        let mut next = 0;
        for (index, label) in labels.into_iter().enumerate() {
            let is_counted = is_timeless && parts > 1 && (are_most_counted || counts_a_part(&label.title));
            let is_step = label.effort.is_some() || are_most_timed || is_counted;
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

    /// The first member becomes the step.
    fn fold(&mut self, members: &[usize], label: Label<'a>) {
        let first = members[0];
        self.nodes[first].hung = self.nodes[first].as_topics();
        self.absorb(first, &members[1..]);
        self.nodes[first].label = label;
        self.nodes[first].is_step = true;
    }

    /// Makes topics of other nodes; their edges become those of the node.
    pub(super) fn absorb(&mut self, into: usize, parts: &[usize]) {
        let inside: BTreeSet<usize> = parts.iter().copied().chain([into]).collect();
        let mut edges = std::mem::take(&mut self.nodes[into].edges);
        for &part in parts {
            let node = &mut self.nodes[part];
            edges.append(&mut node.edges);
            let topics = node.as_topics();
            node.source = None;
            self.nodes[into].hung.extend(topics);
        }
        let leads_inside = |edge: &DraftEdge| inside.contains(&edge.to);
        for node in self.nodes.iter_mut().filter(|node| node.edges.iter().any(leads_inside)) {
            for edge in node.edges.iter_mut().filter(|edge| leads_inside(edge)) {
                edge.to = into;
            }
            let mut seen = BTreeSet::new();
            node.edges.retain(|edge| seen.insert((edge.to, edge.label.clone())));
        }
        for edge in edges.into_iter().filter(|edge| !inside.contains(&edge.to)) {
            self.add_edge(into, edge);
        }
    }
}
