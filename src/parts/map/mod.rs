//! A roadmap as a map: nodes as boxes whose form tells their kind, ways as lines, seen through a frame.
//!
//! Every node is a button with a name that says all that is drawn. The letters are SVG text of a fixed size, broken into
//! lines beforehand, so that the drawing is the same everywhere and only its frame knows how large it is seen.

mod camera;
mod drawing;
mod frame;
mod lettering;
mod shape;

use std::rc::Rc;

use yew::AttrValue;

use layout::{Graph, Layout, Link, Rect, Size};

pub use camera::{Area, Camera};
pub use frame::{Arrow, FrameWords, MapFrame, focus_node};
pub use shape::Shape;

/// A node as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Box {
    /// Its place among all nodes of the roadmap, also those that are not drawn.
    pub at: usize,
    pub shape: Shape,
    pub tone: Tone,
    /// What kind of node it is, in a word or two.
    pub kind: AttrValue,
    /// At the other end of that line.
    pub mark: AttrValue,
    pub title: String,
    /// How far it has come, with the sign for it in front.
    pub status: AttrValue,
    /// Its dates, or what it would cost.
    pub note: AttrValue,
    /// All of this for those who hear it, and where it stands.
    pub name: AttrValue,
    /// Whether something is still to be done here first.
    pub is_next: bool,
    /// Whether its details are shown.
    pub is_chosen: bool,
}

/// How much a node or a line matters to the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is on the route and closed.
    Done,
    /// It is on the route.
    Route,
    /// It may come on the route.
    Open,
    /// It is beside the route.
    Quiet,
}

/// A way between two nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The boxes, by their places among those drawn.
    pub from: usize,
    pub to: usize,
    /// The answer that it stands for, if it does.
    pub label: String,
    /// Whether it is on the route.
    pub is_lit: bool,
}

/// What is drawn, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub boxes: Vec<Box>,
    pub lines: Vec<Line>,
    pub layout: Rc<Layout>,
}

/// So much room is around all of the drawing, for strokes and shadows of its outermost parts.
const MARGIN: i32 = 16;

/// All boxes are as wide.
const WIDTH: i32 = 216;
/// The heights of the letters, and of their lines.
const TITLE: i32 = 14;
const TITLE_LINE: i32 = 18;
const SMALL: i32 = 12;
const SMALL_LINE: i32 = 17;
/// Above the first and below the last line.
const PADDING: i32 = 9;
/// A title has no more lines than this.
const MOST_LINES: usize = 3;

/// The answers stand in two lines at most.
const MOST_LABEL_LINES: usize = 2;
const LABEL_WIDTH: i32 = 150;
const LABEL_LINE: i32 = 15;

impl Box {
    fn title_lines(&self) -> Vec<String> {
        let (left, right) = self.shape.inset();
        lettering::lines(&self.title, MOST_LINES, hundredths(WIDTH - left - right, TITLE))
    }

    /// As much of a text as there is room for in a small line.
    fn small(&self, text: &str) -> AttrValue {
        let (left, right) = self.shape.inset();
        lettering::lines(text, 1, hundredths(WIDTH - left - right, SMALL)).concat().into()
    }

    /// Whatever is known of it later has its line, so that nothing moves when it comes to be known.
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

/// A width in hundredths of the height of letters.
fn hundredths(width: i32, letters: i32) -> u32 {
    (width.max(1) * 100 / letters) as u32
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

/// What the layout has to know of boxes and lines.
pub fn graph(boxes: &[Box], lines: &[Line]) -> Graph {
    Graph {
        nodes: boxes.iter().map(Box::size).collect(),
        links: lines
            .iter()
            .map(|line| Link { from: line.from, to: line.to, label: label_size(&line.label) })
            .collect(),
    }
}

impl From<Rect> for Area {
    /// Where a place of the layout is in the drawing.
    fn from(rect: Rect) -> Self {
        let Rect { x, y, width, height } = rect;
        Self { x: (x + MARGIN).into(), y: (y + MARGIN).into(), width: width.into(), height: height.into() }
    }
}

/// The size of the drawing of a layout.
pub fn whole(layout: &Layout) -> Area {
    let length = |length: i32| (length + 2 * MARGIN).into();
    Area { x: 0.0, y: 0.0, width: length(layout.width), height: length(layout.height) }
}
