//! A roadmap as a map: nodes as shapes that tell their kind, edges as lines, seen through a frame that pans and zooms.
//!
//! Every node is a button whose accessible name says all that is drawn. Text is broken into lines before it is drawn,
//! from a table of widths, so the layout needs no browser and is the same everywhere.

mod camera;
mod drawing;
mod frame;
pub(super) mod lettering;
mod shape;
mod slices;

use std::rc::Rc;

use yew::AttrValue;

use layout::{Edge, Graph, Layout, Rect, Size};

pub use camera::{Area, Camera};
pub use frame::{Arrow, FrameWords, MapFrame, focus_node, has_element};
pub use shape::Shape;
pub use slices::use_slices;

/// A node as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnNode {
    /// Its index among all nodes of the roadmap, including those that are not drawn.
    pub at: usize,
    pub shape: Shape,
    pub tone: Tone,
    /// The kind in a word or two, at the start of the first line.
    pub kind: AttrValue,
    /// At the end of the first line, such as the step number.
    pub mark: AttrValue,
    pub title: String,
    /// The status, with its symbol in front.
    pub status: AttrValue,
    /// Its dates, or what it would cost.
    pub note: AttrValue,
    /// The accessible name: all of the above, and its position.
    pub name: AttrValue,
    /// Whether the next open work is here.
    pub is_next: bool,
    /// Whether its details are shown.
    pub is_chosen: bool,
}

/// How much a node matters to the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// On the route, and closed.
    Done,
    /// On the route.
    Route,
    /// May still come on the route.
    Open,
    /// Beside the route.
    Quiet,
}

/// An edge as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnEdge {
    /// Indices into [`Drawing::nodes`].
    pub from: usize,
    pub to: usize,
    /// The answer that the edge stands for; empty if it leaves no decision.
    pub label: String,
    /// Whether it is on the route.
    pub is_lit: bool,
}

/// The nodes and edges that are shown, with their layout. Nodes are in the order of the roadmap.
#[derive(Debug, PartialEq, Eq)]
pub struct Drawing {
    pub nodes: Vec<DrawnNode>,
    pub edges: Vec<DrawnEdge>,
    pub layout: Rc<Layout>,
}

/// Room around the whole drawing, for the strokes and shadows of its outermost parts.
const MARGIN: i32 = 16;

/// The width of every node.
const WIDTH: i32 = 216;
/// Font sizes and line heights.
const TITLE: i32 = 14;
const TITLE_LINE: i32 = 18;
const SMALL: i32 = 12;
const SMALL_LINE: i32 = 17;
/// Above the first and below the last line.
const PADDING: i32 = 9;
const MOST_TITLE_LINES: usize = 3;

const MOST_LABEL_LINES: usize = 2;
const LABEL_WIDTH: i32 = 150;
const LABEL_LINE: i32 = 15;

impl DrawnNode {
    fn title_lines(&self) -> Vec<String> {
        let (left, right) = self.shape.inset();
        lettering::lines(&self.title, MOST_TITLE_LINES, hundredths(WIDTH - left - right, TITLE))
    }

    /// The text on one small line, cut off where it does not fit.
    fn small(&self, text: &str) -> AttrValue {
        let (left, right) = self.shape.inset();
        lettering::lines(text, 1, hundredths(WIDTH - left - right, SMALL)).concat().into()
    }

    /// Lines that are still empty have their room too, so that the layout does not change when they are filled.
    fn size(&self) -> Size {
        let small = match self.shape {
            Shape::Phase | Shape::Projects | Shape::Path => 2,
            Shape::Decision => 1,
            Shape::Start | Shape::Track | Shape::Milestone => 0,
        };
        let titles = self.title_lines().len() as i32;
        Size { width: WIDTH, height: 2 * PADDING + (1 + small) * SMALL_LINE + titles * TITLE_LINE }
    }
}

/// A width in hundredths of a font size.
fn hundredths(width: i32, font_size: i32) -> u32 {
    (width.max(1) * 100 / font_size) as u32
}

fn label_lines(label: &str) -> Vec<String> {
    lettering::lines(label, MOST_LABEL_LINES, hundredths(LABEL_WIDTH, SMALL))
}

fn label_size(label: &str) -> Option<Size> {
    if label.is_empty() {
        return None;
    }
    let lines = label_lines(label);
    let widest = lines.iter().map(|line| lettering::width(line)).max().unwrap_or_default();
    Some(Size {
        width: (widest as i32 * SMALL).div_euclid(100) + 18,
        height: lines.len() as i32 * LABEL_LINE + 7,
    })
}

/// The graph to lay out: nodes and labels with their sizes.
pub fn graph(nodes: &[DrawnNode], edges: &[DrawnEdge]) -> Graph {
    Graph {
        nodes: nodes.iter().map(DrawnNode::size).collect(),
        edges: edges
            .iter()
            .map(|edge| Edge { from: edge.from, to: edge.to, label: label_size(&edge.label) })
            .collect(),
    }
}

impl From<Rect> for Area {
    /// A rectangle of the layout in the coordinates of the drawing, which has a margin around the layout.
    fn from(rect: Rect) -> Self {
        let Rect { x, y, width, height } = rect;
        Self { x: (x + MARGIN).into(), y: (y + MARGIN).into(), width: width.into(), height: height.into() }
    }
}

/// The area of the whole drawing, with its margin.
pub fn whole(layout: &Layout) -> Area {
    let length = |length: i32| (length + 2 * MARGIN).into();
    Area { x: 0.0, y: 0.0, width: length(layout.width), height: length(layout.height) }
}
