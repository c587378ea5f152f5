//! A roadmap as written in JSON, before it is checked by [`Roadmap::new`](crate::Roadmap::new).
//!
//! The JSON Schema beside the shipped roadmap is generated from these types, with their comments as descriptions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AnswerId, Condition, Content, NodeId, PitfallId, ProjectId, RoadmapId, SignId, Span, StatementId, StepId,
    TopicId,
};

/// A whole roadmap: a graph of nodes and edges, with information about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Waymark roadmap")]
pub struct RoadmapFile {
    /// The address of the JSON Schema, for editors; otherwise ignored.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this form: 2, or 1 for a file without steps, milestones, ids of signs and pitfalls, and content.
    pub waymark_roadmap: u32,
    /// Identifies the roadmap among all roadmaps, for instance `python`.
    pub id: RoadmapId,
    pub title: String,
    /// A sentence or two.
    pub summary: String,
    /// Study hours per week for which the weeks of phases are meant. The effort of a phase is its weeks times these
    /// hours.
    pub reference_hours_per_week: u32,
    /// The reason for the reference hours, shown to the learner beside the dates that depend on them.
    pub reference_note: String,
    /// The share of building in all study time, in percent, that the roadmap's source advises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building_percent: Option<u32>,
    /// The topics of all phases, each once.
    #[serde(default)]
    pub topics: Vec<TopicFile>,
    /// The nodes of the graph, in reading order. Exactly one is of kind `start`.
    pub nodes: Vec<NodeFile>,
    /// The edges of the graph, in reading order. Where several leave a node that is no decision, all of them are gone, one
    /// after the other.
    pub edges: Vec<EdgeFile>,
    /// Resources, by stage of the roadmap.
    #[serde(default)]
    pub resources: Vec<ResourceStage>,
    /// Levels by which learners can tell how far they are.
    #[serde(default)]
    pub success: Vec<SuccessFile>,
    /// Common problems and their solutions.
    #[serde(default)]
    pub pitfalls: Vec<PitfallFile>,
    /// First steps for a new learner.
    #[serde(default)]
    pub next_steps: Vec<NextStep>,
    /// Further reading, by heading.
    #[serde(default)]
    pub quick_links: Vec<QuickLinks>,
    /// What to do for each topic, project, track and set-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
}

/// The smallest unit that is learned, scheduled and ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// Identifies the topic within the roadmap.
    pub id: TopicId,
    pub title: String,
    /// What is learned, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The topic's share of a phase's effort: one of weight 2 gets twice as much as one of weight 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
    /// The topics that have to be learned before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<TopicId>,
    /// What to do for it, in order; the shares add up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// The smallest thing that is done and ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Identifies the step within the topic.
    pub id: StepId,
    pub title: String,
    /// The percentage of the topic's time that it takes.
    pub share: u32,
}

fn is_false(value: &bool) -> bool {
    !value
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
    /// Identifies the node within the roadmap.
    pub id: NodeId,
    #[schemars(with = "KindName")]
    pub kind: WrittenKind,
    pub title: String,
    /// Shown beside the title; usually one emoji.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub icon: String,
    /// One sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The subjects of a track, or what is reached with a milestone. Tracks and milestones only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// Weeks of study at the reference pace. Phases only: each has either weeks or minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Span>,
    /// Minutes of study, for effort that is not in whole weeks. Phases only: each has either weeks or minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Span>,
    /// Nobody has said how long it takes: its weeks or minutes are an assumption. Phases only.
    #[serde(default, skip_serializing_if = "is_false")]
    pub assumed: bool,
    /// The topics of a phase, in order. Phases only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// Projects to choose from, at least one. Nodes of kind `projects` only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<ProjectFile>,
    /// Help with the choice of a path. Paths only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<PathGuideFile>,
}

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KindName {
    /// Where every route begins.
    Start,
    /// Where the learner chooses; its outgoing edges are the answers.
    Decision,
    /// A specialization.
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

impl KindName {
    const ALL: [Self; 7] =
        [Self::Start, Self::Decision, Self::Path, Self::Phase, Self::Projects, Self::Track, Self::Milestone];

    /// The word for it in a roadmap's file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Decision => "decision",
            Self::Path => "path",
            Self::Phase => "phase",
            Self::Projects => "projects",
            Self::Track => "track",
            Self::Milestone => "milestone",
        }
    }
}

/// A node's kind as written. Any word can be read, so that an unknown one is reported with all other problems.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum WrittenKind {
    Known(KindName),
    Unknown(String),
}

impl From<String> for WrittenKind {
    fn from(word: String) -> Self {
        let known = KindName::ALL.into_iter().find(|kind| kind.as_str() == word);
        known.map_or(Self::Unknown(word), Self::Known)
    }
}

impl From<WrittenKind> for String {
    fn from(kind: WrittenKind) -> Self {
        match kind {
            WrittenKind::Known(kind) => kind.as_str().to_owned(),
            WrittenKind::Unknown(word) => word,
        }
    }
}

impl From<KindName> for WrittenKind {
    fn from(kind: KindName) -> Self {
        Self::Known(kind)
    }
}

impl NodeFile {
    pub fn is(&self, kind: KindName) -> bool {
        self.kind == WrittenKind::Known(kind)
    }

    /// The study time of a phase in hours, or of the first project, where a week has so many hours.
    pub fn hours(&self, hours_per_week: u32) -> Option<Span> {
        let of_weeks = |Span { low, high }| Span { low: low * hours_per_week, high: high * hours_per_week };
        let of_minutes = |Span { low, high }| Span { low: low / 60, high: u32::div_ceil(high, 60) };
        let of_project = || self.projects.first().map(|project| project.estimate_hours);
        self.weeks.map(of_weeks).or(self.minutes.map(of_minutes)).or_else(of_project)
    }
}

/// An edge of the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EdgeFile {
    pub from: NodeId,
    pub to: NodeId,
    /// Identifies the answer within its decision, so that its words can be corrected without losing answers already
    /// given. Only for edges that leave decisions; made from the label if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AnswerId>,
    /// The words of the answer; required if the edge leaves a decision.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
}

/// Something built for the portfolio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectFile {
    /// Identifies the project within the roadmap.
    pub id: ProjectId,
    pub title: String,
    /// What is built, in one sentence.
    pub summary: String,
    /// Hours of work.
    pub estimate_hours: Span,
    /// Nobody has said how long it takes: the hours are an assumption.
    #[serde(default, skip_serializing_if = "is_false")]
    pub assumed: bool,
    /// The phase whose weeks or minutes include these hours; the rest of them is for its topics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<NodeId>,
    /// What to do for it, in order; the hours add up to the estimate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// Offered only: it is not part of a plan unless the learner takes it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
}

/// A part of a project with a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Identifies the milestone within the project.
    pub id: StepId,
    pub title: String,
    pub hours: Span,
    /// The topics without which it cannot be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
}

/// Help with the choice of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PathGuideFile {
    /// Statements that speak for the path. Learners say which they agree with.
    pub choose_if: Vec<StatementFile>,
    /// Months until somebody on this path is ready for a job, according to the roadmap's source.
    pub job_ready_months: Span,
    /// Yearly pay in such a job, according to the roadmap's source.
    pub salary: Salary,
}

/// A statement by which paths are suggested.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementFile {
    /// Identifies the statement within the roadmap, so that its words can be corrected without losing ticks. Made from
    /// the words if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<StatementId>,
    /// A sentence that begins with "I".
    pub text: String,
}

/// Yearly pay in a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Salary {
    /// A three-letter code (ISO 4217).
    pub currency: String,
    pub low: u32,
    pub high: u32,
    /// The range has no upper limit: the source writes a plus after it.
    #[serde(default)]
    pub and_more: bool,
    /// What the source adds in parentheses, for instance "plus equity".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Resources for one stage of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceStage {
    pub title: String,
    pub entries: Vec<ResourceEntry>,
}

/// A resource with its links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceEntry {
    pub title: String,
    /// The author or what it is, if there is more to say than the title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The nodes it is for; empty if it is for every route.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<NodeId>,
    pub materials: Vec<Material>,
}

/// A link to learn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Material {
    pub title: String,
    /// An address with the scheme `https` or `http`.
    pub url: String,
}

impl Material {
    /// Other schemes could run a script or open a file.
    pub fn leads_to_the_web(&self) -> bool {
        self.url.starts_with("https://") || self.url.starts_with("http://")
    }
}

/// A level and the signs by which a learner can tell that it is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessFile {
    pub title: String,
    /// Usual number of months until then, according to the roadmap's source.
    pub months: Span,
    /// What somebody at this level can do.
    pub signs: Vec<SignFile>,
}

/// A sign that a level is reached. A sentence alone is a sign, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "WrittenSign")]
#[schemars(with = "WrittenSign")]
pub struct SignFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<SignId>,
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggest: Vec<Condition>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
enum WrittenSign {
    Sentence(String),
    Sign {
        /// Identifies the sign within the roadmap; made from the words if missing.
        #[serde(default)]
        id: Option<SignId>,
        text: String,
        /// Propose the sign when all of these are true.
        #[serde(default)]
        suggest: Vec<Condition>,
    },
}

impl From<WrittenSign> for SignFile {
    fn from(written: WrittenSign) -> Self {
        match written {
            WrittenSign::Sentence(text) => Self { id: None, text, suggest: Vec::new() },
            WrittenSign::Sign { id, text, suggest } => Self { id, text, suggest },
        }
    }
}

/// A common problem and its solution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PitfallFile {
    /// Identifies the pitfall within the roadmap; made from the title if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PitfallId>,
    pub title: String,
    pub problem: String,
    pub answer: String,
    /// When to speak of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
}

/// When to speak of a pitfall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// Conditions such as `learning_hours >= 20`, all of which have to be true.
    pub when: Vec<Condition>,
    /// What is the case; facts stand in braces, such as `{learning_hours}`.
    pub say: String,
    /// What to do about it.
    #[serde(rename = "do")]
    pub task: String,
}

/// A first step for a new learner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    pub title: String,
    /// How to do it, in one sentence.
    pub summary: String,
}

/// Further reading under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickLinks {
    pub title: String,
    pub links: Vec<QuickLink>,
}

/// A page for further reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuickLink {
    pub title: String,
    /// What the page offers, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The path of the page in the guide that the roadmap comes from.
    pub guide_page: String,
    /// The node that the page is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// A public official page on the same subject.
    pub material: Material,
}
