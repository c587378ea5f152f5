//! The nodes and edges of a flowchart, with edges of subgraphs led to their members.

use std::collections::{HashMap, HashSet};

use super::{DraftEdge, DraftNode, Graph};
use crate::label::Label;
use crate::mermaid::{FlowNode, Flowchart, Shape, Stroke, lines, plain};
use crate::warning::Warnings;

impl<'a> Graph<'a> {
    pub(super) fn copy(chart: &'a Flowchart, warnings: Warnings) -> Self {
        let mut graph = Self { nodes: Vec::new(), start: 0, ids: HashSet::new(), has_times: false, warnings };
        for node in &chart.nodes {
            graph.ids.insert(node.id.clone());
            let mut label = Label::parse(&node.text, is_question(node), is_sorted(node));
            if label.title.is_empty() {
                label.title = node.id.to_string();
            }
            graph.nodes.push(DraftNode {
                id: node.id.clone(),
                label,
                source: Some(node),
                edges: Vec::new(),
                hung: Vec::new(),
                is_optional: false,
                is_step: false,
                is_decision: false,
                says_goal: false,
                is_heading: false,
                added_decision: None,
                is_reachable: false,
            });
        }
        let members = subgraph_ends(chart);
        for (order, edge) in chart.edges.iter().enumerate() {
            if edge.stroke == Stroke::Invisible {
                continue;
            }
            let one = |end: &usize| vec![*end];
            let from = members.get(&edge.from).map_or_else(|| one(&edge.from), |ends| ends.last.clone());
            let to = members.get(&edge.to).map_or_else(|| one(&edge.to), |ends| ends.first.clone());
            let label = lines(&edge.text).iter().map(|line| plain(line)).collect::<Vec<_>>().join(" ");
            let is_dotted = edge.stroke == Stroke::Dotted;
            let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
            for (from, to) in pairs.take(MOST_ENDS) {
                let label = label.clone();
                graph.add_edge(from, DraftEdge { to, label, is_dotted, order, line: edge.line });
            }
        }
        for (index, node) in graph.nodes.iter_mut().enumerate() {
            // A subgraph with members is not a node of the roadmap.
            if members.contains_key(&index) {
                node.source = None;
            }
        }
        graph
    }
}

fn is_question(node: &FlowNode) -> bool {
    matches!(node.shape, Shape::Diamond | Shape::Hexagon)
}

/// Whether a class says what the node is: then its first line is its title, and the others are what it lists.
fn is_sorted(node: &FlowNode) -> bool {
    node.classes.iter().any(|class| class.to_ascii_lowercase().ends_with("node"))
}

/// An edge between subgraphs stands for at most so many edges between their members.
const MOST_ENDS: usize = 100;

/// The nodes (by index) at which edges into and out of a subgraph end.
struct SubgraphEnds {
    first: Vec<usize>,
    last: Vec<usize>,
}

/// For each node that is a subgraph: its members without an incoming edge from within, and those without an outgoing edge
/// within.
fn subgraph_ends(chart: &Flowchart) -> HashMap<usize, SubgraphEnds> {
    let last_within = last_within(chart);
    let mut ends = HashMap::new();
    for (index, node) in chart.nodes.iter().enumerate() {
        let Some(subgraph) = chart.subgraphs.iter().position(|subgraph| subgraph.id == node.id) else {
            continue;
        };
        let run = subgraph..=last_within[subgraph];
        let is_member = |member: usize| {
            member != index && chart.nodes[member].within.is_some_and(|within| run.contains(&within))
        };
        let members: Vec<usize> = (0..chart.nodes.len()).filter(|&member| is_member(member)).collect();
        let mut has_incoming = vec![false; chart.nodes.len()];
        let mut has_outgoing = vec![false; chart.nodes.len()];
        for edge in chart.edges.iter().filter(|edge| is_member(edge.from) && is_member(edge.to)) {
            has_incoming[edge.to] = true;
            has_outgoing[edge.from] = true;
        }
        let (Some(&begin), Some(&end)) = (members.first(), members.last()) else { continue };
        // In a circle of members, the one that was written first is entered.
        let without = |has: &[bool], otherwise: usize| {
            let free: Vec<usize> = members.iter().copied().filter(|&member| !has[member]).collect();
            if free.is_empty() { vec![otherwise] } else { free }
        };
        let (first, last) = (without(&has_incoming, begin), without(&has_outgoing, end));
        ends.insert(index, SubgraphEnds { first, last });
    }
    ends
}

/// For each subgraph the last one within it. Subgraphs are numbered as they begin, so those within one follow it in one run.
pub(super) fn last_within(chart: &Flowchart) -> Vec<usize> {
    let mut last_within: Vec<usize> = (0..chart.subgraphs.len()).collect();
    for index in (0..chart.subgraphs.len()).rev() {
        if let Some(outer) = chart.subgraphs[index].within {
            last_within[outer] = last_within[outer].max(last_within[index]);
        }
    }
    last_within
}
