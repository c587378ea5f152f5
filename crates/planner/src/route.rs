//! The learner's own route through the roadmap, with a reason for each node on it or left out.

use std::collections::{BTreeMap, BTreeSet};

use roadmap::{AnswerId, Edge, Kind, Node, NodeId, Roadmap};

/// A visit to a decision. A roadmap that leads back to a decision asks again, so one decision can have several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    pub decision: NodeId,
    /// Counted from 1.
    pub visit: u32,
}

impl Turn {
    pub fn first(decision: NodeId) -> Self {
        Self { decision, visit: 1 }
    }
}

/// The learner's answers, by their ids.
///
/// Answers that are not on the present route are kept, so that changing one's mind back restores them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<Turn, AnswerId>);

impl Answers {
    pub fn at(&self, turn: &Turn) -> Option<&AnswerId> {
        self.0.get(turn)
    }

    /// Replaces an earlier answer at the same turn.
    pub fn give(&mut self, turn: Turn, answer: impl Into<AnswerId>) {
        self.0.insert(turn, answer.into());
    }

    /// All answers, by decision and visit.
    pub fn iter(&self) -> impl Iterator<Item = (&Turn, &AnswerId)> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The walk from the start to an end, or to the first decision without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The nodes in order, each once.
    pub steps: Vec<RouteStep>,
    /// The visits to decisions, in order.
    pub turns: Vec<TurnTaken>,
    /// The nodes that other answers would have led to.
    pub left_out: Vec<LeftOut>,
}

/// A node on the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteStep {
    pub node: NodeId,
    pub reason: Reason,
}

/// Why a node is on the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Every route begins there.
    Start,
    /// An edge of that node leads there.
    Follows(NodeId),
    /// The learner's answer leads there.
    Answered(Turn, AnswerId),
    /// No other answer was left at that turn.
    OnlyWay(Turn, AnswerId),
}

/// A visit to a decision with the answers offered and taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnTaken {
    pub turn: Turn,
    /// The answers that lead on from here with their nodes, in reading order.
    pub offered: Vec<(AnswerId, NodeId)>,
    /// `None` if the walk waits or ends here.
    pub taken: Option<AnswerId>,
    /// The number of nodes with work before it.
    pub work_before: usize,
}

impl TurnTaken {
    /// A single answer is taken without asking.
    pub fn is_asked(&self) -> bool {
        self.offered.len() > 1
    }
}

/// A node that another answer would have led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub node: NodeId,
    /// The first visit that offered it.
    pub turn: Turn,
    pub instead: AnswerId,
}

impl Route {
    /// Walks the roadmap by the answers until it ends or an answer is missing.
    ///
    /// Where several edges leave a node that is no decision, all of them are gone: branch by branch in the order written,
    /// and a node where branches meet comes after all of them. A node that is reached again is passed through. A decision
    /// offers an answer if a new node or an end can be reached behind it, without going through a path already taken or
    /// through the same decision.
    ///
    /// ```
    /// use planner::{Answers, Route, Turn};
    /// use roadmap::Roadmap;
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let unanswered = Route::walk(&roadmap, &Answers::default());
    /// assert_eq!(unanswered.open(), Some(&Turn::first("Assess".into())));
    /// ```
    pub fn walk(roadmap: &Roadmap, answers: &Answers) -> Self {
        Walk::new(roadmap).follow(answers)
    }

    /// The turn that waits for an answer. A walk ends at a decision that offers nothing.
    pub fn open(&self) -> Option<&Turn> {
        let waits = |taken: &&TurnTaken| taken.taken.is_none() && taken.is_asked();
        self.turns.iter().find(waits).map(|taken| &taken.turn)
    }

    pub fn contains(&self, node: &NodeId) -> bool {
        self.steps.iter().any(|step| step.node == *node)
    }
}

/// A walk in progress.
struct Walk<'a> {
    roadmap: &'a Roadmap,
    /// The nodes that are to be visited, by their places in the order of the roadmap.
    pending: BTreeMap<usize, (&'a Node, Reason)>,
    visited: BTreeSet<&'a NodeId>,
    visits: BTreeMap<&'a NodeId, u32>,
    /// The number of nodes with work so far.
    work: usize,
    route: Route,
}

impl<'a> Walk<'a> {
    fn new(roadmap: &'a Roadmap) -> Self {
        let route = Route { steps: Vec::new(), turns: Vec::new(), left_out: Vec::new() };
        Self {
            roadmap,
            pending: BTreeMap::new(),
            visited: BTreeSet::new(),
            visits: BTreeMap::new(),
            work: 0,
            route,
        }
    }

    fn follow(mut self, answers: &Answers) -> Route {
        self.add(self.roadmap.start(), Reason::Start);
        while let Some((_, (node, reason))) = self.pending.pop_first() {
            match node.kind {
                Kind::Decision => self.turn(node, reason, answers),
                _ => self.pass(node, reason),
            }
        }
        self.leave_out();
        self.route
    }

    /// A node to visit. Where it was reached before and waits for other branches, the first reason stands.
    fn add(&mut self, node: &'a Node, reason: Reason) {
        let rank = self.roadmap.rank(&node.id).expect("it is a node of this roadmap");
        self.pending.entry(rank).or_insert((node, reason));
    }

    fn pass(&mut self, node: &'a Node, reason: Reason) {
        let is_new = self.visited.insert(&node.id);
        if is_new {
            self.route.steps.push(RouteStep { node: node.id.clone(), reason });
            self.work += usize::from(matches!(node.kind, Kind::Phase(_) | Kind::Projects(_)));
        }
        let edges: Vec<&Edge> = self.roadmap.edges_from(&node.id).collect();
        for edge in &edges {
            // Of the branches behind a node that is passed again, only those with something new are gone.
            if is_new || edges.len() == 1 || self.leads_on(node, edge) {
                self.add(self.target(edge), Reason::Follows(node.id.clone()));
            }
        }
    }

    fn turn(&mut self, node: &'a Node, reason: Reason, answers: &Answers) {
        let visit = self.visits.entry(&node.id).or_default();
        // Each visit adds a node in a checked roadmap, so that only answers written by hand can reach this bound.
        if *visit as usize > self.roadmap.nodes().len() {
            return;
        }
        *visit += 1;
        let turn = Turn { decision: node.id.clone(), visit: *visit };
        if *visit == 1 {
            self.route.steps.push(RouteStep { node: node.id.clone(), reason });
        }
        let offered: Vec<(&AnswerId, &Edge)> =
            self.roadmap.answers(&node.id).filter(|(_, edge)| self.leads_on(node, edge)).collect();
        let taken = match (offered.as_slice(), answers.at(&turn)) {
            ([only], _) => Some(*only),
            (several, Some(given)) => several.iter().find(|(answer, _)| *answer == given).copied(),
            (_, None) => None,
        };
        let reason = if offered.len() == 1 { Reason::OnlyWay } else { Reason::Answered };
        match taken {
            Some((answer, edge)) => self.add(self.target(edge), reason(turn.clone(), answer.clone())),
            // What comes after depends on the answer.
            None if offered.len() > 1 => self.pending.clear(),
            None => {}
        }
        self.route.turns.push(TurnTaken {
            turn,
            offered: offered.iter().map(|(answer, edge)| ((*answer).clone(), edge.to.clone())).collect(),
            taken: taken.map(|(answer, _)| answer.clone()),
            work_before: self.work,
        });
    }

    /// Whether a new node or an end can be reached behind an edge.
    fn leads_on(&self, from: &Node, edge: &Edge) -> bool {
        let mut seen = BTreeSet::from([&from.id]);
        let mut to_visit = vec![self.target(edge)];
        while let Some(node) = to_visit.pop() {
            if !seen.insert(&node.id) {
                continue;
            }
            let is_visited = self.visited.contains(&node.id);
            match node.kind {
                Kind::Path(_) if is_visited => continue,
                Kind::Decision => {}
                _ if !is_visited => return true,
                _ if self.roadmap.edges_from(&node.id).next().is_none() => return true,
                _ => {}
            }
            to_visit.extend(self.roadmap.edges_from(&node.id).map(|edge| self.target(edge)));
        }
        false
    }

    fn target(&self, edge: &Edge) -> &'a Node {
        self.roadmap.node(&edge.to).expect("edges of a checked roadmap end at its nodes")
    }

    /// Records each node that another answer would have led to, at the first turn that offered it.
    fn leave_out(&mut self) {
        let mut seen = self.visited.clone();
        for taken in &self.route.turns {
            let Some(instead) = &taken.taken else { continue };
            for edge in self.roadmap.edges_from(&taken.turn.decision) {
                let node = self.target(edge);
                if !matches!(node.kind, Kind::Decision) && seen.insert(&node.id) {
                    self.route.left_out.push(LeftOut {
                        node: node.id.clone(),
                        turn: taken.turn.clone(),
                        instead: instead.clone(),
                    });
                }
            }
        }
    }
}
