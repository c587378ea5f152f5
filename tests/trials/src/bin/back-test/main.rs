//! How often forecast dates hold: simulated learners work through their plans and get forecasts on the way. Prints Markdown.

mod coverage;
mod learner;
mod trial;

use std::process::ExitCode;

use anyhow::Result;
use planner::PaceChoice;

use coverage::Coverage;
use learner::{Kind, Learner};

/// For each kind. The standard error of a share is at most 0.8 percentage points.
const LEARNERS: u64 = 4000;

/// Tolerance of the goal, in percentage points.
const LEEWAY: f64 = 5.0;

/// The kinds that have to meet the goal.
const HAVE_TO_HOLD: [Kind; 3] = [Kind::Steady, Kind::Noisy, Kind::SlowingDown];

const LEGEND: &str = "\
The percentage of learners who finished 10 to 12 pieces of work by their 50, 80 and 95 % dates, as forecast after 0, 1, 3, 5
and 8 finished pieces. Behind the comma, the median width: the days from the 50 % date to the 80 % date, in percent of those
up to the 50 % date.
";

const GOAL: &str = "
The goal: after the first finished piece, the 80 and 95 % dates hold at least as often as they claim, less 5 percentage
points. By how many points more often they hold, least and most:

| learners | least | most | goal met |
| --- | --- | --- | --- |";

fn main() -> Result<ExitCode> {
    let [seed] = trials::numbers(["the seed"])?;
    println!("{LEARNERS} simulated learners of each kind, half of them logging their time.\n\n{LEGEND}");
    println!("{}", coverage::HEADING);
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let coverage = cover(kind.name(), kind, PaceChoice::Own, seed)?;
        println!("{}", coverage.row());
        all.push((kind, coverage));
    }
    let contrast = cover("steady, ranges only", Kind::Steady, PaceChoice::RangesOnly, seed)?;
    println!("{}", contrast.row());
    Ok(judge(&all))
}

/// Prints whether each kind meets the goal, and fails if a required one does not.
fn judge(all: &[(Kind, Coverage)]) -> ExitCode {
    println!("{GOAL}");
    let mut code = ExitCode::SUCCESS;
    for (kind, coverage) in all {
        let (least, most) = coverage.margins();
        let (holds, has_to) = (least >= -LEEWAY, HAVE_TO_HOLD.contains(kind));
        let verdict = match (holds, has_to) {
            (true, _) => "yes",
            (false, true) => "**no**",
            (false, false) => "no, and need not",
        };
        println!("| {} | {least:+.1} | {most:+.1} | {verdict} |", kind.name());
        if has_to && !holds {
            code = ExitCode::FAILURE;
        }
    }
    code
}

fn cover(name: &'static str, kind: Kind, pace: PaceChoice, seed: u64) -> Result<Coverage> {
    let outcomes = trials::on_all_cores(LEARNERS, |number| {
        let mut random = trials::random(seed, kind as u64 * LEARNERS + number);
        trial::run(&Learner::draw(kind, &mut random), pace)
    })?;
    Ok(Coverage::of(name, &outcomes))
}
