//! How long the planner takes natively. Prints for each workload its name, the number of its topics, and the median
//! and the least time of one recompute in milliseconds, with tabs between. In the folder that is its argument it
//! writes the chains as tasks, for other programs to plan. Then the same for each map, with its nodes and one layout.
//!
//! A few lines measure here and in the browser in the same way, which no library of benchmarks does; its statistics
//! would be worth more than that only for differences of some percent.

mod tasks;

use std::time::{Duration, Instant};
use std::{env, hint, path::PathBuf};

use planner_in_wasm::{MAPS, WORKLOADS, Workload, lay_out, map};

fn main() {
    // Cargo adds `--bench` to the arguments.
    let folder = env::args().skip(1).find(|argument| !argument.starts_with("--")).map(PathBuf::from);
    for workload in WORKLOADS {
        let learner = workload.learner();
        let (median, least) = timed(|| learner.recompute());
        println!("{}\t{}\t{median}\t{least}", workload.name(), workload.topics());
        if let (Some(folder), Workload::Chain(topics)) = (&folder, workload) {
            tasks::write(&learner, &folder.join(topics.to_string()));
        }
    }
    for nodes in MAPS {
        let graph = map(nodes);
        let (median, least) = timed(|| lay_out(&graph));
        println!("map\t{}\t{median}\t{least}", graph.nodes.len());
    }
}

/// The median and the least time of many batches, in milliseconds for each call.
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
