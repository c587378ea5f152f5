//! Reasons for not opening a file. All lines and columns count from 1.

use roadmap::Problem;

/// Why a file was not opened as a roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadmapRefusal {
    /// The file is larger than `limit` bytes.
    TooLarge { limit: usize },
    /// From `line` on it is no text in an encoding that can be told.
    NotText { line: usize },
    /// It looks like JSON and has a syntax error.
    NotJson { line: usize, column: usize },
    /// JSON without the marker `waymark_roadmap`.
    NotARoadmap,
    /// A plan file, which the page opens elsewhere.
    APlan,
    /// A roadmap in a form newer than this reader knows.
    NewerVersion { version: u64 },
    /// The first deviation from the form of roadmaps.
    NotInForm {
        line: usize,
        column: usize,
        /// Path of the offending value, such as `nodes[3].weeks`.
        path: String,
        /// The message of serde_json, without its position.
        what: String,
    },
    /// Nothing in the text looks like a roadmap: no chart, and neither headings nor lists nor a table of steps.
    NoRoadmap,
    /// It has more phases than `most`.
    TooManyPhases { most: usize },
    /// The flowchart exceeds one of the limits `nodes` and `edges` on `line`.
    TooMany { nodes: usize, edges: usize, line: usize },
    /// The flowchart that begins on `line` has no nodes.
    NoStart { line: usize },
    /// The flowchart that begins on `line` has a start and nothing to study behind it.
    NothingToStudy { line: usize },
    /// It is in the form of roadmaps, but does not make a valid one.
    Problems(Vec<Problem>),
}
