//! What the forecasts of many learners were worth, as rows of Markdown tables.

use crate::trial::{Outcome, Tick};

pub const HEADING: &str = "\
| learners | pinball | mean leap | worst leap | width | 50 / 80 / 95 % held | ticks above 10 % |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |";

/// A tick counts while at least this much of the route is left, in percent: at the end nearly nothing is left, and
/// every minute is much of it.
const MUCH_LEFT: f64 = 10.0;

pub struct Scores {
    pub pinball: f64,
    pub leap: f64,
    worst_leap: f64,
    width: f64,
    /// In percent.
    pub held: [f64; 3],
    /// Share of ticks that moved the 80 % finish by more than 10 % of what was left, in percent, and the largest move.
    ticks: (f64, f64),
}

impl Scores {
    pub fn of(outcomes: &[Outcome]) -> Self {
        let moments = || outcomes.iter().flat_map(|one| &one.moments);
        let leaps = || outcomes.iter().flat_map(|one| one.leaps.iter().copied());
        let counts = |tick: &&Tick| tick.left >= MUCH_LEFT;
        let ticks = || outcomes.iter().flat_map(|one| &one.ticks).filter(counts).map(|tick| tick.moved);
        Self {
            pinball: mean(moments().map(|one| one.loss)),
            leap: mean(leaps()),
            worst_leap: leaps().fold(0.0, f64::max),
            width: mean(moments().map(|one| one.width)),
            held: [0, 1, 2].map(|at| 100.0 * mean(moments().map(|one| f64::from(u8::from(one.held[at]))))),
            ticks: (
                100.0 * mean(ticks().map(|moved| f64::from(u8::from(moved > 10.0)))),
                ticks().fold(0.0, f64::max),
            ),
        }
    }

    /// A row below [`HEADING`].
    pub fn row(&self, name: &str) -> String {
        let [half, most, nearly_all] = self.held;
        format!(
            "| {name} | {:.2} | {:.1} | {:.0} | {:.1} | {half:.0} / {most:.0} / {nearly_all:.0} | {:.1} (at most {:.0}) |",
            self.pinball, self.leap, self.worst_leap, self.width, self.ticks.0, self.ticks.1
        )
    }
}

pub fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}
