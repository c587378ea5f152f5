//! Packing the components on shelves, one below the other.

use super::components::Component;
use super::{Graph, Layout};

/// The distance between two components.
const COMPONENT_GAP: i32 = 64;

/// Puts the drawn components together in their order, so that the whole is about one and a half times as wide as high.
pub(super) fn pack(graph: &Graph, components: &[Component], drawn: Vec<Layout>) -> Layout {
    let area: f64 = drawn
        .iter()
        .map(|layout| f64::from(layout.width + COMPONENT_GAP) * f64::from(layout.height + COMPONENT_GAP))
        .sum();
    let widest = drawn.iter().map(|layout| layout.width).max().unwrap_or(0).max((area * 1.5).sqrt() as i32);
    let mut whole = Layout::default();
    whole.nodes.resize(graph.nodes.len(), Default::default());
    whole.edges.resize(graph.edges.len(), Default::default());
    let (mut x, mut top) = (0, 0);
    let mut shelf_row = 0;
    for (component, mut layout) in components.iter().zip(drawn) {
        if x > 0 && x + layout.width > widest {
            (x, top, shelf_row) = (0, whole.height + COMPONENT_GAP, whole.rows.len());
        }
        layout.shift(x, top);
        whole.width = whole.width.max(x + layout.width);
        whole.height = whole.height.max(top + layout.height);
        x += layout.width + COMPONENT_GAP;
        for (&index, rect) in component.nodes.iter().zip(layout.nodes) {
            whole.nodes[index] = rect;
        }
        for (&index, path) in component.edges.iter().zip(layout.edges) {
            whole.edges[index] = path;
        }
        for (row, index) in layout.rows.into_iter().zip(shelf_row..) {
            if index == whole.rows.len() {
                whole.rows.push(Vec::new());
            }
            whole.rows[index].extend(row.into_iter().map(|node| component.nodes[node]));
        }
    }
    whole
}
