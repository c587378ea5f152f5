//! The content of a flowchart that a plan needs: no colors, no positions. All lines count from 1.

use std::rc::Rc;

use roadmap::NodeId;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flowchart {
    /// From its front matter; may be empty.
    pub title: String,
    /// Whether the text begins as a flowchart does.
    pub has_header: bool,
    pub direction: Direction,
    /// In the order in which they are first named. Subgraphs at the end of an edge are among them.
    pub nodes: Vec<FlowNode>,
    /// In the order of the text.
    pub edges: Vec<FlowEdge>,
    /// In the order in which they begin.
    pub subgraphs: Vec<Subgraph>,
    pub warnings: Vec<Warning>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Down,
    Up,
    Right,
    Left,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowNode {
    pub id: NodeId,
    /// The label as written between the brackets, without quotes; the id if there is none. [`lines`] and [`plain`] make it
    /// readable.
    ///
    /// [`lines`]: super::lines
    /// [`plain`]: super::plain
    pub text: String,
    pub shape: Shape,
    pub classes: Vec<String>,
    /// Index of the innermost subgraph in which it is first named, of those in which it is named at all.
    pub within: Option<usize>,
    /// Where it was first named.
    pub line: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// `[ ]`, and all shapes that are not listed here.
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowEdge {
    /// Index of the source node.
    pub from: usize,
    /// Index of the target node.
    pub to: usize,
    /// The label as written, without quotes; may be empty. Edges written together (`A & B --> C`) share it.
    pub text: Rc<str>,
    pub stroke: Stroke,
    /// At its beginning and at its end.
    pub heads: (Head, Head),
    pub line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// `---`
    Normal,
    /// `-.-`
    Dotted,
    /// `===`
    Thick,
    /// `~~~`, which only affects the layout.
    Invisible,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Open,
    /// `>` or `<`
    Arrow,
    /// `o`
    Circle,
    /// `x`
    Cross,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subgraph {
    /// Empty if it has only a title.
    pub id: NodeId,
    /// As written, without quotes.
    pub title: String,
    pub direction: Option<Direction>,
    /// Index of the enclosing subgraph.
    pub within: Option<usize>,
    /// Where it begins.
    pub line: usize,
}

/// A part of a flowchart that was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub line: usize,
    pub what: Misread,
}

/// Why a part of a flowchart was skipped. Texts are excerpts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// The text does not begin with `flowchart` or `graph`.
    NoHeader,
    UnknownDirection(String),
    /// A syntax error; the rest of the line was skipped.
    NotUnderstood(String),
    /// A bracket, quote or label is not closed; the rest of the line was skipped.
    NotClosed(String),
    /// A subgraph without its `end`.
    SubgraphNotClosed,
    /// An `end` without its subgraph.
    UnmatchedEnd,
    /// A limit on nodes or edges was reached; the rest of the text was skipped.
    TooMuch,
}
