//! Connected components, by union-find.

use super::{Edge, Graph, Size};

/// A connected component.
pub(super) struct Component {
    pub(super) graph: Graph,
    /// The indices of its nodes in the whole graph.
    pub(super) nodes: Vec<usize>,
    /// The indices of its edges in the whole graph.
    pub(super) edges: Vec<usize>,
}

/// The components in the order of their first nodes, with sizes within bounds and without edges to missing nodes.
pub(super) fn of(graph: &Graph) -> Vec<Component> {
    let count = graph.nodes.len();
    let is_drawn = |edge: &Edge| edge.from < count && edge.to < count;
    // The root of each tree is the first node of its component.
    let mut parents: Vec<usize> = (0..count).collect();
    for edge in graph.edges.iter().filter(|edge| is_drawn(edge)) {
        let (from, to) = (root(&mut parents, edge.from), root(&mut parents, edge.to));
        parents[from.max(to)] = from.min(to);
    }
    let mut components: Vec<Component> = Vec::new();
    let mut component_of = vec![0; count];
    let mut index_in_component = vec![0; count];
    for (node, size) in graph.nodes.iter().enumerate() {
        let first = root(&mut parents, node);
        if first == node {
            component_of[node] = components.len();
            components.push(Component { graph: Graph::default(), nodes: Vec::new(), edges: Vec::new() });
        }
        component_of[node] = component_of[first];
        let component = &mut components[component_of[node]];
        index_in_component[node] = component.nodes.len();
        component.nodes.push(node);
        component.graph.nodes.push(size.clamped());
    }
    for (index, edge) in graph.edges.iter().enumerate().filter(|(_, edge)| is_drawn(edge)) {
        let component = &mut components[component_of[edge.from]];
        component.edges.push(index);
        let (from, to) = (index_in_component[edge.from], index_in_component[edge.to]);
        component.graph.edges.push(Edge { from, to, label: edge.label.map(Size::clamped) });
    }
    components
}

/// The root of a node's tree. Paths are halved on the way.
fn root(parents: &mut [usize], node: usize) -> usize {
    let mut node = node;
    while parents[node] != node {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    node
}
