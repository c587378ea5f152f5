//! Times the planner and the layout natively. Prints tab-separated lines: name, size (topics or nodes), median and minimum in
//! milliseconds. With a folder as its argument, it also writes the chains there as tasks for other schedulers.
//!
//! The same few lines measure here and in the browser, which no benchmark library can; its statistics would matter only for
//! differences of a few percent.

mod tasks;

use std::time::{Duration, Instant};
use std::{env, hint, path::PathBuf};

use planner_in_wasm::{MAPS, QUIZZES, WORKLOADS, Workload, lay_out, map, next_question, quiz};

fn main() {
    // Cargo adds `--bench` to the arguments.
    let folder = env::args().skip(1).find(|argument| !argument.starts_with("--")).map(PathBuf::from);
    for workload in WORKLOADS {
        let learner = workload.learner();
        let (median, minimum) = timed(|| learner.recompute());
        println!("{}\t{}\t{median}\t{minimum}", workload.name(), workload.topics());
        if let (Some(folder), Workload::Chain(topics)) = (&folder, workload) {
            tasks::write(&learner, &folder.join(topics.to_string()));
        }
    }
    for nodes in MAPS {
        let graph = map(nodes);
        let (median, minimum) = timed(|| lay_out(&graph));
        println!("map\t{}\t{median}\t{minimum}", graph.nodes.len());
    }
    for topics in QUIZZES {
        let quiz = quiz(topics);
        let (median, minimum) = timed(|| next_question(&quiz));
        println!("quiz\t{topics}\t{median}\t{minimum}");
    }
}

/// The median and the minimum over many batches, in milliseconds per call.
fn timed(work: impl Fn() -> u32) -> (f64, f64) {
    let batch_of = |count: u32| {
        let begun = Instant::now();
        for _ in 0..count {
            hint::black_box(work());
        }
        begun.elapsed().as_secs_f64() * 1000.0 / f64::from(count)
    };
    let (warm, mut calls) = (Instant::now(), 0);
    while calls == 0 || warm.elapsed() < Duration::from_millis(300) {
        hint::black_box(work());
        calls += 1;
    }
    let (begun, mut times) = (Instant::now(), Vec::new());
    while times.len() < 5 || begun.elapsed() < Duration::from_secs(2) {
        times.push(batch_of((calls / 30).max(1)));
    }
    times.sort_unstable_by(f64::total_cmp);
    (times[times.len() / 2], times[0])
}
