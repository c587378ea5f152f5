//! Runs rows and prints a line for each: its name, what was done, the figure, the seed, the seconds and the losses,
//! with tabs between. What was lost is told in full beside that.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;
use std::{panic, thread};

use anyhow::{Result, bail};
use lexopt::prelude::{Long, Value, ValueExt};
use torture::Size;
use torture::rows::{ALL, GUARDS, Row};

/// Of what was lost so much is told.
const MOST_TOLD: usize = 20;

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
    let is_asked_for = |row: &&Row| names.iter().any(|name| name == row.name);
    let rows: Vec<&Row> = match names.as_slice() {
        [] => ALL.iter().collect(),
        _ => ALL.iter().chain([&GUARDS]).filter(is_asked_for).collect(),
    };
    if rows.is_empty() {
        bail!("there is no row of these names: {names:?}");
    }
    // What a case panics with is told with the seed that makes it happen again, not in the middle of everything.
    panic::set_hook(Box::new(|_| {}));
    let losses: usize = on_all_cores(&rows, |row| tell(row, seed)).into_iter().sum();
    Ok(if losses == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a row and tells what became of it; gives how much was lost.
fn tell(row: &Row, seed: u64) -> usize {
    let begun = Instant::now();
    let outcome = (row.run)(seed, Size::Full);
    let seconds = begun.elapsed().as_secs_f64();
    let lost = outcome.losses.len();
    for loss in outcome.losses.iter().take(MOST_TOLD) {
        eprintln!("{}: {}", row.name, loss.replace('\n', " "));
    }
    let figure = format!("{} of {}", outcome.held(), outcome.cases);
    let done = [vec![outcome.done], outcome.notes].concat().join("; ");
    let seed = if row.is_random { seed.to_string() } else { "–".to_owned() };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}\t{done}\t{figure}\t{seed}\t{seconds:.1}\t{lost}", row.name).expect("somebody listens");
    lost
}

/// Runs something for each row, on as many cores as there are; a core takes the next row when it is through with one.
fn on_all_cores(rows: &[&Row], run: impl Fn(&Row) -> usize + Sync) -> Vec<usize> {
    let left = Mutex::new(rows.iter());
    let next = || left.lock().expect("no row panics while it is taken").next();
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
