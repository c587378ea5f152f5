//! The planner's dates beside those of TaskJuggler, a scheduler made by others, on plans that are made up.

mod life;
mod task_juggler;

use std::fmt;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use planner::{Date, Scheduled};

use life::Life;

/// The first and the last day of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Days {
    first: Date,
    last: Date,
}

/// A plan of which TaskJuggler has other dates.
struct Difference {
    project: String,
    /// Each piece of work that differs.
    pieces: Vec<OtherDays>,
}

struct OtherDays {
    piece: usize,
    ours: Days,
    theirs: Days,
}

/// How a plan compares.
struct Compared {
    pieces: usize,
    difference: Option<Difference>,
}

fn main() -> Result<ExitCode> {
    let [plans, seed] = trials::numbers(["the count of plans", "the seed"])?;
    println!("{plans} made-up plans, seed {seed}: the first and the last date of each piece of work.");
    let all = trials::on_all_cores(plans, |number| {
        compare(&Life::draw(&mut trials::random(seed, number)))
            .with_context(|| format!("plan {}", number + 1))
    })?;
    let pieces: usize = all.iter().map(|compared| compared.pieces).sum();
    let different: Vec<_> =
        all.iter().zip(1..).filter_map(|(plan, at)| Some((at, plan.difference.as_ref()?))).collect();
    let alike = all.len() - different.len();
    println!("{alike} of {plans} plans have the same dates, of {pieces} pieces of work in all.");
    for (number, Difference { pieces, .. }) in &different {
        for OtherDays { piece, ours, theirs } in pieces {
            println!("plan {number}, piece {piece}: {ours} here, {theirs} with TaskJuggler");
        }
    }
    if let Some((number, difference)) = different.first() {
        println!("\nPlan {number} as TaskJuggler reads it:\n\n{}", difference.project);
    }
    Ok(if different.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare(life: &Life) -> Result<Compared> {
    let plan = trials::plan(life.hours_a_week, &life.pieces, &life.availability(), life.start)?;
    let days = |work: &Scheduled| Days { first: work.starts.earliest, last: work.finishes.latest };
    let ours: Vec<Days> = plan.work.iter().map(days).collect();
    let end = ours.last().context("a plan without work")?.last;
    let project = task_juggler::project(life, end);
    let theirs = task_juggler::schedule(&project)?;
    ensure!(ours.len() == theirs.len(), "{} pieces here, {} there", ours.len(), theirs.len());
    let pairs = ours.iter().zip(&theirs).enumerate().filter(|(_, (ours, theirs))| ours != theirs);
    let pieces: Vec<OtherDays> =
        pairs.map(|(piece, (&ours, &theirs))| OtherDays { piece, ours, theirs }).collect();
    let difference = (!pieces.is_empty()).then_some(Difference { project, pieces });
    Ok(Compared { pieces: life.pieces.len(), difference })
}

impl fmt::Display for Days {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} to {}", self.first, self.last)
    }
}
