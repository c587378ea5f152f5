//! The ends of edges that run along the outside, at the sides of their nodes.

use super::layers::Layers;
use super::{Graph, Point, Size};

/// The distance between two such edges at the same side of a node, and of the first one from the node.
const STEP: i32 = 14;

/// What an edge does at the side of its node, in the order from the upper end of the side to the lower.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Enters from above.
    Arrives,
    /// Leads from the node to itself.
    Loops,
    /// Leaves downward.
    Leaves,
}

/// One end of an edge that runs along the outside. Coordinates are relative to the center of the node; x grows away from
/// it, on either side.
#[derive(Clone, Copy)]
pub(super) struct SidePort {
    pub(super) node: u32,
    /// 1 at the right, -1 at the left.
    pub(super) side: i32,
    /// The x of the node's border.
    pub(super) border: i32,
    /// The x where the edge turns up or down.
    pub(super) reach: i32,
    /// The y where it leaves or enters the node.
    pub(super) y: i32,
    /// Whether nothing lies between the node and the outside, so that the edge goes straight there.
    pub(super) is_direct: bool,
    /// The center of the edge's label, if it lies here.
    pub(super) label: Option<Point>,
}

/// The two ends of an edge that runs along the outside.
#[derive(Clone, Copy)]
pub(super) struct Outside {
    pub(super) edge: usize,
    pub(super) leaves: SidePort,
    pub(super) arrives: SidePort,
}

impl Outside {
    pub(super) fn is_loop(&self) -> bool {
        self.leaves.node == self.arrives.node
    }
}

/// Chooses sides and ports for all edges along the outside, and makes room for them at their nodes, whose x needs to be
/// known only roughly.
pub(super) fn side_ports(graph: &Graph, layers: &mut Layers, x: &[i32]) -> Vec<Outside> {
    let positions = positions(layers);
    let mut ends = Vec::new();
    let mut outside: Vec<Outside> = Vec::new();
    for (index, edge) in graph.edges.iter().enumerate().filter(|&(index, _)| layers.is_outside[index]) {
        let (leaves, arrives) = (edge.from, edge.to);
        let is_loop = leaves == arrives;
        let side = if is_loop || is_right(layers, x, leaves, arrives) { 1 } else { -1 };
        let port = |node: usize| SidePort {
            node: node as u32,
            side,
            border: 0,
            reach: 0,
            y: 0,
            is_direct: false,
            label: None,
        };
        let turn = |other| if is_loop { Turn::Loops } else { other };
        let at = outside.len();
        ends.push(End { node: arrives, side, turn: turn(Turn::Arrives), at, leaves: false });
        ends.push(End { node: leaves, side, turn: turn(Turn::Leaves), at, leaves: true });
        outside.push(Outside { edge: index, leaves: port(leaves), arrives: port(arrives) });
    }
    ends.sort_by_key(|end| (end.node, end.side, end.turn));
    for group in ends.chunk_by(|one, other| (one.node, one.side) == (other.node, other.side)) {
        let End { node, side, turn, .. } = group[0];
        let row = layers.rows[layers.items[node].rank as usize].len() as u32;
        let is_last = if side < 0 { positions[node] == 0 } else { positions[node] + 1 == row };
        let mut room = Room::beside(graph, layers, node, side);
        room.is_direct = is_last && group.len() == 1 && turn != Turn::Loops;
        room.take(graph, &mut outside, group);
        let item = &mut layers.items[node];
        *(if side < 0 { &mut item.left } else { &mut item.right }) = room.widest;
        item.height = item.height.max(room.height);
    }
    outside
}

/// Whether going around two nodes and all rows between them is shorter at the right, or hardly longer.
fn is_right(layers: &Layers, x: &[i32], one: usize, other: usize) -> bool {
    let [first, last] = [one, other].map(|node| layers.items[node].rank as usize);
    let around = |side: i32| {
        let rows = first.min(last)..=first.max(last);
        let furthest = rows.map(|row| layers.end(row, side, x)).max().unwrap_or(0);
        2 * furthest - side * (x[one] + x[other])
    };
    around(1) - around(-1) / 16 <= around(-1)
}

/// The position of each item in its row.
fn positions(layers: &Layers) -> Vec<u32> {
    let mut positions = vec![0; layers.items.len()];
    for row in &layers.rows {
        row.iter().zip(0..).for_each(|(&item, position)| positions[item as usize] = position);
    }
    positions
}

/// The space that edges take beside a node.
struct Room {
    border: i32,
    node_height: i32,
    is_direct: bool,
    /// How far out anything reaches, from the center of the node.
    widest: i32,
    /// The height that labels take, around the center of the node.
    height: i32,
}

/// One end of the edge at an index among those outside.
#[derive(Clone, Copy)]
struct End {
    node: usize,
    side: i32,
    turn: Turn,
    at: usize,
    leaves: bool,
}

impl Room {
    fn beside(graph: &Graph, layers: &Layers, node: usize, side: i32) -> Self {
        let item = layers.items[node];
        let border = if side < 0 { item.left } else { item.right };
        Self { border, node_height: graph.nodes[node].height, is_direct: false, widest: border, height: 0 }
    }

    /// Gives each end its y and its reach, such that none crosses another one or a label.
    fn take(&mut self, graph: &Graph, outside: &mut [Outside], group: &[End]) {
        let ports = group.len() as i32 + 1;
        let mut reach = self.border;
        for (end, nth) in group.iter().zip(1..) {
            let edge = &mut outside[end.at];
            let port = if end.leaves { &mut edge.leaves } else { &mut edge.arrives };
            port.border = self.border;
            port.y = self.node_height * nth / ports - self.node_height / 2;
            port.is_direct = self.is_direct;
            port.reach = self.border + STEP;
            if end.turn == Turn::Arrives {
                reach += STEP;
                port.reach = reach;
            }
            self.widest = self.widest.max(port.reach);
        }
        let mut reach = self.border;
        for end in group.iter().rev().filter(|end| end.turn == Turn::Leaves) {
            let edge = &mut outside[end.at];
            reach = self.leave(&mut edge.leaves, reach, graph.edges[edge.edge].label);
        }
        self.widest = self.widest.max(reach);
        self.label_loops(graph, outside, group);
    }

    /// Lets an edge turn down beyond those that leave further below, with its label along it. Returns how far out it reaches.
    fn leave(&mut self, port: &mut SidePort, inner: i32, label: Option<Size>) -> i32 {
        let Some(Size { width, height }) = label else {
            port.reach = inner + STEP;
            return port.reach;
        };
        port.reach = inner + STEP + width / 2;
        let below = if self.is_direct { 0 } else { port.y + STEP / 2 + height - height / 2 };
        port.label = Some(Point { x: port.reach, y: if self.is_direct { port.y } else { below } });
        self.height = self.height.max(2 * (below + height));
        inner + STEP + width
    }

    /// Puts the labels of edges from the node to itself beyond everything else, one below the other.
    fn label_loops(&mut self, graph: &Graph, outside: &mut [Outside], group: &[End]) {
        let label = |edge: usize| graph.edges[edge].label;
        let loops = || group.iter().filter(|end| end.turn == Turn::Loops && end.leaves);
        let height: i32 =
            loops().filter_map(|end| label(outside[end.at].edge)).map(|label| label.height + STEP).sum();
        let (mut top, inner) = (-height / 2, self.widest);
        for &End { at, .. } in loops() {
            if let Some(label) = label(outside[at].edge) {
                let x = inner + STEP / 2 + label.width - label.width / 2;
                outside[at].leaves.label = Some(Point { x, y: top + STEP / 2 + label.height / 2 });
                top += label.height + STEP;
                self.widest = self.widest.max(x + label.width);
            }
        }
        self.height = self.height.max(height + 2);
    }
}
