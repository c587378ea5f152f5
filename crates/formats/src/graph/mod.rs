//! Turns the graph of a flowchart into one that can be walked: one start, every choice asked, no cycle without an answer.

mod copy;
mod cycles;
mod decisions;
mod groups;
mod hang;
mod notes;
mod start;
mod times;
mod tree;
mod within;

use std::collections::HashSet;

use crate::label::Label;
use crate::mermaid::{FlowNode, Flowchart, Shape};
use crate::outline::Outline;
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
    /// The topics that hung on it, each with its steps.
    pub hung: Vec<(String, Vec<String>)>,
    /// Offered, and not part of the plan unless the learner wants it.
    pub is_optional: bool,
    /// Work, whether or not it says how long it takes.
    pub is_step: bool,
    pub is_decision: bool,
    /// Its words or its picture are those of an end that was reached.
    says_goal: bool,
    /// A diamond that heads a part of the roadmap and asks nothing.
    is_heading: bool,
    /// The index of the decision that was added behind this node.
    pub added_decision: Option<usize>,
    /// Whether the start leads to it.
    pub is_reachable: bool,
}

/// Pictures of an end that was reached.
const GOAL_SIGNS: [char; 5] = ['🎓', '🏆', '🎉', '🏁', '🥇'];

/// All that some ends say.
const END_WORDS: [&str; 12] =
    ["end", "the end", "finish", "done", "ende", "fin", "fim", "fine", "конец", "结束", "完成", "終了"];

/// Words of such an end.
const GOAL_WORDS: [&str; 9] = [
    "ready",
    "goal",
    "graduate",
    "graduation",
    "graduated",
    "certified",
    "congratulations",
    "hired",
    "finish",
];

/// An edge to another node.
pub struct DraftEdge {
    /// Index of the target.
    pub to: usize,
    pub label: String,
    is_dotted: bool,
    /// Index of the flowchart's edge; an added edge has that of the one it precedes.
    order: usize,
    /// The line of the flowchart's edge, for warnings.
    line: usize,
}

impl DraftEdge {
    fn unlabeled(to: usize, order: usize) -> Self {
        Self { to, label: String::new(), is_dotted: false, order, line: 0 }
    }
}

pub struct Graph<'a> {
    pub nodes: Vec<DraftNode<'a>>,
    /// Index of the start.
    pub start: usize,
    /// The ids of all nodes, including those that were dropped.
    pub ids: HashSet<NodeId>,
    /// Whether any node says how long it takes.
    pub has_times: bool,
    pub warnings: Warnings,
}

impl DraftNode<'_> {
    pub fn line(&self) -> Option<usize> {
        self.source.map(|node| node.line)
    }

    fn has_question_shape(&self) -> bool {
        self.source.is_some_and(|node| matches!(node.shape, Shape::Diamond | Shape::Hexagon))
    }

    /// Whether it is a point on the way rather than work: an end that is round or says so.
    pub fn is_goal(&self) -> bool {
        let is_bare = self.hung.is_empty() && self.label.lines.is_empty();
        self.edges.is_empty() && (self.is_round() || is_bare && self.says_goal)
    }

    fn is_round(&self) -> bool {
        let is_round = |shape| matches!(shape, Shape::Circle | Shape::DoubleCircle | Shape::Stadium);
        self.source.is_some_and(|node| is_round(node.shape)) && self.hung.is_empty()
    }

    /// Whether one of these words is in its title.
    fn announces(&self, words: &[&str]) -> bool {
        let title = self.label.title.to_lowercase();
        words.iter().any(|word| title.contains(word))
    }

    /// Whether its class says that it asks.
    fn is_classed_as_question(&self) -> bool {
        let classes = self.source.map_or(&[][..], |node| &node.classes);
        classes.iter().any(|class| {
            let class = class.to_ascii_lowercase();
            ["decision", "question", "choice"].iter().any(|word| class.contains(word))
        })
    }

    /// Whether the node looks like a start: by its shape, its id, its class or its first word.
    fn is_marked_as_start(&self) -> bool {
        let Some(node) = self.source else { return false };
        let says_start = |text: &str| {
            text.split_at_checked(5).is_some_and(|(word, rest)| {
                word.eq_ignore_ascii_case("start") && !rest.starts_with(char::is_lowercase)
            })
        };
        self.is_round()
            || says_start(node.id.as_str())
            || says_start(&self.label.title)
            || node.classes.iter().any(|class| says_start(class))
    }
}

impl<'a> Graph<'a> {
    /// Returns `None` if the flowchart has no nodes.
    pub fn new(
        title: &str,
        chart: &'a Flowchart,
        around: Option<&Outline>,
        warnings: Warnings,
    ) -> Option<Self> {
        let mut graph = Self::copy(chart, warnings);
        graph.fold_groups(chart);
        graph.fold_parts();
        graph.take_times(around.map_or(&[], |outline| &outline.phases));
        graph.mark_headings();
        graph.mark_goals();
        graph.find_start(title)?;
        graph.has_times = graph.nodes.iter().any(|node| node.label.effort.is_some());
        graph.mark_reachable();
        graph.mark_optional();
        graph.fold_tree();
        graph.hang_topics();
        graph.mark_decisions();
        graph.break_cycles();
        graph.name_answers();
        Some(graph)
    }

    /// Marks what says that it is reached. A picture of that says so only once.
    fn mark_goals(&mut self) {
        let has_sign = |node: &DraftNode<'_>| node.label.icon.contains(GOAL_SIGNS);
        let is_alone = self.nodes.iter().filter(|node| has_sign(node)).count() == 1;
        for node in &mut self.nodes {
            let title = node.label.title.to_lowercase();
            let mut words = title.split(|letter: char| !letter.is_alphanumeric());
            let says_end = title.starts_with("end of ") || END_WORDS.contains(&title.trim());
            node.says_goal =
                says_end || is_alone && has_sign(node) || words.any(|word| GOAL_WORDS.contains(&word));
        }
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
        let ends = Remark::EdgeDropped(
            self.nodes[from].label.title.clone(),
            self.nodes[edge.to].label.title.clone(),
        );
        self.warnings.add(Some(edge.line), ends);
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
            hung: Vec::new(),
            is_optional: false,
            is_step: false,
            is_decision: false,
            says_goal: false,
            is_heading: false,
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
                self.warnings.add(node.line(), Remark::Unreachable(node.label.title.clone()));
            }
        }
    }

    fn is_among(&self, index: usize, decisions: bool) -> bool {
        let node = &self.nodes[index];
        node.is_reachable && node.is_decision == decisions
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
