//! How often the planner's dates hold: learners are made up, work through their plans, and are told dates on the way.

mod coverage;
mod learner;
mod trial;

use std::process::ExitCode;

use anyhow::Result;
use planner::PaceChoice;

use coverage::Coverage;
use learner::{Kind, Learner};

/// So many learners of each kind: a share of them is exact to some 0.6 points.
const LEARNERS: u64 = 4000;
/// Dates may hold less often than was said by so many points.
const LEEWAY: f64 = 5.0;
/// The kinds for which the dates have to hold.
const HAVE_TO_HOLD: [Kind; 3] = [Kind::Steady, Kind::Noisy, Kind::SlowingDown];

const LEGEND: &str = "\
How many in 100 have finished 10 to 12 pieces of work by the dates of 50, 80 and 95 %, as told after so many
pieces; and the median width: the days from the date of 50 % to that of 80 %, as a part of those up to the first.
";
const GOAL: &str = "
From the first finished piece on, the dates of 80 and 95 % should hold at least as often as said, less 5 points.
By how many points more often they hold than that is said, least and most:";

fn main() -> Result<ExitCode> {
    let [seed] = trials::numbers(["the seed"])?;
    println!("{LEARNERS} learners of each kind, half of them noting time; seed {seed}.\n{LEGEND}");
    println!("{}", coverage::head());
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let coverage = cover(kind.name(), kind, PaceChoice::Own, seed)?;
        println!("{}", coverage.line());
        all.push((kind, coverage));
    }
    let contrast = cover("steady, ranges only", Kind::Steady, PaceChoice::RangesOnly, seed)?;
    println!("{}", contrast.line());
    Ok(conclude(&all))
}

/// Says for each kind whether the goal is met.
fn conclude(all: &[(Kind, Coverage)]) -> ExitCode {
    println!("{GOAL}");
    let mut code = ExitCode::SUCCESS;
    for (kind, coverage) in all {
        let (least, most) = coverage.margins();
        let (holds, has_to) = (least >= -LEEWAY, HAVE_TO_HOLD.contains(kind));
        let verdict = match (holds, has_to) {
            (true, _) => "yes",
            (false, true) => "NO",
            (false, false) => "no, but they do not have to",
        };
        println!("  {:22}{least:+5.1} to {most:+5.1}  {verdict}", kind.name());
        if has_to && !holds {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// How often dates hold for all learners of a kind.
fn cover(name: &'static str, kind: Kind, pace: PaceChoice, seed: u64) -> Result<Coverage> {
    let outcomes = trials::on_all_cores(LEARNERS, |number| {
        let mut random = trials::random(seed, kind as u64 * LEARNERS + number);
        trial::run(&Learner::draw(kind, &mut random), pace)
    })?;
    Ok(Coverage::of(name, &outcomes))
}
