//! The order of each row, so that few links cross.

use super::layers::Layers;

/// So often all rows are put in order.
const SWEEPS: usize = 24;
/// After so many of these without fewer crossings it is not tried any more.
const PATIENCE: usize = 6;

/// Puts the items of each row in order.
pub(super) fn order(layers: &mut Layers) {
    let count = layers.items.len();
    let mut search = Search { places: vec![0; count], next: vec![0; count], layers };
    search.begin();
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
    (0..search.layers.rows.len()).for_each(|row| search.sort_links(row));
}

struct Search<'a> {
    layers: &'a mut Layers,
    /// For each item its place in its row.
    places: Vec<u32>,
    /// Room for [`Neighbours::sort`](super::neighbours::Neighbours::sort).
    next: Vec<u32>,
}

impl Search<'_> {
    /// Puts each row in the order of a walk down from the topmost items, depth first, in reading order.
    fn begin(&mut self) {
        let Layers { items, rows, above, below, .. } = &mut *self.layers;
        rows.iter_mut().for_each(Vec::clear);
        let mut was_met = vec![false; items.len()];
        let tops = (0..items.len() as u32).filter(|&item| above.at(item).is_empty());
        let mut walk: Vec<u32> = tops.rev().collect();
        while let Some(item) = walk.pop() {
            if !std::mem::replace(&mut was_met[item as usize], true) {
                rows[items[item as usize].rank as usize].push(item);
                walk.extend(below.at(item).iter().rev());
            }
        }
        (0..rows.len()).for_each(|row| self.number(row));
    }

    fn number(&mut self, row: usize) {
        for (&item, place) in self.layers.rows[row].iter().zip(0..) {
            self.places[item as usize] = place;
        }
    }

    /// Puts each row, from the first to the last or back, in the order of the means of where its items are linked in
    /// the row before. Items that are not linked there keep their places.
    fn sweep(&mut self, is_down: bool) {
        let count = self.layers.rows.len();
        let mut means = vec![0; self.places.len()];
        for step in 1..count {
            let row = if is_down { step } else { count - 1 - step };
            let Layers { rows, above, below, .. } = &mut *self.layers;
            let towards = if is_down { above } else { below };
            let mut sorted = Vec::new();
            for &item in &rows[row] {
                let linked = towards.at(item);
                if !linked.is_empty() {
                    let sum: u64 = linked.iter().map(|&other| u64::from(self.places[other as usize])).sum();
                    // What is smaller than that decides nothing that the places in the row do not decide better.
                    means[item as usize] = (sum << 20) / linked.len() as u64;
                    sorted.push(item as usize);
                }
            }
            sorted.sort_by_key(|&at| means[at]);
            let mut sorted = sorted.into_iter();
            for slot in rows[row].iter_mut().filter(|item| !towards.at(**item).is_empty()) {
                *slot = sorted.next().map_or(*slot, |item| item as u32);
            }
            self.number(row);
        }
    }

    /// Exchanges items beside each other as long as that takes crossings away.
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

    /// Brings what the items of a row are linked with into the order of the rows beside it.
    fn sort_links(&mut self, row: usize) {
        let Layers { rows, above, below, .. } = &mut *self.layers;
        if row > 0 {
            above.sort(&rows[row - 1], below, &mut self.next);
        }
        if let Some(next) = rows.get(row + 1) {
            below.sort(next, above, &mut self.next);
        }
    }

    fn exchange_in(&mut self, row: usize) -> bool {
        self.sort_links(row);
        let Layers { rows, above, below, .. } = &mut *self.layers;
        let row = &mut rows[row];
        let mut has_gained = false;
        for at in 1..row.len() {
            let (left, right) = (row[at - 1], row[at]);
            let crossings = |left, right| {
                let both =
                    [&*above, &*below].map(|lists| crossings(&self.places, lists.at(left), lists.at(right)));
                both[0] + both[1]
            };
            let as_is = crossings(left, right);
            if as_is > 0 && crossings(right, left) < as_is {
                row.swap(at - 1, at);
                has_gained = true;
            }
        }
        if has_gained {
            row.iter().zip(0..).for_each(|(&item, place)| self.places[item as usize] = place);
        }
        has_gained
    }

    /// How many links cross in all.
    fn crossings(&self) -> u64 {
        let Layers { rows, below, .. } = &*self.layers;
        let mut sum = 0;
        let mut linked = Vec::new();
        for (row, next) in rows.iter().zip(&rows[1.min(rows.len())..]) {
            let mut passed = Passed::new(next.len());
            for &item in row {
                linked.clear();
                linked.extend(below.at(item).iter().map(|&other| self.places[other as usize]));
                sum += linked.iter().map(|&place| passed.beyond(place)).sum::<u64>();
                linked.iter().for_each(|&place| passed.add(place));
            }
        }
        sum
    }
}

/// How often links of two items cross if the one lies left of the other, by what they are linked with in a row, in its
/// order.
fn crossings(places: &[u32], left: &[u32], right: &[u32]) -> usize {
    let mut sum = 0;
    let mut before = 0;
    for &item in left {
        while before < right.len() && places[right[before] as usize] < places[item as usize] {
            before += 1;
        }
        sum += before;
    }
    sum
}

/// The ends in the lower row of the links counted so far: a tree of sums (Fenwick 1994).
struct Passed {
    sums: Vec<u32>,
    all: u32,
}

impl Passed {
    fn new(places: usize) -> Self {
        Self { sums: vec![0; places + 1], all: 0 }
    }

    fn add(&mut self, place: u32) {
        self.all += 1;
        let mut at = place as usize + 1;
        while at < self.sums.len() {
            self.sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many end right of a place.
    fn beyond(&self, place: u32) -> u64 {
        let mut at = place as usize + 1;
        let mut up_to = 0;
        while at > 0 {
            up_to += self.sums[at];
            at -= at & at.wrapping_neg();
        }
        u64::from(self.all - up_to)
    }
}
