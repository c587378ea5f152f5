//! Every check, quickest to fail first.

use std::{env, ffi::OsString, path::Path, process::Command};

use anyhow::Result;

use crate::{browsers::Browsers, content, machine, page, step::Steps, takeaway, wasm, workspace};

/// Runs every check; the first failure ends the run.
pub fn run(steps: &mut Steps, browsers: Browsers, filter: Option<&str>) -> Result<()> {
    steps.run("what this machine lacks", || machine::prepare(browsers))?;
    steps.run("formatting", || workspace::run(&mut cargo("fmt --all --check")))?;
    // Once, natively: no code is compiled for WebAssembly alone.
    steps.run("clippy", || workspace::run(&mut cargo("clippy --workspace --all-targets -- -D warnings")))?;
    steps.run("tests", || {
        // The other reader of flowcharts enables features of libraries that change what the page writes, so it is
        // compiled apart.
        let words = "test --workspace --exclude browser-tests --exclude mermaid-comparison";
        workspace::run(cargo(words).args(filter))?;
        workspace::run(cargo("test --package mermaid-comparison").args(filter))
    })?;
    content::check(steps)?;
    takeaway::check(steps)?;
    page::build(steps)?;
    if browsers != Browsers::None {
        steps.run("JSON of every kind", || {
            let words = "test --package torture --test every_row -- --ignored";
            workspace::run(cargo(words).env("WAYMARK_JSON_SUITE", machine::json_test_suite()))
        })?;
        let planner = steps.run("the planner as WebAssembly", wasm::planner)?;
        steps.run("the page in browsers", || {
            workspace::run(in_browsers(browsers, &planner, "test --package browser-tests")?.args(filter))
        })?;
    }
    Ok(())
}

/// A Cargo command with the environment of the browser tests.
pub fn in_browsers(browsers: Browsers, planner: &Path, words: &str) -> Result<Command> {
    let (for_all_tests, where_engines_differ) = browsers.names();
    let mut command = cargo(words);
    command
        .env("WAYMARK_PAGE", workspace::page())
        .env("WAYMARK_PLANNER", planner)
        .env("WAYMARK_BROWSERS", for_all_tests)
        .env("WAYMARK_ENGINES", where_engines_differ)
        .env("WAYMARK_AXE", machine::node_modules().join("axe-core/axe.min.js"))
        .env("WAYMARK_MERMAID", machine::node_modules().join("mermaid/dist/mermaid.min.js"))
        .env("PATH", path_with_tools()?);
    Ok(command)
}

fn path_with_tools() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths([machine::tools().join("bin")].into_iter().chain(env::split_paths(&path)))?)
}

fn cargo(words: &str) -> Command {
    let words: Vec<&str> = words.split(' ').collect();
    workspace::command("cargo", &words)
}
