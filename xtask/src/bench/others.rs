//! Other programs at work on the same chains.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use super::{Time, columns, lines_of};
use crate::workspace;

/// No plan is waited for longer than this.
const PATIENCE: Duration = Duration::from_secs(120);

/// A chain as another program planned it.
pub struct Other {
    pub version: String,
    pub topics: u32,
    /// Nothing where it took longer than [`PATIENCE`].
    pub time: Option<Time>,
    /// The date on which the last topic is finished.
    pub finish: String,
}

/// The critical path and the dates by networkx, from a graph in memory.
pub fn networkx(python: &Path, folder: &Path) -> Result<Vec<Other>> {
    let script = workspace::root().join("xtask/src/bench/critical_path.py");
    let of = |topics: u32| {
        let file = folder.join(format!("{topics}.json"));
        let lines = lines_of(Command::new(python).arg(&script).arg(file))?;
        let [version, median, least, finish] = columns(lines.first().context("networkx printed nothing")?)?;
        let time = Some(Time { median: median.parse()?, least: least.parse()? });
        Ok(Other { version: version.to_owned(), topics, time, finish: finish.to_owned() })
    };
    [1_000, 10_000, 100_000].into_iter().map(of).collect()
}

/// The whole command of TaskJuggler, from the file to its report.
pub fn task_juggler(folder: &Path) -> Result<Vec<Other>> {
    let answer = Command::new("tj3").arg("--version").output().context("could not start tj3")?;
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let version =
        answer.split_whitespace().find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let version = version.unwrap_or("of unknown version");
    let mut others = Vec::new();
    for topics in [1_000, 10_000] {
        let time = whole_command(folder, topics)?.map(|took| Time { median: took, least: took });
        let finish = time.map(|_| last_date(folder)).transpose()?.unwrap_or_default();
        others.push(Other { version: version.to_owned(), topics, time, finish });
        if time.is_none() {
            break;
        }
    }
    Ok(others)
}

/// The milliseconds that TaskJuggler takes; nothing if it does not end in time.
fn whole_command(folder: &Path, topics: u32) -> Result<Option<f64>> {
    let begun = Instant::now();
    let mut command = Command::new("tj3");
    command
        .args(["--silent", "--no-color"])
        .arg(format!("{topics}.tjp"))
        .current_dir(folder)
        .stdin(Stdio::null());
    let mut running = command.spawn().context("could not start tj3")?;
    while begun.elapsed() < PATIENCE {
        if let Some(status) = running.try_wait()? {
            ensure!(status.success(), "tj3 refuses the chain of {topics} topics");
            return Ok(Some(begun.elapsed().as_secs_f64() * 1000.0));
        }
        thread::sleep(Duration::from_millis(5));
    }
    running.kill()?;
    running.wait()?;
    Ok(None)
}

fn last_date(folder: &Path) -> Result<String> {
    let report = fs::read_to_string(folder.join("dates.csv")).context("tj3 wrote no dates")?;
    let ends = report.lines().skip(1).filter_map(|line| line.rsplit(';').next());
    Ok(ends.max().unwrap_or_default().trim_matches('"').to_owned())
}
