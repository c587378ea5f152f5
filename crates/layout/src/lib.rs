//! Where everything of a graph is drawn: a layered layout, from the top down.
//!
//! It knows sizes and nothing else: no roadmap, no letters, no page. The same graph has the same layout to the last
//! digit everywhere. Each step is a module:
//!
//! ```text
//! parts ─> cycles ─> ranks ─> layers ─> order ─> hooks ─> columns ─> ports ─> ways   (each part of the graph by itself)
//! shelves                                                                     (the parts beside each other)
//! ```
//!
//! Links run vertically within the band of a row and slant only between two bands, so no link can cut a node or a
//! label. Links that lead back leave their node at a side, go up along the outside, and come in at a side.

mod columns;
mod cycles;
mod hooks;
mod lanes;
mod layers;
mod neighbours;
mod order;
mod parts;
mod pools;
mod ports;
mod ranks;
mod shelves;
mod ways;

/// No node and no label is taken to be larger than this, in either direction.
pub const LARGEST: i32 = 10_000;

/// Two nodes are at least so far apart.
pub const NODE_GAP: i32 = 24;

/// How large something is, in drawing units. What is below 0 or above [`LARGEST`] is taken as these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// A place in the drawing, in units from its left and top edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// Units from the left edge.
    pub x: i32,
    /// Units from the top edge.
    pub y: i32,
}

/// What leads from one node to another, or back to the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The place of its node in [`Graph::nodes`].
    pub from: usize,
    /// The place of its node in [`Graph::nodes`].
    pub to: usize,
    /// The room that its label takes, if it has one.
    pub label: Option<Size>,
}

/// What is to be drawn, in reading order: what comes first is drawn further left where nothing speaks against it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Size>,
    /// The links between them. One that names no node of the graph is not drawn.
    pub links: Vec<Link>,
}

/// A box in the drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// Where a link is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Way {
    /// The corners, from the border of its first node to that of its second; empty if it is not drawn.
    pub points: Vec<Point>,
    /// Where its label is.
    pub label: Option<Rect>,
    /// Whether it leads back to something that comes before.
    pub is_back: bool,
}

/// A drawn graph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Layout {
    /// Everything lies between 0 and this.
    pub width: i32,
    /// Everything lies between 0 and this.
    pub height: i32,
    /// Where the nodes are, as in [`Graph::nodes`].
    pub nodes: Vec<Rect>,
    /// Where the links are, as in [`Graph::links`].
    pub ways: Vec<Way>,
    /// The nodes that lie beside each other, from left to right; the rows from top to bottom. Each node is in one row.
    pub rows: Vec<Vec<usize>>,
}

impl Layout {
    /// Lays a graph out.
    ///
    /// ```
    /// use layout::{Graph, Layout, Link, Size};
    ///
    /// let node = Size { width: 100, height: 40 };
    /// let link = |from, to| Link { from, to, label: None };
    /// let graph = Graph { nodes: vec![node; 3], links: vec![link(0, 1), link(1, 2), link(2, 0)] };
    /// let layout = Layout::of(&graph);
    /// assert_eq!(layout.rows, [[0], [1], [2]]);
    /// assert!(layout.nodes.iter().all(|node| node.x == layout.nodes[0].x));
    /// assert!(layout.ways[2].is_back);
    /// ```
    pub fn of(graph: &Graph) -> Self {
        let parts = parts::of(graph);
        let drawn = parts.iter().map(|part| ways::draw(&part.graph)).collect();
        shelves::together(graph, &parts, drawn)
    }
}

impl Size {
    /// The size as it is drawn.
    fn within_bounds(self) -> Self {
        Self { width: self.width.clamp(0, LARGEST), height: self.height.clamp(0, LARGEST) }
    }
}
