//! Turns an outline into the form of a roadmap: one phase after the other.

use std::iter::once;

use crate::draft::{Draft, converted_months, empty_node, hours_at};
use crate::effort::Estimate;
use crate::outline::{Outline, OutlinePhase, OutlineTopic};
use crate::paced::{at_pace, share_whole, time_of};
use crate::refusal::RoadmapRefusal;
use crate::warning::{Remark, Warnings};
use roadmap::{EdgeFile, KindName, Material, NodeFile, NodeId, ResourceEntry, ResourceStage, slug};

/// No more phases are taken from an outline than nodes from a flowchart.
const MOST_PHASES: usize = 2_000;

/// The roadmap of an outline, under `title` if it has none of its own.
pub fn from_outline(outline: Outline, title: &str, warnings: Warnings) -> Result<Draft, RoadmapRefusal> {
    let Outline { title: own, hours_per_week, whole, mut phases, warnings: skipped } = outline;
    let mut warnings = warnings;
    for warning in skipped {
        warnings.add(Some(warning.line), Remark::Misread(warning.what));
    }
    if phases.len() > MOST_PHASES {
        return Err(RoadmapRefusal::TooManyPhases { most: MOST_PHASES });
    }
    let title = if own.is_empty() { title } else { &own };
    let mut chain = Chain { draft: Draft::new(title, warnings), materials: Vec::new() };
    if let Some(hours) = hours_per_week.filter(|hours| (1..=7 * 24).contains(hours)) {
        chain.draft.file.reference_hours_per_week = hours;
        // Part of the learner's roadmap, hence not among the words of the page.
        chain.draft.file.reference_note = format!("The file says that a week has {hours} hours.");
    }
    let hours_per_week = chain.draft.file.reference_hours_per_week;
    for phase in &mut phases {
        phase.time = time_of(phase).map(|time| at_pace(time, hours_per_week));
    }
    if whole.is_some_and(|whole| share_whole(&mut phases, whole, hours_per_week)) {
        chain.draft.warnings.add_once(Remark::WholeShared);
    }
    chain.add("start", KindName::Start, title.to_owned(), |_, _| ());
    for phase in phases {
        chain.phase(phase);
    }
    let Chain { mut draft, materials } = chain;
    if !materials.is_empty() {
        draft.file.resources = vec![ResourceStage { title: draft.file.title.clone(), entries: materials }];
    }
    match draft.file.nodes.iter().any(|node| node.is(KindName::Phase)) {
        true => Ok(draft),
        false => Err(RoadmapRefusal::NoRoadmap),
    }
}

/// A roadmap of which each node leads to the next.
struct Chain {
    draft: Draft,
    materials: Vec<ResourceEntry>,
}

impl Chain {
    /// Adds a node behind the last one, and returns its id.
    fn add(
        &mut self,
        name: &str,
        kind: KindName,
        title: String,
        fill: impl FnOnce(&mut Draft, &mut NodeFile),
    ) -> NodeId {
        let slug = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "step".to_owned());
        let mut id = NodeId::from(slug.as_str());
        let mut number = 1;
        while !self.draft.nodes.insert(id.clone()) {
            number += 1;
            id = format!("{slug}-{number}").into();
        }
        let mut node = empty_node(id.clone(), kind, title);
        fill(&mut self.draft, &mut node);
        if let Some(before) = self.draft.file.nodes.last() {
            let (from, to) = (before.id.clone(), id.clone());
            self.draft.file.edges.push(EdgeFile { from, to, id: None, label: String::new() });
        }
        self.draft.file.nodes.push(node);
        id
    }

    fn phase(&mut self, phase: OutlinePhase) {
        let OutlinePhase {
            title,
            group,
            number: _,
            time,
            topics,
            projects,
            materials,
            is_optional,
            is_milestone,
            line,
        } = phase;
        let name = title.clone();
        if is_milestone {
            self.add(&name, KindName::Milestone, title, |_, _| ());
        } else if is_optional {
            self.offered(title, time);
        } else if !topics.is_empty() || time.is_some() || projects.is_empty() {
            let links: Vec<Material> =
                topics.iter().flat_map(|topic| topic.materials.clone()).chain(materials).collect();
            let id = self.add(&name, KindName::Phase, title, |draft, node| {
                node.summary = group;
                if let Some(remark) = time.as_ref().and_then(|time| converted_months(&node.title, time)) {
                    draft.warnings.add(Some(line), remark);
                }
                draft.set_time(node, time);
                let words = once(name.clone()).chain(topics.iter().map(|topic| topic.title.clone()));
                let words: Vec<String> = words.collect();
                let is_ticked: Vec<bool> = topics.iter().map(is_done).collect();
                let ids = draft.set_topics(node, topics.into_iter().map(item).collect(), Some(line));
                let ticked = ids.into_iter().zip(is_ticked).filter(|(_, is_ticked)| *is_ticked);
                draft.ticked.extend(ticked.map(|(id, _)| id));
                draft.assume_time(node, words.iter().map(String::as_str), Some(line));
            });
            self.link(&name, id, links);
        }
        for project in projects {
            self.add(&project.clone(), KindName::Projects, project.clone(), |draft, node| {
                node.projects = vec![draft.project(project, None)];
            });
        }
    }

    /// A step that is offered like a project.
    fn offered(&mut self, title: String, time: Option<Estimate>) {
        self.add(&title.clone(), KindName::Projects, title.clone(), |draft, node| {
            let pace = draft.file.reference_hours_per_week;
            node.projects = vec![draft.offered(title, time.and_then(|time| hours_at(time, pace)))];
        });
    }

    fn link(&mut self, title: &str, node: NodeId, materials: Vec<Material>) {
        let materials: Vec<Material> = materials
            .into_iter()
            .filter(|material| material.leads_to_the_web() && !material.title.trim().is_empty())
            .collect();
        if !materials.is_empty() {
            let (title, note) = (title.to_owned(), String::new());
            self.materials.push(ResourceEntry { title, note, nodes: vec![node], materials });
        }
    }
}

/// Whether a topic, or all that it consists of, is ticked.
fn is_done(topic: &OutlineTopic) -> bool {
    topic.is_done || !topic.steps.is_empty() && topic.steps.iter().all(|step| step.is_done)
}

fn item(topic: OutlineTopic) -> (String, Vec<String>) {
    (topic.title, topic.steps.into_iter().map(|step| step.title).collect())
}
