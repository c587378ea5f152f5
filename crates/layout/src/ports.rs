//! The points where edges leave and enter nodes at their lower and upper borders.

use super::Graph;
use super::adjacency::Adjacency;
use super::isotonic::Isotonic;
use super::layers::Layers;

/// The least distance of an edge from a corner of its node, where there is room.
const CORNER: i32 = 24;
/// The distance between edges of one node, where there is room.
const PORT_GAP: i32 = 10;

/// For each node and each of its neighbors in one direction, the x where their edge meets the node, from its center.
pub(super) struct Ports(Vec<i32>);

impl Ports {
    /// The ports of all nodes toward their neighbors in `lists`; `back` has the edges in the other direction.
    ///
    /// A single edge meets the center. Several are spread in their order, each as near as possible to where it leads.
    pub(super) fn of(graph: &Graph, layers: &Layers, x: &[i32], lists: &Adjacency, back: &Adjacency) -> Self {
        let mut ports = Vec::new();
        let mut fit = Isotonic::default();
        for node in 0..layers.nodes as u32 {
            let neighbors = lists.neighbors(node);
            let count = neighbors.len() as i32;
            let half = graph.nodes[node as usize].width / 2;
            let reach = if count > 1 { (half - CORNER).max(0) } else { 0 };
            // An almost straight edge becomes straight.
            let limit = if reach > 0 { reach + CORNER / 3 } else { 0 };
            let gap = PORT_GAP.min(2 * reach / (count - 1).max(1));
            fit.clear();
            for (&other, nth) in neighbors.iter().zip(0..) {
                let mut away = x[other as usize] - x[node as usize];
                if layers.is_node(other) && back.neighbors(other).len() > 1 {
                    // Each end goes half of the way.
                    away /= 2;
                }
                let is_below = away.abs() <= limit;
                let weight = if is_below { 16.0 } else { 1.0 };
                let port = if is_below { away } else { away.clamp(-reach, reach) };
                fit.add(weight, weight * f64::from(port - nth * gap));
            }
            let mut first = 0;
            for (x, together) in fit.values() {
                for nth in first..first + together as i32 {
                    let lowest = nth * gap;
                    let port = (x + 0.5).floor() as i32 + lowest;
                    ports.push(port.clamp(lowest - limit, limit - (count - 1 - nth) * gap));
                }
                first += together as i32;
            }
        }
        Self(ports)
    }

    /// The x where the edge to a neighbor meets a node.
    pub(super) fn x(&self, lists: &Adjacency, x: &[i32], node: u32, neighbor: u32) -> i32 {
        let neighbors = lists.neighbors(node);
        let nth = neighbors.partition_point(|&other| x[other as usize] < x[neighbor as usize]);
        x[node as usize] + self.0[lists.offset(node) + nth]
    }
}
