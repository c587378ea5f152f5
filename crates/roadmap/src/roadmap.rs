//! A checked roadmap and its lookups.

use std::collections::BTreeMap;

use crate::check::{check, check_content};
use crate::{
    AnswerId, Content, Edge, Effort, Kind, Level, Minutes, NextStep, Node, NodeId, Phase, Pitfall, Problem,
    Project, ProjectId, QuickLinks, ResourceStage, RoadmapFile, RoadmapId, Topic, TopicId,
};

/// A checked roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmap {
    pub(crate) about: About,
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) topics: BTreeMap<TopicId, Topic>,
    /// For each topic of a phase the index of the first phase that names it.
    pub(crate) first_phases: BTreeMap<TopicId, usize>,
    pub(crate) by_id: BTreeMap<NodeId, usize>,
    /// For each node the indices of its outgoing edges.
    pub(crate) outgoing: Vec<Vec<usize>>,
    /// For each node its place in the order in which a walk visits nodes.
    pub(crate) ranks: Vec<usize>,
    pub(crate) start: usize,
    pub(crate) content: Content,
}

/// The content of a roadmap apart from its graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub id: RoadmapId,
    pub title: String,
    pub summary: String,
    /// Study time a week that the weeks of phases assume.
    pub reference_pace: Minutes,
    /// The reason for that pace.
    pub reference_note: String,
    /// The advised share of building in all study time, in percent.
    pub building_percent: Option<u32>,
    pub resources: Vec<ResourceStage>,
    pub success: Vec<Level>,
    pub pitfalls: Vec<Pitfall>,
    pub next_steps: Vec<NextStep>,
    pub quick_links: Vec<QuickLinks>,
}

impl Roadmap {
    /// Checks a roadmap as written.
    ///
    /// # Errors
    ///
    /// All problems at once, each with its location.
    ///
    /// ```
    /// use roadmap::{Roadmap, RoadmapFile};
    ///
    /// let file: RoadmapFile = serde_json::from_str(r#"{
    ///     "waymark_roadmap": 1, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
    ///     "reference_note": "",
    ///     "nodes": [{ "id": "Go", "kind": "start", "title": "Go" },
    ///               { "id": "Brew", "kind": "phase", "title": "Brewing", "weeks": { "low": 1, "high": 2 } }],
    ///     "edges": [{ "from": "Go", "to": "Brew" }]
    /// }"#).unwrap();
    /// let tea = Roadmap::new(file.clone()).unwrap();
    /// assert_eq!(tea.start().title, "Go");
    ///
    /// let nowhere = RoadmapFile { edges: vec![], ..file };
    /// assert_eq!(Roadmap::new(nowhere).unwrap_err().len(), 1);
    /// ```
    pub fn new(file: RoadmapFile) -> Result<Self, Vec<Problem>> {
        check(file)
    }

    /// The roadmap with learning content, in place of what it had.
    ///
    /// # Errors
    ///
    /// All problems at once, each with its location.
    pub fn with_content(self, content: Content) -> Result<Self, Vec<Problem>> {
        check_content(&content, &self)?;
        Ok(Self { content, ..self })
    }

    /// What to do for topics, projects, tracks and set-ups; empty if the roadmap does not say.
    pub fn content(&self) -> &Content {
        &self.content
    }

    pub fn about(&self) -> &About {
        &self.about
    }

    /// In reading order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// In reading order.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    pub fn start(&self) -> &Node {
        &self.nodes[self.start]
    }

    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.by_id.get(id).map(|&index| &self.nodes[index])
    }

    /// The index of a node in [`Roadmap::nodes`].
    pub fn index(&self, id: &NodeId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The place of a node in an order that keeps every edge but those that lead back, and otherwise goes branch by branch
    /// in reading order.
    pub fn rank(&self, id: &NodeId) -> Option<usize> {
        self.by_id.get(id).map(|&index| self.ranks[index])
    }

    /// The outgoing edges of a node, in reading order. Those of a decision are its answers; otherwise all of them are gone,
    /// one after the other.
    pub fn edges_from(&self, from: &NodeId) -> impl Iterator<Item = &Edge> {
        let edges = self.by_id.get(from).map_or(&[][..], |&index| &self.outgoing[index]);
        edges.iter().map(|&index| &self.edges[index])
    }

    /// The answers of a decision with their edges, in reading order.
    pub fn answers(&self, decision: &NodeId) -> impl Iterator<Item = (&AnswerId, &Edge)> {
        self.edges_from(decision).filter_map(|edge| Some((edge.answer.as_ref()?, edge)))
    }

    /// The words of an answer; its id if the roadmap no longer has this answer.
    pub fn answer_label<'a>(&'a self, decision: &NodeId, answer: &'a AnswerId) -> &'a str {
        let known = self.answers(decision).find(|(id, _)| *id == answer);
        known.map_or(answer.as_str(), |(_, edge)| &edge.label)
    }

    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.get(id)
    }

    /// All topics, by their ids.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.topics.values()
    }

    /// All projects, in reading order.
    pub fn projects(&self) -> impl Iterator<Item = &Project> {
        self.nodes.iter().flat_map(|node| match &node.kind {
            Kind::Projects(projects) => projects.as_slice(),
            _ => &[],
        })
    }

    pub fn project(&self, id: &ProjectId) -> Option<&Project> {
        self.projects().find(|project| project.id == *id)
    }

    /// The topics of a phase, each with its share of the phase's effort by its weight.
    pub fn shares<'a>(&self, phase: &'a Phase) -> impl Iterator<Item = (&'a TopicId, Effort)> {
        let weight = |topic| self.topic(topic).map_or(1, |topic| topic.weight);
        let weights: Vec<u32> = phase.topics.iter().map(weight).collect();
        phase.topics.iter().zip(phase.effort.shared(&weights))
    }

    /// The effort of a topic in the first phase that names it.
    pub fn usual_effort(&self, topic: &TopicId) -> Effort {
        let Some(Kind::Phase(phase)) = self.first_phases.get(topic).map(|&index| &self.nodes[index].kind)
        else {
            return Effort::default();
        };
        let share = self.shares(phase).find(|(shared, _)| *shared == topic);
        share.map(|(_, effort)| effort).unwrap_or_default()
    }
}
