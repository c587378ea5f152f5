//! Gives the parts of an edited roadmap their ids.

use std::collections::{BTreeSet, HashMap};

use super::matches::{Matches, projects};
use crate::made_ids::Ids;
use crate::{
    AnswerId, EdgeFile, Milestone, NodeFile, NodeId, ProjectFile, ProjectId, ResourceEntry, RoadmapFile,
    Step, StepId, TopicFile, TopicId, slug,
};

/// The new id of each node, topic and project by the one that it was read with, of the answers at each edge, and of the
/// steps of each topic and project.
pub struct NewIds {
    nodes: HashMap<NodeId, NodeId>,
    topics: HashMap<TopicId, TopicId>,
    projects: HashMap<ProjectId, ProjectId>,
    /// By the index of the edge.
    answers: Vec<Option<AnswerId>>,
    steps: HashMap<TopicId, Vec<StepId>>,
    milestones: HashMap<ProjectId, Vec<StepId>>,
}

/// What is in both roadmaps has the id from before; the rest gets one that the roadmap before does not have.
pub fn with_new_ids(before: &RoadmapFile, after: &RoadmapFile, matches: &Matches) -> NewIds {
    // A step without topics is a topic with the id of its node, so that both share their ids.
    let mut taken = Ids::default();
    before.nodes.iter().for_each(|node| taken.take(node.id.as_str()));
    before.topics.iter().for_each(|topic| taken.take(topic.id.as_str()));
    let node = |(at, node): (usize, &NodeFile)| {
        let known = matches.nodes.before(at).map(|at| before.nodes[at].id.clone());
        (node.id.clone(), known.unwrap_or_else(|| taken.make(&node.title, "step").into()))
    };
    let nodes: HashMap<NodeId, NodeId> = after.nodes.iter().enumerate().map(node).collect();
    let topic = |(at, topic): (usize, &TopicFile)| {
        let known = matches.topics.before(at).map(|at| before.topics[at].id.clone());
        (topic.id.clone(), known.unwrap_or_else(|| taken.make(&topic.title, "topic").into()))
    };
    let topics = after.topics.iter().enumerate().map(topic).collect();
    let (old, new) = (projects(before), projects(after));
    let mut taken = Ids::default();
    old.iter().for_each(|(_, project)| taken.take(project.id.as_str()));
    let project = |(at, (_, project)): (usize, &(usize, &ProjectFile))| {
        let known = matches.projects.before(at).map(|at| old[at].1.id.clone());
        (project.id.clone(), known.unwrap_or_else(|| taken.make(&project.title, "project").into()))
    };
    let projects = new.iter().enumerate().map(project).collect();
    let of_topic = |(at, topic): (usize, &TopicFile)| {
        let known = matches.topics.before(at).map_or(&[][..], |old| &before.topics[old].steps);
        (topic.id.clone(), step_ids(known, &topic.steps, |step| (&step.id, &step.title)))
    };
    let of_project = |(at, (_, project)): (usize, &(usize, &ProjectFile))| {
        let known = matches.projects.before(at).map_or(&[][..], |at| &old[at].1.milestones);
        (project.id.clone(), step_ids(known, &project.milestones, |one| (&one.id, &one.title)))
    };
    NewIds {
        answers: answers(before, after, &nodes),
        steps: after.topics.iter().enumerate().map(of_topic).collect(),
        milestones: new.iter().enumerate().map(of_project).collect(),
        nodes,
        topics,
        projects,
    }
}

/// Steps with the same title have the same id, and others have none of those before.
fn step_ids<S>(before: &[S], after: &[S], parts: impl Fn(&S) -> (&StepId, &String)) -> Vec<StepId> {
    let known: HashMap<String, &StepId> =
        before.iter().map(&parts).map(|(id, title)| (slug(title), id)).collect();
    let mut taken = Ids::default();
    before.iter().for_each(|step| taken.take(parts(step).0.as_str()));
    let mut used = BTreeSet::new();
    let mut id = |step: &S| {
        let title = parts(step).1;
        let same = known.get(&slug(title)).filter(|id| used.insert((**id).clone()));
        same.map_or_else(|| taken.make(title, "step").into(), |id| (*id).clone())
    };
    after.iter().map(&mut id).collect()
}

/// An answer keeps its id if its words are the same, or if it leads to the same node.
fn answers(
    before: &RoadmapFile,
    after: &RoadmapFile,
    nodes: &HashMap<NodeId, NodeId>,
) -> Vec<Option<AnswerId>> {
    let mut by_words: HashMap<(&NodeId, String), &AnswerId> = HashMap::new();
    let mut by_target: HashMap<(&NodeId, &NodeId), &AnswerId> = HashMap::new();
    let mut taken: HashMap<&NodeId, Ids> = HashMap::new();
    for edge in &before.edges {
        let Some(id) = &edge.id else { continue };
        by_words.insert((&edge.from, slug(&edge.label)), id);
        by_target.insert((&edge.from, &edge.to), id);
        taken.entry(&edge.from).or_default().take(id.as_str());
    }
    let mut ids: Vec<Option<AnswerId>> = vec![None; after.edges.len()];
    let mut used: BTreeSet<(&NodeId, AnswerId)> = BTreeSet::new();
    let ends = |edge: &EdgeFile| Some((nodes.get(&edge.from)?, nodes.get(&edge.to)?));
    let mut give = |by: &dyn Fn(&EdgeFile) -> Option<AnswerId>| {
        for (slot, edge) in
            ids.iter_mut().zip(&after.edges).filter(|(slot, edge)| slot.is_none() && edge.id.is_some())
        {
            let from = nodes.get(&edge.from);
            *slot = by(edge).zip(from).filter(|(id, from)| used.insert((from, id.clone()))).map(|(id, _)| id);
        }
    };
    give(&|edge| by_words.get(&(ends(edge)?.0, slug(&edge.label))).map(|id| (*id).clone()));
    give(&|edge| by_target.get(&ends(edge)?).map(|id| (*id).clone()));
    for (slot, edge) in ids.iter_mut().zip(&after.edges) {
        if let (None, Some(_), Some(from)) = (&slot, &edge.id, nodes.get(&edge.from)) {
            *slot = Some(taken.entry(from).or_default().make(&edge.label, "answer").into());
        }
    }
    ids
}

/// The roadmap with these ids, everywhere.
pub fn renamed(file: &RoadmapFile, ids: &NewIds) -> RoadmapFile {
    let node_id = |id: &mut NodeId| {
        if let Some(new) = ids.nodes.get(id) {
            id.clone_from(new);
        }
    };
    // A step without topics is a topic with the id of its node.
    let topic_id = |id: &mut TopicId| {
        if let Some(new) = ids.topics.get(id) {
            id.clone_from(new);
        }
    };
    let mut file = file.clone();
    for topic in &mut file.topics {
        set_steps(&mut topic.steps, ids.steps.get(&topic.id), |step: &mut Step| &mut step.id);
        topic_id(&mut topic.id);
        topic.requires.iter_mut().for_each(topic_id);
    }
    for node in &mut file.nodes {
        node_id(&mut node.id);
        node.topics.iter_mut().for_each(topic_id);
        for project in &mut node.projects {
            set_steps(&mut project.milestones, ids.milestones.get(&project.id), |one: &mut Milestone| {
                &mut one.id
            });
            project.milestones.iter_mut().flat_map(|one| &mut one.topics).for_each(topic_id);
            project.within.iter_mut().for_each(node_id);
            if let Some(new) = ids.projects.get(&project.id) {
                project.id.clone_from(new);
            }
        }
    }
    for (edge, answer) in file.edges.iter_mut().zip(&ids.answers) {
        node_id(&mut edge.from);
        node_id(&mut edge.to);
        edge.id.clone_from(answer);
    }
    let entries = file.resources.iter_mut().flat_map(|stage| &mut stage.entries);
    entries.flat_map(|entry: &mut ResourceEntry| &mut entry.nodes).for_each(node_id);
    let links = file.quick_links.iter_mut().flat_map(|links| &mut links.links);
    links.filter_map(|link| link.node.as_mut()).for_each(node_id);
    file
}

fn set_steps<S>(steps: &mut [S], ids: Option<&Vec<StepId>>, id: impl Fn(&mut S) -> &mut StepId) {
    for (step, new) in steps.iter_mut().zip(ids.into_iter().flatten()) {
        id(step).clone_from(new);
    }
}
