//! Opens a learner's own roadmap (a roadmap's JSON, a Mermaid flowchart, or a Markdown guide with one in it) and writes a
//! roadmap as a flowchart.
//!
//! A flowchart says less than a roadmap needs, and some of it in another way. `docs/own-roadmaps.md` lists the rules that
//! fill the gaps; each choice that could have gone another way is reported as a [`RoadmapWarning`] with its line.

mod choice;
mod decode;
mod draft;
pub mod effort;
mod from_outline;
mod front_matter;
mod graph;
mod guide;
mod json;
mod kinds;
mod label;
mod markdown;
pub mod mermaid;
mod mockup;
mod open;
mod outline;
mod paced;
mod part;
mod phase;
mod plain_json;
mod react_flow;
mod refusal;
mod table;
#[cfg(test)]
mod tests;
mod timed;
mod tree;
mod vocabulary;
mod warning;
mod whole;
mod write;

pub use draft::{ASSUMED_PROJECT_HOURS, read_hours};
pub use effort::ASSUMED_HOURS_PER_WEEK;
pub use json::json_problem;
pub use markdown::Kind as ChartKind;
pub use open::{MOST_ROADMAP_BYTES, OpenedRoadmap, open_part, open_roadmap};
pub use part::Part;
pub use refusal::RoadmapRefusal;
pub use warning::{Remark, RoadmapWarning};
pub use write::write_mermaid;
