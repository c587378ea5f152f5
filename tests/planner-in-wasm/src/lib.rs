//! The planner without the page, for what has to be known of it as WebAssembly: that it computes the same bits as
//! natively, and how long it takes.
//!
//! The functions that a browser calls have plain numbers as arguments and results, so that the program runs without
//! any glue. What the page's libraries would import is linked in, but nothing here calls it.

mod dice;
mod fingerprint;
mod graphs;
mod learner;
mod made_up;
mod workload;

use std::cell::RefCell;

use layout::{Graph, Layout};

use dice::Dice;
pub use fingerprint::fingerprint;
pub use learner::Learner;
pub use workload::{WORKLOADS, Workload};

thread_local! {
    static PREPARED: RefCell<Option<Learner>> = const { RefCell::new(None) };
    static MAP: RefCell<Option<Graph>> = const { RefCell::new(None) };
}

/// [`fingerprint`] for the browser.
#[unsafe(no_mangle)]
pub extern "C" fn fingerprint_of(case: u32) -> u64 {
    fingerprint(case)
}

/// Makes the roadmap and the learner of a place in [`WORKLOADS`] ready for [`recompute`].
#[unsafe(no_mangle)]
pub extern "C" fn prepare(workload: u32) {
    let learner = WORKLOADS[workload as usize].learner();
    PREPARED.with_borrow_mut(|prepared| *prepared = Some(learner));
}

/// Computes route, plan and forecast of what was prepared, and returns something of the result, so that no compiler
/// can leave any of it out.
#[unsafe(no_mangle)]
pub extern "C" fn recompute() -> u32 {
    PREPARED.with_borrow(|prepared| prepared.as_ref().map_or(0, Learner::recompute))
}

/// The maps whose layout is timed, by the number of their nodes.
pub const MAPS: [usize; 3] = [60, 1_000, 5_000];

/// A graph in the shape of a roadmap with so many nodes, or some more.
pub fn map(nodes: usize) -> Graph {
    graphs::roadmap_shaped(&mut Dice::new(nodes as u32), nodes)
}

/// Lays a graph out, and returns something of the result.
pub fn lay_out(graph: &Graph) -> u32 {
    Layout::of(graph).height as u32
}

/// Makes the graph of a place in [`MAPS`] ready for [`lay_out_map`].
#[unsafe(no_mangle)]
pub extern "C" fn prepare_map(place: u32) {
    MAP.set(Some(map(MAPS[place as usize])));
}

/// Lays out what was prepared.
#[unsafe(no_mangle)]
pub extern "C" fn lay_out_map() -> u32 {
    MAP.with_borrow(|graph| graph.as_ref().map_or(0, lay_out))
}
