//! What a roadmap says about learning: for each topic, project, track and set-up what to do, with what, and how to tell that
//! it is done. It may be missing, and it may come later than the graph, which is planned with.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Material, NodeId, OutcomeId, ProjectId, QuestionId, StepId, TopicId};

/// Learning content, by the ids of what it is about. Texts may have Markdown: emphasis, code, links, lists, and blocks of code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub topics: BTreeMap<TopicId, TopicContent>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub projects: BTreeMap<ProjectId, Brief>,
    /// Advanced directions, by their nodes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tracks: BTreeMap<NodeId, TrackContent>,
    /// What to install, by the paths that need it; for the start, what every path needs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub setups: BTreeMap<NodeId, Setup>,
}

/// How to learn a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicContent {
    /// What somebody can do who has learned the topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// What to do in each of the topic's steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Instruction>,
    /// What to learn from, the official source first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Source>,
    /// Typical mistakes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<Mistake>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<Exercise>,
    /// Questions that show whether the topic is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// Something that a learner can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Identifies the outcome within its topic.
    pub id: OutcomeId,
    /// A sentence that begins with "You can".
    pub text: String,
}

/// What to do in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instruction {
    /// The step that it is for.
    pub step: StepId,
    /// One to three sentences.
    #[serde(rename = "do")]
    pub task: String,
    /// The outcomes that it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<OutcomeId>,
    /// What to read for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Material>,
}

/// Something to learn from, with what to read of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub kind: SourceKind,
    pub title: String,
    /// An address with the scheme `https` or `http`.
    pub url: String,
    /// What to read of it, and what to pass over.
    pub read: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// By those who make the thing itself.
    Official,
    /// Another way to the same, which is free or has a free version.
    Alternative,
}

/// A typical mistake and its cure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mistake {
    /// What one does, and what one sees then.
    pub error: String,
    pub cure: String,
}

/// A piece of practice with checks that tell whether it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    pub title: String,
    pub task: String,
    /// A program to start from.
    pub starter: String,
    /// Code that runs after the learner's, and fails if something is missing.
    pub checks: String,
    /// One way to do it.
    pub solution: String,
}

/// A question with one right option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Identifies the question within its topic.
    pub id: QuestionId,
    /// The outcome that it tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeId>,
    /// From -2, for nearly everybody who has begun with the topic, to 2, for those who are sure of it.
    #[serde(default)]
    pub difficulty: i8,
    pub prompt: String,
    /// Code that the question is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Listing>,
    /// From two to six, in any order.
    pub options: Vec<Choice>,
    /// The index of the right option.
    pub answer: usize,
}

/// A block of code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// For instance `python`.
    pub language: String,
    pub text: String,
}

/// One of the options of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub text: String,
    /// Why it is right, or what is tempting about it and where that goes wrong.
    pub why: String,
}

/// What a project is about, and when it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// Who it is for.
    #[serde(rename = "for", default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// The topics that it uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// What the program does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub does: String,
    /// What to do for each of the project's milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneTask>,
    /// What a stranger could check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done_when: Vec<String>,
    /// More, for those who like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stretch: Vec<String>,
    /// What it shows an employer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<String>,
}

/// What to do for a milestone of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneTask {
    /// The milestone that it is for.
    pub milestone: StepId,
    #[serde(rename = "do")]
    pub task: String,
    /// What there is then.
    pub result: String,
}

/// How to go in an advanced direction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrackContent {
    /// Who it is for.
    #[serde(rename = "for", default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// What to do for each subject that the node covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Subject>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Source>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<Mistake>,
    /// A piece of work that shows an employer that one has got there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub show: String,
}

/// A subject of an advanced direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub name: String,
    #[serde(rename = "do")]
    pub task: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Material>,
}

/// Tools to set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    pub title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    pub steps: Vec<SetupStep>,
}

/// A tool to set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupStep {
    /// Identifies the step within its set-up.
    pub id: StepId,
    pub title: String,
    #[serde(rename = "do")]
    pub task: String,
    /// How to see that it works.
    pub check: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Material>,
}

impl Source {
    /// It as a link.
    pub fn link(&self) -> Material {
        Material { title: self.title.clone(), url: self.url.clone() }
    }
}
