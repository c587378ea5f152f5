//! Crossing reduction: the order of each row.

use super::layers::Layers;

/// The most sweeps over all rows.
const SWEEPS: usize = 24;
/// The number of sweeps without fewer crossings after which the search ends.
const PATIENCE: usize = 6;

/// Puts the items of each row in order.
pub(super) fn order(layers: &mut Layers) {
    let count = layers.items.len();
    let mut search = Search { positions: vec![0; count], next: vec![0; count], layers };
    search.order_depth_first();
    search.exchange();
    let mut best = search.layers.rows.clone();
    let mut fewest = search.crossings();
    let mut without_gain = 0;
    for sweep in 0..SWEEPS {
        if fewest == 0 || without_gain == PATIENCE {
            break;
        }
        search.sweep(sweep % 2 == 0);
        search.exchange();
        let crossings = search.crossings();
        without_gain += 1;
        if crossings < fewest {
            (fewest, without_gain) = (crossings, 0);
            best.clone_from(&search.layers.rows);
        }
    }
    search.layers.rows = best;
    (0..search.layers.rows.len()).for_each(|row| search.sort_neighbors(row));
}

struct Search<'a> {
    layers: &'a mut Layers,
    /// The position of each item in its row.
    positions: Vec<u32>,
    /// Scratch space for [`Adjacency::sort_by_row`](super::adjacency::Adjacency::sort_by_row).
    next: Vec<u32>,
}

impl Search<'_> {
    /// Orders each row as a depth-first search from the sources meets its items.
    fn order_depth_first(&mut self) {
        let Layers { items, rows, above, below, .. } = &mut *self.layers;
        rows.iter_mut().for_each(Vec::clear);
        let mut is_visited = vec![false; items.len()];
        let sources = (0..items.len() as u32).filter(|&item| above.neighbors(item).is_empty());
        let mut to_visit: Vec<u32> = sources.rev().collect();
        while let Some(item) = to_visit.pop() {
            if !std::mem::replace(&mut is_visited[item as usize], true) {
                rows[items[item as usize].rank as usize].push(item);
                to_visit.extend(below.neighbors(item).iter().rev());
            }
        }
        (0..rows.len()).for_each(|row| self.number(row));
    }

    fn number(&mut self, row: usize) {
        for (&item, position) in self.layers.rows[row].iter().zip(0..) {
            self.positions[item as usize] = position;
        }
    }

    /// Orders each row, from the first to the last or back, by the barycenters of its items' neighbors in the row before.
    /// Items without neighbors there keep their positions.
    fn sweep(&mut self, is_down: bool) {
        let count = self.layers.rows.len();
        let mut barycenters = vec![0; self.positions.len()];
        for step in 1..count {
            let row = if is_down { step } else { count - 1 - step };
            let Layers { rows, above, below, .. } = &mut *self.layers;
            let before = if is_down { above } else { below };
            let mut sorted = Vec::new();
            for &item in &rows[row] {
                let neighbors = before.neighbors(item);
                if !neighbors.is_empty() {
                    let sum: u64 =
                        neighbors.iter().map(|&other| u64::from(self.positions[other as usize])).sum();
                    // In fixed point. Closer barycenters are taken as equal, and the items keep their order.
                    barycenters[item as usize] = (sum << 20) / neighbors.len() as u64;
                    sorted.push(item as usize);
                }
            }
            sorted.sort_by_key(|&at| barycenters[at]);
            let mut sorted = sorted.into_iter();
            for slot in rows[row].iter_mut().filter(|item| !before.neighbors(**item).is_empty()) {
                *slot = sorted.next().map_or(*slot, |item| item as u32);
            }
            self.number(row);
        }
    }

    /// Exchanges neighbors in a row as long as that removes crossings.
    fn exchange(&mut self) {
        for round in 0..8 {
            let mut gain = false;
            let count = self.layers.rows.len();
            for step in 0..count {
                gain |= self.exchange_in(if round % 2 == 0 { step } else { count - 1 - step });
            }
            if !gain {
                return;
            }
        }
    }

    /// Sorts the adjacency lists of the items of a row by the orders of the rows above and below.
    fn sort_neighbors(&mut self, row: usize) {
        let Layers { rows, above, below, .. } = &mut *self.layers;
        if row > 0 {
            above.sort_by_row(&rows[row - 1], below, &mut self.next);
        }
        if let Some(next) = rows.get(row + 1) {
            below.sort_by_row(next, above, &mut self.next);
        }
    }

    fn exchange_in(&mut self, row: usize) -> bool {
        self.sort_neighbors(row);
        let Layers { rows, above, below, .. } = &mut *self.layers;
        let row = &mut rows[row];
        let mut has_gained = false;
        for at in 1..row.len() {
            let (left, right) = (row[at - 1], row[at]);
            let crossings = |left, right| {
                let both = [&*above, &*below]
                    .map(|lists| crossings(&self.positions, lists.neighbors(left), lists.neighbors(right)));
                both[0] + both[1]
            };
            let as_is = crossings(left, right);
            if as_is > 0 && crossings(right, left) < as_is {
                row.swap(at - 1, at);
                has_gained = true;
            }
        }
        if has_gained {
            row.iter().zip(0..).for_each(|(&item, position)| self.positions[item as usize] = position);
        }
        has_gained
    }

    /// The number of crossings in all.
    fn crossings(&self) -> u64 {
        let Layers { rows, below, .. } = &*self.layers;
        let mut sum = 0;
        let mut neighbors = Vec::new();
        for (row, next) in rows.iter().zip(&rows[1.min(rows.len())..]) {
            let mut passed = Passed::new(next.len());
            for &item in row {
                neighbors.clear();
                neighbors.extend(below.neighbors(item).iter().map(|&other| self.positions[other as usize]));
                sum += neighbors.iter().map(|&position| passed.beyond(position)).sum::<u64>();
                neighbors.iter().for_each(|&position| passed.add(position));
            }
        }
        sum
    }
}

/// The number of crossings between the edges of two items if one lies left of the other, from their sorted neighbors in an
/// adjacent row.
fn crossings(positions: &[u32], left: &[u32], right: &[u32]) -> usize {
    let mut sum = 0;
    let mut before = 0;
    for &item in left {
        while before < right.len() && positions[right[before] as usize] < positions[item as usize] {
            before += 1;
        }
        sum += before;
    }
    sum
}

/// The lower ends of the edges counted so far, as a Fenwick tree of their positions.
struct Passed {
    sums: Vec<u32>,
    all: u32,
}

impl Passed {
    fn new(positions: usize) -> Self {
        Self { sums: vec![0; positions + 1], all: 0 }
    }

    fn add(&mut self, position: u32) {
        self.all += 1;
        let mut at = position as usize + 1;
        while at < self.sums.len() {
            self.sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// The number of ends right of a position.
    fn beyond(&self, position: u32) -> u64 {
        let mut at = position as usize + 1;
        let mut up_to = 0;
        while at > 0 {
            up_to += self.sums[at];
            at -= at & at.wrapping_neg();
        }
        u64::from(self.all - up_to)
    }
}
