//! The planner compiled to WebAssembly without the page, to check that it computes the same bits as natively and to time it.
//!
//! The exported functions take and return plain numbers, so that the program runs without glue code. Imports of the page's
//! libraries are linked in but never called.

mod builder;
mod dice;
mod fingerprint;
mod graphs;
mod learner;
mod quizzes;
mod workload;

use std::cell::RefCell;

use layout::{Graph, Layout};
use planner::quiz::Quiz;

use dice::Dice;
pub use fingerprint::fingerprint;
pub use learner::Learner;
pub use workload::{WORKLOADS, Workload};

thread_local! {
    static PREPARED: RefCell<Option<Learner>> = const { RefCell::new(None) };
    static MAP: RefCell<Option<Graph>> = const { RefCell::new(None) };
    static QUIZ: RefCell<Option<Quiz>> = const { RefCell::new(None) };
}

/// [`fingerprint`] for the browser.
#[unsafe(no_mangle)]
pub extern "C" fn fingerprint_of(case: u32) -> u64 {
    fingerprint(case)
}

/// Prepares `WORKLOADS[workload]` for [`recompute`].
#[unsafe(no_mangle)]
pub extern "C" fn prepare(workload: u32) {
    let learner = WORKLOADS[workload as usize].learner();
    PREPARED.with_borrow_mut(|prepared| *prepared = Some(learner));
}

/// Computes route, plan and forecast of the prepared learner. The result depends on all of it, so that the compiler cannot
/// remove any.
#[unsafe(no_mangle)]
pub extern "C" fn recompute() -> u32 {
    PREPARED.with_borrow(|prepared| prepared.as_ref().map_or(0, Learner::recompute))
}

/// Numbers of nodes of the maps whose layout is timed.
pub const MAPS: [usize; 3] = [60, 1_000, 5_000];

/// A graph in the shape of a roadmap with at least that many nodes.
pub fn map(nodes: usize) -> Graph {
    graphs::roadmap_shaped(&mut Dice::new(nodes as u32), nodes)
}

/// Computes a layout and returns its height.
pub fn lay_out(graph: &Graph) -> u32 {
    Layout::of(graph).height as u32
}

/// Prepares `MAPS[index]` for [`lay_out_map`].
#[unsafe(no_mangle)]
pub extern "C" fn prepare_map(index: u32) {
    MAP.set(Some(map(MAPS[index as usize])));
}

#[unsafe(no_mangle)]
pub extern "C" fn lay_out_map() -> u32 {
    MAP.with_borrow(|graph| graph.as_ref().map_or(0, lay_out))
}

/// Numbers of topics of the quizzes whose next question is timed.
pub const QUIZZES: [usize; 2] = [4, 60];

/// A quiz about that many topics, three questions of which are answered.
pub fn quiz(topics: usize) -> Quiz {
    quizzes::under_way(&mut Dice::new(topics as u32), topics, 3)
}

/// Finds the topic to ask about next, and returns its index.
pub fn next_question(quiz: &Quiz) -> u32 {
    quiz.next().map_or(0, |topic| topic as u32)
}

/// Prepares `QUIZZES[index]` for [`next_question_of_quiz`].
#[unsafe(no_mangle)]
pub extern "C" fn prepare_quiz(index: u32) {
    QUIZ.set(Some(quiz(QUIZZES[index as usize])));
}

#[unsafe(no_mangle)]
pub extern "C" fn next_question_of_quiz() -> u32 {
    QUIZ.with_borrow(|quiz| quiz.as_ref().map_or(0, next_question))
}
