//! Properties of every layout, whatever the graph.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use layout::{Edge, Graph, Layout, NODE_GAP, Point, Rect, Size};
use proptest::prelude::*;

use super::graphs::{any_graph, large_graph};

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn small_layouts_keep_the_laws(graph in any_graph(24)) {
        keeps_the_laws(&graph)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn middling_layouts_keep_the_laws(graph in any_graph(150)) {
        keeps_the_laws(&graph)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn large_layouts_keep_the_laws(graph in large_graph(2000)) {
        keeps_the_laws(&graph)?;
    }
}

/// Checks all laws at once, because making a layout takes longer than checking it.
pub fn keeps_the_laws(graph: &Graph) -> Result<(), TestCaseError> {
    let layout = Layout::of(graph);
    let laid = Laid { graph, layout: &layout, boxes: Boxes::of(&layout) };
    prop_assert_eq!(hash(&layout), hash(&Layout::of(graph)), "another run has another layout");
    laid.everything_has_its_size()?;
    laid.everything_lies_within()?;
    laid.boxes_lie_apart()?;
    laid.edges_lead_from_border_to_border()?;
    laid.edges_pass_through_nothing()?;
    laid.edges_forward_go_down()?;
    laid.only_cycles_lead_back()?;
    laid.edges_outside_are_apart()?;
    laid.rows_hold_each_node_once()
}

pub fn hash(layout: &Layout) -> u64 {
    let mut hasher = DefaultHasher::new();
    layout.hash(&mut hasher);
    hasher.finish()
}

struct Laid<'a> {
    graph: &'a Graph,
    layout: &'a Layout,
    boxes: Boxes,
}

/// The owner of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Owner {
    Node(usize),
    Label(usize),
}

impl Laid<'_> {
    fn everything_has_its_size(&self) -> Result<(), TestCaseError> {
        let size = |rect: &Rect| Size { width: rect.width, height: rect.height };
        prop_assert_eq!(self.layout.nodes.iter().map(size).collect::<Vec<_>>(), self.graph.nodes.clone());
        prop_assert_eq!(self.layout.edges.len(), self.graph.edges.len());
        for (path, edge) in self.layout.edges.iter().zip(&self.graph.edges) {
            prop_assert_eq!(path.label.as_ref().map(size), edge.label);
        }
        Ok(())
    }

    fn everything_lies_within(&self) -> Result<(), TestCaseError> {
        let Layout { width, height, .. } = *self.layout;
        let inside = |left: i32, top: i32, right: i32, bottom: i32| {
            left >= 0 && top >= 0 && right <= width && bottom <= height
        };
        for (owner, rect) in &self.boxes.all {
            let is_inside = inside(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height);
            prop_assert!(is_inside, "{:?} sticks out", owner);
        }
        for (at, path) in self.layout.edges.iter().enumerate() {
            let is_inside = path.points.iter().all(|point| inside(point.x, point.y, point.x, point.y));
            prop_assert!(is_inside, "edge {} sticks out", at);
        }
        Ok(())
    }

    fn boxes_lie_apart(&self) -> Result<(), TestCaseError> {
        for (one, rect) in &self.boxes.all {
            for (other, near) in self.boxes.near(rect.y - NODE_GAP, rect.y + rect.height + NODE_GAP) {
                if one == other {
                    continue;
                }
                let both = matches!((one, other), (Owner::Node(_), Owner::Node(_)));
                let apart = gap(rect, near);
                prop_assert!(
                    apart >= if both { NODE_GAP } else { 7 },
                    "{:?} and {:?}: {}",
                    one,
                    other,
                    apart
                );
            }
        }
        Ok(())
    }

    fn edges_lead_from_border_to_border(&self) -> Result<(), TestCaseError> {
        for (path, edge) in self.layout.edges.iter().zip(&self.graph.edges) {
            let ends = [path.points.first().unwrap(), path.points.last().unwrap()];
            for (point, node) in ends.into_iter().zip([edge.from, edge.to]) {
                let rect = &self.layout.nodes[node];
                let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
                let is_on = (rect.x..=right).contains(&point.x)
                    && (rect.y..=bottom).contains(&point.y)
                    && (point.x == rect.x || point.x == right || point.y == rect.y || point.y == bottom);
                prop_assert!(is_on, "{:?} does not end on the border of node {}", edge, node);
            }
        }
        Ok(())
    }

    fn edges_pass_through_nothing(&self) -> Result<(), TestCaseError> {
        for (at, (path, edge)) in self.layout.edges.iter().zip(&self.graph.edges).enumerate() {
            for piece in path.points.windows(2) {
                let (top, bottom) = (piece[0].y.min(piece[1].y), piece[0].y.max(piece[1].y));
                for (owner, rect) in self.boxes.near(top, bottom) {
                    let is_own = match owner {
                        Owner::Node(node) => *node == edge.from || *node == edge.to,
                        Owner::Label(label) => *label == at,
                    };
                    let cuts = match owner {
                        Owner::Label(_) if is_own => false,
                        // It may touch its own nodes, but not enter them.
                        _ if is_own => cuts(piece[0], piece[1], rect, -1),
                        _ => cuts(piece[0], piece[1], rect, 5),
                    };
                    prop_assert!(!cuts, "edge {} {:?} passes through {:?} {:?}", at, piece, owner, rect);
                }
            }
        }
        Ok(())
    }

    fn edges_forward_go_down(&self) -> Result<(), TestCaseError> {
        for path in self.layout.edges.iter().filter(|path| !path.is_back) {
            prop_assert!(path.points.windows(2).all(|piece| piece[0].y <= piece[1].y), "{:?} goes up", path);
            let [first, last] = [path.points.first(), path.points.last()].map(Option::unwrap);
            prop_assert!(first.y < last.y, "{:?} does not go down", path);
        }
        Ok(())
    }

    /// Each back edge closes a cycle of edges that do not lead back.
    fn only_cycles_lead_back(&self) -> Result<(), TestCaseError> {
        let mut onward = BTreeMap::<usize, Vec<usize>>::new();
        for (path, edge) in self.layout.edges.iter().zip(&self.graph.edges) {
            if !path.is_back {
                onward.entry(edge.from).or_default().push(edge.to);
            }
        }
        for (path, edge) in self.layout.edges.iter().zip(&self.graph.edges).filter(|(path, _)| path.is_back) {
            let (mut met, mut next) = (BTreeSet::new(), vec![edge.to]);
            while let Some(node) = next.pop() {
                if met.insert(node) {
                    next.extend(onward.get(&node).into_iter().flatten());
                }
            }
            prop_assert!(met.contains(&edge.from), "{:?} closes no cycle but leads back: {:?}", edge, path);
        }
        Ok(())
    }

    /// No two edges share a part of a lane or track, if the nodes are high enough for their ports.
    fn edges_outside_are_apart(&self) -> Result<(), TestCaseError> {
        if self.graph.nodes.iter().any(|node| node.height < 2 * self.graph.edges.len() as i32 + 2) {
            return Ok(());
        }
        let mut lines = BTreeMap::<(bool, i32), Vec<(i32, i32, usize)>>::new();
        for (at, path) in self.layout.edges.iter().enumerate() {
            for piece in path.points.windows(2) {
                let (one, other) = (piece[0], piece[1]);
                if one.x == other.x {
                    let line = lines.entry((true, one.x)).or_default();
                    line.push((one.y.min(other.y), one.y.max(other.y), at));
                } else if one.y == other.y {
                    let line = lines.entry((false, one.y)).or_default();
                    line.push((one.x.min(other.x), one.x.max(other.x), at));
                }
            }
        }
        for (line, mut pieces) in lines {
            pieces.sort_unstable();
            for pair in pieces.windows(2) {
                let [one, other] = [pair[0].2, pair[1].2];
                let is_level = |pair: &[Point]| pair[0].y == pair[1].y;
                let is_outside = |at: usize| self.layout.edges[at].points.windows(2).any(is_level);
                let shares = pair[1].0 < pair[0].1 && one != other && (is_outside(one) || is_outside(other));
                prop_assert!(!shares, "edges {} and {} share a part of {:?}", one, other, line);
            }
        }
        Ok(())
    }

    fn rows_hold_each_node_once(&self) -> Result<(), TestCaseError> {
        let mut nodes: Vec<usize> = self.layout.rows.iter().flatten().copied().collect();
        nodes.sort_unstable();
        prop_assert_eq!(nodes, (0..self.graph.nodes.len()).collect::<Vec<_>>());
        for row in &self.layout.rows {
            let ordered =
                row.windows(2).all(|pair| self.layout.nodes[pair[0]].x < self.layout.nodes[pair[1]].x);
            prop_assert!(ordered && !row.is_empty(), "row {:?} is not from left to right", row);
        }
        Ok(())
    }
}

/// All boxes, indexed by y in strips.
struct Boxes {
    all: Vec<(Owner, Rect)>,
    strips: BTreeMap<i32, Vec<usize>>,
}

const STRIP: i32 = 500;

impl Boxes {
    fn of(layout: &Layout) -> Self {
        let nodes = layout.nodes.iter().enumerate().map(|(at, rect)| (Owner::Node(at), *rect));
        let labels =
            layout.edges.iter().enumerate().filter_map(|(at, path)| Some((Owner::Label(at), path.label?)));
        let all: Vec<_> = nodes.chain(labels).collect();
        let mut strips = BTreeMap::<i32, Vec<usize>>::new();
        for (at, (_, rect)) in all.iter().enumerate() {
            for strip in rect.y.div_euclid(STRIP)..=(rect.y + rect.height).div_euclid(STRIP) {
                strips.entry(strip).or_default().push(at);
            }
        }
        Self { all, strips }
    }

    /// The boxes that may reach into a range of y, some of them more than once.
    fn near(&self, top: i32, bottom: i32) -> impl Iterator<Item = &(Owner, Rect)> {
        let strips = self.strips.range((top - STRIP).div_euclid(STRIP)..=(bottom + STRIP).div_euclid(STRIP));
        strips.flat_map(|(_, places)| places).map(|&at| &self.all[at])
    }
}

/// The distance between two boxes, in x or in y, whichever is larger; negative if they overlap.
fn gap(one: &Rect, other: &Rect) -> i32 {
    let across = (other.x - one.x - one.width).max(one.x - other.x - other.width);
    let down = (other.y - one.y - one.height).max(one.y - other.y - other.height);
    across.max(down)
}

/// Whether a line cuts a box that is enlarged on each side.
fn cuts(from: Point, to: Point, rect: &Rect, larger: i32) -> bool {
    let [left, top] = [rect.x, rect.y].map(|edge| i64::from(edge - larger));
    let right = i64::from(rect.x + rect.width + larger);
    let bottom = i64::from(rect.y + rect.height + larger);
    if left > right || top > bottom {
        return false;
    }
    let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(i64::from);
    if x1.max(x2) < left || x1.min(x2) > right || y1.max(y2) < top || y1.min(y2) > bottom {
        return false;
    }
    // A line that has all corners strictly on one side passes by.
    let side = |x: i64, y: i64| ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)).signum();
    let sides = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)];
    !(sides.iter().all(|&side| side > 0) || sides.iter().all(|&side| side < 0))
}

#[test]
fn an_empty_graph_has_an_empty_layout() {
    assert_eq!(Layout::of(&Graph::default()), Layout::default());
}

/// An edge takes part in the order of each row that it passes, and the number of those is bounded.
#[test]
fn edges_beyond_the_bound_run_along_the_outside() {
    let edge = |from, to| Edge { from, to, label: (to % 9 == 0).then_some(Size { width: 40, height: 20 }) };
    let chain = (1..320).map(|to| edge(to - 1, to));
    let edges = chain.chain((0..160).map(|from| edge(from, from + 160))).collect();
    let graph = Graph { nodes: vec![Size { width: 120, height: 60 }; 320], edges };
    keeps_the_laws(&graph).unwrap();
    let paths = Layout::of(&graph).edges;
    let is_level = |pair: &[Point]| pair[0].y == pair[1].y;
    assert!(paths.iter().any(|path| path.points.windows(2).any(is_level)));
    assert!(paths.iter().all(|path| !path.is_back));
}

#[test]
fn the_checks_tell_distances_and_cuts() {
    let rect = |x, y| Rect { x, y, width: 10, height: 10 };
    assert_eq!((gap(&rect(0, 0), &rect(15, 5)), gap(&rect(0, 0), &rect(5, 5))), (5, -5));
    let line = |x1, y1, x2, y2| cuts(Point { x: x1, y: y1 }, Point { x: x2, y: y2 }, &rect(10, 10), 0);
    assert!(line(0, 0, 30, 30) && line(15, 0, 15, 40) && line(12, 12, 14, 14) && line(10, 0, 10, 40));
    assert!(!line(0, 12, 8, 40) && !line(9, 0, 9, 40) && !line(0, 22, 22, 40) && !line(21, 0, 21, 9));
}
