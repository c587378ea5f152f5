//! The published graph, the same for everybody: checked once, after which nothing about it can fail.

mod check;
mod circle;
mod effort;
mod file;
mod id;
mod made_ids;
mod problem;
mod schema;
mod shipped;
mod span;

use std::collections::BTreeMap;

pub use effort::{Effort, Minutes, apportion};
pub use file::*;
pub use id::{AnswerId, NodeId, ProjectId, RoadmapId, StatementId, TopicId};
pub use made_ids::slug;
pub use problem::{Fault, Problem};
pub use schema::roadmap_schema;
pub use shipped::shipped_roadmap;
pub use span::Span;

/// A checked roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmap {
    about: About,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    topics: BTreeMap<TopicId, TopicFile>,
    /// For each topic of a phase the place of the first phase that names it.
    first_phases: BTreeMap<TopicId, usize>,
    by_id: BTreeMap<NodeId, usize>,
    /// For each node the places of the edges that leave it.
    ways_on: Vec<Vec<usize>>,
    start: usize,
}

/// What is said about a roadmap beside its graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Names the roadmap.
    pub id: RoadmapId,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Study time in a week at the pace its weeks are meant for.
    pub reference_pace: Minutes,
    /// Why that pace.
    pub reference_note: String,
    /// How much of the study time should go into building, in percent, if there is advice on that.
    pub building_percent: Option<u32>,
    /// Where to learn from.
    pub resources: Vec<ResourceStage>,
    /// How to tell how far one has come.
    pub success: Vec<SuccessLevel>,
    /// What often goes wrong.
    pub pitfalls: Vec<Pitfall>,
    /// What to do first.
    pub next_steps: Vec<NextStep>,
    /// Further reading.
    pub quick_links: Vec<QuickLinks>,
}

/// A node of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Names the node.
    pub id: NodeId,
    /// What it is called.
    pub title: String,
    /// A sign for it; may be empty.
    pub icon: String,
    /// What it is about; may be empty.
    pub summary: String,
    /// What it is.
    pub kind: Kind,
}

/// What a node is, with what belongs to its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Where every walk begins.
    Start,
    /// Where the learner chooses.
    Decision,
    /// A specialisation, with what helps to choose it.
    Path(Option<PathGuide>),
    /// Study with effort.
    Phase(Phase),
    /// Things to build.
    Projects(Vec<ProjectFile>),
    /// An advanced direction, with the names of what it covers.
    Track(Vec<String>),
    /// A point without effort, with the names of what it stands for.
    Milestone(Vec<String>),
}

/// Study with effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Weeks at the reference pace, where the roadmap gives weeks.
    pub weeks: Option<Span>,
    /// All of its effort: its weeks at the reference pace, or its minutes.
    pub effort: Effort,
    /// What is learned, in order; never empty. A phase that names no topics is its own one topic.
    pub topics: Vec<TopicId>,
}

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The node it leaves.
    pub from: NodeId,
    /// The node it leads to.
    pub to: NodeId,
    /// The answer it stands for; only edges that leave decisions have one.
    pub answer: Option<AnswerId>,
    /// The words on it; never empty for an answer.
    pub label: String,
}

/// Help with the choice of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathGuide {
    /// Statements a learner for whom the path is right would agree with.
    pub choose_if: Vec<Statement>,
    /// Months until somebody on this path is ready for a job, as the source of the roadmap has it.
    pub job_ready_months: Span,
    /// Yearly pay in such a job, as the source of the roadmap has it.
    pub salary: Salary,
}

/// A statement by which a path is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Names it within the roadmap; paths may share a statement.
    pub id: StatementId,
    /// A sentence that begins with "I".
    pub text: String,
}

impl Roadmap {
    /// Checks a roadmap as written.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it at once, each with its place.
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
        check::check(file)
    }

    /// What is said about the roadmap beside its graph.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// All nodes, in reading order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All edges, in reading order.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Where every walk begins.
    pub fn start(&self) -> &Node {
        &self.nodes[self.start]
    }

    /// The node of that name.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.by_id.get(id).map(|&at| &self.nodes[at])
    }

    /// The place of the node of that name among all nodes.
    pub fn place(&self, id: &NodeId) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The edges that leave a node, in reading order.
    pub fn ways_on(&self, from: &NodeId) -> impl Iterator<Item = &Edge> {
        let places = self.by_id.get(from).map_or(&[][..], |&at| &self.ways_on[at]);
        places.iter().map(|&at| &self.edges[at])
    }

    /// The answers of a decision with the edges that stand for them, in reading order.
    pub fn answers(&self, decision: &NodeId) -> impl Iterator<Item = (&AnswerId, &Edge)> {
        self.ways_on(decision).filter_map(|edge| Some((edge.answer.as_ref()?, edge)))
    }

    /// The words of an answer; its id where the roadmap has no such answer any more.
    pub fn answer_label<'a>(&'a self, decision: &NodeId, answer: &'a AnswerId) -> &'a str {
        let known = self.answers(decision).find(|(id, _)| *id == answer);
        known.map_or(answer.as_str(), |(_, edge)| &edge.label)
    }

    /// The topic of that name.
    pub fn topic(&self, id: &TopicId) -> Option<&TopicFile> {
        self.topics.get(id)
    }

    /// All topics, by their ids.
    pub fn topics(&self) -> impl Iterator<Item = &TopicFile> {
        self.topics.values()
    }

    /// All projects, in reading order.
    pub fn projects(&self) -> impl Iterator<Item = &ProjectFile> {
        self.nodes.iter().flat_map(|node| match &node.kind {
            Kind::Projects(projects) => projects.as_slice(),
            _ => &[],
        })
    }

    /// The project of that name.
    pub fn project(&self, id: &ProjectId) -> Option<&ProjectFile> {
        self.projects().find(|project| project.id == *id)
    }

    /// The topics of a phase, each with its share of the phase's effort by its weight.
    pub fn shares<'a>(&self, phase: &'a Phase) -> impl Iterator<Item = (&'a TopicId, Effort)> {
        let weight = |topic| self.topic(topic).map_or(1, |topic| topic.weight);
        let weights: Vec<u32> = phase.topics.iter().map(weight).collect();
        phase.topics.iter().zip(phase.effort.shared(&weights))
    }

    /// The effort that a topic has in the first phase that names it.
    pub fn usual_effort(&self, topic: &TopicId) -> Effort {
        let Some(Kind::Phase(phase)) = self.first_phases.get(topic).map(|&at| &self.nodes[at].kind) else {
            return Effort::default();
        };
        let share = self.shares(phase).find(|(shared, _)| *shared == topic);
        share.map(|(_, effort)| effort).unwrap_or_default()
    }
}
