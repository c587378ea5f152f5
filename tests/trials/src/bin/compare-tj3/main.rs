//! The planner's dates of random plans beside those of TaskJuggler, an independent scheduler. Prints Markdown.

mod random_plan;
mod task_juggler;

use std::fmt;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use planner::{Date, Scheduled};
use trials::Generated;

use random_plan::RandomPlan;

/// The first and the last day of a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Days {
    first: Date,
    last: Date,
}

/// A plan for which TaskJuggler computes different dates.
struct Difference {
    project: String,
    /// Those that differ.
    pieces: Vec<OtherDays>,
}

struct OtherDays {
    piece: usize,
    ours: Days,
    theirs: Days,
}

struct Compared {
    pieces: usize,
    difference: Option<Difference>,
}

fn main() -> Result<ExitCode> {
    let [plans, seed] = trials::numbers(["the count of plans", "the seed"])?;
    let all = trials::on_all_cores(plans, |number| {
        compare(&RandomPlan::draw(&mut trials::random(seed, number)))
            .with_context(|| format!("plan {}", number + 1))
    })?;
    let pieces: usize = all.iter().map(|compared| compared.pieces).sum();
    let different: Vec<_> =
        all.iter().zip(1..).filter_map(|(plan, at)| Some((at, plan.difference.as_ref()?))).collect();
    let alike = all.len() - different.len();
    println!("Compared: the first and the last day of each piece of work in random plans.\n");
    println!("| plans | with the same dates | pieces of work |\n| --- | --- | --- |");
    println!("| {plans} | {alike} | {pieces} |");
    for (number, Difference { pieces, .. }) in &different {
        for OtherDays { piece, ours, theirs } in pieces {
            println!("\nPlan {number}, piece {piece}: {ours} here, {theirs} in TaskJuggler.");
        }
    }
    if let Some((number, difference)) = different.first() {
        println!("\nPlan {number} as a TaskJuggler project:\n\n```\n{}\n```", difference.project);
    }
    Ok(if different.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare(given: &RandomPlan) -> Result<Compared> {
    let generated = Generated::new(given.hours_per_week, &given.pieces, given.availability(), given.start)?;
    let plan = generated.plan;
    let days = |work: &Scheduled| Days { first: work.starts.earliest, last: work.finishes.latest };
    let ours: Vec<Days> = plan.work.iter().map(days).collect();
    let end = ours.last().context("a plan without work")?.last;
    let project = task_juggler::project(given, end);
    let theirs = task_juggler::schedule(&project)?;
    ensure!(
        ours.len() == theirs.len(),
        "{} pieces of work here, {} in TaskJuggler",
        ours.len(),
        theirs.len()
    );
    let pairs = ours.iter().zip(&theirs).enumerate().filter(|(_, (ours, theirs))| ours != theirs);
    let pieces: Vec<OtherDays> =
        pairs.map(|(piece, (&ours, &theirs))| OtherDays { piece, ours, theirs }).collect();
    let difference = (!pieces.is_empty()).then_some(Difference { project, pieces });
    Ok(Compared { pieces: given.pieces.len(), difference })
}

impl fmt::Display for Days {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} to {}", self.first, self.last)
    }
}
