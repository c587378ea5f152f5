//! The x coordinates.

use super::NODE_GAP;
use super::isotonic::Isotonic;
use super::layers::Layers;

/// The least distance of an edge from other edges and from nodes.
const EDGE_GAP: i32 = 14;
/// The number of sweeps over all rows, for each kind of [`Toward`].
const ROUGH_SWEEPS: usize = 6;
const FINE_SWEEPS: usize = 6;
const STRAIGHT_SWEEPS: usize = 6;
/// The factor by which edges within chains pull more strongly in the last sweeps.
const STRAIGHT: f64 = 10_000.0;

/// The x of the center of each item, in whole units. Rows keep their order and the gaps between their items.
///
/// Edges between dummy nodes pull more strongly than those of nodes, so that long edges are straight (Gansner, Koutsofios,
/// North and Vo 1993). Each row by itself is fitted exactly: minus the least offsets that the gaps allow, the coordinates of
/// its items never fall from left to right, so the fit is an isotonic regression.
///
/// With `is_rough` only the first sweeps are made.
pub(super) fn columns(layers: &Layers, is_rough: bool) -> Vec<i32> {
    let mut fit = Fit {
        layers,
        x: vec![0.0; layers.items.len()],
        offsets: offsets(layers),
        isotonic: Isotonic::default(),
    };
    for row in &layers.rows {
        let width = row.last().map_or(0.0, |&last| fit.offsets[last as usize]);
        row.iter().for_each(|&item| fit.x[item as usize] = fit.offsets[item as usize] - width / 2.0);
    }
    for sweep in 0..ROUGH_SWEEPS {
        fit.sweep(sweep % 2 == 0, Toward::Before);
    }
    let [fine, straight] = if is_rough { [0, 0] } else { [FINE_SWEEPS, STRAIGHT_SWEEPS] };
    for sweep in 0..fine {
        fit.sweep(sweep % 2 == 0, Toward::Both);
    }
    for sweep in 0..straight {
        fit.sweep(sweep % 2 == 0, Toward::Straight);
    }
    if !is_rough {
        fit.sweep_from_widest();
    }
    fit.x.iter().map(|&x| x as i32).collect()
}

/// For each item the least distance of its center from that of the first item of its row.
fn offsets(layers: &Layers) -> Vec<f64> {
    let mut offsets = vec![0.0; layers.items.len()];
    for row in &layers.rows {
        let mut offset = 0;
        for pair in row.windows(2) {
            let [left, right] = [pair[0], pair[1]];
            let both = layers.is_node(left) && layers.is_node(right);
            let gap = if both { NODE_GAP } else { EDGE_GAP };
            offset += layers.items[left as usize].right + gap + layers.items[right as usize].left;
            offsets[right as usize] = f64::from(offset);
        }
    }
    offsets
}

/// The neighbors that a sweep pulls the items of a row toward.
#[derive(Clone, Copy, PartialEq)]
enum Toward {
    /// Those in the row before.
    Before,
    /// Those in both rows.
    Both,
    /// Those in both rows, but within chains almost only those in the row before. From here on in whole units.
    Straight,
}

struct Fit<'a> {
    layers: &'a Layers,
    x: Vec<f64>,
    offsets: Vec<f64>,
    /// Reused for each row.
    isotonic: Isotonic,
}

impl Fit<'_> {
    fn sweep(&mut self, is_down: bool, toward: Toward) {
        let count = self.layers.rows.len();
        for step in 0..count {
            self.fit(if is_down { step } else { count - 1 - step }, is_down, toward);
        }
    }

    /// Fits the other rows to the widest one, which has no room to follow them.
    fn sweep_from_widest(&mut self) {
        let rows = &self.layers.rows;
        let width = |row: usize| rows[row].last().map_or(0.0, |&last| self.offsets[last as usize]);
        let widest = (0..rows.len()).max_by(|&a, &b| width(a).total_cmp(&width(b))).unwrap_or_default();
        for row in widest + 1..rows.len() {
            self.fit(row, true, Toward::Straight);
        }
        for row in (0..widest).rev() {
            self.fit(row, false, Toward::Straight);
        }
    }

    fn fit(&mut self, row: usize, is_down: bool, toward: Toward) {
        self.isotonic.clear();
        for &item in &self.layers.rows[row] {
            let (weight, moment) = self.pull(item, is_down, toward);
            self.isotonic.add(weight, moment - weight * self.offsets[item as usize]);
        }
        let mut items = self.layers.rows[row].iter();
        for (x, count) in self.isotonic.values() {
            let x = if toward == Toward::Straight { (x + 0.5).floor() } else { x };
            for &item in items.by_ref().take(count) {
                self.x[item as usize] = x + self.offsets[item as usize];
            }
        }
    }

    /// The weight with which an item is pulled, and that weight times the x that it is pulled to.
    fn pull(&self, item: u32, is_down: bool, toward: Toward) -> (f64, f64) {
        let Layers { above, below, .. } = self.layers;
        // An item without neighbors there stays where it is.
        let mut weight = 0.01;
        let mut moment = weight * self.x[item as usize];
        for (lists, back, is_before) in [(above, below, is_down), (below, above, !is_down)] {
            let neighbors = lists.neighbors(item);
            for &other in neighbors {
                let ends = usize::from(self.layers.is_node(item)) + usize::from(self.layers.is_node(other));
                let mut pull = [8.0, 2.0, 1.0][ends];
                if toward == Toward::Before && !is_before {
                    continue;
                }
                if toward == Toward::Straight
                    && is_before
                    && neighbors.len() == 1
                    && back.neighbors(other).len() == 1
                {
                    pull *= STRAIGHT;
                }
                // A single edge of a fan must not pull a whole chain toward it.
                let fan = neighbors.len().max(back.neighbors(other).len()) as f64;
                pull /= fan * fan;
                weight += pull;
                moment += pull * self.x[other as usize];
            }
        }
        (weight, moment)
    }
}
