//! Checks of the graph: node ids, edges, cycles and reachability.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::fmt::Arguments;

use super::Problems;
use super::cycle::find_cycle;
use super::order::ranks;
use crate::{AnswerId, EdgeFile, Fault, KindName, NodeFile, NodeId, RoadmapFile, WrittenKind};

/// The index of each node, of the first one where several have the same id.
pub fn check_node_ids(file: &RoadmapFile, problems: &mut Problems) -> BTreeMap<NodeId, usize> {
    let mut by_id = BTreeMap::new();
    for (index, node) in file.nodes.iter().enumerate() {
        problems.not_empty(format_args!("/nodes/{index}/id"), node.id.as_str());
        match by_id.entry(node.id.clone()) {
            Entry::Vacant(free) => {
                free.insert(index);
            }
            Entry::Occupied(_) => {
                problems.add(format_args!("/nodes/{index}/id"), Fault::DuplicateNode(node.id.clone()));
            }
        }
    }
    by_id
}

/// The indices of all starts; a valid roadmap has one.
pub fn check_start(file: &RoadmapFile, problems: &mut Problems) -> Vec<usize> {
    let starts = file.nodes.iter().enumerate().filter(|(_, node)| node.is(KindName::Start));
    let starts: Vec<usize> = starts.map(|(index, _)| index).collect();
    if starts.len() != 1 {
        problems.add("/nodes", Fault::NotOneStart(starts.len()));
    }
    starts
}

/// Adjacency lists of the edges whose ends both exist.
pub struct Adjacency<'a> {
    file: &'a RoadmapFile,
    /// For each node the indices of its outgoing edges and of their targets.
    outgoing: Vec<Vec<(usize, usize)>>,
    /// For each node the number of outgoing edges, including those to unknown nodes.
    out_degree: Vec<usize>,
    /// For each node whether its kind is known and no earlier node has its id. Others are reported already.
    is_sound: Vec<bool>,
}

impl<'a> Adjacency<'a> {
    #[inline(never)]
    pub fn new(file: &'a RoadmapFile, by_id: &BTreeMap<NodeId, usize>, problems: &mut Problems) -> Self {
        let mut outgoing = vec![Vec::new(); file.nodes.len()];
        let mut out_degree = vec![0; file.nodes.len()];
        let is_sound = |(index, node): (usize, &NodeFile)| {
            by_id[&node.id] == index && matches!(node.kind, WrittenKind::Known(_))
        };
        let is_sound = file.nodes.iter().enumerate().map(is_sound).collect();
        let mut answers = Answers::default();
        for (index, edge) in file.edges.iter().enumerate() {
            let place = format_args!("/edges/{index}");
            for (end, id) in [("from", &edge.from), ("to", &edge.to)] {
                if !by_id.contains_key(id) {
                    problems.add(format_args!("{place}/{end}"), Fault::UnknownNode(id.clone()));
                }
            }
            let Some(&from) = by_id.get(&edge.from) else { continue };
            out_degree[from] += 1;
            if file.nodes[from].is(KindName::Decision) {
                answers.check(place, edge, problems);
            } else if edge.id.is_some() {
                problems.add(format_args!("{place}/id"), Fault::DoesNotBelong);
            }
            if let Some(&to) = by_id.get(&edge.to) {
                let is_answer = file.nodes[from].is(KindName::Decision);
                if !is_answer && outgoing[from].iter().any(|&(_, other)| other == to) {
                    problems.add(format_args!("{place}/to"), Fault::Repeated(edge.to.to_string()));
                }
                outgoing[from].push((index, to));
            }
        }
        Self { file, outgoing, out_degree, is_sound }
    }

    /// For each node the indices of its outgoing edges.
    pub fn edges(&self) -> Vec<Vec<usize>> {
        self.outgoing.iter().map(|edges| edges.iter().map(|&(edge, _)| edge).collect()).collect()
    }

    fn is_decision(&self, index: usize) -> bool {
        self.file.nodes[index].is(KindName::Decision)
    }

    pub fn check_answers(&self, problems: &mut Problems) {
        for index in (0..self.out_degree.len()).filter(|&index| self.is_sound[index]) {
            let answers = self.out_degree[index];
            if self.is_decision(index) && answers < 2 {
                problems.add(format_args!("/nodes/{index}"), Fault::TooFewAnswers(answers));
            }
        }
    }

    /// For each node its place in the order in which nodes are visited.
    pub fn ranks(&self, start: usize) -> Vec<usize> {
        ranks(&self.targets(), start)
    }

    fn targets(&self) -> Vec<Vec<usize>> {
        self.outgoing.iter().map(|edges| edges.iter().map(|&(_, to)| to).collect()).collect()
    }

    /// Does nothing without a start, which is reported already.
    pub fn check_reachable(&self, starts: &[usize], problems: &mut Problems) {
        if starts.is_empty() {
            return;
        }
        let mut reached = vec![false; self.outgoing.len()];
        let mut to_visit = starts.to_vec();
        while let Some(index) = to_visit.pop() {
            if !std::mem::replace(&mut reached[index], true) {
                to_visit.extend(self.outgoing[index].iter().map(|&(_, to)| to));
            }
        }
        for index in (0..reached.len()).filter(|&index| !reached[index] && self.is_sound[index]) {
            problems
                .add(format_args!("/nodes/{index}"), Fault::Unreachable(self.file.nodes[index].id.clone()));
        }
    }

    pub fn check_cycles(&self, problems: &mut Problems) {
        let targets = self.targets();
        if let Some(cycle) = find_cycle(&targets, |index| self.is_sound[index] && !self.is_decision(index)) {
            problems.add(format_args!("/nodes/{}", cycle[0]), Fault::CycleWithoutDecision(self.ids(&cycle)));
        }
        if let Some(cycle) = find_cycle(&targets, |index| self.is_decision(index)) {
            problems.add(format_args!("/nodes/{}", cycle[0]), Fault::CycleOfDecisions(self.ids(&cycle)));
        }
    }

    fn ids(&self, nodes: &[usize]) -> Vec<NodeId> {
        nodes.iter().map(|&index| self.file.nodes[index].id.clone()).collect()
    }
}

/// The answers met so far, each with its decision.
#[derive(Default)]
struct Answers<'a> {
    labels: BTreeSet<(&'a NodeId, &'a str)>,
    ids: BTreeSet<(&'a NodeId, &'a AnswerId)>,
}

impl<'a> Answers<'a> {
    fn check(&mut self, place: Arguments, edge: &'a EdgeFile, problems: &mut Problems) {
        if edge.label.trim().is_empty() {
            problems.add(format_args!("{place}/label"), Fault::AnswerWithoutLabel);
        } else if !self.labels.insert((&edge.from, &edge.label)) {
            problems.add(format_args!("{place}/label"), Fault::Repeated(edge.label.clone()));
        }
        if let Some(id) = &edge.id {
            problems.not_empty(format_args!("{place}/id"), id.as_str());
            if !self.ids.insert((&edge.from, id)) {
                problems.add(format_args!("{place}/id"), Fault::DuplicateAnswer(id.clone()));
            }
        }
    }
}
