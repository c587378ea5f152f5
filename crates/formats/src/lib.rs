//! Opening somebody's own roadmap: a roadmap's JSON, a Mermaid flowchart, or a Markdown guide with one in it.
//!
//! A flowchart says less than a roadmap needs and often something else. What it leaves open is decided here by rules that
//! ARCHITECTURE.md lists, and each decision that could have been another one is a [`RoadmapWarning`] with its line.

mod draft;
mod effort;
mod graph;
mod json;
mod kinds;
mod label;
mod markdown;
pub mod mermaid;

use serde_json::Value;

use crate::mermaid::Misread;
use roadmap::{NodeId, Problem, Roadmap, RoadmapFile, Span};

pub use effort::finds_effort;
pub use json::json_problem;
pub use label::finds_icon;

/// No file with a roadmap is larger than this. The shipped one has some 60 kB.
pub const MOST_ROADMAP_BYTES: usize = 1_000_000;

/// Hours a week for which the weeks of a flowchart are taken to be meant, since no flowchart says.
pub const ASSUMED_HOURS_PER_WEEK: u32 = 10;

/// Hours that a project is taken to need where a flowchart gives it none.
pub const ASSUMED_PROJECT_HOURS: Span = Span { low: 20, high: 40 };

/// No more warnings than this are kept.
const MOST_WARNINGS: usize = 200;

/// The version of the form that can be read.
const VERSION: u64 = 1;

/// A roadmap that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedRoadmap {
    /// Its form, as it can be kept and exported.
    pub file: RoadmapFile,
    /// What the form says, checked.
    pub roadmap: Roadmap,
    /// What was not read, and what was decided.
    pub warnings: Vec<RoadmapWarning>,
}

/// Something to know about a roadmap that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapWarning {
    /// The line it is about, counted from 1, if it is about one.
    pub line: Option<usize>,
    /// What it is.
    pub what: Remark,
}

/// Puts a warning after those of the same line; those without a line are about the whole and come first. There are only so
/// many, for nobody reads more.
fn warn(warnings: &mut Vec<RoadmapWarning>, line: Option<usize>, what: Remark) {
    if warnings.len() < MOST_WARNINGS {
        let at = warnings.iter().rposition(|other| other.line <= line).map_or(0, |at| at + 1);
        warnings.insert(at, RoadmapWarning { line, what });
    }
}

/// What there is to know about a roadmap that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Something was not read.
    Misread(Misread),
    /// The guide has another flowchart, of which nothing was read.
    AnotherFlowchart,
    /// The weeks are taken to be meant for so many hours each.
    PaceAssumed(u32),
    /// Months, days or parts of weeks were counted in minutes at the assumed pace.
    Converted(NodeId),
    /// An effort is open upwards; twice as much was taken as its higher figure.
    OpenUpwards(NodeId),
    /// A range was written with its higher figure first.
    Reversed(NodeId),
    /// So much effort cannot be: the node has none.
    TooMuchEffort(NodeId),
    /// Projects without hours are taken to need so many each.
    ProjectHoursAssumed(Span),
    /// A node lists more than so many things; the rest was left out.
    TooManyListed(NodeId, usize),
    /// Several nodes have no way in, so a start before them was added that leads to each.
    StartAdded(usize),
    /// Nothing is without a way in, so the first node of the text is the start.
    StartGuessed(NodeId),
    /// A node has several ways on, so it asks which one to take.
    SplitAsks(NodeId),
    /// An answer has no words of its own, so it is called after where it leads.
    AnswerNamed(NodeId),
    /// Two answers of a decision had the same words.
    AnswersTold(NodeId),
    /// No way leads to the node, so it was left out.
    LeftOut(NodeId),
    /// The way from one node back to another closes a circle that no answer leaves, so it was left out.
    WayLeftOut(NodeId, NodeId),
}

/// Why a file was not opened as a roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadmapRefusal {
    /// It has more bytes than any roadmap should.
    TooLarge {
        /// The most it may have.
        limit: usize,
    },
    /// It is no text.
    NotText {
        /// The line on which it stops being one.
        line: usize,
    },
    /// It looks like JSON and is not.
    NotJson {
        /// The line on which it stops being JSON.
        line: usize,
        /// The column in that line.
        column: usize,
    },
    /// It is JSON, but not a roadmap.
    NotARoadmap,
    /// It is a plan of this page, which opens elsewhere.
    APlan,
    /// It is a roadmap in a form newer than can be read.
    NewerVersion {
        /// The version of its form.
        version: u64,
    },
    /// It is not in the form of roadmaps.
    NotInForm {
        /// The line on which it first is not.
        line: usize,
        /// The column in that line.
        column: usize,
        /// What is wrong, in the words of the JSON reader.
        what: String,
    },
    /// There is no flowchart in it.
    NoFlowchart,
    /// The flowchart has more nodes or edges than are read.
    TooMany {
        /// The most nodes.
        nodes: usize,
        /// The most edges.
        edges: usize,
        /// The line on which it is too much.
        line: usize,
    },
    /// The flowchart has no node to start from.
    NoStart {
        /// The line on which it begins.
        line: usize,
    },
    /// Nothing in the flowchart says how long it takes.
    NothingWithEffort {
        /// The line on which it begins.
        line: usize,
    },
    /// Its parts do not fit together: everything that is wrong, each with its place.
    Problems(Vec<Problem>),
}

/// Opens a roadmap: JSON, or a text with a flowchart, whichever it looks like. The name of the file is used where the text
/// gives no title.
///
/// # Errors
///
/// Why it cannot be a roadmap. What is merely unclear is among the warnings instead.
///
/// ```
/// use formats::open_roadmap;
///
/// let text = b"graph TD\n Begin --> Ask{Sweet?}\n Ask -->|Yes| Cake[Cake<br/>2-3 weeks]\n Ask -->|No| Bread[Bread<br/>1 week]";
/// let opened = open_roadmap("baking.mmd", text).unwrap();
/// assert_eq!(opened.roadmap.about().title, "baking");
/// assert_eq!(opened.roadmap.start().title, "Begin");
/// assert!(open_roadmap("note.md", b"Nothing to see").is_err());
/// ```
pub fn open_roadmap(name: &str, bytes: &[u8]) -> Result<OpenedRoadmap, RoadmapRefusal> {
    if bytes.len() > MOST_ROADMAP_BYTES {
        return Err(RoadmapRefusal::TooLarge { limit: MOST_ROADMAP_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|why| RoadmapRefusal::NotText {
        line: 1 + bytes[..why.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count(),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let roadmap = Roadmap::new(read(name, text)?.0).map_err(RoadmapRefusal::Problems)?;
    // Read again rather than copied: to copy a form, each of its many types would be in the program once more.
    let (file, warnings) = read(name, text)?;
    Ok(OpenedRoadmap { file, roadmap, warnings })
}

fn read(name: &str, text: &str) -> Result<(RoadmapFile, Vec<RoadmapWarning>), RoadmapRefusal> {
    if text.trim_start().starts_with(['{', '[']) {
        Ok((read_json(text)?, Vec::new()))
    } else {
        read_flowchart(name, text)
    }
}

fn read_json(text: &str) -> Result<RoadmapFile, RoadmapRefusal> {
    let value: Value = serde_json::from_str(text)
        .map_err(|why| RoadmapRefusal::NotJson { line: why.line(), column: why.column().max(1) })?;
    // A newer form may have fields that this one does not know, so its version is looked at first.
    match value.get("waymark_roadmap").and_then(Value::as_u64) {
        Some(version) if version > VERSION => return Err(RoadmapRefusal::NewerVersion { version }),
        Some(_) => {}
        None if value.get("waymark_plan").is_some() => return Err(RoadmapRefusal::APlan),
        None => return Err(RoadmapRefusal::NotARoadmap),
    }
    serde_json::from_str(text).map_err(|why| RoadmapRefusal::NotInForm {
        line: why.line(),
        column: why.column().max(1),
        what: json_problem(&why),
    })
}

fn read_flowchart(name: &str, text: &str) -> Result<(RoadmapFile, Vec<RoadmapWarning>), RoadmapRefusal> {
    let guide = markdown::find(text);
    let chart = mermaid::read_from(guide.flowchart, guide.line);
    if !chart.is_there {
        return Err(RoadmapRefusal::NoFlowchart);
    }
    if let Some(warning) = chart.warnings.iter().find(|warning| warning.what == Misread::TooMuch) {
        let (nodes, edges, line) = (mermaid::MOST_NODES, mermaid::MOST_EDGES, warning.line);
        return Err(RoadmapRefusal::TooMany { nodes, edges, line });
    }
    let titles = [chart.title.as_str(), guide.title.as_str()];
    let title = titles
        .into_iter()
        .map(|title| title.replace(['*', '`'], "").trim().to_owned())
        .find(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| title_of_file(name));
    let mut warnings: Vec<RoadmapWarning> = Vec::new();
    for warning in &chart.warnings {
        warn(&mut warnings, Some(warning.line), Remark::Misread(warning.what.clone()));
    }
    if let Some(line) = guide.another {
        warn(&mut warnings, Some(line), Remark::AnotherFlowchart);
    }
    let file = draft::draft(&title, &chart, guide.line, &mut warnings)?;
    Ok((file, warnings))
}

/// The name of a file without its ending, in words.
fn title_of_file(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = stem.replace(['-', '_'], " ").trim().to_owned();
    if title.is_empty() { "Roadmap".to_owned() } else { title }
}
