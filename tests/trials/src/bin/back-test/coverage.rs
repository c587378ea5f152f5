//! How often dates held, counted and printed.

use crate::trial::{AFTER, Outcome};

/// What was said of the three dates, in percent.
const SAID: [f64; 3] = [50.0, 80.0, 95.0];
/// How often dates held for one group of learners.
pub struct Coverage {
    name: &'static str,
    /// By how many pieces of work were finished.
    after: [Tally; AFTER.len()],
}

#[derive(Default)]
struct Tally {
    count: usize,
    held: [usize; 3],
    widths: Vec<f64>,
}

impl Coverage {
    pub fn of(name: &'static str, learners: &[[Outcome; AFTER.len()]]) -> Self {
        let mut after: [Tally; AFTER.len()] = Default::default();
        for outcomes in learners {
            for (tally, outcome) in after.iter_mut().zip(outcomes) {
                tally.add(outcome);
            }
        }
        Self { name, after }
    }

    /// By how many points dates held more often than was said, where that is least and where it is most: the dates
    /// of 80 and 95 % from the first finished piece of work on.
    pub fn margins(&self) -> (f64, f64) {
        let from_first = self.after.iter().zip(AFTER).filter(|(_, finished)| *finished > 0);
        let margins = from_first.flat_map(|(tally, _)| [1, 2].map(|at| tally.percent(at) - SAID[at]));
        margins.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), margin| {
            (least.min(margin), most.max(margin))
        })
    }

    /// A line of the table.
    pub fn line(&self) -> String {
        let cells = self.after.iter().map(|tally| {
            let [half, most, nearly_all] = [0, 1, 2].map(|at| tally.percent(at));
            format!(" |{half:4.0}{most:4.0}{nearly_all:4.0} {:4.0}%", 100.0 * tally.median_width())
        });
        format!("{:22}{}", self.name, cells.collect::<String>())
    }
}

/// The lines above the table.
pub fn head() -> String {
    let finished = AFTER.map(|count| format!(" | {count} finished       "));
    let said = AFTER.map(|_| " |  50  80  95 width".to_owned());
    format!("{:22}{}\n{:22}{}", "", finished.concat(), "", said.concat())
}

impl Tally {
    fn add(&mut self, outcome: &Outcome) {
        self.count += 1;
        self.widths.push(outcome.width);
        for (held, more) in self.held.iter_mut().zip(outcome.held) {
            *held += usize::from(more);
        }
    }

    fn percent(&self, at: usize) -> f64 {
        100.0 * self.held[at] as f64 / self.count as f64
    }

    fn median_width(&self) -> f64 {
        let mut widths = self.widths.clone();
        widths.sort_by(f64::total_cmp);
        widths[widths.len() / 2]
    }
}
