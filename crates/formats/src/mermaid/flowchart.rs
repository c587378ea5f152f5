//! What a flowchart says, as far as a plan needs it: no colours, no places.

use std::rc::Rc;

use roadmap::NodeId;

/// A flowchart as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flowchart {
    /// The title in its front matter; empty if there is none.
    pub title: String,
    /// Whether there was a flowchart at all.
    pub is_there: bool,
    /// Which way it is drawn.
    pub direction: Direction,
    /// Its nodes, in the order in which they are first named. Subgraphs that an edge begins or ends at are
    /// among them.
    pub nodes: Vec<FlowNode>,
    /// Its edges, in the order in which they are written.
    pub edges: Vec<FlowEdge>,
    /// Its subgraphs, in the order in which they begin.
    pub subgraphs: Vec<Subgraph>,
    /// What could not be understood, by line.
    pub warnings: Vec<Warning>,
}

/// Which way a flowchart is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From top to bottom.
    #[default]
    Down,
    /// From bottom to top.
    Up,
    /// From left to right.
    Right,
    /// From right to left.
    Left,
}

/// A node of a flowchart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowNode {
    /// What it is called in the text.
    pub id: NodeId,
    /// What stands in it, as written between the brackets, without quotes; its id if nothing does. [`lines`] and
    /// [`plain`] make it readable.
    ///
    /// [`lines`]: super::lines
    /// [`plain`]: super::plain
    pub text: String,
    /// Its outline.
    pub shape: Shape,
    /// The names of the classes it was given.
    pub classes: Vec<String>,
    /// The place of the innermost subgraph in which it was first named.
    pub within: Option<usize>,
    /// The line on which it was first named, counted from 1.
    pub line: usize,
}

/// The outline of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// `[ ]`, and whatever has no sign of its own here.
    #[default]
    Rectangle,
    /// `( )`
    Rounded,
    /// `([ ])`
    Stadium,
    /// `[[ ]]`
    Subroutine,
    /// `[( )]`
    Cylinder,
    /// `(( ))`
    Circle,
    /// `((( )))`
    DoubleCircle,
    /// `(- -)`
    Ellipse,
    /// `{ }`
    Diamond,
    /// `{{ }}`
    Hexagon,
    /// `[/ /]`
    LeanRight,
    /// `[\ \]`
    LeanLeft,
    /// `[/ \]`
    Trapezoid,
    /// `[\ /]`
    InvertedTrapezoid,
    /// `> ]`
    Flag,
}

/// An edge of a flowchart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowEdge {
    /// The place of the node it begins at.
    pub from: usize,
    /// The place of the node it ends at.
    pub to: usize,
    /// What stands on it, as written, without quotes; may be empty. Edges that are written at once share it.
    pub text: Rc<str>,
    /// How its line is drawn.
    pub stroke: Stroke,
    /// What is drawn at its beginning and at its end.
    pub heads: (Head, Head),
    /// The line on which it is written, counted from 1.
    pub line: usize,
}

/// How the line of an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// `---`
    Normal,
    /// `-.-`
    Dotted,
    /// `===`
    Thick,
    /// `~~~`: it only keeps nodes apart.
    Invisible,
}

/// What is drawn at an end of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Nothing.
    Open,
    /// `>` or `<`
    Arrow,
    /// `o`
    Circle,
    /// `x`
    Cross,
}

/// Nodes that are drawn together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subgraph {
    /// What it is called in the text; empty if it has only a title.
    pub id: NodeId,
    /// What stands above it, as written, without quotes.
    pub title: String,
    /// Which way it is drawn, if it says so.
    pub direction: Option<Direction>,
    /// The place of the subgraph that it stands in.
    pub within: Option<usize>,
    /// The line on which it begins, counted from 1.
    pub line: usize,
}

/// Something in a flowchart that could not be understood; the rest was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Its line, counted from 1.
    pub line: usize,
    /// What it is.
    pub what: Misread,
}

/// Why something in a flowchart was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// The text does not begin as a flowchart does.
    NoHeader,
    /// No direction is called like that.
    UnknownDirection(String),
    /// From here to the end of the line it makes no sense.
    NotUnderstood(String),
    /// A bracket, quote or label begins and does not end.
    NotClosed(String),
    /// A subgraph begins and does not end.
    SubgraphNotClosed,
    /// An `end` that ends nothing.
    NothingToEnd,
    /// There are more nodes or edges than are read; the rest of the text was left.
    TooMuch,
}
