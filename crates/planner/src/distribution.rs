//! The distribution of a total effort: sums of independent efforts, by numeric convolution on a grid.
//!
//! Without random numbers and platform-dependent functions, the same input gives the same bits everywhere.

use roadmap::Effort;

/// The fewest grid steps of the widest piece of work.
const STEPS_A_PIECE: f64 = 64.0;
/// With more points than this, the step of the grid is doubled.
const MOST_POINTS: usize = 640;
/// The most probability that is cut off at either end.
const NEGLIGIBLE: f64 = 1e-12;

/// A distribution of effort in minutes.
///
/// An effort "4 to 6" is modeled as the symmetric PERT distribution on that range, which is Beta(3, 3): its mode is
/// the middle, its density is zero at the ends, and its variance is the squared width divided by 28. Pieces of work
/// are independent of each other.
///
/// The grid points are the mean and whole steps from it, so that a certain effort only moves the mean. The density of
/// a wide piece is sampled at the points, which keeps the variance to the fourth order of the step because density and
/// slope vanish at the ends (Euler-Maclaurin); a narrow piece becomes three points with its variance. Between the
/// points the distribution function is linear. Twelve phases agree with the inversion of the characteristic function
/// to 0.01 days at 50, 80 and 95 %.
///
/// ```
/// use planner::Distribution;
/// use roadmap::{Effort, Minutes};
///
/// let phase = Effort { low: Minutes::hours(40), high: Minutes::hours(60) };
/// let two = Distribution::of([phase, phase]);
/// assert!((two.mean() - 100.0 * 60.0).abs() < 1e-9);
/// assert!((two.quantile(0.5) - two.mean()).abs() < 0.01);
/// assert!(two.quantile(0.8) < two.quantile(0.95));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    mean: f64,
    /// Minutes between two points; 0 for a certain effort.
    step: f64,
    /// The probability of each point; the middle one is the mean.
    points: Vec<f64>,
}

impl Default for Distribution {
    /// Certainly zero.
    fn default() -> Self {
        Self { mean: 0.0, step: 0.0, points: vec![1.0] }
    }
}

impl Distribution {
    pub fn of(efforts: impl IntoIterator<Item = Effort>) -> Self {
        let mut sum = Self::default();
        for effort in efforts {
            sum.add(effort);
        }
        sum
    }

    pub fn add(&mut self, effort: Effort) {
        let width = f64::from(effort.high.less(effort.low).0);
        self.mean += f64::from(effort.low.0) + width / 2.0;
        if width == 0.0 {
            return;
        }
        if self.step == 0.0 {
            self.step = width / STEPS_A_PIECE;
        }
        while self.step * STEPS_A_PIECE < width {
            self.coarsen();
        }
        let mut sum = convolve(&self.points, &piece(width / self.step));
        trim(&mut sum);
        self.points = sum;
        while self.points.len() > MOST_POINTS {
            self.coarsen();
        }
    }

    /// In minutes.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The distribution function.
    pub fn at_most(&self, minutes: f64) -> f64 {
        let Self { mean, step, points } = self;
        if *step == 0.0 {
            return if minutes >= *mean { 1.0 } else { 0.0 };
        }
        let place = (minutes - mean) / step + points.len() as f64 / 2.0;
        if place <= 0.0 {
            return 0.0;
        }
        let at = place as usize;
        let Some(point) = points.get(at) else { return 1.0 };
        points[..at].iter().sum::<f64>() + (place - at as f64) * point
    }

    /// The quantile function, in minutes.
    pub fn quantile(&self, probability: f64) -> f64 {
        let Self { mean, step, points } = self;
        let mut below = 0.0;
        let at = points.iter().position(|point| {
            below += point;
            below >= probability
        });
        let at = at.unwrap_or(points.len() - 1);
        let within = 1.0 - (below - probability).max(0.0) / points[at].max(f64::MIN_POSITIVE);
        mean + (at as f64 + within - points.len() as f64 / 2.0) * step
    }

    /// Doubles the step. Points between two new ones are split equally between them, which keeps the mean and adds less
    /// than half a squared old step to the variance.
    fn coarsen(&mut self) {
        self.step *= 2.0;
        let old = &self.points;
        let middle = old.len() / 2;
        let half = middle.div_ceil(2) as isize;
        let at = |place: isize| {
            let place = usize::try_from(place + middle as isize).ok();
            place.and_then(|place| old.get(place)).copied().unwrap_or(0.0)
        };
        let merged = |k: isize| at(2 * k) + (at(2 * k - 1) + at(2 * k + 1)) / 2.0;
        self.points = (-half..=half).map(merged).collect();
    }
}

/// The points of a piece of work around its middle; `width` is in steps.
fn piece(width: f64) -> Vec<f64> {
    let variance = width * width / 28.0;
    if variance <= 1.0 {
        return vec![variance / 2.0, 1.0 - variance, variance / 2.0];
    }
    let half = (width / 2.0) as i32;
    let density = |place: i32| {
        let x = (0.5 + f64::from(place) / width).clamp(0.0, 1.0);
        let bump = x * (1.0 - x);
        bump * bump
    };
    let mut points: Vec<f64> = (-half..=half).map(density).collect();
    let sum: f64 = points.iter().sum();
    points.iter_mut().for_each(|point| *point /= sum);
    points
}

fn convolve(points: &[f64], piece: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; points.len() + piece.len() - 1];
    // The piece has fewer points, so the inner loop is the longer one.
    for (at, likely) in piece.iter().enumerate() {
        for (slot, point) in sum[at..].iter_mut().zip(points) {
            *slot += likely * point;
        }
    }
    sum
}

/// Removes the same number of points at both ends while their probability is negligible.
fn trim(points: &mut Vec<f64>) {
    let mut tail = 0.0;
    let negligible = points.iter().take(points.len() / 2).take_while(|&&point| {
        tail += point;
        tail < NEGLIGIBLE
    });
    let off = negligible.count();
    points.truncate(points.len() - off);
    points.drain(..off);
}
