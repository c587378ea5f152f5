//! Trials of the planner and the map, which take too long for every test run. Each writes a page in `docs/measurements`.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::measurements::{self, Page};
use crate::{browsers::Browsers, machine, tests, workspace};

/// The default seed.
pub const SEED: u64 = 20_270_104;
/// The default number of plans compared with TaskJuggler's.
pub const PLANS: u64 = 60;

/// Measures how good forecast dates and the placement quiz are; fails if a goal is missed, which the page says, too.
pub fn back_test(seed: u64) -> Result<()> {
    let mut body = output_of(&mut trial("back-test", &[seed])).context("the trial broke off")?;
    body += "\n## Placement quiz\n\n";
    body += &output_of(&mut trial("placement", &[seed])).context("the trial broke off")?;
    measurements::publish(&Page {
        name: "back-test",
        title: "How good forecast dates and the placement quiz are",
        command: &format!("cargo xtask back-test --seed {seed}"),
        seed: Some(seed),
        body: &body,
    })?;
    ensure!(!body.contains(NOT_MET), "a goal is missed: docs/measurements/back-test.md says which");
    Ok(())
}

/// How the trial marks a goal that is missed.
const NOT_MET: &str = "**not met**";

/// Compares the planner's dates with those of TaskJuggler; fails if any differ.
pub fn compare_tj3(plans: u64, seed: u64) -> Result<()> {
    machine::install_task_juggler()?;
    let body = output_of(&mut trial("compare-tj3", &[plans, seed]))
        .context("dates differ, or the trial broke off")?;
    measurements::publish(&Page {
        name: "compare-tj3",
        title: "Dates beside TaskJuggler's",
        command: &format!("cargo xtask compare-tj3 --plans {plans} --seed {seed}"),
        seed: Some(seed),
        body: &body,
    })
}

/// Compares the map of the Python roadmap with Mermaid's; fails if Mermaid's has shorter lines or fewer crossings.
pub fn compare_mermaid() -> Result<()> {
    machine::prepare(Browsers::Chromium)?;
    let words = "test --quiet --package browser-tests --bench mermaid";
    // This benchmark uses neither the built page nor the compiled planner, so the path given for the latter is never read.
    let mut compare = tests::in_browsers(Browsers::Chromium, &workspace::page(), words)?;
    let body = output_of(&mut compare).context("Mermaid's map is better, or the comparison broke off")?;
    measurements::publish(&Page {
        name: "compare-mermaid",
        title: "The map beside Mermaid's",
        command: "cargo xtask compare-mermaid",
        seed: None,
        body: &body,
    })
}

fn trial(program: &str, numbers: &[u64]) -> Command {
    let words = ["run", "--profile", "torture", "--quiet", "--package", "trials", "--bin", program, "--"];
    let mut command = workspace::command("cargo", &words);
    command.args(numbers.iter().map(u64::to_string));
    command
}

/// The Markdown that a trial prints; if it fails, its output goes to the terminal.
fn output_of(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().context("could not start a trial")?;
    let text = String::from_utf8(output.stdout)?;
    if !output.status.success() {
        println!("{text}");
        bail!("{} ended with {}", command.get_program().display(), output.status);
    }
    Ok(text)
}
