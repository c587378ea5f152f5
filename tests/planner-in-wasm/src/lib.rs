//! The planner without the page, for what has to be known of it as WebAssembly: that it computes the same bits as
//! natively, and how long it takes.
//!
//! The functions that a browser calls have plain numbers as arguments and results, so that the program runs without
//! any glue. What the page's libraries would import is linked in, but nothing here calls it.

mod dice;
mod fingerprint;
mod learner;
mod made_up;
mod workload;

use std::cell::RefCell;

pub use fingerprint::fingerprint;
pub use learner::Learner;
pub use workload::{WORKLOADS, Workload};

thread_local! {
    static PREPARED: RefCell<Option<Learner>> = const { RefCell::new(None) };
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
