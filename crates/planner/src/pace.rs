//! How fast a learner really is, from what they have finished, and how sure that is.

use roadmap::Minutes;

/// How many equally probable paces a forecast reckons with.
pub const PACES: usize = 41;

/// What the belief in the estimates weighs before any evidence, in finished pieces of work.
const PRIOR_WEIGHT: f64 = 0.5;
/// Half the degrees of freedom of the belief in how far paces scatter.
const PRIOR_SHAPE: f64 = 2.0;
/// How far the logarithms of paces are taken to scatter before any evidence.
const PRIOR_SCATTER: f64 = 0.2;
/// How far the pace may well drift from the start of a route to its end: the logarithm of about twice.
const PRIOR_DRIFT: f64 = 0.7;
/// A pace below one part in so many, or above so many times, says something about the dates entered, not about the
/// learner.
const OUTERMOST: f64 = 8.0;

/// A finished piece of work: what it was expected to take, and what it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The middle of its estimate.
    pub expected: Minutes,
    /// The study time it took.
    pub actual: Minutes,
}

/// What is known of a learner's pace: time taken as a multiple of time expected, so that 1.2 means a fifth more.
///
/// The logarithms of the paces of finished work are taken as a level and a drift along the route, with normal noise
/// of unknown size. The belief before any evidence is the conjugate one around "the estimates are right and stay
/// so"; what follows for the work ahead is Student's t (Bayesian linear regression, Bishop 2006, "Pattern
/// Recognition and Machine Learning", section 3.3, exercises 3.12 and 3.13). Noise of single pieces averages out
/// over several, level and drift do not. A drift is reckoned with because dates that assume none hold for hardly
/// one in five of those who slow down, as the back-test in ARCHITECTURE.md shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    count: usize,
    level: f64,
    drift: f64,
    /// The variance of the noise of one piece.
    noise: f64,
    /// The posterior's precision in units of the noise: of the level, mixed, and of the drift.
    precision: [f64; 3],
    /// The quantiles of Student's t for equally probable paces.
    scores: Vec<f64>,
}

/// Some work ahead, as the pace of it is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ahead {
    /// Its expected effort, in minutes.
    pub effort: f64,
    /// The sum of the squares of the expected efforts of its pieces.
    pub squares: f64,
}

impl Ahead {
    /// With one more piece of work.
    pub fn and(self, expected: Minutes) -> Self {
        let expected = f64::from(expected.0);
        Self { effort: self.effort + expected, squares: self.squares + expected * expected }
    }
}

impl Pace {
    /// The pace that finished work shows, in the order in which it was finished, on a route that is expected to
    /// take `total`. Work that took no time, or more than eight times or less than an eighth of what was expected,
    /// is left out: there the dates are not those of the work.
    ///
    /// ```
    /// use planner::{Ahead, Finished, Pace};
    /// use roadmap::Minutes;
    ///
    /// let ahead = Ahead::default().and(Minutes(2000));
    /// let pace = |finished: &[Finished]| Pace::of(finished, Minutes(5000)).middle(0.8, ahead);
    /// assert_eq!(pace(&[]), 1.0);
    /// let slow = Finished { expected: Minutes(1000), actual: Minutes(1500) };
    /// assert!(1.3 < pace(&[slow, slow, slow]), "the belief before still weighs a little");
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

    /// How many pieces of finished work it rests on.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The pace of some work ahead that is as likely to be undercut as exceeded; `place` as for [`Pace::factors`].
    pub fn middle(&self, place: f64, ahead: Ahead) -> f64 {
        libm::exp(self.ahead(place, ahead).0)
    }

    /// [`PACES`] paces of some work ahead in ascending order, each as likely as the others. `place` is where the
    /// middle of that work lies on the route, from 0 at its start to 1 at its end.
    pub fn factors(&self, place: f64, ahead: Ahead) -> Vec<f64> {
        let (location, scale) = self.ahead(place, ahead);
        self.scores.iter().map(|score| libm::exp(location + scale * score)).collect()
    }

    /// Location and scale of the logarithm of the pace of some work ahead.
    pub fn ahead(&self, place: f64, ahead: Ahead) -> (f64, f64) {
        // So many pieces of equal size would scatter as much as these do together.
        let pieces = if ahead.squares > 0.0 { ahead.effort * ahead.effort / ahead.squares } else { 1.0 };
        let [level, mixed, drift] = self.precision;
        let determinant = level * drift - mixed * mixed;
        let unsure = (drift - 2.0 * mixed * place + level * place * place) / determinant;
        // A sum goes by the mean of what its pieces take, which lies above their median.
        let location = self.level + self.drift * place + self.noise / 2.0 * (1.0 - 1.0 / pieces);
        (location, (self.noise * (unsure + 1.0 / pieces)).sqrt())
    }
}

/// What the regression needs of the evidence.
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
        // The drift's own width is set against the noise as it would be without any drift, so that the drift of a
        // noisy learner is not taken to be larger.
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

/// The value that Student's t does not exceed with a probability; `freedom` is a whole number.
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

/// How likely Student's t is to be at most so much, which must not be negative: the finite series of Abramowitz
/// and Stegun, 26.7.3 and 26.7.4, for whole degrees of freedom.
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
