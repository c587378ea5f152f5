//! Problems of a roadmap, as data; the page has the words for them.

use std::fmt;

use crate::{AnswerId, NodeId, OutcomeId, PitfallId, ProjectId, SignId, Span, StatementId, StepId, TopicId};

/// A fault and its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A JSON Pointer (RFC 6901) into the roadmap's file, for instance `/nodes/3/weeks`.
    pub place: String,
    pub fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The version of the form is not the one that this program reads.
    UnsupportedVersion(u32),
    /// An id, a title or a statement is empty.
    Empty,
    /// A number is not from `low` to `high`, both included.
    OutOfRange {
        low: u32,
        high: u32,
    },
    /// A range ends before it begins.
    Reversed,
    UnknownKind(String),
    /// Nodes of this kind, or edges that leave them, have no such field.
    DoesNotBelong,
    /// Nodes of this kind need this field.
    Missing,
    /// Another field already says the same in another unit.
    GivenTwice,
    DuplicateNode(NodeId),
    /// The id of another topic, or of a phase without topics, which is its own topic.
    DuplicateTopic(TopicId),
    DuplicateProject(ProjectId),
    /// The id of another answer of the same decision.
    DuplicateAnswer(AnswerId),
    /// The id of a statement with different words, or of one that the path already has.
    DuplicateStatement(StatementId),
    DuplicateSign(SignId),
    DuplicatePitfall(PitfallId),
    /// A repeated answer, topic, step, question or option in one place.
    Repeated(String),
    UnknownNode(NodeId),
    UnknownTopic(TopicId),
    UnknownProject(ProjectId),
    /// The topic has no such step, or the project no such milestone.
    UnknownStep(StepId),
    /// The topic has no such outcome.
    UnknownOutcome(OutcomeId),
    /// The shares of a topic's steps add up to this, and not to 100.
    SharesAddUpTo(u32),
    /// The hours of a project's milestones add up to these, and not to its estimate.
    HoursAddUpTo(Span),
    /// A question has too few or too many options.
    NumberOfOptions(usize),
    /// The index of a right option that there is not.
    NoSuchOption(usize),
    /// A difficulty that is not from -2 to 2.
    NotADifficulty(i8),
    /// A topic requires this one, but no phase has it.
    NeverLearned(TopicId),
    /// Topics that require each other in a cycle could never be begun.
    CycleOfTopics(Vec<TopicId>),
    /// The number of starts.
    NotOneStart(usize),
    /// No walk from the start reaches this node.
    Unreachable(NodeId),
    /// A decision needs at least two answers.
    TooFewAnswers(usize),
    /// An edge that leaves a decision has no label.
    AnswerWithoutLabel,
    /// A cycle without a decision cannot be left.
    CycleWithoutDecision(Vec<NodeId>),
    /// A cycle of decisions alone can be walked forever.
    CycleOfDecisions(Vec<NodeId>),
    /// The roadmap has no phase.
    NothingWithEffort,
    /// A link is neither `https` nor `http`.
    BadLink(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", if self.place.is_empty() { "/" } else { &self.place }, self.fault)
    }
}
