//! How links that go along the outside leave and meet their nodes: at the sides.

use super::layers::Layers;
use super::{Graph, Point, Size};

/// Two such links at the same side of a node are so far apart, and the first one so far from the node.
const STEP: i32 = 14;

/// What a link does at the side of its node, from the upper end of the side to the lower.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// It comes from above.
    Arrives,
    /// It leads from the node to itself.
    Loops,
    /// It leaves downwards.
    Leaves,
}

/// One end of a link that goes along the outside. Places are measured from the middle of the node, `x` away from it.
#[derive(Clone, Copy)]
pub(super) struct Hook {
    pub(super) node: u32,
    /// The side: 1 at the right, -1 at the left.
    pub(super) side: i32,
    /// Where the node ends.
    pub(super) border: i32,
    /// How far out the link turns up or down.
    pub(super) reach: i32,
    /// At which height it leaves or meets the node.
    pub(super) port: i32,
    /// Whether nothing lies between the node and the outside, so that the link goes straight there.
    pub(super) is_direct: bool,
    /// The middle of the link's label, if it lies here.
    pub(super) label: Option<Point>,
}

/// The two ends of a link that goes along the outside.
#[derive(Clone, Copy)]
pub(super) struct Outside {
    pub(super) link: usize,
    pub(super) leaves: Hook,
    pub(super) arrives: Hook,
}

impl Outside {
    /// Whether it leads from a node to itself.
    pub(super) fn is_loop(&self) -> bool {
        self.leaves.node == self.arrives.node
    }
}

/// Chooses sides and ports for all links along the outside, and makes room for them at their nodes. Where these lie needs to
/// be known only roughly.
pub(super) fn hooks(graph: &Graph, layers: &mut Layers, x: &[i32]) -> Vec<Outside> {
    let places = places(layers);
    let mut ends = Vec::new();
    let mut outside: Vec<Outside> = Vec::new();
    for (place, link) in graph.links.iter().enumerate().filter(|&(place, _)| layers.is_outside[place]) {
        let (leaves, arrives) = (link.from, link.to);
        let is_loop = leaves == arrives;
        let side = if is_loop || is_right(layers, x, leaves, arrives) { 1 } else { -1 };
        let hook = |node: usize| Hook {
            node: node as u32,
            side,
            border: 0,
            reach: 0,
            port: 0,
            is_direct: false,
            label: None,
        };
        let turn = |other| if is_loop { Turn::Loops } else { other };
        let at = outside.len();
        ends.push(End { node: arrives, side, turn: turn(Turn::Arrives), at, leaves: false });
        ends.push(End { node: leaves, side, turn: turn(Turn::Leaves), at, leaves: true });
        outside.push(Outside { link: place, leaves: hook(leaves), arrives: hook(arrives) });
    }
    let mut order: Vec<usize> = (0..ends.len()).collect();
    let place = |at: usize| (ends[at].node, ends[at].side, ends[at].turn);
    order.sort_by_key(|&at| place(at));
    let ends: Vec<End> = order.iter().map(|&at| ends[at]).collect();
    for group in ends.chunk_by(|one, other| (one.node, one.side) == (other.node, other.side)) {
        let End { node, side, turn, .. } = group[0];
        let row = layers.rows[layers.items[node].rank as usize].len() as u32;
        let is_last = if side < 0 { places[node] == 0 } else { places[node] + 1 == row };
        let mut room = Room::beside(graph, layers, node, side);
        room.is_direct = is_last && group.len() == 1 && turn != Turn::Loops;
        room.take(graph, &mut outside, group);
        let item = &mut layers.items[node];
        *(if side < 0 { &mut item.left } else { &mut item.right }) = room.widest;
        item.height = item.height.max(room.height);
    }
    outside
}

/// Whether the way around two nodes and all rows between them is shorter at the right, or hardly longer.
fn is_right(layers: &Layers, x: &[i32], one: usize, other: usize) -> bool {
    let [first, last] = [one, other].map(|node| layers.items[node].rank as usize);
    let around = |side: i32| {
        let rows = first.min(last)..=first.max(last);
        let furthest = rows.map(|row| layers.end(row, side, x)).max().unwrap_or(0);
        2 * furthest - side * (x[one] + x[other])
    };
    around(1) - around(-1) / 16 <= around(-1)
}

fn places(layers: &Layers) -> Vec<u32> {
    let mut places = vec![0; layers.items.len()];
    for row in &layers.rows {
        row.iter().zip(0..).for_each(|(&item, place)| places[item as usize] = place);
    }
    places
}

/// The room beside a node.
struct Room {
    border: i32,
    node_height: i32,
    is_direct: bool,
    widest: i32,
    height: i32,
}

/// One end of the link at a place among those outside.
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

    /// Gives each end its port and its reach, such that none crosses another one or a label.
    fn take(&mut self, graph: &Graph, outside: &mut [Outside], group: &[End]) {
        let ports = group.len() as i32 + 1;
        let mut reach = self.border;
        for (end, port) in group.iter().zip(1..) {
            let link = &mut outside[end.at];
            let hook = if end.leaves { &mut link.leaves } else { &mut link.arrives };
            hook.border = self.border;
            hook.port = self.node_height * port / ports - self.node_height / 2;
            hook.is_direct = self.is_direct;
            hook.reach = self.border + STEP;
            if end.turn == Turn::Arrives {
                reach += STEP;
                hook.reach = reach;
            }
            self.widest = self.widest.max(hook.reach);
        }
        let mut reach = self.border;
        for end in group.iter().rev().filter(|end| end.turn == Turn::Leaves) {
            let link = &mut outside[end.at];
            reach = self.leave(&mut link.leaves, reach, graph.links[link.link].label);
        }
        self.widest = self.widest.max(reach);
        self.label_loops(graph, outside, group);
    }

    /// Lets a link turn down beyond those that leave further below, with its label along it.
    fn leave(&mut self, hook: &mut Hook, inner: i32, label: Option<Size>) -> i32 {
        let Some(Size { width, height }) = label else {
            hook.reach = inner + STEP;
            return hook.reach;
        };
        hook.reach = inner + STEP + width / 2;
        let below = if self.is_direct { 0 } else { hook.port + STEP / 2 + height - height / 2 };
        hook.label = Some(Point { x: hook.reach, y: if self.is_direct { hook.port } else { below } });
        self.height = self.height.max(2 * (below + height));
        inner + STEP + width
    }

    /// Puts the labels of links from the node to itself beyond everything else, one below the other.
    fn label_loops(&mut self, graph: &Graph, outside: &mut [Outside], group: &[End]) {
        let label = |link: usize| graph.links[link].label;
        let loops = || group.iter().filter(|end| end.turn == Turn::Loops && end.leaves);
        let height: i32 =
            loops().filter_map(|end| label(outside[end.at].link)).map(|label| label.height + STEP).sum();
        let (mut top, inner) = (-height / 2, self.widest);
        for &End { at, .. } in loops() {
            if let Some(label) = label(outside[at].link) {
                let x = inner + STEP / 2 + label.width - label.width / 2;
                outside[at].leaves.label = Some(Point { x, y: top + STEP / 2 + label.height / 2 });
                top += label.height + STEP;
                self.widest = self.widest.max(x + label.width);
            }
        }
        self.height = self.height.max(height + 2);
    }
}
