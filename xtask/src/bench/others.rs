//! Benchmarks other planners on the same chains.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use super::{Time, columns, lines_of};
use crate::workspace;

/// Timeout for one plan.
const PATIENCE: Duration = Duration::from_secs(120);

/// The result of running a program.
#[derive(Clone, Copy)]
pub enum Outcome {
    Took(Time),
    /// It timed out after [`PATIENCE`].
    TooLong,
    Failed,
}

/// A chain as planned by another program.
pub struct Other {
    pub version: String,
    pub topics: u32,
    pub outcome: Outcome,
    /// The date on which the last topic is finished.
    pub finish: String,
}

/// Times networkx computing the critical path and the dates from a graph in memory.
pub fn networkx(python: &Path, folder: &Path) -> Result<Vec<Other>> {
    let script = workspace::root().join("xtask/src/bench/critical_path.py");
    let of = |topics: u32| {
        let file = folder.join(format!("{topics}.json"));
        let lines = lines_of(Command::new(python).arg(&script).arg(file))?;
        let [version, median, least, finish] = columns(lines.first().context("networkx printed nothing")?)?;
        let outcome = Outcome::Took(Time { median: median.parse()?, least: least.parse()? });
        Ok(Other { version: version.to_owned(), topics, outcome, finish: finish.to_owned() })
    };
    [1_000, 10_000, 100_000].into_iter().map(of).collect()
}

/// Times the whole TaskJuggler command, from reading the file to writing the report.
pub fn task_juggler(folder: &Path) -> Result<Vec<Other>> {
    let answer = Command::new("tj3").arg("--version").output().context("could not start tj3")?;
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let version =
        answer.split_whitespace().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let version = version.unwrap_or("of unknown version");
    let of = |topics: u32| {
        let outcome = whole_command(folder, topics)?;
        let finish = if matches!(outcome, Outcome::Took(_)) { last_date(folder)? } else { String::new() };
        Ok(Other { version: version.to_owned(), topics, outcome, finish })
    };
    [1_000, 10_000].into_iter().map(of).collect()
}

/// TaskJuggler recurses along a chain, and overflows the default stack after a few thousand tasks.
const WITH_DEEP_STACKS: &str = "ulimit -s \"$(ulimit -H -s)\"; exec tj3 --silent --no-color \"$1\"";

fn whole_command(folder: &Path, topics: u32) -> Result<Outcome> {
    let begun = Instant::now();
    let mut command = Command::new("sh");
    command.args(["-c", WITH_DEEP_STACKS, "sh"]).arg(format!("{topics}.tjp")).current_dir(folder);
    command.env("RUBY_THREAD_VM_STACK_SIZE", "1000000000").stdin(Stdio::null()).stderr(Stdio::null());
    let mut running = command.spawn().context("could not start tj3")?;
    while begun.elapsed() < PATIENCE {
        if let Some(status) = running.try_wait()? {
            let took = begun.elapsed().as_secs_f64() * 1000.0;
            let time = Time { median: took, least: took };
            return Ok(if status.success() { Outcome::Took(time) } else { Outcome::Failed });
        }
        thread::sleep(Duration::from_millis(5));
    }
    running.kill()?;
    running.wait()?;
    Ok(Outcome::TooLong)
}

fn last_date(folder: &Path) -> Result<String> {
    let report = fs::read_to_string(folder.join("dates.csv")).context("tj3 wrote no dates")?;
    let ends = report.lines().skip(1).filter_map(|line| line.rsplit(';').next());
    Ok(ends.max().unwrap_or_default().trim_matches('"').to_owned())
}
