//! What can be wrong with a roadmap, as data; the words for it are the page's.

use std::fmt;

use crate::{AnswerId, NodeId, ProjectId, StatementId, TopicId};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a JSON Pointer (RFC 6901) into the roadmap's file, for instance `/nodes/3/weeks`.
    pub place: String,
    /// What.
    pub fault: Fault,
}

/// The ways in which a roadmap can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is of another version of the form than the one this program reads.
    UnsupportedVersion(u32),
    /// A name or title is empty.
    Empty,
    /// A figure is outside what makes sense, both ends included.
    OutOfRange { low: u32, high: u32 },
    /// A range ends before it begins.
    Reversed,
    /// The node's kind is none of those known.
    UnknownKind(String),
    /// Nodes of this kind have no such field.
    DoesNotBelong,
    /// Nodes of this kind need this field.
    Missing,
    /// Another field says the same already, in another unit.
    GivenTwice,
    /// Another node has the same id.
    DuplicateNode(NodeId),
    /// Another topic has the same id, or a phase without topics, which stands for its own topic, has it.
    DuplicateTopic(TopicId),
    /// Another project has the same id.
    DuplicateProject(ProjectId),
    /// Another answer of the same decision has the same id.
    DuplicateAnswer(AnswerId),
    /// Another statement has the same id, in other words or for the same path.
    DuplicateStatement(StatementId),
    /// The same edge, answer or topic is named twice in one place.
    Repeated(String),
    /// No node has this id.
    UnknownNode(NodeId),
    /// No topic has this id.
    UnknownTopic(TopicId),
    /// A topic requires this one, but no phase has it.
    NeverLearned(TopicId),
    /// Topics that require each other in a circle could never be begun.
    CircleOfTopics(Vec<TopicId>),
    /// The roadmap has no start, or more than one.
    NotOneStart(usize),
    /// No walk from the start comes here.
    Unreachable(NodeId),
    /// A decision needs at least two answers.
    TooFewAnswers(usize),
    /// An edge that leaves a decision has no label.
    AnswerWithoutLabel,
    /// Only a decision can have more than one way on.
    SplitWithoutDecision(usize),
    /// A circle that never comes to a decision cannot be left.
    CircleWithoutDecision(Vec<NodeId>),
    /// A circle of decisions alone can be walked for ever.
    CircleOfDecisions(Vec<NodeId>),
    /// Nothing in the roadmap takes any effort.
    NothingWithEffort,
    /// A link is neither `https` nor `http`.
    BadLink(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {:?}", if self.place.is_empty() { "/" } else { &self.place }, self.fault)
    }
}
