//! The paths along the outside: lanes beside the rows, and tracks between two rows that lead from a node to its lane.

use super::layers::Layers;
use super::side_ports::{Outside, SidePort};

/// The distance of a lane from what lies further in.
const LANE_GAP: i32 = 20;

/// The lanes and tracks of the edges along the outside.
pub(super) struct Lanes {
    /// The x of each edge's lane.
    pub(super) lanes: Vec<i32>,
    /// The tracks where each edge leaves and where it arrives; none where it goes straight out.
    pub(super) tracks: Vec<[Option<Track>; 2]>,
    /// The number of tracks in each gap; the first gap is above the first row.
    pub(super) counts: Vec<i32>,
}

/// A track between two rows.
#[derive(Clone, Copy)]
pub(super) struct Track {
    /// The gap above the row with this index.
    pub(super) gap: usize,
    /// Its index in the gap, from the top.
    pub(super) index: i32,
}

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
    /// Gives each edge a lane beyond all that it passes. Short edges come first, so that long ones run around them.
    fn lay_lanes(&mut self, layers: &Layers, outside: &[Outside], x: &[i32]) {
        // The slots that an edge passes.
        let passed = |at: usize| {
            let Outside { leaves, arrives, .. } = &outside[at];
            let [one, other] = [slot(layers, leaves, 2), slot(layers, arrives, 0)];
            one.min(other)..one.max(other) + 1
        };
        let mut by_length: Vec<usize> = (0..outside.len()).filter(|&at| !outside[at].is_loop()).collect();
        by_length.sort_by_key(|&at| passed(at).len());
        for side in [-1, 1] {
            // How far out anything lies in each slot.
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

    /// Gives a track to each end that cannot go straight out. Of two, the one further out has the upper track where edges
    /// leave downward, and the lower one where they arrive.
    fn lay_tracks(&mut self, layers: &Layers, outside: &[Outside], x: &[i32]) {
        let end = |end: usize| {
            let edge = &outside[end / 2];
            if end.is_multiple_of(2) { &edge.leaves } else { &edge.arrives }
        };
        let key = |at: usize| {
            let (port, arrives) = (end(at), at % 2);
            let out = port.side * x[port.node as usize] + port.reach;
            (
                layers.items[port.node as usize].rank as usize + 1 - arrives,
                arrives,
                if arrives == 1 { out } else { -out },
            )
        };
        let mut ends: Vec<usize> =
            (0..2 * outside.len()).filter(|&at| !outside[at / 2].is_loop() && !end(at).is_direct).collect();
        ends.sort_by_key(|&at| key(at));
        for at in ends {
            let (gap, arrives, _) = key(at);
            self.tracks[at / 2][arrives] = Some(Track { gap, index: self.counts[gap] });
            self.counts[gap] += 1;
        }
    }
}

/// The slot where a lane begins. Gaps and rows are numbered in turn: gap 0, row 0, gap 1, and so on. `beside` is 0 for the
/// gap above the row of the node and 2 for the one below it.
fn slot(layers: &Layers, port: &SidePort, beside: usize) -> usize {
    2 * layers.items[port.node as usize].rank as usize + if port.is_direct { 1 } else { beside }
}
