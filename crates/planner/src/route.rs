//! The learner's own walk through the roadmap, with a reason for each thing kept or left out.

use std::collections::{BTreeMap, BTreeSet};

use roadmap::{AnswerId, Edge, Kind, Node, NodeId, Roadmap};

/// One time that a walk comes to a decision: a roadmap that leads back to a decision asks it again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    /// The decision.
    pub decision: NodeId,
    /// Which time it is, counted from 1.
    pub visit: u32,
}

impl Turn {
    /// The first time at a decision.
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
    /// The answer given at a turn.
    pub fn at(&self, turn: &Turn) -> Option<&AnswerId> {
        self.0.get(turn)
    }

    /// Gives an answer, in place of one given before.
    pub fn give(&mut self, turn: Turn, answer: impl Into<AnswerId>) {
        self.0.insert(turn, answer.into());
    }

    /// All answers given, by decision and visit.
    pub fn iter(&self) -> impl Iterator<Item = (&Turn, &AnswerId)> {
        self.0.iter()
    }

    /// Whether nothing has been answered yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A walk from the start, as far as the answers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// What the walk came to, in order, each node once.
    pub steps: Vec<Step>,
    /// The decisions the walk came to, in order.
    pub turns: Vec<TurnTaken>,
    /// What the answers turned away from.
    pub left_out: Vec<LeftOut>,
}

/// A node on the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The node.
    pub node: NodeId,
    /// Why it is on the route.
    pub reason: Reason,
}

/// Why a node is on the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Every walk begins there.
    Start,
    /// It follows that node.
    Follows(NodeId),
    /// The learner gave that answer.
    Answered(Turn, AnswerId),
    /// It was the only answer left at that turn.
    OnlyWay(Turn, AnswerId),
}

/// A decision as the walk came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnTaken {
    /// Which decision, which time.
    pub turn: Turn,
    /// The answers that lead on from here, in reading order, with the nodes they lead to.
    pub offered: Vec<(AnswerId, NodeId)>,
    /// The answer by which the walk went on; nothing if it waits or ends here.
    pub taken: Option<AnswerId>,
}

impl TurnTaken {
    /// Whether there is a choice to make: with a single answer left the walk goes on by itself.
    pub fn is_asked(&self) -> bool {
        self.offered.len() > 1
    }
}

/// A node that the learner turned away from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The node.
    pub node: NodeId,
    /// Where the learner could have gone there.
    pub turn: Turn,
    /// The answer given instead.
    pub instead: AnswerId,
}

impl Route {
    /// Walks the roadmap by the answers until it ends or an answer is missing.
    ///
    /// A walk that comes to a node for the second time passes through it. A decision offers an answer if the
    /// way behind it comes to something new or to an end without a path already taken and without coming back
    /// to the same decision first.
    ///
    /// ```
    /// use planner::{Answers, Route, Turn};
    /// use roadmap::Roadmap;
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let nothing_said = Route::walk(&roadmap, &Answers::default());
    /// assert_eq!(nothing_said.open(), Some(&Turn::first("Assess".into())));
    /// ```
    pub fn walk(roadmap: &Roadmap, answers: &Answers) -> Self {
        Walk::new(roadmap).follow(answers)
    }

    /// The decision at which the walk waits for an answer. Where nothing is offered there is nothing to wait
    /// for: the walk ends there.
    pub fn open(&self) -> Option<&Turn> {
        let waits = |taken: &&TurnTaken| taken.taken.is_none() && taken.is_asked();
        self.turns.iter().find(waits).map(|taken| &taken.turn)
    }

    /// Whether a node is on the route.
    pub fn contains(&self, node: &NodeId) -> bool {
        self.steps.iter().any(|step| step.node == *node)
    }
}

/// A walk under way.
struct Walk<'a> {
    roadmap: &'a Roadmap,
    visited: BTreeSet<&'a NodeId>,
    visits: BTreeMap<&'a NodeId, u32>,
    route: Route,
}

impl<'a> Walk<'a> {
    fn new(roadmap: &'a Roadmap) -> Self {
        let route = Route { steps: Vec::new(), turns: Vec::new(), left_out: Vec::new() };
        Self { roadmap, visited: BTreeSet::new(), visits: BTreeMap::new(), route }
    }

    fn follow(mut self, answers: &Answers) -> Route {
        let mut next = Some((self.roadmap.start(), Reason::Start));
        while let Some((node, reason)) = next {
            next = match node.kind {
                Kind::Decision => self.turn(node, reason, answers),
                _ => self.pass(node, reason),
            };
        }
        self.leave_out();
        self.route
    }

    fn pass(&mut self, node: &'a Node, reason: Reason) -> Option<(&'a Node, Reason)> {
        if self.visited.insert(&node.id) {
            self.route.steps.push(Step { node: node.id.clone(), reason });
        }
        let edge = self.roadmap.ways_on(&node.id).next()?;
        Some((self.target(edge), Reason::Follows(node.id.clone())))
    }

    fn turn(&mut self, node: &'a Node, reason: Reason, answers: &Answers) -> Option<(&'a Node, Reason)> {
        let visit = self.visits.entry(&node.id).or_default();
        // The roadmap's checks leave no circle without something new on it but for the learner's own answers,
        // so the bound is only reached by answers that somebody wrote by hand.
        if *visit as usize > self.roadmap.nodes().len() {
            return None;
        }
        *visit += 1;
        let turn = Turn { decision: node.id.clone(), visit: *visit };
        if *visit == 1 {
            self.route.steps.push(Step { node: node.id.clone(), reason });
        }
        let offered: Vec<(&AnswerId, &Edge)> =
            self.roadmap.answers(&node.id).filter(|(_, edge)| self.leads_on(node, edge)).collect();
        let taken = match (offered.as_slice(), answers.at(&turn)) {
            ([only], _) => Some(*only),
            (several, Some(given)) => several.iter().find(|(answer, _)| *answer == given).copied(),
            (_, None) => None,
        };
        let reason = if offered.len() == 1 { Reason::OnlyWay } else { Reason::Answered };
        let next = taken.map(|(answer, edge)| (self.target(edge), reason(turn.clone(), answer.clone())));
        self.route.turns.push(TurnTaken {
            turn,
            offered: offered.iter().map(|(answer, edge)| ((*answer).clone(), edge.to.clone())).collect(),
            taken: taken.map(|(answer, _)| answer.clone()),
        });
        next
    }

    /// Whether an answer comes to something new or to an end.
    fn leads_on(&self, decision: &Node, answer: &Edge) -> bool {
        let mut seen = BTreeSet::from([&decision.id]);
        let mut to_visit = vec![self.target(answer)];
        while let Some(node) = to_visit.pop() {
            if !seen.insert(&node.id) {
                continue;
            }
            let been_there = self.visited.contains(&node.id);
            match node.kind {
                Kind::Path(_) if been_there => continue,
                Kind::Decision => {}
                _ if !been_there => return true,
                _ if self.roadmap.ways_on(&node.id).next().is_none() => return true,
                _ => {}
            }
            to_visit.extend(self.roadmap.ways_on(&node.id).map(|edge| self.target(edge)));
        }
        false
    }

    fn target(&self, edge: &Edge) -> &'a Node {
        self.roadmap.node(&edge.to).expect("a checked roadmap's edges end at its nodes")
    }

    /// Notes what the answers turned away from, once each, where it was first turned away from.
    fn leave_out(&mut self) {
        let mut noted = self.visited.clone();
        for taken in &self.route.turns {
            let Some(instead) = &taken.taken else { continue };
            for edge in self.roadmap.ways_on(&taken.turn.decision) {
                let node = self.target(edge);
                if !matches!(node.kind, Kind::Decision) && noted.insert(&node.id) {
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
