//! Turns an outline into the form of a roadmap: one phase after the other.

use std::iter::once;

use crate::draft::{Draft, converted_months, empty_node, given_hours, hours_at};
use crate::effort;
use crate::outline::{Outline, OutlinePhase, OutlineTopic};
use crate::paced::{at_pace, read_places, share_whole, time_of};
use crate::refusal::RoadmapRefusal;
use crate::warning::{Remark, Warnings};
use roadmap::{
    EdgeFile, KindName, Material, NodeFile, NodeId, ProjectFile, ResourceEntry, ResourceStage, Span, slug,
};

/// No more phases are taken from an outline than nodes from a flowchart.
const MOST_PHASES: usize = 2_000;

/// A summary lists no more things than these.
const MOST_IN_SUMMARY: usize = 20;

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
    read_places(&mut phases);
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

    fn phase(&mut self, mut phase: OutlinePhase) {
        if phase.is_optional && !phase.is_milestone {
            let later = std::mem::take(&mut phase.later_projects);
            self.offered(phase);
            return later.into_iter().for_each(|title| self.project(title, None));
        }
        let within = self.projects_within(&mut phase);
        let projects = std::mem::take(&mut phase.projects);
        let later = std::mem::take(&mut phase.later_projects);
        let OutlinePhase { title, time, topics, is_milestone, .. } = &phase;
        let is_study = !topics.is_empty() || time.is_some() || projects.is_empty() && later.is_empty();
        let mut study = None;
        if *is_milestone {
            self.add(title, KindName::Milestone, title.clone(), |_, _| ());
        } else if is_study {
            study = Some(self.study(phase));
        }
        let mut within = within
            .zip(study)
            .into_iter()
            .flat_map(|(hours, study)| hours.into_iter().map(move |hours| (hours, study.clone())));
        for title in projects {
            self.project(title, within.next());
        }
        for title in later {
            self.project(title, None);
        }
    }

    /// The hours of a phase's own time that its projects take. Where there is no room for any, they become topics.
    fn projects_within(&self, phase: &mut OutlinePhase) -> Option<Vec<Span>> {
        // The times of topics do not include what is built beside them.
        let is_own = phase.topics.is_empty() || phase.topics.iter().any(|topic| topic.time.is_none());
        let time = phase.time.filter(|_| is_own)?;
        let hours = hours_at(time, self.draft.file.reference_hours_per_week)?;
        let within = hours_within(hours, &phase.projects);
        if within.is_none() && phase.projects.iter().all(|title| given_hours(title).is_none()) {
            let small =
                phase.projects.drain(..).map(|title| OutlineTopic { title, ..OutlineTopic::default() });
            phase.topics.extend(small);
        }
        within
    }

    fn study(&mut self, phase: OutlinePhase) -> NodeId {
        let OutlinePhase { title, group, time, topics, materials, line, .. } = phase;
        let name = title.clone();
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
        self.link(&name, id.clone(), links);
        id
    }

    /// Something to build, which may take some hours of the time of a phase.
    fn project(&mut self, title: String, within: Option<(Span, NodeId)>) {
        let given = given_hours(&title);
        let title = without_time(title);
        self.add(&title.clone(), KindName::Projects, title.clone(), |draft, node| {
            if within.is_some() && given.is_none() {
                draft.warnings.add_once(Remark::ProjectsWithin);
            }
            let (hours, phase) = within.unzip();
            let project = draft.project(title, hours.or(given));
            node.projects = vec![ProjectFile { assumed: given.is_none(), within: phase, ..project }];
        });
    }

    /// A step that is offered like a project, with what it consists of as its summary.
    fn offered(&mut self, phase: OutlinePhase) {
        let OutlinePhase { title, time, topics, projects, .. } = phase;
        let titles = topics.into_iter().map(|topic| topic.title).chain(projects);
        let summary = titles.take(MOST_IN_SUMMARY).collect::<Vec<_>>().join(" · ");
        self.add(&title.clone(), KindName::Projects, title.clone(), |draft, node| {
            let pace = draft.file.reference_hours_per_week;
            let offered = draft.offered(title, time.and_then(|time| hours_at(time, pace)));
            node.projects = vec![ProjectFile { summary, ..offered }];
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

fn without_time(title: String) -> String {
    let shorter = effort::find(&title).map(|(range, _)| effort::without(&title, &range).into_owned());
    shorter.filter(|shorter| shorter.contains(char::is_alphanumeric)).unwrap_or(title)
}

/// The hours of each of a phase's projects that its own time includes: those that the title gives, and together a third of
/// the rest for the others. `None` if there is no room for them.
fn hours_within(whole: Span, projects: &[String]) -> Option<Vec<Span>> {
    let given: Vec<Option<Span>> = projects.iter().map(|title| given_hours(title)).collect();
    let sum =
        |end: fn(Span) -> u32| given.iter().flatten().map(|hours| end(*hours)).fold(0, u32::saturating_add);
    let (low, high) =
        (whole.low.checked_sub(sum(|hours| hours.low))?, whole.high.checked_sub(sum(|hours| hours.high))?);
    let others = given.iter().filter(|hours| hours.is_none()).count() as u32;
    let is_room = low.min(high) > PART_FOR_PROJECTS * others;
    let each = |rest: u32| rest / (PART_FOR_PROJECTS * others.max(1));
    // No wider than the phase, so that the range of what is left for its topics stays one.
    let width = high.saturating_sub(low) / others.max(1);
    let other = Span { low: each(low), high: each(high).clamp(each(low), each(low) + width) };
    is_room.then(|| given.into_iter().map(|hours| hours.unwrap_or(other)).collect())
}

/// Projects without hours take this part of the time that their phase has beside the others: one of three.
const PART_FOR_PROJECTS: u32 = 3;

/// Whether a topic, or all that it consists of, is ticked.
fn is_done(topic: &OutlineTopic) -> bool {
    topic.is_done || !topic.steps.is_empty() && topic.steps.iter().all(|step| step.is_done)
}

fn item(topic: OutlineTopic) -> (String, Vec<String>) {
    (topic.title, topic.steps.into_iter().map(|step| step.title).collect())
}
