//! Where links leave and meet the lower and upper borders of nodes.

use super::Graph;
use super::layers::Layers;
use super::neighbours::Neighbours;
use super::pools::Pools;

/// So far from a corner no link meets a node, where there is room.
const CORNER: i32 = 24;
/// Links of one node are so far apart, where there is room.
const PORT_GAP: i32 = 10;

/// For each node and each of its neighbours in one direction, how far right of its middle their link meets it.
pub(super) struct Ports(Vec<i32>);

impl Ports {
    /// Finds the ports of all nodes towards `lists`; `back` are the neighbours in the other direction.
    ///
    /// A link by itself meets the middle. Several are spread in their order, each as near as may be to where it leads.
    pub(super) fn of(
        graph: &Graph,
        layers: &Layers,
        x: &[i32],
        lists: &Neighbours,
        back: &Neighbours,
    ) -> Self {
        let mut ports = Vec::new();
        let mut pools = Pools::default();
        for node in 0..layers.nodes as u32 {
            let linked = lists.at(node);
            let count = linked.len() as i32;
            let half = graph.nodes[node as usize].width / 2;
            let reach = if count > 1 { (half - CORNER).max(0) } else { 0 };
            // What is almost straight is to be straight.
            let edge = if reach > 0 { reach + CORNER / 3 } else { 0 };
            let gap = PORT_GAP.min(2 * reach / (count - 1).max(1));
            pools.clear();
            for (&other, place) in linked.iter().zip(0..) {
                let mut away = x[other as usize] - x[node as usize];
                if layers.is_node(other) && back.at(other).len() > 1 {
                    // Both ends meet half-way.
                    away /= 2;
                }
                let is_below = away.abs() <= edge;
                let weight = if is_below { 16.0 } else { 1.0 };
                let port = if is_below { away } else { away.clamp(-reach, reach) };
                pools.add(weight, weight * f64::from(port - place * gap));
            }
            let mut first = 0;
            for (place, together) in pools.places() {
                for place_in_order in first..first + together as i32 {
                    let lowest = place_in_order * gap;
                    let port = (place + 0.5).floor() as i32 + lowest;
                    ports.push(port.clamp(lowest - edge, edge - (count - 1 - place_in_order) * gap));
                }
                first += together as i32;
            }
        }
        Self(ports)
    }

    /// Where the link to a neighbour meets a node.
    pub(super) fn at(&self, lists: &Neighbours, x: &[i32], node: u32, neighbour: u32) -> i32 {
        let linked = lists.at(node);
        let place = linked.partition_point(|&other| x[other as usize] < x[neighbour as usize]);
        x[node as usize] + self.0[lists.begin(node) + place]
    }
}
