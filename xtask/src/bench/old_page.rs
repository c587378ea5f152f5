//! The page of an older commit, to compare with.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// The last commit before the page was packed by ordinary means.
pub const COMMIT: &str = "2136901";

/// Builds the old page unless it is already there.
pub fn build() -> Result<PathBuf> {
    let clone = workspace::target().join("old-page");
    let page = clone.join("dist/waymark.html");
    if page.is_file() {
        return Ok(page);
    }
    if !clone.join(".git").is_dir() {
        let mut command = workspace::command("git", &["clone", "--quiet", "--no-checkout", "."]);
        workspace::run(command.arg(&clone))?;
    }
    workspace::run(workspace::command("git", &["checkout", "--quiet", COMMIT]).current_dir(&clone))
        .with_context(|| format!("commit {COMMIT} is needed: a shallow clone does not have it"))?;
    // The commit's own build command, in its own target folder.
    let mut command = workspace::command("cargo", &["xtask", "build"]);
    workspace::run(command.current_dir(&clone).env_remove("CARGO_TARGET_DIR"))?;
    ensure!(page.is_file(), "the old page is not where it should be, {}", page.display());
    Ok(page)
}
