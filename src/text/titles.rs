//! Titles by id. A saved plan can contain ids that were since removed from its roadmap.

use super::plan;
use app::Document;
use planner::{Item, Scheduled, Task, Turn, Work};
use roadmap::Roadmap;

/// The decision's title, or its id.
pub fn decision(roadmap: &Roadmap, turn: &Turn) -> String {
    roadmap.node(&turn.decision).map_or_else(|| turn.decision.to_string(), |node| node.title.clone())
}

/// The title of a phase or project; empty if the roadmap has neither.
pub fn work(roadmap: &Roadmap, work: &Work) -> String {
    match work {
        Work::Phase { node, .. } => roadmap.node(node).map(|node| node.title.clone()),
        Work::Project(project) => roadmap.project(project).map(|project| project.title.clone()),
    }
    .unwrap_or_default()
}

/// The title of a topic or project, or its id.
pub fn item(roadmap: &Roadmap, item: &Item) -> String {
    match item {
        Item::Topic(id) => roadmap.topic(id).map_or(id.as_str(), |topic| &topic.title).to_owned(),
        Item::Project(id) => roadmap.project(id).map_or(id.as_str(), |project| &project.title).to_owned(),
    }
}

/// The title of the step, or of the topic or project that has none.
pub fn task(document: &Document, roadmap: &Roadmap, task: &Task) -> String {
    let steps = document.progress.steps.of(roadmap, &task.item);
    let step = steps.into_iter().find(|step| Some(&step.key) == task.step.as_ref());
    step.map_or_else(|| item(roadmap, &task.item), |step| step.title.to_owned())
}

/// The title of the path that the work belongs to, or of the foundations before any path.
pub fn path(roadmap: &Roadmap, scheduled: &Scheduled) -> String {
    let path = scheduled.path.as_ref().and_then(|path| roadmap.node(path));
    path.map_or_else(|| plan::ENTRY.to_owned(), |path| path.title.clone())
}
