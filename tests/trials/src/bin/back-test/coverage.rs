//! How often forecast dates held, as rows of Markdown tables.

use crate::trial::{CHECKPOINTS, Outcome};

/// The probabilities that the three dates claim, in percent.
const CLAIMED: [f64; 3] = [50.0, 80.0, 95.0];

pub const HEADING: &str = "| learners | 0 | 1 | 3 | 5 | 8 |\n| --- | --- | --- | --- | --- | --- |";

/// The outcomes of one group of learners, by checkpoint.
pub struct Coverage {
    name: &'static str,
    checkpoints: [Tally; CHECKPOINTS.len()],
}

#[derive(Default)]
struct Tally {
    learners: usize,
    held: [usize; 3],
    widths: Vec<f64>,
}

impl Coverage {
    pub fn of(name: &'static str, learners: &[[Outcome; CHECKPOINTS.len()]]) -> Self {
        let mut checkpoints: [Tally; CHECKPOINTS.len()] = Default::default();
        for outcomes in learners {
            for (tally, outcome) in checkpoints.iter_mut().zip(outcomes) {
                tally.add(outcome);
            }
        }
        Self { name, checkpoints }
    }

    /// The least and the greatest excess, in percentage points, of the share of 80 and 95 % dates that held over the share
    /// claimed. The checkpoint before the first finished piece does not count.
    pub fn margins(&self) -> (f64, f64) {
        let after_first = self.checkpoints.iter().zip(CHECKPOINTS).filter(|(_, finished)| *finished > 0);
        let margins =
            after_first.flat_map(|(tally, _)| [1, 2].map(|date| tally.percent(date) - CLAIMED[date]));
        margins.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), margin| {
            (least.min(margin), most.max(margin))
        })
    }

    /// A row below [`HEADING`].
    pub fn row(&self) -> String {
        let cells = self.checkpoints.iter().map(|tally| {
            let [half, most, nearly_all] = [0, 1, 2].map(|date| tally.percent(date));
            format!(" {half:.0} / {most:.0} / {nearly_all:.0}, {:.0} % |", 100.0 * tally.median_width())
        });
        format!("| {} |{}", self.name, cells.collect::<String>())
    }
}

impl Tally {
    fn add(&mut self, outcome: &Outcome) {
        self.learners += 1;
        self.widths.push(outcome.width);
        for (count, held) in self.held.iter_mut().zip(outcome.held) {
            *count += usize::from(held);
        }
    }

    fn percent(&self, date: usize) -> f64 {
        100.0 * self.held[date] as f64 / self.learners as f64
    }

    fn median_width(&self) -> f64 {
        let mut widths = self.widths.clone();
        widths.sort_by(f64::total_cmp);
        widths[widths.len() / 2]
    }
}
