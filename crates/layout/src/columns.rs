//! Where each item lies from left to right.

use super::NODE_GAP;
use super::layers::Layers;
use super::pools::Pools;

/// A link is at least so far from others and from nodes.
const LINK_GAP: i32 = 14;
/// So often all rows are fitted to the row before, and then so often to both rows beside them.
const ROUGH_SWEEPS: usize = 6;
const FINE_SWEEPS: usize = 6;
const STRAIGHT_SWEEPS: usize = 6;
/// How much more it counts that a chain is straight than that other links are.
const STRAIGHT: f64 = 10_000.0;

/// The middle of each item, in whole drawing units; the rows in their order keep their gaps.
///
/// Long links count more than short ones, so that they are straight (Gansner, Koutsofios, North and Vo 1993). Each
/// row by itself is fitted exactly: with the gaps taken away what is left are places that never fall.
///
/// Where `is_rough` holds they are only about where they will be.
pub(super) fn columns(layers: &Layers, is_rough: bool) -> Vec<i32> {
    let mut fit =
        Fit { layers, x: vec![0.0; layers.items.len()], offsets: offsets(layers), pools: Pools::default() };
    for row in &layers.rows {
        let width = row.last().map_or(0.0, |&last| fit.offsets[last as usize]);
        row.iter().for_each(|&item| fit.x[item as usize] = fit.offsets[item as usize] - width / 2.0);
    }
    for sweep in 0..ROUGH_SWEEPS {
        fit.sweep(sweep % 2 == 0, Towards::Before);
    }
    let [fine, straight] = if is_rough { [0, 0] } else { [FINE_SWEEPS, STRAIGHT_SWEEPS] };
    for sweep in 0..fine {
        fit.sweep(sweep % 2 == 0, Towards::Both);
    }
    for sweep in 0..straight {
        fit.sweep(sweep % 2 == 0, Towards::Straight);
    }
    if !is_rough {
        fit.sweep_from_widest();
    }
    fit.x.iter().map(|&x| x as i32).collect()
}

/// For each item how far its middle is from that of the first one of its row where all lie as near as they may.
fn offsets(layers: &Layers) -> Vec<f64> {
    let mut offsets = vec![0.0; layers.items.len()];
    for row in &layers.rows {
        let mut offset = 0;
        for pair in row.windows(2) {
            let [left, right] = [pair[0], pair[1]];
            let both = layers.is_node(left) && layers.is_node(right);
            let gap = if both { NODE_GAP } else { LINK_GAP };
            offset += layers.items[left as usize].right + gap + layers.items[right as usize].left;
            offsets[right as usize] = f64::from(offset);
        }
    }
    offsets
}

/// What the items of a row are drawn to.
#[derive(Clone, Copy, PartialEq)]
enum Towards {
    /// What they are linked with in the row before.
    Before,
    /// In both rows.
    Both,
    /// In both rows, but chains to the row before as good as only; from here on in whole units.
    Straight,
}

struct Fit<'a> {
    layers: &'a Layers,
    x: Vec<f64>,
    offsets: Vec<f64>,
    pools: Pools,
}

impl Fit<'_> {
    fn sweep(&mut self, is_down: bool, towards: Towards) {
        let count = self.layers.rows.len();
        for step in 0..count {
            self.fit(if is_down { step } else { count - 1 - step }, is_down, towards);
        }
    }

    /// What the widest row has no room to follow follows it: chains are straight above it and below.
    fn sweep_from_widest(&mut self) {
        let rows = &self.layers.rows;
        let width = |row: usize| rows[row].last().map_or(0.0, |&last| self.offsets[last as usize]);
        let widest = (0..rows.len()).max_by(|&a, &b| width(a).total_cmp(&width(b))).unwrap_or_default();
        for row in widest + 1..rows.len() {
            self.fit(row, true, Towards::Straight);
        }
        for row in (0..widest).rev() {
            self.fit(row, false, Towards::Straight);
        }
    }

    fn fit(&mut self, row: usize, is_down: bool, towards: Towards) {
        self.pools.clear();
        for &item in &self.layers.rows[row] {
            let (weight, moment) = self.draw(item, is_down, towards);
            self.pools.add(weight, moment - weight * self.offsets[item as usize]);
        }
        let mut items = self.layers.rows[row].iter();
        for (place, count) in self.pools.places() {
            let place = if towards == Towards::Straight { (place + 0.5).floor() } else { place };
            for &item in items.by_ref().take(count) {
                self.x[item as usize] = place + self.offsets[item as usize];
            }
        }
    }

    /// How strongly an item is drawn, and that times where to.
    fn draw(&self, item: u32, is_down: bool, towards: Towards) -> (f64, f64) {
        let Layers { above, below, .. } = self.layers;
        // What is not linked there stays where it is.
        let mut weight = 0.01;
        let mut moment = weight * self.x[item as usize];
        for (lists, back, is_before) in [(above, below, is_down), (below, above, !is_down)] {
            let linked = lists.at(item);
            for &other in linked {
                let ends = usize::from(self.layers.is_node(item)) + usize::from(self.layers.is_node(other));
                let mut pull = [8.0, 2.0, 1.0][ends];
                if towards == Towards::Before && !is_before {
                    continue;
                }
                if towards == Towards::Straight && is_before && linked.len() == 1 && back.at(other).len() == 1
                {
                    pull *= STRAIGHT;
                }
                // One of many links is not to draw a whole chain towards a fan.
                let fan = linked.len().max(back.at(other).len()) as f64;
                pull /= fan * fan;
                weight += pull;
                moment += pull * self.x[other as usize];
            }
        }
        (weight, moment)
    }
}
