//! Times the planner, natively and in a browser, beside other programs, and the page beside an older one and Mermaid.

mod maps;
mod old_page;
mod others;
mod pages;
mod planner;
mod quizzes;

use std::{fs, process::Command, process::Stdio, str::FromStr};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    browsers::Browsers, machine, measurements, measurements::Page, page, step::Steps, tests, wasm, workspace,
};

/// A part of the measurements, with a page of its own in `docs/measurements`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Planner,
    Pages,
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match name {
            "planner" => Ok(Self::Planner),
            "pages" => Ok(Self::Pages),
            _ => bail!("there is no part {name:?} of the benchmarks: there are `planner` and `pages`"),
        }
    }
}

/// A median and a least time, in milliseconds.
#[derive(Clone, Copy)]
pub struct Time {
    median: f64,
    least: f64,
}

/// The times of one workload of the planner.
pub struct Timed {
    name: String,
    /// Topics, or nodes of a map.
    size: u32,
    native: Time,
    browser: Time,
}

/// Times everything, or one part, and writes the tables to `docs/measurements`.
pub fn run(steps: &mut Steps, only: Option<Part>) -> Result<()> {
    if only != Some(Part::Pages) {
        measure_planner(steps)?;
    }
    if only != Some(Part::Planner) {
        measure_pages(steps)?;
    }
    Ok(())
}

fn measure_planner(steps: &mut Steps) -> Result<()> {
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
        // The program that drives the browser need not be fast: what is timed runs in the browser.
        let words = "test --quiet --package browser-tests --bench planner";
        lines_of(&mut tests::in_browsers(Browsers::Chromium, &planner, words)?)
    })?;
    ensure!(native.len() == browser.len(), "not everything was timed both natively and in Chromium");
    let timed: Vec<Timed> =
        native.iter().zip(&browser).map(|(native, browser)| timed(native, browser)).collect::<Result<_>>()?;
    let (maps, others): (Vec<Timed>, Vec<Timed>) = timed.into_iter().partition(|row| row.name == "map");
    let (quizzes, recomputes): (Vec<Timed>, Vec<Timed>) =
        others.into_iter().partition(|row| row.name == "quiz");
    let networkx = steps.run("networkx", || others::networkx(&python, &folder))?;
    let task_juggler = steps.run("TaskJuggler", || others::task_juggler(&folder))?;
    let body = format!(
        "{}\n{}\n{}\n{}",
        planner::text(&recomputes, &networkx, &task_juggler),
        maps::text(&maps),
        quizzes::text(&quizzes),
        versions(&["rustc", "chromium", "python3"])?
    );
    measurements::publish(&Page {
        name: "planner",
        title: "How long the planner takes",
        command: "cargo xtask bench --only planner",
        seed: None,
        body: &body,
    })
}

fn measure_pages(steps: &mut Steps) -> Result<()> {
    steps.run("what this machine lacks", || machine::prepare(Browsers::Chromium))?;
    let old = steps.run("the old page", old_page::build)?;
    page::build(steps)?;
    let lines = steps.run("pages in Chromium", || {
        let words = "test --quiet --package browser-tests --bench pages";
        // This benchmark does not use the compiled planner, so the path given for it is never read.
        let mut command = tests::in_browsers(Browsers::Chromium, &workspace::page(), words)?;
        lines_of(command.env("WAYMARK_OLD_PAGE", &old))
    })?;
    let body = format!("{}\n{}", pages::text(&lines)?, versions(&["rustc", "chromium"])?);
    measurements::publish(&Page {
        name: "page",
        title: "How long the page takes to start and to draw",
        command: "cargo xtask bench --only pages",
        seed: None,
        body: &body,
    })
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

/// The lines with columns that a command prints; its errors go to the terminal.
fn lines_of(command: &mut Command) -> Result<Vec<String>> {
    let answer = command.stderr(Stdio::inherit()).output().context("could not start a command")?;
    ensure!(answer.status.success(), "{} failed", command.get_program().to_string_lossy());
    let text = String::from_utf8_lossy(&answer.stdout);
    Ok(text.lines().filter(|line| line.contains('\t')).map(str::to_owned).collect())
}

/// A line of a list of goals.
fn goal(text: &str, is_met: bool) -> String {
    format!("- {}: {text}\n", if is_met { "met" } else { "**not met**" })
}

/// A list of the versions of programs.
fn versions(programs: &[&str]) -> Result<String> {
    let mut list = "Measured with:\n\n".to_owned();
    for program in programs {
        let answer = workspace::command(program, &["--version"]).output()?;
        list += &format!("- {}\n", String::from_utf8_lossy(&answer.stdout).trim());
    }
    Ok(list)
}
