//! What an edited roadmap changes for a plan.

use std::collections::BTreeSet;

use super::document::Document;
use super::own_roadmap::OwnRoadmap;
use planner::Item;
use roadmap::{Differences, Roadmap};

/// What the learner has done, by whether the edited roadmap still has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The number of topics and projects that stay.
    pub kept: usize,
    /// The titles of those that the edited roadmap does not have. What was done on them stays stored, and is back once a
    /// roadmap has them again.
    pub lost: Vec<String>,
}

impl Carried {
    /// What a plan for the roadmap before has about its topics and projects.
    pub fn between(document: &Document, before: &Roadmap, after: &Roadmap) -> Self {
        let mut carried = Self::default();
        for item in touched(document) {
            let Some(title) = title(before, item) else { continue };
            match self::title(after, item) {
                Some(_) => carried.kept += 1,
                None => carried.lost.push(title.to_owned()),
            }
        }
        carried
    }
}

/// The topics and projects about which the document says that something is done, known, logged or noted.
fn touched(document: &Document) -> BTreeSet<&Item> {
    let progress = &document.progress;
    let marked = progress.marks().map(|(item, _)| item);
    let stepped = progress.steps.items().map(|(item, _)| item);
    let logged = progress.log.entries().iter().map(|entry| &entry.item);
    marked.chain(stepped).chain(logged).chain(document.notes.iter().map(|(item, _)| item)).collect()
}

fn title<'a>(roadmap: &'a Roadmap, item: &Item) -> Option<&'a str> {
    match item {
        Item::Topic(topic) => roadmap.topic(topic).map(|topic| topic.title.as_str()),
        Item::Project(project) => roadmap.project(project).map(|project| project.title.as_str()),
    }
}

/// A roadmap of the learner's own that became another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapChange {
    pub before: OwnRoadmap,
    pub differences: Differences,
    /// What the plan has of it; nothing if the roadmap is not in use.
    pub carried: Carried,
    /// The number of topics that the file has ticked, and that count as known since.
    pub ticked: usize,
}
