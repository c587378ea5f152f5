//! Turns the graph of a flowchart into one that can be walked: one start, every choice asked, no cycle without an answer.

use std::collections::{HashMap, HashSet};

use crate::label::Label;
use crate::mermaid::{FlowNode, Flowchart, Shape, Stroke, lines, plain};
use crate::warning::{Remark, Warnings};
use roadmap::{EdgeFile, NodeId};

/// A node of the roadmap in the making.
pub struct DraftNode<'a> {
    pub id: NodeId,
    pub label: Label<'a>,
    /// `None` if the flowchart has no such node.
    pub source: Option<&'a FlowNode>,
    /// Outgoing edges.
    pub edges: Vec<DraftEdge>,
    pub is_decision: bool,
    /// The index of the decision that was added behind this node.
    pub added_decision: Option<usize>,
    /// Whether the start leads to it.
    pub is_reachable: bool,
}

/// An edge to another node.
pub struct DraftEdge {
    /// Index of the target.
    pub to: usize,
    pub label: String,
    /// Index of the flowchart's edge; an added edge has that of the one it precedes.
    order: usize,
    /// The line of the flowchart's edge, for warnings.
    line: usize,
}

impl DraftEdge {
    fn unlabeled(to: usize, order: usize) -> Self {
        Self { to, label: String::new(), order, line: 0 }
    }
}

pub struct Graph<'a> {
    pub nodes: Vec<DraftNode<'a>>,
    /// Index of the start.
    pub start: usize,
    /// The ids of all nodes, including those that were dropped.
    pub ids: HashSet<NodeId>,
    pub warnings: Warnings,
}

impl DraftNode<'_> {
    pub fn line(&self) -> Option<usize> {
        self.source.map(|node| node.line)
    }

    fn has_question_shape(&self) -> bool {
        self.source.is_some_and(|node| matches!(node.shape, Shape::Diamond | Shape::Hexagon))
    }

    /// Whether the node looks like a start: by its shape, its id or its class.
    fn is_marked_as_start(&self) -> bool {
        let Some(node) = self.source else { return false };
        let says_start = |text: &str| {
            text.split_at_checked(5).is_some_and(|(word, rest)| {
                word.eq_ignore_ascii_case("start") && !rest.starts_with(char::is_lowercase)
            })
        };
        node.shape == Shape::Stadium
            || says_start(node.id.as_str())
            || node.classes.iter().any(|class| says_start(class))
    }
}

impl<'a> Graph<'a> {
    /// Returns `None` if the flowchart has no nodes.
    pub fn new(title: &str, chart: &'a Flowchart, warnings: Warnings) -> Option<Self> {
        let mut graph = Self::copy(chart, warnings);
        graph.find_start(title)?;
        graph.mark_reachable();
        graph.mark_decisions();
        graph.break_cycles();
        graph.name_answers();
        Some(graph)
    }

    fn copy(chart: &'a Flowchart, warnings: Warnings) -> Self {
        let mut graph = Self { nodes: Vec::new(), start: 0, ids: HashSet::new(), warnings };
        for node in &chart.nodes {
            graph.ids.insert(node.id.clone());
            graph.nodes.push(DraftNode {
                id: node.id.clone(),
                label: Label::parse(&node.text),
                source: Some(node),
                edges: Vec::new(),
                is_decision: false,
                added_decision: None,
                is_reachable: false,
            });
        }
        let members = subgraph_ends(chart);
        for (order, edge) in chart.edges.iter().enumerate() {
            if edge.stroke == Stroke::Invisible {
                continue;
            }
            let from = members.get(&edge.from).map_or(edge.from, |ends| ends.last);
            let to = members.get(&edge.to).map_or(edge.to, |ends| ends.first);
            let label = lines(&edge.text).iter().map(|line| plain(line)).collect::<Vec<_>>().join(" ");
            graph.add_edge(from, DraftEdge { to, label, order, line: edge.line });
        }
        for (index, node) in graph.nodes.iter_mut().enumerate() {
            if node.label.title.is_empty() {
                node.label.title = node.id.to_string();
            }
            // A subgraph with members is not a node of the roadmap.
            if members.contains_key(&index) {
                node.source = None;
            }
        }
        graph
    }

    /// Adds an edge, unless it is there already or is a self-loop.
    fn add_edge(&mut self, from: usize, edge: DraftEdge) {
        if from == edge.to {
            self.warn_of_dropped(from, &edge);
            return;
        }
        let edges = &mut self.nodes[from].edges;
        if !edges.iter().any(|other| other.to == edge.to && other.label == edge.label) {
            edges.push(edge);
        }
    }

    fn warn_of_dropped(&mut self, from: usize, edge: &DraftEdge) {
        let ends = Remark::EdgeDropped(self.nodes[from].id.clone(), self.nodes[edge.to].id.clone());
        self.warnings.add(Some(edge.line), ends);
    }

    /// Takes the only node without an incoming edge, or adds a start before several.
    fn find_start(&mut self, title: &str) -> Option<()> {
        let mut has_incoming = vec![false; self.nodes.len()];
        for edge in self.nodes.iter().flat_map(|node| &node.edges) {
            has_incoming[edge.to] = true;
        }
        let starts = self.start_candidates(&has_incoming)?;
        self.start = starts[0];
        let node = &self.nodes[self.start];
        let is_question = node.edges.len() > 1 && node.has_question_shape();
        if starts.len() > 1 {
            self.warnings.add(None, Remark::StartAdded(starts.len()));
        } else if node.label.effort.is_none() && !is_question && !has_incoming[self.start] {
            return Some(());
        }
        let edges = starts.into_iter().map(|to| DraftEdge::unlabeled(to, 0)).collect();
        self.start = self.add_node("Start", title.to_owned(), edges);
        Some(())
    }

    /// The nodes to start from, at least one, or `None` if there are no nodes at all.
    fn start_candidates(&mut self, has_incoming: &[bool]) -> Option<Vec<usize>> {
        let is_root = |&index: &usize| !has_incoming[index] && self.nodes[index].source.is_some();
        let roots: Vec<usize> = (0..self.nodes.len()).filter(is_root).collect();
        let has_edges = |index: &usize| !self.nodes[*index].edges.is_empty();
        let mut starts: Vec<usize> = roots.iter().copied().filter(has_edges).collect();
        if starts.is_empty() {
            let first = (0..self.nodes.len()).find(has_edges).or(roots.first().copied())?;
            if !roots.contains(&first) {
                let node = &self.nodes[first];
                self.warnings.add(node.line(), Remark::StartGuessed(node.id.clone()));
            }
            starts.push(first);
        }
        let mut marked = starts.iter().copied().filter(|&index| self.nodes[index].is_marked_as_start());
        match (marked.next(), marked.next()) {
            (Some(only), None) => Some(vec![only]),
            _ => Some(starts),
        }
    }

    /// Adds a reachable node that the flowchart does not have, with `id` or `id_N` as its id.
    fn add_node(&mut self, id: &str, title: String, edges: Vec<DraftEdge>) -> usize {
        let mut free = NodeId::from(id);
        let mut number = 1;
        while !self.ids.insert(free.clone()) {
            number += 1;
            free = format!("{id}_{number}").into();
        }
        self.nodes.push(DraftNode {
            id: free,
            label: Label { title, ..Label::default() },
            source: None,
            edges,
            is_decision: false,
            added_decision: None,
            is_reachable: true,
        });
        self.nodes.len() - 1
    }

    fn mark_reachable(&mut self) {
        self.nodes[self.start].is_reachable = false;
        let mut to_visit = vec![self.start];
        while let Some(index) = to_visit.pop() {
            let node = &mut self.nodes[index];
            if !node.is_reachable {
                node.is_reachable = true;
                to_visit.extend(node.edges.iter().map(|edge| edge.to));
            }
        }
        for node in &self.nodes {
            if !node.is_reachable && node.source.is_some() {
                self.warnings.add(node.line(), Remark::Unreachable(node.id.clone()));
            }
        }
    }

    /// Every node with several outgoing edges becomes a decision. Phases and the start, which cannot be one, get a decision
    /// behind them.
    fn mark_decisions(&mut self) {
        for index in 0..self.nodes.len() {
            let node = &mut self.nodes[index];
            if !node.is_reachable || node.edges.len() < 2 {
                continue;
            }
            if !node.has_question_shape() && node.edges.iter().any(|edge| edge.label.is_empty()) {
                self.warnings.add(node.line(), Remark::SplitAsks(node.id.clone()));
            }
            if node.label.effort.is_none() && index != self.start {
                node.is_decision = true;
                continue;
            }
            // Part of the learner's roadmap, hence not among the words of the page.
            let title = format!("What comes after “{}”?", node.label.title);
            let id = format!("{}_next", node.id);
            let edges = std::mem::take(&mut node.edges);
            let order = edges[0].order;
            let decision = self.add_node(&id, title, edges);
            self.nodes[decision].is_decision = true;
            let node = &mut self.nodes[index];
            node.added_decision = Some(decision);
            node.edges.push(DraftEdge::unlabeled(decision, order));
        }
    }

    /// Drops the edges that close a cycle of decisions only, then those that close one without any.
    fn break_cycles(&mut self) {
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

    fn is_among(&self, index: usize, decisions: bool) -> bool {
        let node = &self.nodes[index];
        node.is_reachable && node.is_decision == decisions
    }

    /// Gives each answer a unique label: the title of its target if it has none, and a number if another has the same.
    fn name_answers(&mut self) {
        for index in 0..self.nodes.len() {
            if !self.is_among(index, true) {
                continue;
            }
            let (mut has_unnamed, mut has_alike) = (false, false);
            let mut taken = HashSet::new();
            for at in 0..self.nodes[index].edges.len() {
                let DraftEdge { to, label, .. } = &self.nodes[index].edges[at];
                has_unnamed |= label.is_empty();
                let words = if label.is_empty() { &self.nodes[*to].label.title } else { label };
                let mut answer = words.clone();
                let mut number = at;
                while !taken.insert(answer.clone()) {
                    has_alike = true;
                    number += 1;
                    answer = format!("{words} ({number})");
                }
                self.nodes[index].edges[at].label = answer;
            }
            let node = &self.nodes[index];
            if has_unnamed {
                self.warnings.add(node.line(), Remark::AnswersNamed(node.id.clone()));
            }
            if has_alike {
                self.warnings.add(node.line(), Remark::AnswersNumbered(node.id.clone()));
            }
        }
    }

    /// The reachable nodes with their indices, in the order of the text; added ones come where they belong.
    pub fn in_order(&self) -> impl Iterator<Item = (usize, &DraftNode<'a>)> {
        let is_added = |index: usize| self.nodes[index].source.is_none();
        let start = Some(self.start).filter(|&start| is_added(start));
        let written = (0..self.nodes.len()).filter(move |&index| !is_added(index));
        start
            .into_iter()
            .chain(written)
            .flat_map(|index| [Some(index), self.nodes[index].added_decision])
            .flatten()
            .map(|index| (index, &self.nodes[index]))
            .filter(|(_, node)| node.is_reachable)
    }

    /// The edges between reachable nodes, in the order of the text.
    pub fn edge_files(&self) -> Vec<EdgeFile> {
        let mut edges = Vec::new();
        for node in self.nodes.iter().filter(|node| node.is_reachable) {
            for edge in &node.edges {
                let (from, to) = (node.id.clone(), self.nodes[edge.to].id.clone());
                edges.push((edge.order, EdgeFile { from, to, id: None, label: edge.label.clone() }));
            }
        }
        edges.sort_by_key(|(order, _)| *order);
        edges.into_iter().map(|(_, edge)| edge).collect()
    }
}

/// The nodes (by index) at which edges into and out of a subgraph end.
struct SubgraphEnds {
    first: usize,
    last: usize,
}

/// For each node that is a subgraph: its first member without an incoming edge from within, and its last one without an
/// outgoing edge within.
fn subgraph_ends(chart: &Flowchart) -> HashMap<usize, SubgraphEnds> {
    // Subgraphs are numbered as they begin, so those within one follow it in one run.
    let mut last_within: Vec<usize> = (0..chart.subgraphs.len()).collect();
    for index in (0..chart.subgraphs.len()).rev() {
        if let Some(outer) = chart.subgraphs[index].within {
            last_within[outer] = last_within[outer].max(last_within[index]);
        }
    }
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
        let first = members.iter().find(|&&member| !has_incoming[member]).or(members.first());
        let last = members.iter().rfind(|&&member| !has_outgoing[member]).or(members.last());
        if let (Some(&first), Some(&last)) = (first, last) {
            ends.insert(index, SubgraphEnds { first, last });
        }
    }
    ends
}
