//! The outlines of nodes, one for each kind, and the lines between them, as SVG path data.

use crate::planner::layout::{Point, Rect};

/// The form of a node: its kind is told by form and word, and by colour only beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A stadium: where every walk begins.
    Start,
    /// A box with pointed sides: where the learner chooses.
    Decision,
    /// A pointer, as on a signpost.
    Path,
    /// A box with round corners.
    Phase,
    /// A sheet with a folded corner.
    Projects,
    /// A slanted box.
    Track,
    /// A box with notched corners, like a plaque.
    Milestone,
}

/// How far the pointed, folded and slanted parts reach into a box.
const REACH: i32 = 14;

impl Shape {
    /// So much of the width of a box is no room for text, at its left and at its right.
    pub fn inset(self) -> (i32, i32) {
        match self {
            Self::Start => (20, 20),
            Self::Decision => (22, 22),
            Self::Path => (14, 24),
            Self::Phase => (14, 12),
            Self::Projects => (14, 18),
            Self::Track => (22, 20),
            Self::Milestone => (18, 18),
        }
    }

    /// The outline in a box whose corner is the origin.
    pub fn outline(self, width: i32, height: i32) -> String {
        let (w, h, r) = (width, height, REACH);
        match self {
            Self::Start => rounded(w, h, (h / 2).min(32)),
            Self::Phase => rounded(w, h, 8),
            Self::Decision => {
                let middle = h / 2;
                format!("M{r} 0H{}L{w} {middle}L{} {h}H{r}L0 {middle}Z", w - r, w - r)
            }
            Self::Path => {
                format!("M4 0H{}L{w} {}L{} {h}H4Q0 {h} 0 {}V4Q0 0 4 0Z", w - r, h / 2, w - r, h - 4)
            }
            Self::Projects => format!("M0 0H{}L{w} {r}V{h}H0ZM{} 0V{r}H{w}", w - r, w - r),
            Self::Track => format!("M{r} 0H{w}L{} {h}H0Z", w - r),
            Self::Milestone => {
                let (r, right, bottom) = (8, w - 8, h - 8);
                format!(
                    "M{r} 0H{right}Q{right} {r} {w} {r}V{bottom}Q{right} {bottom} {right} {h}H{r}Q{r} {bottom} 0 {bottom}V{r}Q{r} {r} {r} 0Z"
                )
            }
        }
    }
}

fn rounded(w: i32, h: i32, r: i32) -> String {
    format!(
        "M{r} 0H{}Q{w} 0 {w} {r}V{}Q{w} {h} {} {h}H{r}Q0 {h} 0 {}V{r}Q0 0 {r} 0Z",
        w - r,
        h - r,
        w - r,
        h - r
    )
}

/// How round a line turns, and how large its head is.
const TURN: i32 = 12;
const HEAD: i32 = 7;

/// A line through points: where it slants, it leaves and arrives upright, so that it is one curve with what comes before
/// and after; where it turns by a right angle, the corner is round.
pub fn line(points: &[Point]) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut path = format!("M{} {}", first.x, first.y);
    for (at, to) in points.iter().enumerate().skip(1) {
        let from = points[at - 1];
        if from.x != to.x && from.y != to.y {
            let middle = (from.y + to.y) / 2;
            path += &format!("C{} {middle} {} {middle} {} {}", from.x, to.x, to.x, to.y);
            continue;
        }
        match points.get(at + 1).filter(|next| is_corner(from, *to, **next)) {
            Some(next) => {
                let turn = (length(from, *to) / 2).min(length(*to, *next) / 2).min(TURN);
                let (before, after) = (towards(*to, from, turn), towards(*to, *next, turn));
                path += &format!("L{} {}Q{} {} {} {}", before.x, before.y, to.x, to.y, after.x, after.y);
            }
            None => path += &format!("L{} {}", to.x, to.y),
        }
    }
    path
}

/// The head at the end of a line.
pub fn head(points: &[Point]) -> String {
    let [.., before, end] = points else { return String::new() };
    let (x, y) = (end.x, end.y);
    if before.y == y && before.x != x {
        let side = if before.x > x { HEAD } else { -HEAD };
        return format!("M{x} {y}L{} {}V{}Z", x + side, y - HEAD / 2 - 1, y + HEAD / 2 + 1);
    }
    let side = if before.y > y { HEAD } else { -HEAD };
    format!("M{x} {y}L{} {}H{}Z", x - HEAD / 2 - 1, y + side, x + HEAD / 2 + 1)
}

fn is_corner(from: Point, at: Point, to: Point) -> bool {
    (from.x == at.x && at.y == to.y && at.x != to.x) || (from.y == at.y && at.x == to.x && at.y != to.y)
}

fn length(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point so far from one towards another that is straight beside or above it.
fn towards(from: Point, to: Point, far: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * far, y: from.y + (to.y - from.y).signum() * far }
}

/// The least box around some boxes; nothing around none.
pub fn around(boxes: impl Iterator<Item = Rect>) -> Option<Rect> {
    boxes.reduce(|a, b| {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        let right = (a.x + a.width).max(b.x + b.width);
        let bottom = (a.y + a.height).max(b.y + b.height);
        Rect { x, y, width: right - x, height: bottom - y }
    })
}
