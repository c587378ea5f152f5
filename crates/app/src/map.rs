//! The roadmap as the learner's map: for each node its position on the route, its progress and dates, and the cost of a
//! path that was not taken.

use std::collections::BTreeSet;

use super::model::Model;
use super::outlook::Outlook;
use planner::{
    Chances, Date, Expected, NoFinish, Reason, Route, Scheduled, Status, Turn, Work, WorkId, compare, past,
};
use roadmap::{AnswerId, Edge, Kind, Node, NodeId, Roadmap};

/// No costs are computed for more paths than this: each takes a plan and a forecast.
const MOST_PATHS_PRICED: usize = 16;

/// A roadmap as this learner's map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// One for each node, in the roadmap's order.
    pub places: Vec<Place>,
    pub route: Route,
    pub outlook: Result<Outlook, NoFinish>,
    /// Index of the node with the next open work.
    pub next: Option<usize>,
}

/// A node on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub standing: Standing,
    /// Progress of the node's work, if any of it is on the route.
    pub course: Option<Course>,
    /// Answers given at a decision on the route, in order of visits.
    pub answers: Vec<String>,
    /// Cost of a path that is not on the route.
    pub cost: Option<Cost>,
}

/// Position of a node relative to the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the route, with its 1-based step number.
    Route(usize),
    /// Reachable from the decision that is still open.
    Open,
    /// Not reachable with the answers given.
    Aside,
}

/// Progress and dates of a node's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    pub status: Status,
    /// Number of topics or projects finished.
    pub done: usize,
    /// Number of topics or projects in all, without those left out.
    pub of: usize,
    /// The date on which it was begun.
    pub begun: Option<Date>,
    /// Median start of work that is not begun.
    pub starts: Option<Date>,
    /// Finish of the remaining work.
    pub finishes: Option<Chances>,
}

/// Cost of taking a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Additional weeks until everything is finished with a probability of 80 %; negative if it is sooner.
    pub weeks: i64,
    /// Finish of everything with the path.
    pub finish: Chances,
    /// The path comes after the chosen one, rather than in its place.
    pub is_added: bool,
}

impl Map {
    pub fn of(model: &Model) -> Self {
        Self::trying(model, model)
    }

    /// The map of a plan that is being tried. Costs are compared with the plan that the learner has.
    pub fn trying(model: &Model, mine: &Model) -> Self {
        let (route, outlook) = (model.route(), model.outlook());
        let roadmap = model.roadmap();
        let standings = standings(roadmap, &route);
        let costs = costs(mine, &mine.route());
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
            next = first_open.and_then(|next| roadmap.index(next));
        }
        Self { places, route, outlook, next }
    }

    /// The reason why a node is on the route.
    pub fn reason(&self, node: &NodeId) -> Option<&Reason> {
        self.route.steps.iter().find(|step| step.node == *node).map(|step| &step.reason)
    }

    /// Whether an edge is on the route.
    pub fn is_lit(&self, edge: &Edge) -> bool {
        let is_on = |id: &NodeId| self.route.steps.iter().any(|step| step.node == *id);
        let mut turns = self.route.turns.iter().filter(|taken| taken.turn.decision == edge.from).peekable();
        match turns.peek() {
            Some(_) => turns.any(|taken| taken.taken.is_some() && taken.taken == edge.answer),
            None => is_on(&edge.from) && is_on(&edge.to),
        }
    }

    /// The decision on the route that offers a node, and the answer that leads there. The last visit counts, because a
    /// path is added there.
    pub fn offered_at(&self, node: &NodeId) -> Option<(Turn, AnswerId)> {
        let asked = self.route.turns.iter().rev().filter(|taken| taken.is_asked());
        asked
            .flat_map(|taken| taken.offered.iter().map(move |(answer, to)| (taken, answer, to)))
            .find(|(_, _, to)| *to == node)
            .map(|(taken, answer, _)| (taken.turn.clone(), answer.clone()))
    }

    /// Visible nodes: hides those reachable only through a folded path.
    pub fn shown(&self, roadmap: &Roadmap, is_folded: impl Fn(&NodeId) -> bool) -> Vec<bool> {
        let mut shown = vec![false; self.places.len()];
        let mut to_visit: Vec<usize> = roadmap.index(&roadmap.start().id).into_iter().collect();
        while let Some(at) = to_visit.pop() {
            let node = &roadmap.nodes()[at];
            let was_shown = std::mem::replace(&mut shown[at], true);
            if !(was_shown || self.is_foldable(at, node) && is_folded(&node.id)) {
                to_visit.extend(roadmap.edges_from(&node.id).filter_map(|edge| roadmap.index(&edge.to)));
            }
        }
        // The route is visible in any case.
        for (shown, place) in shown.iter_mut().zip(&self.places) {
            *shown |= matches!(place.standing, Standing::Route(_));
        }
        shown
    }

    pub fn has_foldable(&self, roadmap: &Roadmap) -> bool {
        roadmap.nodes().iter().enumerate().any(|(at, node)| self.is_foldable(at, node))
    }

    /// Whether a node is a path that can be folded: one not reachable with the answers given.
    pub fn is_foldable(&self, at: usize, node: &Node) -> bool {
        matches!(node.kind, Kind::Path(_)) && self.places[at].standing == Standing::Aside
    }
}

fn standings(roadmap: &Roadmap, route: &Route) -> Vec<Standing> {
    let mut steps = vec![None; roadmap.nodes().len()];
    for (step, number) in route.steps.iter().zip(1..) {
        steps[roadmap.index(&step.node).expect("a route's steps are nodes of its roadmap")] = Some(number);
    }
    let mut ahead = BTreeSet::new();
    let mut to_visit: Vec<&NodeId> = route.open().map(|turn| &turn.decision).into_iter().collect();
    while let Some(node) = to_visit.pop() {
        if ahead.insert(node) {
            to_visit.extend(roadmap.edges_from(node).map(|edge| &edge.to));
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

/// The node of a piece of work.
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

/// Progress of a node's work: that of a phase, of the chosen projects of a list, or of everything on a path.
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
    let all_begun = past::begun(&outlook.plan, progress, outlook.start);
    let begun = outlook.work().zip(all_begun).filter(|((scheduled, _), _)| belongs(scheduled));
    let begun = begun.filter_map(|(_, begun)| begun).min();
    let starts = work.iter().find_map(|(_, expected)| match expected {
        Expected::Ahead { starts, .. } if begun.is_none() => Some(*starts),
        Expected::Ahead { .. } | Expected::Closed(_) => None,
    });
    let counts =
        |is: fn(&Status) -> bool| items.iter().filter(|(item, _)| is(&progress.status_of(item))).count();
    Some(Course {
        status: together(&statuses)?,
        done: counts(|status| matches!(status, Status::Done(_))),
        of: counts(|status| !matches!(status, Status::Skipped(_))),
        begun,
        starts,
        finishes: work.iter().rev().find_map(|(_, expected)| expected.finishes()),
    })
}

/// The status of several pieces of work together; `None` for none.
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

/// Costs of the paths on offer.
fn costs(model: &Model, route: &Route) -> Vec<(NodeId, Cost)> {
    let Some(turn) = compare::choice(model.roadmap(), route) else { return Vec::new() };
    if turn.offered.len() > MOST_PATHS_PRICED {
        return Vec::new();
    }
    let availability = model.document().availability(model.roadmap());
    let given = model.document().given(&availability, model.today());
    let now = model.document().now(model.roadmap(), &availability, model.today());
    let paths = compare::paths(model.roadmap(), given, &now);
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
