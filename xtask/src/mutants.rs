//! Mutation testing: changes the code that must not lose a learner's data in one place at a time, and runs its tests.

use anyhow::Result;

use crate::{machine, workspace};

/// Fails if the tests pass with one of the changes. `.cargo/mutants.toml` lists the files; `file` restricts them to one.
pub fn run(file: Option<&str>) -> Result<()> {
    machine::install_cargo_mutants()?;
    let program = machine::tools().join("bin/cargo-mutants");
    let mut command = workspace::command(&program.to_string_lossy(), &["mutants", "--output"]);
    // It changes a copy of the repository; what it compiles of other crates stays for the next run.
    command.arg(workspace::target()).env("CARGO_TARGET_DIR", workspace::target().join("mutants"));
    if let Some(file) = file {
        command.args(["--file", file]);
    }
    workspace::run(&mut command)
}
