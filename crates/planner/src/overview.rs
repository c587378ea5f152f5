//! A roadmap at a glance: the ways to its choice between paths, and the routes on from there.

use std::collections::VecDeque;

use crate::compare::choice;
use crate::route::{Answers, Route, Turn};
use roadmap::{AnswerId, Kind, Node, NodeId, Roadmap};

/// Limit of the search for ways to the choice.
const MOST_TRIES: usize = 100;

/// The parts of a roadmap that a stranger should see first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The first choice between paths.
    pub choice: Turn,
    /// The different ways to that choice, the first ones in reading order first.
    pub ways_in: Vec<WayIn>,
    /// The paths offered there, in reading order, each with the answer that takes it.
    pub paths: Vec<(AnswerId, NodeId)>,
    /// The milestone that all of them lead to.
    pub end: Option<NodeId>,
}

/// A way to the choice between paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayIn {
    pub answers: Answers,
    /// What is studied on the way, in order.
    pub phases: Vec<NodeId>,
}

impl Overview {
    /// `None` if the roadmap has no choice between paths.
    ///
    /// ```
    /// use planner::Overview;
    ///
    /// let overview = Overview::of(&roadmap::shipped_roadmap()).unwrap();
    /// assert_eq!(overview.ways_in.len(), 2); // beginners, with or without some programming, and experienced developers
    /// assert_eq!(overview.paths.len(), 7);
    /// assert_eq!(overview.end.unwrap().as_str(), "Expert");
    /// ```
    pub fn of(roadmap: &Roadmap) -> Option<Self> {
        let mut found: Option<(Turn, Vec<(AnswerId, NodeId)>)> = None;
        let mut ways_in: Vec<WayIn> = Vec::new();
        let mut queue = VecDeque::from([Answers::default()]);
        for _ in 0..MOST_TRIES {
            let Some(answers) = queue.pop_front() else { break };
            let route = Route::walk(roadmap, &answers);
            let Some(taken) = choice(roadmap, &route) else {
                queue.extend(one_further(&route, &answers));
                continue;
            };
            let (choice, _) =
                found.get_or_insert_with(|| (taken.turn.clone(), paths(roadmap, &taken.offered)));
            let phases = phases(roadmap, &route);
            if taken.turn == *choice && ways_in.iter().all(|way| way.phases != phases) {
                ways_in.push(WayIn { answers, phases });
            }
        }
        let (choice, paths) = found?;
        let mut overview = Self { choice, ways_in, paths, end: None };
        overview.end = overview.common_end(roadmap);
        Some(overview)
    }

    /// Answers that lead to the choice, with those given in place of the ones of the first way in.
    pub fn to_choice(&self, given: &Answers) -> Answers {
        let mut answers = self.ways_in.first().map(|way| way.answers.clone()).unwrap_or_default();
        for (turn, answer) in given.iter() {
            answers.give(turn.clone(), answer.clone());
        }
        answers
    }

    /// The answers of the first way in, and the one that takes a path.
    pub fn answers(&self, answer: &AnswerId) -> Answers {
        let mut answers = self.to_choice(&Answers::default());
        answers.give(self.choice.clone(), answer.clone());
        answers
    }

    fn common_end(&self, roadmap: &Roadmap) -> Option<NodeId> {
        let mut ends = self.paths.iter().map(|(answer, path)| end(roadmap, self.answers(answer), path));
        let first = ends.next()??;
        ends.all(|end| end.as_ref() == Some(&first)).then_some(first)
    }
}

/// The answers with each one that the open turn of their route offers.
fn one_further(route: &Route, answers: &Answers) -> Vec<Answers> {
    let Some(open) = route.turns.last().filter(|taken| Some(&taken.turn) == route.open()) else {
        return Vec::new();
    };
    let further = open.offered.iter().map(|(answer, _)| {
        let mut further = answers.clone();
        further.give(open.turn.clone(), answer.clone());
        further
    });
    further.collect()
}

fn paths(roadmap: &Roadmap, offered: &[(AnswerId, NodeId)]) -> Vec<(AnswerId, NodeId)> {
    let is_path = |node: &NodeId| matches!(roadmap.node(node).map(|node| &node.kind), Some(Kind::Path(_)));
    offered.iter().filter(|(_, node)| is_path(node)).cloned().collect()
}

fn phases(roadmap: &Roadmap, route: &Route) -> Vec<NodeId> {
    let nodes = nodes(roadmap, route).filter(|node| matches!(node.kind, Kind::Phase(_)));
    nodes.map(|node| node.id.clone()).collect()
}

/// The first milestone after a path; where the roadmap asks, the first answer is taken.
fn end(roadmap: &Roadmap, mut answers: Answers, path: &NodeId) -> Option<NodeId> {
    for _ in 0..MOST_TRIES {
        let route = Route::walk(roadmap, &answers);
        let mut after = nodes(roadmap, &route).skip_while(|node| node.id != *path);
        if let Some(end) = after.find(|node| matches!(node.kind, Kind::Milestone(_))) {
            return Some(end.id.clone());
        }
        answers = one_further(&route, &answers).into_iter().next()?;
    }
    None
}

fn nodes<'a>(roadmap: &'a Roadmap, route: &'a Route) -> impl Iterator<Item = &'a Node> {
    route.steps.iter().filter_map(|step| roadmap.node(&step.node))
}
