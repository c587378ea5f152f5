//! Runs rows and prints one line for each, separated by tabs: its name, what was done, the figure, the seed,
//! the seconds and the number of losses. The losses themselves go to the error output.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;
use std::{panic, thread};

use anyhow::{Result, bail};
use lexopt::prelude::{Long, Value, ValueExt};
use torture::Size;
use torture::rows::{ALL, Row};

/// Losses of a row that are printed.
const MOST_SHOWN: usize = 20;

fn main() -> Result<ExitCode> {
    let (mut seed, mut names) = (0, Vec::new());
    let mut words = lexopt::Parser::from_env();
    while let Some(word) = words.next()? {
        match word {
            Long("seed") => seed = words.value()?.parse()?,
            Value(name) => names.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let is_wanted = |row: &&Row| names.is_empty() || names.iter().any(|name| name == row.name);
    let rows: Vec<&Row> = ALL.iter().filter(is_wanted).collect();
    if rows.is_empty() {
        bail!("there are no rows {names:?}");
    }
    // A panic of a case is reported as a loss, with the seed that reproduces it.
    panic::set_hook(Box::new(|_| {}));
    let losses: usize = on_all_cores(&rows, |row| report(row, seed)).into_iter().sum();
    Ok(if losses == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a row and prints its line; returns the number of losses.
fn report(row: &Row, seed: u64) -> usize {
    let begun = Instant::now();
    let outcome = (row.run)(seed, Size::Full);
    let seconds = begun.elapsed().as_secs_f64();
    let lost = outcome.losses.len();
    for loss in outcome.losses.iter().take(MOST_SHOWN) {
        eprintln!("{}: {}", row.name, loss.replace('\n', " "));
    }
    let figure = format!("{} of {}", outcome.held(), outcome.cases);
    let done = [vec![outcome.done], outcome.notes].concat().join("; ");
    let seed = if row.is_random { seed.to_string() } else { "–".to_owned() };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}\t{done}\t{figure}\t{seed}\t{seconds:.1}\t{lost}", row.name)
        .expect("standard output is open");
    lost
}

/// Runs a function for each row, on as many threads as there are cores.
fn on_all_cores(rows: &[&Row], run: impl Fn(&Row) -> usize + Sync) -> Vec<usize> {
    let left = Mutex::new(rows.iter());
    let next = || left.lock().expect("no thread panics while it holds the lock").next();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let work = || {
            let mut results = Vec::new();
            while let Some(row) = next() {
                results.push(run(row));
            }
            results
        };
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|_| vec![1])).collect()
    })
}
