//! A reader of Mermaid flowcharts.
//!
//! Reading never fails: what is not understood becomes a warning with its line, and the rest is still read. It takes
//! time linear in the length of the text, because every search ahead is bounded by its line or by a limit.

mod arrow;
mod calendar;
mod chart_text;
mod cursor;
mod flowchart;
pub mod gantt;
pub(crate) mod journey;
pub(crate) mod mindmap;
mod node;
mod reader;
mod statement;
mod text;
pub(crate) mod timeline;

pub use flowchart::{
    Direction, FlowEdge, FlowNode, Flowchart, Head, Misread, Shape, Stroke, Subgraph, Warning,
};
pub use reader::{MOST_EDGES, MOST_NODES, read, read_from};
pub(crate) use text::{icon_at, plain_reference, tag_at};
pub use text::{lines, plain};
