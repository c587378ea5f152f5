//! How good forecast dates are: simulated learners work through their plans and get forecasts on the way. Prints Markdown.

mod learner;
mod scores;
mod trial;

use anyhow::Result;
use planner::PaceChoice;

use learner::{Kind, Learner};
use scores::{Scores, mean};

/// For each kind. The standard error of a share is at most 0.8 percentage points.
const LEARNERS: u64 = 4000;

/// Numbers of pieces of work on a route, with the goals for them.
const ROUTES: [Route; 2] = [
    Route { pieces: (5, 6), pinball: 3.5, leap: 11.0, held: Some([78.0, 93.0]) },
    Route { pieces: (10, 12), pinball: 3.1, leap: 8.0, held: None },
];

struct Route {
    pieces: (u32, u32),
    /// Highest pinball loss and mean leap, as means over the kinds that the parameters were chosen on.
    pinball: f64,
    leap: f64,
    /// How many in 100 of the worst of these kinds finish by the 80 and 95 % dates at least.
    held: Option<[f64; 2]>,
}

const LEGEND: &str = "\
Forecasts at the start and after each finished piece, but the last one. In percent of the route's expected effort: the
pinball loss of the 50, 80 and 95 % finishes together (lower is better), how far the 80 % finish moves with each finished
piece, on the mean and at most, and the mean distance from the 50 % to the 80 % finish. Then how many in 100 finish by the
three. The last column has the percentage of ticks, of topics and projects, that move the 80 % finish by more than a tenth
of what is left, and the largest move. Times without study are not counted, what they make a learner forget is.
";

fn main() -> Result<()> {
    let [seed] = trials::numbers(["the seed"])?;
    println!("{LEARNERS} simulated learners of each kind, half of them logging their time.\n\n{LEGEND}");
    for route in &ROUTES {
        println!("\n## {} to {} pieces of work\n\n{}", route.pieces.0, route.pieces.1, scores::HEADING);
        let mut all = Vec::new();
        for kind in Kind::ALL {
            let scores = score(kind, route, PaceChoice::Own, seed)?;
            println!("{}", scores.row(kind.name()));
            all.push((kind, scores));
        }
        println!("{}", score(Kind::Steady, route, PaceChoice::RangesOnly, seed)?.row("steady, ranges only"));
        judge(route, &all);
    }
    Ok(())
}

fn score(kind: Kind, route: &Route, pace: PaceChoice, seed: u64) -> Result<Scores> {
    let outcomes = trials::on_all_cores(LEARNERS, |number| {
        let mut random = trials::random(seed, kind as u64 * LEARNERS + number);
        trial::run(&Learner::draw(kind, route.pieces, &mut random), pace)
    })?;
    Ok(Scores::of(&outcomes))
}

/// Prints whether the goals of a route are met.
fn judge(route: &Route, all: &[(Kind, Scores)]) {
    let seen = || all.iter().filter(|(kind, _)| kind.is_seen()).map(|(_, scores)| scores);
    let least = |at: usize| seen().map(|scores| scores.held[at]).fold(100.0, f64::min);
    let pinball = mean(seen().map(|scores| scores.pinball));
    let leap = mean(seen().map(|scores| scores.leap));
    println!("\nGoals, on the mean of the first six kinds, and for the worst of them:\n");
    let say = |goal: String, is_met| trials::judge(&goal, is_met);
    say(format!("pinball loss at most {}: {pinball:.2}", route.pinball), pinball <= route.pinball);
    say(format!("mean leap at most {}: {leap:.1}", route.leap), leap <= route.leap);
    if let Some([most, nearly_all]) = route.held {
        let (at_80, at_95) = (least(1), least(2));
        say(
            format!("at least {most} / {nearly_all} in 100 by the 80 / 95 % dates: {at_80:.0} / {at_95:.0}"),
            at_80 >= most && at_95 >= nearly_all,
        );
    }
}
