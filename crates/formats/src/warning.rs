//! Remarks on a roadmap that was opened nevertheless.

use crate::mermaid::Misread;
use roadmap::Span;

/// No more warnings than this are kept: nobody reads more.
const MOST_WARNINGS: usize = 200;

/// Something the learner should know about the roadmap that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapWarning {
    /// Counted from 1; `None` if it concerns the whole file.
    pub line: Option<usize>,
    pub what: Remark,
}

/// What was not read, or was read on an assumption. Nodes are named by their titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Some bytes are no text, and were replaced.
    BytesReplaced,
    /// Part of the flowchart was skipped.
    Misread(Misread),
    /// The guide has another chart below this heading, which was ignored.
    AnotherChart(String),
    /// A week is assumed to have this many hours of study.
    PaceAssumed(u32),
    /// Positions such as "Week 3" were taken as lengths.
    PositionsTaken,
    /// The chart gives no times; those of the text around it were taken.
    TimesFromText,
    /// Months, days or fractions of weeks were converted to minutes at the assumed pace.
    Converted(String),
    /// The time of this step was given in so many months, which are so many hours at the assumed pace.
    MonthsConverted(String, Span, Span),
    /// These words look like a time and were not taken as one; the step has an assumed time.
    NoTimeTaken(String),
    /// An effort such as "2+ weeks": its upper bound was taken as twice the figure.
    OpenEnded(String),
    /// A range was written with its higher figure first.
    Reversed(String),
    /// The effort is implausibly large and was dropped.
    TooMuchEffort(String),
    /// Projects without an estimate are assumed to take these hours.
    ProjectHoursAssumed(Span),
    /// Projects without an estimate take a part of the time of the phases that they stand in.
    ProjectsWithin,
    /// The node lists more than this many things; the rest was dropped.
    TooManyListed(String, usize),
    /// Every node has an incoming edge, so the first one in the text is the start.
    StartGuessed(String),
    /// Steps without a time have their shares of the time that the file gives for the whole.
    WholeShared,
    /// Nothing says how long it takes: a step without topics is assumed to take the first of these hours, and a step with
    /// topics the second for each of them.
    TimesAssumed(Span, Span),
    /// So many nodes have no time and count as nothing, among them these.
    WithoutTime(usize, Vec<String>),
    /// The topics of the step have all been named before, and are learned there once more.
    LearnedAgain(String),
    /// Answers of the decision had no label and were named after their targets.
    AnswersNamed(String),
    /// Answers of the decision had the same label and were numbered.
    AnswersNumbered(String),
    /// The start does not lead to the node, which was dropped.
    Unreachable(String),
    /// The edge from the first node back to the second closes a cycle that no answer leaves; it was dropped.
    EdgeDropped(String, String),
}

/// Warnings by line.
#[derive(Clone, Default)]
pub struct Warnings(Vec<RoadmapWarning>);

impl Warnings {
    /// Inserts a warning behind those of the same line; those about the whole file come first.
    pub fn add(&mut self, line: Option<usize>, what: Remark) {
        if self.0.len() < MOST_WARNINGS {
            let index = self.0.partition_point(|other| other.line <= line);
            self.0.insert(index, RoadmapWarning { line, what });
        }
    }

    /// Adds a warning about the whole file, unless it is there.
    pub fn add_once(&mut self, what: Remark) {
        if !self.0.iter().any(|other| other.what == what) {
            self.add(None, what);
        }
    }

    pub fn as_slice(&self) -> &[RoadmapWarning] {
        &self.0
    }

    pub fn into_vec(self) -> Vec<RoadmapWarning> {
        self.0
    }
}
