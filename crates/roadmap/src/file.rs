//! A roadmap as somebody wrote it: read from JSON, not yet checked.
//!
//! [`Roadmap::new`](super::Roadmap::new) turns it into a [`Roadmap`](super::Roadmap) or says everything that
//! is wrong with it. The JSON Schema beside the shipped roadmap is generated from these types.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AnswerId, NodeId, ProjectId, RoadmapId, Span, StatementId, TopicId};

/// A whole roadmap: a graph of nodes and edges, and what is said about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Waymark roadmap")]
pub struct RoadmapFile {
    /// Where the JSON Schema of this form is, for editors that check as one writes; nothing else heeds it.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this form. This page describes version 1.
    pub waymark_roadmap: u32,
    /// Names the roadmap among all roadmaps, for instance `python`.
    pub id: RoadmapId,
    /// What the roadmap is called.
    pub title: String,
    /// What the roadmap is about, in a sentence or two.
    pub summary: String,
    /// Study hours in a week at the pace for which the weeks of the phases are meant. Effort is weeks times
    /// this.
    pub reference_hours_per_week: u32,
    /// Why the reference pace is what it is; shown to the learner beside every date that rests on it.
    pub reference_note: String,
    /// How much of the study time should go into building things rather than learning, in percent, as the source of the
    /// roadmap advises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building_percent: Option<u32>,
    /// The topics that phases name, each once, wherever it recurs.
    #[serde(default)]
    pub topics: Vec<TopicFile>,
    /// The nodes of the graph, in reading order. Exactly one is of kind `start`.
    pub nodes: Vec<NodeFile>,
    /// The edges of the graph, in reading order.
    pub edges: Vec<EdgeFile>,
    /// Where to learn from, by stage of the roadmap.
    #[serde(default)]
    pub resources: Vec<ResourceStage>,
    /// How a learner can tell how far they have come.
    #[serde(default)]
    pub success: Vec<SuccessLevel>,
    /// What often goes wrong, and what helps.
    #[serde(default)]
    pub pitfalls: Vec<Pitfall>,
    /// What to do first.
    #[serde(default)]
    pub next_steps: Vec<NextStep>,
    /// Further reading, by heading.
    #[serde(default)]
    pub quick_links: Vec<QuickLinks>,
}

/// The smallest thing learned, scheduled and ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// Names the topic within the roadmap.
    pub id: TopicId,
    /// What the topic is called.
    pub title: String,
    /// What is learned, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// How much of a phase's effort it has beside the phase's other topics: one of weight 2 has twice as much as
    /// one of weight 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
    /// The topics that have to be learned before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<TopicId>,
}

fn one() -> u32 {
    1
}

fn is_one(weight: &u32) -> bool {
    *weight == 1
}

/// A node of the graph. Which of the optional fields belong to it depends on its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NodeFile {
    /// Names the node within the roadmap.
    pub id: NodeId,
    /// What the node is.
    #[schemars(with = "KindName")]
    pub kind: String,
    /// What the node is called.
    pub title: String,
    /// A sign shown beside the title, usually one emoji.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub icon: String,
    /// What the node is about, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What the node names beneath its title, for tracks and milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// Weeks of study at the reference pace. Phases only: each has either weeks or minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Span>,
    /// Minutes of study, for what is not given in whole weeks. Phases only: each has either weeks or minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Span>,
    /// What is learned in a phase, in order. Phases only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// What can be built for the portfolio. Nodes of kind `projects` only, at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<ProjectFile>,
    /// What helps to choose a path. Paths only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<PathGuideFile>,
}

/// The kinds a node can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KindName {
    /// Where every walk begins.
    Start,
    /// Where the learner chooses: its outgoing edges carry the answers.
    Decision,
    /// A specialisation.
    Path,
    /// Study with effort.
    Phase,
    /// Things to build.
    Projects,
    /// An advanced direction after a path.
    Track,
    /// A point without effort.
    Milestone,
}

/// A way from one node to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EdgeFile {
    /// The node it leaves.
    pub from: NodeId,
    /// The node it leads to.
    pub to: NodeId,
    /// Names the answer within its decision, so that its words can change and answers given to it stay. Edges that
    /// leave decisions only; one that is missing is made from the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AnswerId>,
    /// The words of the answer. Every edge that leaves a decision needs some; others may have some.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// Something built for the portfolio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectFile {
    /// Names the project within the roadmap.
    pub id: ProjectId,
    /// What the project is called.
    pub title: String,
    /// What is built, in a sentence.
    pub summary: String,
    /// Hours of work. An estimate of the planner's own where the source of the roadmap gives none.
    pub estimate_hours: Span,
}

/// What helps to choose a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathGuideFile {
    /// Statements a learner for whom the path is right would agree with, each true of this path only.
    pub choose_if: Vec<StatementFile>,
    /// Months until somebody on this path is ready for a job, as the source of the roadmap has it.
    pub job_ready_months: Span,
    /// What such a job pays in a year, as the source of the roadmap has it.
    pub salary: Salary,
}

/// A statement by which a path is suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementFile {
    /// Names the statement within the roadmap, so that its words can change and learners' ticks stay. One that is
    /// missing is made from the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<StatementId>,
    /// The statement, a sentence that begins with "I".
    pub text: String,
}

/// What a job pays in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Salary {
    /// The currency as its three-letter code.
    pub currency: String,
    /// The lower figure.
    pub low: u32,
    /// The higher figure; often it is open upwards.
    pub high: u32,
    /// Whether the source writes a plus behind the higher figure.
    #[serde(default)]
    pub and_more: bool,
    /// What the source adds in brackets, for instance "plus equity".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Where to learn from at one stage of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceStage {
    /// What the stage is called.
    pub title: String,
    /// What there is to learn from.
    pub entries: Vec<ResourceEntry>,
}

/// A named source of materials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceEntry {
    /// What the source of the roadmap calls it.
    pub title: String,
    /// Who wrote it or what it is, where there is more to say than the title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The nodes it is for; for every route if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
    /// The links.
    pub materials: Vec<Material>,
}

/// A link to learn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What the link leads to.
    pub title: String,
    /// Its address, with the scheme `https` or `http`.
    pub url: String,
}

impl Material {
    /// Whether its address is one of the web: any other could run a script or open a file.
    pub fn leads_to_the_web(&self) -> bool {
        self.url.starts_with("https://") || self.url.starts_with("http://")
    }
}

/// How a learner can tell that a level is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessLevel {
    /// What the level is called.
    pub title: String,
    /// After how many months it is usual, as the source of the roadmap has it.
    pub months: Span,
    /// What somebody at this level does.
    pub signs: Vec<String>,
}

/// Something that often goes wrong, and what helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pitfall {
    /// What it is called.
    pub title: String,
    /// What happens.
    pub problem: String,
    /// What helps.
    pub answer: String,
}

/// Something to do first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// What to do, in a few words.
    pub title: String,
    /// How, in a sentence.
    pub summary: String,
}

/// Further reading under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickLinks {
    /// The heading.
    pub title: String,
    /// The links.
    pub links: Vec<QuickLink>,
}

/// A place to read on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickLink {
    /// What the link is called.
    pub title: String,
    /// What is found there, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The page's place in the guide that the roadmap comes from.
    pub guide_page: String,
    /// The node it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// An official page on the same subject that anybody can open.
    pub material: Material,
}
