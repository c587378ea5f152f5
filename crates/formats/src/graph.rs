//! From the graph of a flowchart to one that can be walked: one start, every choice asked, no circle without an answer.

use std::collections::BTreeMap;

use super::label::{self, Label};
use super::{Remark, RoadmapWarning};
use crate::mermaid::{FlowNode, Flowchart, Shape, Stroke, lines, plain};
use roadmap::{EdgeFile, NodeId};

/// Names that are taken. A map like those of the planner, so that it is in the program once.
pub type Names = BTreeMap<NodeId, usize>;

/// Takes a name, and says whether nobody had it.
pub fn is_new(names: &mut Names, name: &NodeId) -> bool {
    names.insert(name.clone(), 0).is_none()
}

/// A node on the way to a roadmap.
pub struct Spot<'a> {
    /// Its name.
    pub id: NodeId,
    /// What stands in it.
    pub label: Label<'a>,
    /// The node of the flowchart that it is; one that was added is none.
    pub node: Option<&'a FlowNode>,
    /// Where it leads.
    pub ways: Vec<Way>,
    /// Whether it asks which way to take.
    pub asks: bool,
    /// The decision that was added right behind it.
    pub followed_by: Option<usize>,
    /// Whether any way leads to it from the start.
    pub is_reached: bool,
}

/// A way on.
pub struct Way {
    /// The place of the spot it leads to.
    pub to: usize,
    /// What stands on it.
    pub label: String,
    /// The place of its edge in the flowchart.
    order: usize,
    /// The line of its edge.
    line: usize,
}

/// The spots, the place of the start, and what was decided.
pub struct Graph<'a, 'w> {
    pub spots: Vec<Spot<'a>>,
    pub start: usize,
    /// The names there are.
    pub taken: Names,
    warnings: &'w mut Vec<RoadmapWarning>,
}

impl Spot<'_> {
    pub fn line(&self) -> Option<usize> {
        self.node.map(|node| node.line)
    }

    fn has_shape(&self, shapes: &[Shape]) -> bool {
        self.node.is_some_and(|node| shapes.contains(&node.shape))
    }
}

impl<'a, 'w> Graph<'a, 'w> {
    /// A graph that can be walked; nothing if there is no node at all.
    pub fn new(title: &str, chart: &'a Flowchart, warnings: &'w mut Vec<RoadmapWarning>) -> Option<Self> {
        let mut graph = Self { spots: Vec::new(), start: 0, taken: Names::new(), warnings };
        for node in &chart.nodes {
            is_new(&mut graph.taken, &node.id);
            graph.spots.push(Spot {
                id: node.id.clone(),
                label: label::read(&node.text),
                node: Some(node),
                ways: Vec::new(),
                asks: false,
                followed_by: None,
                is_reached: false,
            });
        }
        let ends = stand_ins(chart);
        for (order, edge) in
            chart.edges.iter().enumerate().filter(|(_, edge)| edge.stroke != Stroke::Invisible)
        {
            let (from, to) = (ends[edge.from].1, ends[edge.to].0);
            let label = lines(&edge.text).iter().map(|line| plain(line)).collect::<Vec<_>>().join(" ");
            graph.way(from, Way { to, label, order, line: edge.line });
        }
        for (at, spot) in graph.spots.iter_mut().enumerate() {
            if spot.label.title.is_empty() {
                spot.label.title = spot.id.to_string();
            }
            // A subgraph that stands for its nodes is none itself.
            if ends[at] != (at, at) {
                spot.node = None;
            }
        }
        graph.find_start(title)?;
        graph.reach();
        graph.ask();
        graph.open_circles();
        graph.name_answers();
        Some(graph)
    }

    /// Adds a way, unless it is there already or leads back to where it begins.
    fn way(&mut self, from: usize, way: Way) {
        if from == way.to {
            self.leave_out(from, &way);
        } else if !self.spots[from].ways.iter().any(|other| other.to == way.to && other.label == way.label) {
            self.spots[from].ways.push(way);
        }
    }

    fn leave_out(&mut self, from: usize, way: &Way) {
        let ends = (self.spots[from].id.clone(), self.spots[way.to].id.clone());
        self.warn(Some(way.line), Remark::WayLeftOut(ends.0, ends.1));
    }

    pub fn warn(&mut self, line: Option<usize>, what: Remark) {
        super::warn(self.warnings, line, what);
    }

    /// The start is the one node without a way in, or one that was added before several.
    fn find_start(&mut self, title: &str) -> Option<()> {
        let mut has_way_in = vec![false; self.spots.len()];
        for way in self.spots.iter().flat_map(|spot| &spot.ways) {
            has_way_in[way.to] = true;
        }
        let is_root = |&at: &usize| !has_way_in[at] && self.spots[at].node.is_some();
        let roots: Vec<usize> = (0..self.spots.len()).filter(is_root).collect();
        let mut starts: Vec<usize> =
            roots.iter().copied().filter(|&at| !self.spots[at].ways.is_empty()).collect();
        if starts.is_empty() {
            let has_ways = |at: &usize| !self.spots[*at].ways.is_empty();
            let first = (0..self.spots.len()).find(has_ways).or(roots.first().copied())?;
            if !roots.contains(&first) {
                self.warn(self.spots[first].line(), Remark::StartGuessed(self.spots[first].id.clone()));
            }
            starts.push(first);
        }
        let marked: Vec<usize> = starts.iter().copied().filter(|&at| is_marked(&self.spots[at])).collect();
        if let &[only] = marked.as_slice() {
            starts = vec![only];
        }
        self.start = starts[0];
        let spot = &self.spots[self.start];
        let is_question = spot.ways.len() > 1 && spot.has_shape(&[Shape::Diamond, Shape::Hexagon]);
        if starts.len() > 1 || spot.label.effort.is_some() || is_question || has_way_in[self.start] {
            if starts.len() > 1 {
                self.warn(None, Remark::StartAdded(starts.len()));
            }
            let ways =
                starts.into_iter().map(|to| Way { to, label: String::new(), order: 0, line: 0 }).collect();
            self.start = self.add("Start", title.to_owned(), ways);
        }
        Some(())
    }

    /// Adds a spot that the flowchart has not, under a name that none of its nodes has.
    fn add(&mut self, id: &str, title: String, ways: Vec<Way>) -> usize {
        let mut free = NodeId::from(id);
        let mut number = 1;
        while !is_new(&mut self.taken, &free) {
            number += 1;
            free = format!("{id}_{number}").into();
        }
        self.spots.push(Spot {
            id: free,
            label: Label { title, ..Label::default() },
            node: None,
            ways,
            asks: false,
            followed_by: None,
            is_reached: true,
        });
        self.spots.len() - 1
    }

    /// Finds out what the start leads to; the rest is left out.
    fn reach(&mut self) {
        let mut to_visit = vec![self.start];
        self.spots[self.start].is_reached = false;
        while let Some(at) = to_visit.pop() {
            if !std::mem::replace(&mut self.spots[at].is_reached, true) {
                to_visit.extend(self.spots[at].ways.iter().map(|way| way.to));
            }
        }
        for at in 0..self.spots.len() {
            let spot = &self.spots[at];
            if !spot.is_reached && spot.node.is_some() {
                self.warn(spot.line(), Remark::LeftOut(spot.id.clone()));
            }
        }
    }

    /// Every spot with several ways on asks which to take: itself, or through a decision added behind it.
    fn ask(&mut self) {
        for at in 0..self.spots.len() {
            let spot = &self.spots[at];
            if !spot.is_reached || spot.ways.len() < 2 {
                continue;
            }
            let is_question = spot.has_shape(&[Shape::Diamond, Shape::Hexagon])
                || spot.ways.iter().all(|way| !way.label.is_empty());
            if !is_question {
                self.warn(spot.line(), Remark::SplitAsks(spot.id.clone()));
            }
            let spot = &mut self.spots[at];
            if spot.label.effort.is_none() && at != self.start {
                spot.asks = true;
                continue;
            }
            // These few words become part of the roadmap, not of the page.
            let title = format!("What comes after “{}”?", spot.label.title);
            let id = format!("{}_next", spot.id);
            let ways = std::mem::take(&mut spot.ways);
            let order = ways[0].order;
            let decision = self.add(&id, title, ways);
            self.spots[decision].asks = true;
            self.spots[at].followed_by = Some(decision);
            self.spots[at].ways.push(Way { to: decision, label: String::new(), order, line: 0 });
        }
    }

    /// Leaves out the ways that close a circle of decisions alone, then those that close one without any.
    fn open_circles(&mut self) {
        self.leave_out_back_ways(true);
        for spot in &mut self.spots {
            spot.asks &= spot.ways.len() > 1;
        }
        self.leave_out_back_ways(false);
    }

    /// Leaves out every way from one asking, or not asking, spot back to one that led to it through such spots only.
    fn leave_out_back_ways(&mut self, asking: bool) {
        let belongs = |graph: &Self, at: usize| graph.spots[at].is_reached && graph.spots[at].asks == asking;
        let (mut is_done, mut on_walk) = (vec![false; self.spots.len()], vec![false; self.spots.len()]);
        // The start comes first, so that circles are opened where they lead back to.
        for root in std::iter::once(self.start).chain(0..self.spots.len()) {
            if is_done[root] || !belongs(self, root) {
                continue;
            }
            let mut walk = vec![(root, 0)];
            on_walk[root] = true;
            while let Some((at, next)) = walk.last_mut() {
                let at = *at;
                let Some(to) = self.spots[at].ways.get(*next).map(|way| way.to) else {
                    (is_done[at], on_walk[at]) = (true, false);
                    walk.pop();
                    continue;
                };
                if on_walk[to] {
                    let way = self.spots[at].ways.remove(*next);
                    self.leave_out(at, &way);
                    continue;
                }
                *next += 1;
                if !is_done[to] && belongs(self, to) {
                    on_walk[to] = true;
                    walk.push((to, 0));
                }
            }
        }
    }

    /// Gives each answer words of its own: those of where it leads if it has none, with a number if another has them.
    fn name_answers(&mut self) {
        for at in 0..self.spots.len() {
            if !self.spots[at].is_reached || !self.spots[at].asks {
                continue;
            }
            let (id, line) = (self.spots[at].id.clone(), self.spots[at].line());
            let (mut named, mut told) = (false, false);
            let mut taken = Names::new();
            for way in 0..self.spots[at].ways.len() {
                let Way { to, label, .. } = &self.spots[at].ways[way];
                named |= label.is_empty();
                let words = if label.is_empty() { &self.spots[*to].label.title } else { label };
                let mut answer = words.clone();
                let mut number = way;
                while !is_new(&mut taken, &answer.as_str().into()) {
                    told = true;
                    number += 1;
                    answer = format!("{words} ({number})");
                }
                self.spots[at].ways[way].label = answer;
            }
            if named {
                self.warn(line, Remark::AnswerNamed(id.clone()));
            }
            if told {
                self.warn(line, Remark::AnswersTold(id));
            }
        }
    }
}

impl Graph<'_, '_> {
    /// The ways from spots that the start leads to, in the order of the text.
    pub fn edges(&self) -> Vec<EdgeFile> {
        // Each edge of the flowchart has at most one way, and one more if a decision was added before it.
        let mut found: Vec<Vec<EdgeFile>> = Vec::new();
        for spot in self.spots.iter().filter(|spot| spot.is_reached) {
            for way in &spot.ways {
                let (from, to) = (spot.id.clone(), self.spots[way.to].id.clone());
                if found.len() <= way.order {
                    found.resize_with(way.order + 1, Vec::new);
                }
                found[way.order].push(EdgeFile { from, to, label: way.label.clone() });
            }
        }
        found.into_iter().flatten().collect()
    }
}

/// Whether a node looks like a start.
fn is_marked(spot: &Spot<'_>) -> bool {
    let Some(node) = spot.node else { return false };
    let says = |text: &str| {
        let is_start = text.get(..5).is_some_and(|text| text.eq_ignore_ascii_case("start"));
        is_start && !text[5..].starts_with(|letter: char| letter.is_lowercase())
    };
    node.shape == Shape::Stadium || says(node.id.as_str()) || node.classes.iter().any(|class| says(class))
}

/// For each node the places of those that stand for it at the end and at the beginning of an edge: a subgraph is stood for
/// by its node without a way in from within, and by the one without a way on within.
fn stand_ins(chart: &Flowchart) -> Vec<(usize, usize)> {
    let mut ends: Vec<(usize, usize)> = (0..chart.nodes.len()).map(|at| (at, at)).collect();
    // Subgraphs are numbered as they begin, so those within one follow it in one run.
    let mut last: Vec<usize> = (0..chart.subgraphs.len()).collect();
    for at in (0..chart.subgraphs.len()).rev() {
        if let Some(outer) = chart.subgraphs[at].within {
            last[outer] = last[outer].max(last[at]);
        }
    }
    for (at, node) in chart.nodes.iter().enumerate() {
        let Some(subgraph) = chart.subgraphs.iter().position(|subgraph| subgraph.id == node.id) else {
            continue;
        };
        let is_in = |place: usize| {
            let within = chart.nodes[place].within;
            place != at && within.is_some_and(|within| (subgraph..=last[subgraph]).contains(&within))
        };
        let members: Vec<usize> = (0..chart.nodes.len()).filter(|&place| is_in(place)).collect();
        let (mut has_way_in, mut has_way_on) =
            (vec![false; chart.nodes.len()], vec![false; chart.nodes.len()]);
        for edge in chart.edges.iter().filter(|edge| is_in(edge.from) && is_in(edge.to)) {
            has_way_in[edge.to] = true;
            has_way_on[edge.from] = true;
        }
        let first = members.iter().find(|&&place| !has_way_in[place]).or(members.first());
        let last = members.iter().rfind(|&&place| !has_way_on[place]).or(members.last());
        if let (Some(&first), Some(&last)) = (first, last) {
            ends[at] = (first, last);
        }
    }
    ends
}
