//! Where links run along the outside: lanes beside the rows, and tracks from a node to its lane between two rows.

use super::hooks::{Hook, Outside};
use super::layers::Layers;

/// A lane is so far from what lies further in.
const LANE_GAP: i32 = 20;

/// Where the links along the outside run.
pub(super) struct Lanes {
    /// For each of them the place of its lane, from left to right.
    pub(super) lanes: Vec<i32>,
    /// For each of them the track where it leaves, and the track where it arrives, among those of their gap between two
    /// rows; nothing where no track is needed.
    pub(super) tracks: Vec<[Option<Track>; 2]>,
    /// How many tracks are in each gap, beginning above the first row.
    pub(super) counts: Vec<i32>,
}

/// A track between two rows.
#[derive(Clone, Copy)]
pub(super) struct Track {
    /// The gap above that row.
    pub(super) gap: usize,
    /// Which one it is there, from the top.
    pub(super) place: i32,
}

/// Finds lanes and tracks.
pub(super) fn lanes(layers: &Layers, outside: &[Outside], x: &[i32]) -> Lanes {
    let rows = layers.rows.len();
    let mut lanes = Lanes {
        lanes: vec![0; outside.len()],
        tracks: vec![[None; 2]; outside.len()],
        counts: vec![0; rows + 1],
    };
    lanes.lay_lanes(layers, outside, x);
    lanes.lay_tracks(layers, outside, x);
    lanes
}

impl Lanes {
    /// Gives each link a lane beyond all it passes. Short ones come first, so that long ones lie around them.
    fn lay_lanes(&mut self, layers: &Layers, outside: &[Outside], x: &[i32]) {
        // The gaps and rows that a link passes, counted in turn.
        let passed = |at: usize| {
            let Outside { leaves, arrives, .. } = &outside[at];
            let [one, other] = [slot(layers, leaves, 2), slot(layers, arrives, 0)];
            one.min(other)..one.max(other) + 1
        };
        let mut by_length: Vec<usize> = (0..outside.len()).filter(|&at| !outside[at].is_loop()).collect();
        by_length.sort_by_key(|&at| passed(at).len());
        for side in [-1, 1] {
            // How far out anything lies in each of them.
            let mut taken = vec![i32::MIN / 4; 2 * layers.rows.len() + 1];
            for (row, taken) in taken.iter_mut().skip(1).step_by(2).enumerate() {
                *taken = layers.end(row, side, x);
            }
            for &at in by_length.iter().filter(|&&at| outside[at].leaves.side == side) {
                let passed = &mut taken[passed(at)];
                let lane = passed.iter().max().map_or(0, |&furthest| furthest) + LANE_GAP;
                passed.fill(lane);
                self.lanes[at] = side * lane;
            }
        }
    }

    /// Gives each end that cannot go straight out a track: what lies further out has the upper one where links leave
    /// downwards, the lower one where they arrive.
    fn lay_tracks(&mut self, layers: &Layers, outside: &[Outside], x: &[i32]) {
        let end = |end: usize| {
            let link = &outside[end / 2];
            if end.is_multiple_of(2) { &link.leaves } else { &link.arrives }
        };
        let place = |at: usize| {
            let (hook, arrives) = (end(at), at % 2);
            let out = hook.side * x[hook.node as usize] + hook.reach;
            (
                layers.items[hook.node as usize].rank as usize + 1 - arrives,
                arrives,
                if arrives == 1 { out } else { -out },
            )
        };
        let mut ends: Vec<usize> =
            (0..2 * outside.len()).filter(|&at| !outside[at / 2].is_loop() && !end(at).is_direct).collect();
        ends.sort_by_key(|&at| place(at));
        for at in ends {
            let (gap, arrives, _) = place(at);
            self.tracks[at / 2][arrives] = Some(Track { gap, place: self.counts[gap] });
            self.counts[gap] += 1;
        }
    }
}

/// Where a lane begins, counting gaps and rows in turn.
fn slot(layers: &Layers, hook: &Hook, beside: usize) -> usize {
    2 * layers.items[hook.node as usize].rank as usize + if hook.is_direct { 1 } else { beside }
}
