//! The learner's pace, estimated from finished work, with its uncertainty.

use roadmap::Minutes;

/// The number of equally probable paces in a forecast.
pub const PACES: usize = 41;

/// The weight of the prior for the level, in finished pieces of work.
const PRIOR_WEIGHT: f64 = 0.5;
/// Half the degrees of freedom of the prior for the scatter of paces.
const PRIOR_SHAPE: f64 = 2.0;
/// The prior scatter of the logarithms of paces.
const PRIOR_SCATTER: f64 = 0.2;
/// The prior scale of the drift of the pace from start to end of a route, as a logarithm: about a factor of two.
const PRIOR_DRIFT: f64 = 0.7;
/// Paces above this factor or below its inverse are implausible and come from wrongly entered dates.
const OUTERMOST: f64 = 8.0;

/// The expected and actual times of a finished piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The middle of its estimate.
    pub expected: Minutes,
    /// The study time it took.
    pub actual: Minutes,
}

/// The learner's pace: actual time as a multiple of expected time, so that 1.2 means a fifth more.
///
/// The logarithms of the paces of finished work are modeled as a level and a drift along the route, with normal noise
/// of unknown variance. The prior is the conjugate one around "the estimates are right and stay so", so the posterior
/// predictive for the work ahead is Student's t (Bayesian linear regression, Bishop 2006, "Pattern Recognition and
/// Machine Learning", section 3.3, exercises 3.12 and 3.13). Noise of single pieces averages out over several pieces,
/// level and drift do not. The drift is part of the model because dates without it hold for hardly one in five of the
/// learners who slow down, as the back-test shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    count: usize,
    level: f64,
    drift: f64,
    /// The variance of the noise of one piece.
    noise: f64,
    /// The posterior precision in units of the noise: level, mixed term, drift.
    precision: [f64; 3],
    /// The quantiles of Student's t for equally probable paces.
    scores: Vec<f64>,
}

/// Remaining work whose pace is predicted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ahead {
    /// In minutes.
    pub effort: f64,
    /// The sum of the squared expected efforts of its pieces.
    pub squares: f64,
}

impl Ahead {
    pub fn and(self, expected: Minutes) -> Self {
        let expected = f64::from(expected.0);
        Self { effort: self.effort + expected, squares: self.squares + expected * expected }
    }
}

impl Pace {
    /// Estimates the pace from finished work, in the order in which it was finished, on a route that is expected to
    /// take `total`. Work with an implausible pace, above eight or below an eighth, is left out.
    ///
    /// ```
    /// use planner::{Ahead, Finished, Pace};
    /// use roadmap::Minutes;
    ///
    /// let ahead = Ahead::default().and(Minutes(2000));
    /// let pace = |finished: &[Finished]| Pace::of(finished, Minutes(5000)).middle(0.8, ahead);
    /// assert_eq!(pace(&[]), 1.0);
    /// let slow = Finished { expected: Minutes(1000), actual: Minutes(1500) };
    /// assert!(1.3 < pace(&[slow, slow, slow]), "the prior still has some weight");
    /// ```
    pub fn of(finished: &[Finished], total: Minutes) -> Self {
        let all = f64::from(total.0.max(1));
        let mut before = 0.0;
        let mut sums = Sums::default();
        for work in finished {
            let expected = f64::from(work.expected.0);
            let ratio = f64::from(work.actual.0) / expected;
            if (1.0 / OUTERMOST..=OUTERMOST).contains(&ratio) {
                sums.add((before + expected / 2.0) / all, libm::log(ratio));
            }
            before += expected;
        }
        sums.posterior()
    }

    /// The number of pieces of finished work used.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The median pace of work ahead; `place` as for [`Pace::factors`].
    pub fn middle(&self, place: f64, ahead: Ahead) -> f64 {
        libm::exp(self.ahead(place, ahead).0)
    }

    /// [`PACES`] equally probable paces of work ahead, in ascending order. `place` is the position of the middle of that
    /// work on the route, from 0 at its start to 1 at its end.
    pub fn factors(&self, place: f64, ahead: Ahead) -> Vec<f64> {
        let (location, scale) = self.ahead(place, ahead);
        self.scores.iter().map(|score| libm::exp(location + scale * score)).collect()
    }

    /// The location and scale of the logarithm of the pace of work ahead.
    pub fn ahead(&self, place: f64, ahead: Ahead) -> (f64, f64) {
        // The effective number of pieces: as many pieces of equal size would scatter as much.
        let pieces = if ahead.squares > 0.0 { ahead.effort * ahead.effort / ahead.squares } else { 1.0 };
        let [level, mixed, drift] = self.precision;
        let determinant = level * drift - mixed * mixed;
        let unsure = (drift - 2.0 * mixed * place + level * place * place) / determinant;
        // The median of a sum tends to the sum of the means of its pieces, which are above their medians.
        let location = self.level + self.drift * place + self.noise / 2.0 * (1.0 - 1.0 / pieces);
        (location, (self.noise * (unsure + 1.0 / pieces)).sqrt())
    }
}

/// Sufficient statistics of the regression.
#[derive(Default)]
struct Sums {
    count: usize,
    place: f64,
    place_squared: f64,
    log: f64,
    log_squared: f64,
    mixed: f64,
}

impl Sums {
    fn add(&mut self, place: f64, log: f64) {
        self.count += 1;
        self.place += place;
        self.place_squared += place * place;
        self.log += log;
        self.log_squared += log * log;
        self.mixed += place * log;
    }

    fn posterior(self) -> Pace {
        let count = self.count as f64;
        let shape = PRIOR_SHAPE + count / 2.0;
        let prior_rate = PRIOR_SHAPE * PRIOR_SCATTER * PRIOR_SCATTER;
        let level = PRIOR_WEIGHT + count;
        // The prior of the drift is relative to the noise of a fit without drift, so that noise alone does not widen it.
        let level_rate = prior_rate + (self.log_squared - self.log * self.log / level) / 2.0;
        let drift = level_rate / shape / (PRIOR_DRIFT * PRIOR_DRIFT) + self.place_squared;
        let determinant = level * drift - self.place * self.place;
        let fitted_level = (drift * self.log - self.place * self.mixed) / determinant;
        let fitted_drift = (level * self.mixed - self.place * self.log) / determinant;
        let fitted = fitted_level * self.log + fitted_drift * self.mixed;
        let rate = prior_rate + (self.log_squared - fitted) / 2.0;
        let freedom = 2.0 * shape;
        let score = |at: usize| student_quantile((at as f64 + 0.5) / PACES as f64, freedom);
        Pace {
            count: self.count,
            level: fitted_level,
            drift: fitted_drift,
            noise: rate / shape,
            precision: [level, self.place, drift],
            scores: (0..PACES).map(score).collect(),
        }
    }
}

/// The quantile function of Student's t; `freedom` is a whole number.
fn student_quantile(probability: f64, freedom: f64) -> f64 {
    if probability < 0.5 {
        return -student_quantile(1.0 - probability, freedom);
    }
    let (mut low, mut high) = (0.0, 1.0);
    while student_at_most(high, freedom) < probability && high < 1e6 {
        (low, high) = (high, high * 2.0);
    }
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if student_at_most(middle, freedom) < probability { low = middle } else { high = middle }
    }
    high
}

/// The distribution function of Student's t for a value of at least zero: the finite series of Abramowitz and Stegun,
/// 26.7.3 and 26.7.4, for whole degrees of freedom.
fn student_at_most(value: f64, freedom: f64) -> f64 {
    let sine = value / (freedom + value * value).sqrt();
    let cosine_squared = freedom / (freedom + value * value);
    let is_odd = freedom % 2.0 == 1.0;
    let (mut term, mut sum) = (1.0, 0.0);
    let mut next = if is_odd { 2.0 } else { 1.0 };
    // The terms run up to the power `freedom - 2` of the cosine.
    while next < freedom {
        sum += term;
        term *= cosine_squared * next / (next + 1.0);
        next += 2.0;
    }
    let between = if is_odd {
        let angle = libm::atan2(value, freedom.sqrt());
        (angle + sine * cosine_squared.sqrt() * sum) * std::f64::consts::FRAC_2_PI
    } else {
        sine * sum
    };
    (1.0 + between) / 2.0
}
