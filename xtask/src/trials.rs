//! Trials of the planner with simulated learners and random plans, which take too long for every test run.

use anyhow::{Context, Result};

use crate::{browsers::Browsers, machine, tests, workspace};

/// The seed of the random numbers unless another is given.
pub const SEED: u64 = 20_270_104;
/// How many plans are compared with TaskJuggler's unless another number is given.
pub const PLANS: u64 = 60;

/// Prints how often forecast dates hold; fails if that is too rarely.
pub fn back_test(seed: u64) -> Result<()> {
    run("back-test", &[seed]).context("the dates hold less often than they should, or the trial broke off")
}

/// Compares the planner's dates with those of TaskJuggler; fails if any differ.
pub fn compare_tj3(plans: u64, seed: u64) -> Result<()> {
    machine::install_task_juggler()?;
    run("compare-tj3", &[plans, seed]).context("dates differ, or the trial broke off")
}

/// Compares the map of the Python roadmap with Mermaid's; fails if Mermaid's has shorter lines or fewer crossings.
pub fn compare_mermaid() -> Result<()> {
    machine::prepare(Browsers::Chromium)?;
    let words = "test --quiet --package browser-tests --bench mermaid";
    // This benchmark uses neither the built page nor the compiled planner, so the path given for the latter is never read.
    let compare = workspace::run(&mut tests::in_browsers(Browsers::Chromium, &workspace::page(), words)?);
    compare.context("Mermaid's map is better, or the comparison broke off")
}

fn run(program: &str, numbers: &[u64]) -> Result<()> {
    let words = ["run", "--release", "--package", "trials", "--bin", program, "--"];
    workspace::run(workspace::command("cargo", &words).args(numbers.iter().map(u64::to_string)))
}
