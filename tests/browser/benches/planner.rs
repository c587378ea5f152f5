//! Times the planner in a browser. Prints the median and the least time of one recompute for each workload, tab-separated, in
//! milliseconds; then the same for the layout of each map, and for the next question of each quiz.

use std::path::Path;

use browser_tests::{in_each_browser_at, planner};
use planner_in_wasm::{MAPS, QUIZZES, WORKLOADS};

fn main() {
    let empty = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/empty.html");
    let recomputes = (0..WORKLOADS.len()).map(|at| script(&format!("prepare({at})"), "recompute"));
    let layouts = (0..MAPS.len()).map(|at| script(&format!("prepare_map({at})"), "lay_out_map"));
    let questions =
        (0..QUIZZES.len()).map(|at| script(&format!("prepare_quiz({at})"), "next_question_of_quiz"));
    let scripts: Vec<String> = recomputes.chain(layouts).chain(questions).collect();
    in_each_browser_at(&empty, async |person| {
        for script in &scripts {
            let (median, least): (f64, f64) = person.computes(&planner(), script).await;
            println!("{median}\t{least}");
        }
    });
}

/// A page's clock may be coarse, so each measurement is of a batch that takes several milliseconds.
fn script(prepare: &str, work: &str) -> String {
    format!(
        "exports.{prepare};
        const timed = (count) => {{
            const begun = performance.now();
            for (let done = 0; done < count; done++) exports.{work}();
            return (performance.now() - begun) / count;
        }};
        const warm = performance.now();
        let batch = 0;
        do {{ exports.{work}(); batch++; }} while (performance.now() - warm < 300);
        batch = Math.max(1, Math.floor(batch / 30));
        const times = [];
        const begun = performance.now();
        while (times.length < 5 || performance.now() - begun < 2000) times.push(timed(batch));
        times.sort((one, other) => one - other);
        return [times[times.length >> 1], times[0]];"
    )
}
