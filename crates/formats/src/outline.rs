//! A roadmap without a graph, as headings, lists, tables and schedules give it: phases one after the other.

use crate::effort::Estimate;
use crate::mermaid::Warning;
use roadmap::Material;

/// Phases in the order in which they are studied. Titles are readable text, without marks of the format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Empty if the file has none.
    pub title: String,
    /// Study hours in a week, if the file says what its weeks mean.
    pub hours_per_week: Option<u32>,
    /// How long all of it takes, if the file says so. It counts for phases without a time.
    pub whole: Option<Estimate>,
    pub phases: Vec<OutlinePhase>,
    /// Parts that were skipped, by line.
    pub warnings: Vec<Warning>,
}

/// A part of an outline with its own time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlinePhase {
    /// Never empty.
    pub title: String,
    /// What it has in common with its neighbors, such as the section of a schedule; may be empty.
    pub group: String,
    /// Its place where the file counts it apart from its title.
    pub number: Option<u32>,
    /// `None` if the file gives no time.
    pub time: Option<Estimate>,
    pub topics: Vec<OutlineTopic>,
    /// Things to build after the topics, with their times in the title as written. They are part of the phase's own time.
    pub projects: Vec<String>,
    /// Things to build between this phase and the next one, which its time does not include.
    pub later_projects: Vec<String>,
    pub materials: Vec<Material>,
    /// Offered, and not part of the plan unless the learner wants it.
    pub is_optional: bool,
    /// A point without study, such as a milestone of a schedule.
    pub is_milestone: bool,
    /// Where it begins, counted from 1.
    pub line: usize,
}

/// Something to learn within a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineTopic {
    /// Never empty.
    pub title: String,
    /// Ticked in the file.
    pub is_done: bool,
    /// `None` if it takes its share of the phase.
    pub time: Option<Estimate>,
    /// What it consists of.
    pub steps: Vec<OutlineStep>,
    pub materials: Vec<Material>,
}

/// The smallest part of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineStep {
    /// Never empty.
    pub title: String,
    /// Ticked in the file.
    pub is_done: bool,
}
