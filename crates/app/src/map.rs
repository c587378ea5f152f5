//! What the map shows of each node: where it stands on the learner's route, how far it has come, when it is finished,
//! and what a path not taken would cost.

use std::collections::BTreeSet;

use super::model::Model;
use super::outlook::Outlook;
use planner::{
    Chances, Date, Expected, NoFinish, Reason, Route, Scheduled, Status, Turn, Work, WorkId, compare,
};
use roadmap::{AnswerId, Edge, Kind, Node, NodeId, Roadmap};

/// For more paths than this nothing is computed beforehand: each takes a plan and a forecast of its own.
const MOST_PATHS_PRICED: usize = 16;

/// A roadmap as this learner's map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What is shown of each node, in the reading order of the roadmap.
    pub places: Vec<Place>,
    /// The walk.
    pub route: Route,
    /// The plan and what is to be expected of it, or why there is none.
    pub outlook: Result<Outlook, NoFinish>,
    /// What comes next, by its place among the nodes.
    pub next: Option<usize>,
}

/// What is shown of a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it stands.
    pub standing: Standing,
    /// How far the work that belongs to it has come, if there is some on the route.
    pub course: Option<Course>,
    /// At a decision on the route, the answers given, visit by visit; with a path on the route or beside it, none.
    pub answers: Vec<String>,
    /// What taking it would cost, for a path that is not on the route.
    pub cost: Option<Cost>,
}

/// Where a node stands for the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the route, as the how-manieth step, counted from 1.
    Route(usize),
    /// It may still come on the route: an answer before it is open.
    Open,
    /// The answers lead elsewhere.
    Aside,
}

/// How far work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// How far, in a word.
    pub status: Status,
    /// How many of its topics or projects have come to their end.
    pub done: usize,
    /// How many there are to do.
    pub of: usize,
    /// When work on what is left of it begins, as likely before as after.
    pub starts: Option<Date>,
    /// When it is finished, if that is still to come.
    pub finishes: Option<Chances>,
}

/// What a path comes to that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Weeks more than now until everything is finished, with 8 in 10; below zero where it is less.
    pub weeks: i64,
    /// When everything is finished then.
    pub finish: Chances,
    /// Whether it comes after the path that is chosen, rather than instead of it or as the first.
    pub is_added: bool,
}

impl Map {
    /// The map of the plan as it stands.
    pub fn of(model: &Model) -> Self {
        let (route, outlook) = (model.route(), model.outlook());
        let roadmap = model.roadmap();
        let standings = standings(roadmap, &route);
        let costs = costs(model, &route);
        let mut places: Vec<Place> = roadmap
            .nodes()
            .iter()
            .zip(standings)
            .map(|(node, standing)| Place {
                standing,
                course: None,
                answers: answers_at(roadmap, &route, node),
                cost: costs
                    .iter()
                    .find(|(path, _)| *path == node.id)
                    .map(|(_, cost)| *cost)
                    .filter(|_| !matches!(standing, Standing::Route(_))),
            })
            .collect();
        let mut next = None;
        if let Ok(outlook) = &outlook {
            for (place, node) in places.iter_mut().zip(roadmap.nodes()) {
                place.course = course(model, outlook, node);
            }
            let first_open = outlook.work().find(|(_, expected)| !expected.status().is_closed());
            let first_open = first_open.and_then(|(scheduled, _)| node_of(roadmap, &scheduled.work));
            next = first_open.and_then(|next| roadmap.place(next));
        }
        Self { places, route, outlook, next }
    }

    /// Why a node is on the route, if it is.
    pub fn reason(&self, node: &NodeId) -> Option<&Reason> {
        self.route.steps.iter().find(|step| step.node == *node).map(|step| &step.reason)
    }

    /// Whether a way is one that the learner goes.
    pub fn is_lit(&self, edge: &Edge) -> bool {
        let is_on = |id: &NodeId| self.route.steps.iter().any(|step| step.node == *id);
        let mut turns = self.route.turns.iter().filter(|taken| taken.turn.decision == edge.from).peekable();
        match turns.peek() {
            Some(_) => turns.any(|taken| taken.taken.is_some() && taken.taken == edge.answer),
            None => is_on(&edge.from) && is_on(&edge.to),
        }
    }

    /// The decision on the route that offers a node, and the answer that leads there; the last visit counts, because
    /// that is where a path can still be added.
    pub fn offered_at(&self, node: &NodeId) -> Option<(Turn, AnswerId)> {
        let asked = self.route.turns.iter().rev().filter(|taken| taken.is_asked());
        asked
            .flat_map(|taken| taken.offered.iter().map(move |(answer, to)| (taken, answer, to)))
            .find(|(_, _, to)| *to == node)
            .map(|(taken, answer, _)| (taken.turn.clone(), answer.clone()))
    }

    /// Which nodes are shown when paths are folded: not those that can only be come to through a folded path.
    pub fn shown(&self, roadmap: &Roadmap, is_folded: impl Fn(&NodeId) -> bool) -> Vec<bool> {
        let mut shown = vec![false; self.places.len()];
        let mut to_visit: Vec<usize> = roadmap.place(&roadmap.start().id).into_iter().collect();
        while let Some(at) = to_visit.pop() {
            let node = &roadmap.nodes()[at];
            let was_shown = std::mem::replace(&mut shown[at], true);
            if !(was_shown || self.is_foldable(at, node) && is_folded(&node.id)) {
                to_visit.extend(roadmap.ways_on(&node.id).filter_map(|edge| roadmap.place(&edge.to)));
            }
        }
        // What is on the route is shown in any case.
        for (shown, place) in shown.iter_mut().zip(&self.places) {
            *shown |= matches!(place.standing, Standing::Route(_));
        }
        shown
    }

    /// Whether any path can be folded.
    pub fn has_foldable(&self, roadmap: &Roadmap) -> bool {
        roadmap.nodes().iter().enumerate().any(|(at, node)| self.is_foldable(at, node))
    }

    /// Whether a node is a path that can be folded: one that the answers have led past.
    pub fn is_foldable(&self, at: usize, node: &Node) -> bool {
        matches!(node.kind, Kind::Path(_)) && self.places[at].standing == Standing::Aside
    }
}

fn standings(roadmap: &Roadmap, route: &Route) -> Vec<Standing> {
    let mut steps = vec![None; roadmap.nodes().len()];
    for (step, number) in route.steps.iter().zip(1..) {
        steps[roadmap.place(&step.node).expect("a route's steps are nodes of its roadmap")] = Some(number);
    }
    let mut ahead = BTreeSet::new();
    let mut to_visit: Vec<&NodeId> = route.open().map(|turn| &turn.decision).into_iter().collect();
    while let Some(node) = to_visit.pop() {
        if ahead.insert(node) {
            to_visit.extend(roadmap.ways_on(node).map(|edge| &edge.to));
        }
    }
    let standing = |(node, step): (&Node, Option<usize>)| match step {
        Some(step) => Standing::Route(step),
        None if ahead.contains(&node.id) => Standing::Open,
        None => Standing::Aside,
    };
    roadmap.nodes().iter().zip(steps).map(standing).collect()
}

fn answers_at(roadmap: &Roadmap, route: &Route, node: &Node) -> Vec<String> {
    let here = route.turns.iter().filter(|taken| taken.turn.decision == node.id);
    let taken = here.filter_map(|taken| taken.taken.as_ref());
    taken.map(|answer| roadmap.answer_label(&node.id, answer).to_owned()).collect()
}

/// The node that a piece of work belongs to.
fn node_of<'a>(roadmap: &'a Roadmap, work: &'a Work) -> Option<&'a NodeId> {
    match work {
        Work::Phase { node, .. } => Some(node),
        Work::Project(project) => {
            let holds = |node: &&Node| match &node.kind {
                Kind::Projects(listed) => listed.iter().any(|other| other.id == *project),
                _ => false,
            };
            roadmap.nodes().iter().find(holds).map(|node| &node.id)
        }
    }
}

/// How far the work has come that belongs to a node: a phase, the chosen of its projects, all of a path.
fn course(model: &Model, outlook: &Outlook, node: &Node) -> Option<Course> {
    let belongs = |scheduled: &Scheduled| match &node.kind {
        Kind::Phase(_) => scheduled.work.id() == WorkId::Phase(node.id.clone()),
        Kind::Projects(listed) => match &scheduled.work {
            Work::Project(project) => listed.iter().any(|other| other.id == *project),
            Work::Phase { .. } => false,
        },
        Kind::Path(_) => scheduled.path.as_ref() == Some(&node.id),
        _ => false,
    };
    let work: Vec<(&Scheduled, &Expected)> =
        outlook.work().filter(|(scheduled, _)| belongs(scheduled)).collect();
    let statuses: Vec<Status> = work.iter().map(|(_, expected)| expected.status()).collect();
    let items: Vec<_> = work.iter().flat_map(|(scheduled, _)| scheduled.items()).collect();
    let progress = &model.document().progress;
    let starts = work.iter().find_map(|(_, expected)| match expected {
        Expected::Ahead { starts, .. } => Some(*starts),
        Expected::Closed(_) => None,
    });
    Some(Course {
        status: together(&statuses)?,
        done: items.iter().filter(|(item, _)| progress.status_of(item).is_closed()).count(),
        of: items.len(),
        starts,
        finishes: work.iter().rev().find_map(|(_, expected)| expected.finishes()),
    })
}

/// How far several things have come together; nothing of none.
fn together(all: &[Status]) -> Option<Status> {
    let last = *all.last()?;
    if all.iter().any(|status| !status.is_closed()) {
        let untouched = all.iter().all(|status| *status == Status::NotStarted);
        return Some(if untouched { Status::NotStarted } else { Status::InProgress });
    }
    let done = all.iter().filter_map(|status| match status {
        Status::Done(on) => Some(*on),
        _ => None,
    });
    Some(done.max().map_or(last, Status::Done))
}

/// What each path on offer comes to that is not on the route.
fn costs(model: &Model, route: &Route) -> Vec<(NodeId, Cost)> {
    let Some(turn) = compare::choice(model.roadmap(), route) else { return Vec::new() };
    if turn.offered.len() > MOST_PATHS_PRICED {
        return Vec::new();
    }
    let availability = model.document().availability(model.roadmap());
    let given = model.document().given(&availability, model.today());
    let paths = compare::paths(model.roadmap(), given, model.document().now(model.today()));
    let finish = |outcome: &compare::Outcome| outcome.finish.ok().flatten();
    let chosen = paths.iter().find(|path| turn.taken.as_ref() == Some(&path.answer));
    let from = match chosen {
        Some(chosen) => finish(&chosen.alone).map(|finish| finish.p80),
        None => Some(model.today().max(model.document().start_or(model.today()))),
    };
    let Some(from) = from else { return Vec::new() };
    let cost = |path: &compare::PathOption| {
        let outcome = path.after_chosen.as_ref().unwrap_or(&path.alone);
        let finish = finish(outcome)?;
        let weeks = ((finish.p80 - from).num_days() + 3).div_euclid(7);
        Some((path.path.clone(), Cost { weeks, finish, is_added: path.after_chosen.is_some() }))
    };
    paths.iter().filter_map(cost).collect()
}
