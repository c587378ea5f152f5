//! Mermaid flowcharts: the text that guides are drawn with, read as a graph and written from one.
//!
//! Reading never fails. What cannot be understood becomes a warning with its line, and the rest is read all the
//! same. It takes time in proportion to the text: whatever is looked for and not found is looked for once.

mod arrow;
mod flowchart;
mod label;
mod node;
mod read;
mod scan;
mod statement;
mod write;

pub use flowchart::{
    Direction, FlowEdge, FlowNode, Flowchart, Head, Misread, Shape, Stroke, Subgraph, Warning,
};
pub use label::{lines, plain};
pub(super) use read::front_matter;
pub use read::{MOST_EDGES, MOST_NODES, read, read_from};
pub use write::write;
