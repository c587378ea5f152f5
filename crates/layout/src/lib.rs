//! A layered drawing of a directed graph, from top to bottom, after Sugiyama, Tagawa and Toda (1981).
//!
//! It knows the sizes of nodes and labels and nothing else: no roadmap, no text, no browser. Coordinates are whole numbers,
//! and the same graph has the same layout everywhere, to the last unit.
//!
//! ```
//! use layout::{Edge, Graph, Layout, Size};
//!
//! // Two ways around: 0 → 1 → 3 and 0 → 2 → 3, and an edge back from 3 to 0.
//! let ends = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 0)];
//! let graph = Graph {
//!     nodes: vec![Size { width: 100, height: 40 }; 4],
//!     edges: ends.map(|(from, to)| Edge { from, to, label: None }).into(),
//! };
//! let layout = Layout::of(&graph);
//! assert_eq!(layout.rows, [vec![0], vec![1, 2], vec![3]]);
//! assert_eq!(layout.nodes[0].x, layout.nodes[3].x);
//! assert!(layout.edges[4].is_back);
//! ```
//!
//! The steps, a module each, of which all but the first and the last work on one connected component:
//!
//! 1. `components`: connected components, by union-find.
//! 2. `cycles`: back edges, by depth-first search. The rest of the graph is acyclic.
//! 3. `ranks`: a row for each node, by longest paths. An edge with a label spans at least two rows.
//! 4. `layers`: dummy nodes for labels and where edges pass rows, so that every edge joins neighboring rows.
//! 5. `order`: few crossings, by barycenters and by exchanging neighbors (Gansner, Koutsofios, North and Vo 1993, “A
//!    technique for drawing directed graphs”), counted with a Fenwick tree (Barth, Jünger and Mutzel 2002).
//! 6. `columns`: x coordinates. Each row in turn is fitted to its neighbors by weighted least squares, exactly, as an
//!    isotonic regression; weights as by Gansner et al., so that long edges are straight.
//! 7. `side_ports`, `lanes`: back edges leave and enter at the sides of nodes and run along the outside.
//! 8. `ports`: the points where other edges leave and enter nodes.
//! 9. `routing`: y coordinates, and the paths of the edges. They run vertically within the band of a row and slant only
//!    between two bands, so no edge can cut a node or a label.
//! 10. `packing`: the components beside and below each other, on shelves.

mod adjacency;
mod columns;
mod components;
mod cycles;
mod isotonic;
mod lanes;
mod layers;
mod order;
mod packing;
mod ports;
mod ranks;
mod routing;
mod side_ports;

/// The largest width or height of a node or label. Larger ones are taken to have this size, which keeps all coordinates
/// within `i32`.
pub const LARGEST: i32 = 10_000;

/// The least distance between two nodes.
pub const NODE_GAP: i32 = 24;

/// A width and a height, each from 0 to [`LARGEST`]. Others are clamped to that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    pub width: i32,
    pub height: i32,
}

/// A point of the drawing; the origin is its upper left corner, and y grows downward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A directed edge; both ends may be the same node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// Index into [`Graph::nodes`].
    pub from: usize,
    /// Index into [`Graph::nodes`].
    pub to: usize,
    /// The size of its label, if it has one.
    pub label: Option<Size>,
}

/// The graph to draw. Nodes and edges that come first are drawn further to the left where possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Graph {
    pub nodes: Vec<Size>,
    /// An edge whose ends are not both nodes of the graph is not drawn.
    pub edges: Vec<Edge>,
}

/// A rectangle, by its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// The drawing of an edge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EdgePath {
    /// A polyline from the border of the first node to that of the second; empty if the edge is not drawn.
    pub points: Vec<Point>,
    pub label: Option<Rect>,
    /// Whether it closes a cycle.
    pub is_back: bool,
}

/// The drawing of a graph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Layout {
    /// All x coordinates lie between 0 and this.
    pub width: i32,
    /// All y coordinates lie between 0 and this.
    pub height: i32,
    /// As in [`Graph::nodes`].
    pub nodes: Vec<Rect>,
    /// As in [`Graph::edges`].
    pub edges: Vec<EdgePath>,
    /// The rows from top to bottom, each with the indices of its nodes from left to right. Each node is in one row.
    pub rows: Vec<Vec<usize>>,
}

impl Layout {
    /// Lays out a graph.
    pub fn of(graph: &Graph) -> Self {
        let components = components::of(graph);
        let drawn = components.iter().map(|component| routing::draw(&component.graph)).collect();
        packing::pack(graph, &components, drawn)
    }
}

impl Size {
    fn clamped(self) -> Self {
        Self { width: self.width.clamp(0, LARGEST), height: self.height.clamp(0, LARGEST) }
    }
}
