//! The nodes and edges of a checked roadmap.

use crate::{
    AnswerId, Effort, Milestone, Minutes, NodeId, ProjectFile, ProjectId, Salary, Span, StatementId, TopicId,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub id: NodeId,
    pub title: String,
    /// Usually one emoji; may be empty.
    pub icon: String,
    /// May be empty.
    pub summary: String,
    pub kind: Kind,
}

/// The kind of a node, with the data that only nodes of this kind have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Where every route begins.
    Start,
    /// Where the learner chooses.
    Decision,
    /// A specialization.
    Path(Option<PathGuide>),
    /// Study with effort.
    Phase(Phase),
    /// Things to build.
    Projects(Vec<Project>),
    /// An advanced direction after a path, with its subjects.
    Track(Vec<String>),
    /// A point without effort, with what is reached there.
    Milestone(Vec<String>),
}

/// Study with effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Weeks at the reference pace, if the roadmap gives weeks rather than minutes.
    pub weeks: Option<Span>,
    /// Without what is built within it.
    pub effort: Effort,
    /// The time of its projects that its weeks or minutes include.
    pub building: Effort,
    /// Nobody has said how long it takes: the effort is an assumption.
    pub is_assumed: bool,
    /// In order; never empty. A phase that names no topics is its own only topic.
    pub topics: Vec<TopicId>,
}

/// Something built for the portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub id: ProjectId,
    pub title: String,
    pub summary: String,
    pub estimate_hours: Span,
    /// Nobody has said how long it takes: the hours are an assumption.
    pub is_assumed: bool,
    /// What to do for it, in order; may be none.
    pub milestones: Vec<Milestone>,
    /// Offered only: it is not part of a plan unless the learner takes it.
    pub optional: bool,
}

/// Help with the choice of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathGuide {
    /// Statements that speak for the path. Learners say which they agree with.
    pub choose_if: Vec<Statement>,
    /// Months until somebody on this path is ready for a job, according to the roadmap's source.
    pub job_ready_months: Span,
    /// Yearly pay in such a job, according to the roadmap's source.
    pub salary: Salary,
}

/// A statement by which paths are suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Unique within the roadmap, but paths may share a statement.
    pub id: StatementId,
    /// A sentence that begins with "I".
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: NodeId,
    pub to: NodeId,
    /// The answer that the edge stands for, if it leaves a decision.
    pub answer: Option<AnswerId>,
    /// Never empty for an answer.
    pub label: String,
}

impl Project {
    /// Study time for all of it.
    pub fn effort(&self) -> Effort {
        Effort::of(self.estimate_hours, Minutes::hours(1))
    }
}

impl From<ProjectFile> for Project {
    fn from(file: ProjectFile) -> Self {
        let ProjectFile { id, title, summary, estimate_hours, assumed, within: _, milestones, optional } =
            file;
        Self { id, title, summary, estimate_hours, is_assumed: assumed, milestones, optional }
    }
}
