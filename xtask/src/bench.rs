//! How long the planner takes, natively and in a browser, beside other programs.

mod drawing;
mod maps;
mod others;
mod table;

use std::{fs, process::Command, process::Stdio};

use anyhow::{Context, Result, ensure};

use crate::{browsers::Browsers, machine, page, step::Steps, tests, wasm, workspace};

/// A median and a least time, in milliseconds.
#[derive(Clone, Copy)]
pub struct Time {
    median: f64,
    least: f64,
}

/// What was timed of the planner.
pub struct Timed {
    name: String,
    /// Topics, or nodes of a map.
    size: u32,
    native: Time,
    browser: Time,
}

/// Times everything and prints the table.
pub fn run(steps: &mut Steps) -> Result<()> {
    let python = steps.run("what this machine lacks", || {
        machine::prepare(Browsers::Chromium)?;
        machine::install_task_juggler()?;
        machine::install_networkx()
    })?;
    let planner = steps.run("the planner as WebAssembly", wasm::planner)?;
    let folder = workspace::target().join("bench");
    fs::create_dir_all(&folder)?;
    let native = steps.run("natively", || {
        let words = ["bench", "--quiet", "--package", "planner-in-wasm", "--bench", "native", "--"];
        lines_of(workspace::command("cargo", &words).arg(&folder))
    })?;
    let browser = steps.run("in Chromium", || {
        // The page is driven by a program that need not be fast itself: what is timed is in the page.
        let words = "test --quiet --package browser-tests --bench planner";
        lines_of(&mut tests::in_browsers(Browsers::Chromium, &planner, words)?)
    })?;
    page::build(steps)?;
    let drawn = steps.run("maps in Chromium", || {
        let words = "test --quiet --package browser-tests --bench map";
        lines_of(&mut tests::in_browsers(Browsers::Chromium, &planner, words)?)
    })?;
    ensure!(native.len() == browser.len(), "not everything was timed both natively and in Chromium");
    let timed: Vec<Timed> =
        native.iter().zip(&browser).map(|(native, browser)| timed(native, browser)).collect::<Result<_>>()?;
    let (maps, recomputes): (Vec<Timed>, Vec<Timed>) = timed.into_iter().partition(|row| row.name == "map");
    let networkx = steps.run("networkx", || others::networkx(&python, &folder))?;
    let task_juggler = steps.run("TaskJuggler", || others::task_juggler(&folder))?;
    table::print(&recomputes, &networkx, &task_juggler);
    maps::print(&maps);
    drawing::print(&drawn)?;
    table::versions()
}

fn timed(native: &str, browser: &str) -> Result<Timed> {
    let [name, size, median, least] = columns(native)?;
    let native = Time { median: median.parse()?, least: least.parse()? };
    let [median, least] = columns(browser)?;
    let browser = Time { median: median.parse()?, least: least.parse()? };
    Ok(Timed { name: name.to_owned(), size: size.parse()?, native, browser })
}

/// The parts of a line between its tabs.
fn columns<const COUNT: usize>(line: &str) -> Result<[&str; COUNT]> {
    let columns: Vec<&str> = line.split('\t').collect();
    columns.try_into().ok().with_context(|| format!("not {COUNT} columns: {line}"))
}

/// The lines that a command prints and that have columns; what it complains of is the person's to read.
fn lines_of(command: &mut Command) -> Result<Vec<String>> {
    let answer = command.stderr(Stdio::inherit()).output().context("could not start a command")?;
    ensure!(answer.status.success(), "{} failed", command.get_program().to_string_lossy());
    let text = String::from_utf8_lossy(&answer.stdout);
    Ok(text.lines().filter(|line| line.contains('\t')).map(str::to_owned).collect())
}
