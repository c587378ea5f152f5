//! The outlines of nodes, one for each kind, and the lines between them, as SVG path data.

use layout::{Point, Rect};

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

    /// The outline in a box.
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
