//! Mutation testing: changes the code that must not lose a learner's data in one place at a time, and runs
//! its tests.

use anyhow::Result;

use crate::{machine, workspace};

/// Fails if the tests pass with one of the changes. `.cargo/mutants.toml` lists the files; `filter` is a
/// regular expression for the names of changes, which begin with their file.
pub fn run(filter: Option<&str>) -> Result<()> {
    machine::install_cargo_mutants()?;
    let program = machine::tools().join("bin/cargo-mutants");
    let mut command = workspace::command(&program.to_string_lossy(), &["mutants", "--workspace", "--output"]);
    // It changes a copy of the repository; what it compiles of other crates stays for the next run.
    command.arg(workspace::target()).env("CARGO_TARGET_DIR", workspace::target().join("mutants"));
    // A failing law need not be shrunk: only that it fails counts.
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0");
    if let Some(filter) = filter {
        command.args(["--re", filter]);
    }
    workspace::run(&mut command)
}
