//! The outlines of nodes and the lines of edges, as SVG path data.

use layout::{Point, Rect};

/// The shape of a node, one for each kind. The kind is also written in words; color only adds to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A stadium.
    Start,
    /// A box with pointed sides.
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

/// The size of the pointed, folded and slanted parts.
const REACH: i32 = 14;

impl Shape {
    /// The distances of the text from the left and right ends of the shape.
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

    /// The outline that fills a rectangle.
    pub fn outline(self, place: Rect) -> String {
        let Rect { x, y, width: w, height: h } = place;
        let r = REACH;
        let upper = h / 2;
        let lower = h - upper;
        match self {
            Self::Start => rounded(place, upper.min(32)),
            Self::Phase => rounded(place, 8),
            Self::Decision => {
                let side = w - 2 * r;
                format!("M{} {y}h{side}l{r} {upper}-{r} {lower}h-{side}l-{r}-{lower}z", x + r)
            }
            Self::Path => {
                let side = w - r - 4;
                let back = h - 8;
                format!("M{} {y}h{side}l{r} {upper}-{r} {lower}h-{side}q-4 0-4-4v-{back}q0-4 4-4z", x + 4)
            }
            Self::Projects => {
                let (top, right) = (w - r, h - r);
                format!("M{x} {y}h{top}l{r} {r}v{right}h-{w}zm{top} 0v{r}h{r}")
            }
            Self::Track => {
                let side = w - r;
                format!("M{} {y}h{side}l-{r} {h}h-{side}z", x + r)
            }
            Self::Milestone => {
                let (top, side) = (w - 16, h - 16);
                format!("M{} {y}h{top}q0 8 8 8v{side}q-8 0-8 8h-{top}q0-8-8-8v-{side}q8 0 8-8z", x + 8)
            }
        }
    }
}

fn rounded(place: Rect, r: i32) -> String {
    let (top, side) = (place.width - 2 * r, place.height - 2 * r);
    let (x, y) = (place.x + r, place.y);
    format!("M{x} {y}h{top}q{r} 0 {r} {r}v{side}q0 {r}-{r} {r}h-{top}q-{r} 0-{r}-{r}v-{side}q0-{r} {r}-{r}z")
}

/// The radius of turns, and the size of arrowheads.
const TURN: i32 = 12;
const HEAD: i32 = 7;

/// A line through points. Slanted parts are curves that begin and end vertically, so that they continue the parts before
/// and after; right angles are rounded.
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
                let (before, after) = (toward(*to, from, turn), toward(*to, *next, turn));
                path += &format!("L{} {}Q{} {} {} {}", before.x, before.y, to.x, to.y, after.x, after.y);
            }
            None => path += &format!("L{} {}", to.x, to.y),
        }
    }
    path
}

/// The arrowhead at the end of a line.
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

/// The point at a distance from one point toward another, which lies in the same row or column.
fn toward(from: Point, to: Point, far: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * far, y: from.y + (to.y - from.y).signum() * far }
}
