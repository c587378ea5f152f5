//! Adjacency lists in compressed sparse row (CSR) form.

/// For each node of a graph a list of its neighbors, or of its edges, all in one piece of memory.
pub(super) struct Adjacency {
    /// The offset of each node's list, and at the end the number of all neighbors.
    offsets: Vec<u32>,
    neighbors: Vec<u32>,
}

impl Adjacency {
    /// The lists of pairs of a node and a neighbor; each list is in the order of the pairs.
    pub(super) fn of(nodes: usize, pairs: &[(u32, u32)]) -> Self {
        let mut offsets = vec![0; nodes + 1];
        for &(node, _) in pairs {
            offsets[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            offsets[node + 1] += offsets[node];
        }
        let mut next = offsets.clone();
        let mut neighbors = vec![0; pairs.len()];
        for &(node, neighbor) in pairs {
            let slot = &mut next[node as usize];
            neighbors[*slot as usize] = neighbor;
            *slot += 1;
        }
        Self { offsets, neighbors }
    }

    /// Sorts the lists of all nodes adjacent to `row` by the order of that row, in linear time. `back` has the edges in the
    /// other direction; `next` is scratch space, as long as there are nodes.
    pub(super) fn sort_by_row(&mut self, row: &[u32], back: &Self, next: &mut [u32]) {
        for &node in row {
            for &neighbor in back.neighbors(node) {
                next[neighbor as usize] = self.offsets[neighbor as usize];
            }
        }
        for &node in row {
            for &neighbor in back.neighbors(node) {
                let slot = &mut next[neighbor as usize];
                self.neighbors[*slot as usize] = node;
                *slot += 1;
            }
        }
    }

    /// The number of entries in the lists before that of a node.
    pub(super) fn offset(&self, node: u32) -> usize {
        self.offsets[node as usize] as usize
    }

    pub(super) fn neighbors(&self, node: u32) -> &[u32] {
        let node = node as usize;
        &self.neighbors[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }
}
