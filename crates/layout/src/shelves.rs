//! The parts of a graph beside each other, on shelves one below the other.

use super::parts::Part;
use super::{Graph, Layout};

/// Two parts are so far apart.
const PART_GAP: i32 = 64;

/// Puts the drawn parts together, in reading order, so that the whole is about as wide as one and a half times its height.
pub(super) fn together(graph: &Graph, parts: &[Part], drawn: Vec<Layout>) -> Layout {
    let area: f64 =
        drawn.iter().map(|part| f64::from(part.width + PART_GAP) * f64::from(part.height + PART_GAP)).sum();
    let widest = drawn.iter().map(|part| part.width).max().unwrap_or(0).max((area * 1.5).sqrt() as i32);
    let mut whole = Layout::default();
    whole.nodes.resize(graph.nodes.len(), Default::default());
    whole.ways.resize(graph.links.len(), Default::default());
    let (mut x, mut top) = (0, 0);
    let mut shelf = 0;
    for (part, mut layout) in parts.iter().zip(drawn) {
        if x > 0 && x + layout.width > widest {
            (x, top, shelf) = (0, whole.height + PART_GAP, whole.rows.len());
        }
        layout.shift(x, top);
        whole.width = whole.width.max(x + layout.width);
        whole.height = whole.height.max(top + layout.height);
        x += layout.width + PART_GAP;
        for (&at, rect) in part.nodes.iter().zip(layout.nodes) {
            whole.nodes[at] = rect;
        }
        for (&at, way) in part.links.iter().zip(layout.ways) {
            whole.ways[at] = way;
        }
        for (row, at) in layout.rows.into_iter().zip(shelf..) {
            if at == whole.rows.len() {
                whole.rows.push(Vec::new());
            }
            whole.rows[at].extend(row.into_iter().map(|node| part.nodes[node]));
        }
    }
    whole
}
