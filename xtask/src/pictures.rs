//! The pictures of the README, taken in Chromium.

use std::fs;

use anyhow::{Result, ensure};

use crate::{browsers::Browsers, machine, page, step::Steps, tests, workspace};

/// The test that takes them.
const TAKES_THEM: &str = "test --package browser-tests --test page -- readme:: --ignored";

/// All of them together may have this many bytes.
const MOST_BYTES: u64 = 600_000;

/// Writes `static/readme/{today,plan,map}-{light,dark}.png`.
pub fn run(steps: &mut Steps) -> Result<()> {
    steps.run("what this machine lacks", || machine::prepare(Browsers::Chromium))?;
    page::build(steps)?;
    steps.run("taking the pictures", || {
        // They need no compiled planner, so the path given for it is never read.
        workspace::run(&mut tests::in_browsers(Browsers::Chromium, &workspace::page(), TAKES_THEM)?)
    })?;
    let mut bytes = 0;
    for file in fs::read_dir(workspace::root().join("static/readme"))? {
        bytes += file?.metadata()?.len();
    }
    println!("{} kB in static/readme", bytes / 1000);
    ensure!(bytes <= MOST_BYTES, "the pictures have more than {} kB", MOST_BYTES / 1000);
    Ok(())
}
