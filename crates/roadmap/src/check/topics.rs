//! Checks of topics and of what they require.

use std::collections::{BTreeMap, BTreeSet};

use super::Problems;
use super::cycle::find_cycle;
use crate::{Fault, KindName, NodeFile, RoadmapFile, TopicFile, TopicId};

/// Most times the effort of the lightest topic beside it.
const HEAVIEST_TOPIC: u32 = 100;

/// The declared topics, and for each phase that names none, the phase itself as its only topic.
#[inline(never)]
pub fn check_topics(file: &RoadmapFile, problems: &mut Problems) -> BTreeMap<TopicId, TopicFile> {
    let mut topics = BTreeMap::new();
    for (index, topic) in file.topics.iter().enumerate() {
        problems.not_empty(format_args!("/topics/{index}/id"), topic.id.as_str());
        problems.not_empty(format_args!("/topics/{index}/title"), &topic.title);
        problems.in_range(format_args!("/topics/{index}/weight"), topic.weight, 1, HEAVIEST_TOPIC);
        if let Some(twin) = topics.insert(topic.id.clone(), topic.clone()) {
            problems.add(format_args!("/topics/{index}/id"), Fault::DuplicateTopic(twin.id));
        }
    }
    let mut own = BTreeMap::new();
    for (index, node) in file.nodes.iter().enumerate() {
        if node.is(KindName::Phase) && node.topics.is_empty() {
            let topic = TopicFile {
                id: own_topic(node),
                title: node.title.clone(),
                summary: node.summary.clone(),
                weight: 1,
                requires: Vec::new(),
                steps: Vec::new(),
            };
            if topics.contains_key(&topic.id) {
                problems.add(format_args!("/nodes/{index}/id"), Fault::DuplicateTopic(topic.id.clone()));
            }
            // Two phases with the same id are already reported as `DuplicateNode`.
            own.insert(topic.id.clone(), topic);
        }
    }
    topics.extend(own);
    topics
}

/// The id of the topic that a phase without topics is.
pub fn own_topic(node: &NodeFile) -> TopicId {
    TopicId::from(node.id.as_str())
}

/// Each required topic has to exist, to belong to a phase, and not to require the topic in turn.
#[inline(never)]
pub fn check_required(file: &RoadmapFile, topics: &BTreeMap<TopicId, TopicFile>, problems: &mut Problems) {
    let learned: BTreeSet<&TopicId> = file.nodes.iter().flat_map(|node| &node.topics).collect();
    let indices: BTreeMap<&TopicId, usize> =
        file.topics.iter().enumerate().map(|(index, topic)| (&topic.id, index)).collect();
    let mut required = vec![Vec::new(); file.topics.len()];
    for (index, topic) in file.topics.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (r, other) in topic.requires.iter().enumerate() {
            let place = format_args!("/topics/{index}/requires/{r}");
            if !seen.insert(other) {
                problems.add(place, Fault::Repeated(other.to_string()));
            }
            match indices.get(other) {
                Some(&to) if learned.contains(other) => required[index].push(to),
                Some(_) => problems.add(place, Fault::NeverLearned(other.clone())),
                // The only topic of a phase is learned with the phase.
                None if topics.contains_key(other) => {}
                None => problems.add(place, Fault::UnknownTopic(other.clone())),
            }
        }
    }
    if let Some(cycle) = find_cycle(&required, |_| true) {
        let ids = cycle.iter().map(|&index| file.topics[index].id.clone()).collect();
        problems.add(format_args!("/topics/{}/requires", cycle[0]), Fault::CycleOfTopics(ids));
    }
}
