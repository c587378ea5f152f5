//! The table of recomputes.

use anyhow::Result;

use super::{
    Time, Timed,
    others::{Other, Outcome},
};
use crate::workspace;

/// What is to be reached in the browser, in milliseconds.
const GOAL_FOR_PYTHON: f64 = 2.0;
const GOAL_FOR_10_000: f64 = 50.0;

/// Prints the table, what stands in it, and the goals.
pub fn print(timed: &[Timed], networkx: &[Other], task_juggler: &[Other]) {
    println!("\nOne recompute: the median and, in brackets, the least of many times, in milliseconds.");
    println!("ns/n lb n: nanoseconds in Chromium for each topic and each doubling of their number.");
    println!("networkx: critical path and dates of a graph in memory. tj3: the whole command, once.\n");
    println!(
        "{:<22} {:>7} {:>19} {:>19} {:>9} {:>19} {:>19}",
        "", "topics", "native", "Chromium", "ns/n lb n", "networkx", "tj3"
    );
    for row in timed {
        let is_chain = row.name == "chain";
        let of =
            |others: &[Other]| others.iter().find(|other| is_chain && other.topics == row.size).map(cell);
        println!(
            "{:<22} {:>7} {:>19} {:>19} {:>9} {:>19} {:>19}",
            row.name,
            row.size,
            both(row.native),
            both(row.browser),
            if row.size < 1_000 { String::new() } else { format!("{:.0}", ratio(row)) },
            of(networkx).unwrap_or_default(),
            of(task_juggler).unwrap_or_default(),
        );
    }
    println!();
    for (name, others) in [("networkx", networkx), ("TaskJuggler", task_juggler)] {
        for other in others {
            println!("{name} {}: {} topics until {}", other.version, other.topics, other.finish);
        }
    }
    goals(timed);
}

/// A median and a least time in one cell.
pub fn both(time: Time) -> String {
    format!("{:.2} ({:.2})", time.median, time.least)
}

fn cell(other: &Other) -> String {
    match other.outcome {
        // A whole command is timed once.
        Outcome::Took(time) if time.median == time.least => format!("{:.0}", time.median),
        Outcome::Took(time) => both(time),
        Outcome::TooLong => "over 120 s".to_owned(),
        Outcome::Failed => "failed".to_owned(),
    }
}

/// Nanoseconds in the browser for each topic and each doubling of their number.
fn ratio(row: &Timed) -> f64 {
    let topics = f64::from(row.size);
    row.browser.median * 1e6 / (topics * topics.log2())
}

fn goals(timed: &[Timed]) {
    println!();
    let of_python =
        timed.iter().filter(|row| row.size < 1_000).map(|row| row.browser.median).fold(0.0, f64::max);
    said(&format!("Python in at most {GOAL_FOR_PYTHON} ms in Chromium"), of_python <= GOAL_FOR_PYTHON);
    for name in ["chain", "tangle"] {
        let rows: Vec<&Timed> = timed.iter().filter(|row| row.name == name).collect();
        let [first, middle, last] = rows[..] else { continue };
        let is_quick = middle.browser.median <= GOAL_FOR_10_000;
        said(&format!("{name} of 10,000 topics in at most {GOAL_FOR_10_000} ms in Chromium"), is_quick);
        said(&format!("{name} grows no faster than n log n"), ratio(last) <= ratio(first));
    }
}

/// Prints whether a goal is met.
pub fn said(goal: &str, is_met: bool) {
    println!("{}: {goal}", if is_met { "met" } else { "not met" });
}

/// Prints what was used.
pub fn versions() -> Result<()> {
    for (program, word) in [("rustc", "--version"), ("chromium", "--version"), ("python3", "--version")] {
        let answer = workspace::command(program, &[word]).output()?;
        println!("{}", String::from_utf8_lossy(&answer.stdout).trim());
    }
    Ok(())
}
