//! What a learner corrects in a roadmap that was read from a file: names and times of steps, their order, and which of them
//! belong to the plan.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    EdgeFile, Effort, KindName, Minutes, NodeFile, NodeId, ProjectFile, ProjectId, RoadmapFile, Span,
    TopicId, WrittenKind,
};

/// Corrections of steps, by their nodes. They are kept apart from the roadmap, so that each can be taken back.
///
/// ```
/// use roadmap::{Corrections, RoadmapFile, Span};
///
/// let file: RoadmapFile = serde_json::from_str(r#"{
///     "waymark_roadmap": 2, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
///     "reference_note": "",
///     "nodes": [{ "id": "Go", "kind": "start", "title": "Go" },
///               { "id": "Brew", "kind": "phase", "title": "Brewing", "weeks": { "low": 1, "high": 2 } },
///               { "id": "Pour", "kind": "phase", "title": "Pouring", "weeks": { "low": 1, "high": 1 } }],
///     "edges": [{ "from": "Go", "to": "Brew" }, { "from": "Brew", "to": "Pour" }]
/// }"#).unwrap();
/// let mut corrections = Corrections::default();
/// corrections.left_out.insert("Brew".into());
/// corrections.hours.insert("Pour".into(), Span { low: 3, high: 4 });
/// let corrected = corrections.apply(&file);
/// assert_eq!(corrected.nodes.len(), 2);
/// assert_eq!((corrected.edges[0].from.as_str(), corrected.edges[0].to.as_str()), ("Go", "Pour"));
/// assert_eq!(corrected.nodes[1].minutes, Some(Span { low: 180, high: 240 }));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Corrections {
    /// Of the roadmap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Of its steps.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<NodeId, String>,
    /// Hours of study.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hours: BTreeMap<NodeId, Span>,
    /// Hours of work on single projects.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub project_hours: BTreeMap<ProjectId, Span>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub left_out: BTreeSet<NodeId>,
    /// Offered, and not part of the plan unless it is taken.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub optional: BTreeSet<NodeId>,
    /// Steps that change places with the one before, one after the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub moved_up: Vec<NodeId>,
}

impl Corrections {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Those of a roadmap that hold for an edited one with its ids: what they correct is still there as it was. A title or
    /// a time that has changed in the file has been corrected there. What was left out stays left out, also once it is back.
    #[must_use]
    pub fn that_hold(&self, before: &RoadmapFile, after: &RoadmapFile) -> Self {
        let both = |id: &NodeId| node(before, id).zip(node(after, id));
        let pace = (before.reference_hours_per_week, after.reference_hours_per_week);
        let mut held = self.clone();
        held.title = held.title.filter(|_| before.title == after.title);
        held.titles.retain(|id, _| both(id).is_some_and(|(old, new)| old.title == new.title));
        held.hours.retain(|id, _| both(id).is_some_and(|(old, new)| old.hours(pace.0) == new.hours(pace.1)));
        held.project_hours.retain(|id, _| {
            let both = project(before, id).zip(project(after, id));
            both.is_some_and(|(old, new)| old.estimate_hours == new.estimate_hours)
        });
        if before.edges != after.edges {
            held.moved_up.clear();
        }
        held
    }

    /// The roadmap with these corrections.
    pub fn apply(&self, file: &RoadmapFile) -> RoadmapFile {
        let mut file = file.clone();
        if let Some(title) = &self.title {
            file.title.clone_from(title);
        }
        for (id, hours) in &self.hours {
            share_with_projects(&mut file, id, *hours);
        }
        for node in &mut file.nodes {
            if let Some(title) = self.titles.get(&node.id) {
                node.title.clone_from(title);
            }
            if let Some(hours) = self.hours.get(&node.id) {
                set_hours(node, *hours);
            }
            for project in &mut node.projects {
                if let Some(hours) = self.project_hours.get(&project.id) {
                    set_project_hours(project, *hours);
                }
            }
        }
        for id in &self.moved_up {
            move_up(&mut file, id);
        }
        for id in &self.left_out {
            leave_out(&mut file, id);
        }
        for id in &self.optional {
            stand_alone(&mut file, id);
        }
        let pace = file.reference_hours_per_week;
        for node in file.nodes.iter_mut().filter(|node| self.optional.contains(&node.id)) {
            make_optional(node, pace);
        }
        drop_what_is_not_used(&mut file);
        file
    }
}

fn node<'a>(file: &'a RoadmapFile, id: &NodeId) -> Option<&'a NodeFile> {
    file.nodes.iter().find(|node| node.id == *id)
}

fn project<'a>(file: &'a RoadmapFile, id: &ProjectId) -> Option<&'a ProjectFile> {
    file.nodes.iter().flat_map(|node| &node.projects).find(|project| project.id == *id)
}

/// The step before a step, if nothing else is joined to either on that side.
pub fn before<'a>(file: &'a RoadmapFile, id: &NodeId) -> Option<&'a NodeId> {
    let mut leading = file.edges.iter().filter(|edge| edge.to == *id);
    let (only, None) = (leading.next()?, leading.next()) else { return None };
    let is_only_way = file.edges.iter().filter(|edge| edge.from == only.from).count() == 1;
    let is_work = |node: &&NodeFile| node.is(KindName::Phase) || node.is(KindName::Projects);
    let before = file.nodes.iter().find(|node| node.id == only.from).filter(is_work)?;
    is_only_way.then_some(&before.id)
}

fn set_hours(node: &mut NodeFile, hours: Span) {
    match node.kind {
        WrittenKind::Known(KindName::Phase) => {
            node.weeks = None;
            node.minutes = Some(Span { low: hours.low * 60, high: hours.high * 60 });
            node.assumed = false;
        }
        _ => node.projects.iter_mut().for_each(|project| set_project_hours(project, hours)),
    }
}

fn set_project_hours(project: &mut ProjectFile, hours: Span) {
    project.estimate_hours = hours;
    project.assumed = false;
    let weights: Vec<u32> = project.milestones.iter().map(|one| one.hours.low + one.hours.high).collect();
    let shares = Effort { low: Minutes(hours.low), high: Minutes(hours.high) }.shared(&weights);
    if shares.iter().any(|share| share.high == Minutes::ZERO) {
        // Each milestone takes at least an hour.
        project.milestones.clear();
    }
    for (milestone, share) in project.milestones.iter_mut().zip(shares) {
        milestone.hours = Span { low: share.low.0, high: share.high.0 };
    }
}

/// Changes places with the step before, in the graph and in the reading order.
fn move_up(file: &mut RoadmapFile, id: &NodeId) {
    let Some(before) = before(file, id).cloned() else { return };
    let swapped = |end: &NodeId| match end {
        end if *end == before => id.clone(),
        end if *end == *id => before.clone(),
        end => end.clone(),
    };
    for edge in &mut file.edges {
        (edge.from, edge.to) = (swapped(&edge.from), swapped(&edge.to));
    }
    let place = |id: &NodeId| file.nodes.iter().position(|node| node.id == *id);
    if let (Some(one), Some(other)) = (place(&before), place(id)) {
        file.nodes.swap(one, other);
    }
}

/// Removes a step: what led there leads to where it led.
fn leave_out(file: &mut RoadmapFile, id: &NodeId) {
    let is_step =
        |node: &NodeFile| !node.is(KindName::Start) && !node.is(KindName::Decision) && node.id == *id;
    if !file.nodes.iter().any(is_step) {
        return;
    }
    file.nodes.retain(|node| node.id != *id);
    stand_alone(file, id);
    let (out, mut kept): (Vec<EdgeFile>, Vec<EdgeFile>) =
        std::mem::take(&mut file.edges).into_iter().partition(|edge| edge.from == *id);
    let mut edges: Vec<EdgeFile> = Vec::new();
    for edge in kept.drain(..) {
        let targets = if edge.to == *id {
            out.iter().map(|edge| edge.to.clone()).collect()
        } else {
            vec![edge.to.clone()]
        };
        for to in targets {
            let joined = EdgeFile { to, ..edge.clone() };
            if !edges.iter().any(|other| (&other.from, &other.to) == (&joined.from, &joined.to)) {
                edges.push(joined);
            }
        }
    }
    file.edges = edges;
}

/// What is assumed to be built within a phase takes the same part of its time when it gets another one.
fn share_with_projects(file: &mut RoadmapFile, phase: &NodeId, hours: Span) {
    let Some(before) = node(file, phase).and_then(|node| node.hours(file.reference_hours_per_week)) else {
        return;
    };
    let part = |of: u32, all: u32, project: u32| {
        (u64::from(of) * u64::from(project) / u64::from(all.max(1))).clamp(1, u64::from(of.max(1))) as u32
    };
    let projects = file.nodes.iter_mut().flat_map(|node| &mut node.projects);
    for project in projects.filter(|project| project.assumed && project.within.as_ref() == Some(phase)) {
        let Span { low, high } = project.estimate_hours;
        let low = part(hours.low, before.low, low);
        project.estimate_hours = Span { low, high: part(hours.high, before.high, high).max(low) };
    }
}

/// What was built within the time of a phase takes its own.
fn stand_alone(file: &mut RoadmapFile, phase: &NodeId) {
    let projects = file.nodes.iter_mut().flat_map(|node| &mut node.projects);
    projects
        .filter(|project| project.within.as_ref() == Some(phase))
        .for_each(|project| project.within = None);
}

/// A phase becomes something that is offered like a project.
fn make_optional(node: &mut NodeFile, hours_per_week: u32) {
    if node.is(KindName::Phase) {
        let hours = node.hours(hours_per_week);
        (node.weeks, node.minutes) = (None, None);
        node.kind = KindName::Projects.into();
        node.topics.clear();
        node.projects = vec![ProjectFile {
            id: node.id.as_str().into(),
            title: node.title.clone(),
            summary: String::new(),
            estimate_hours: hours.unwrap_or_default(),
            assumed: std::mem::take(&mut node.assumed),
            within: None,
            milestones: Vec::new(),
            optional: true,
        }];
    }
    node.projects.iter_mut().for_each(|project| project.optional = true);
}

/// Removes what is about steps, topics and projects that are no longer there.
fn drop_what_is_not_used(file: &mut RoadmapFile) {
    let nodes: BTreeSet<NodeId> = file.nodes.iter().map(|node| node.id.clone()).collect();
    let topics: BTreeSet<TopicId> = file.nodes.iter().flat_map(|node| node.topics.clone()).collect();
    let projects: BTreeSet<ProjectId> =
        file.nodes.iter().flat_map(|node| &node.projects).map(|project| project.id.clone()).collect();
    file.topics.retain(|topic| topics.contains(&topic.id));
    for topic in &mut file.topics {
        topic.requires.retain(|required| topics.contains(required));
    }
    for milestone in
        file.nodes.iter_mut().flat_map(|node| &mut node.projects).flat_map(|one| &mut one.milestones)
    {
        milestone.topics.retain(|topic| topics.contains(topic));
    }
    for entry in file.resources.iter_mut().flat_map(|stage| &mut stage.entries) {
        entry.nodes.retain(|node| nodes.contains(node));
    }
    for links in &mut file.quick_links {
        links.links.retain(|link| link.node.as_ref().is_none_or(|node| nodes.contains(node)));
    }
    if let Some(content) = &mut file.content {
        content.topics.retain(|topic, _| topics.contains(topic));
        content.projects.retain(|project, _| projects.contains(project));
        content.tracks.retain(|node, _| nodes.contains(node));
        content.setups.retain(|node, _| nodes.contains(node));
    }
}
