//! The learner's pace: how long work takes as a multiple of its estimate, learned from finished work.

use roadmap::Effort;

/// The unit of positions along a learner's study: 100 hours of expected effort, in minutes.
const UNIT: f64 = 6000.0;
/// Standard deviation of the level among learners.
const LEVEL: f64 = 0.26;
/// Standard deviation of the random walk of the level after one unit of study.
const WALK: f64 = 0.095;
/// Mean and standard deviation of the trend per unit of study, at the start.
const TREND: (f64, f64) = (0.04, 0.095);
/// How fast the trend fades: after one unit it is smaller by the factor e^-0.235.
const DAMPING: f64 = 0.235;
/// The noise of single pieces of work may be any of these standard deviations, with these prior probabilities.
const NOISES: [(f64, f64); 4] = [(0.06, 0.2), (0.1, 0.2), (0.16, 0.15), (0.25, 0.45)];
/// Standard deviation of the position within a range, as a fraction of its width: that of Beta(3, 3).
const LUCK: f64 = 0.188_982_236_504_613_6;

/// Quantiles are as exact as this, in the logarithm of the pace: far less than a minute of the longest plan.
const CLOSE: f64 = 1e-13;
/// Newton's method needs about six steps for a quantile; where it leaves the bracket, halving needs no more than this.
const MOST_STEPS: usize = 60;

/// Finished work as evidence of the pace: a project, a phase, or the finished topics of a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finished {
    /// The middle of its estimate, in minutes.
    pub expected: f64,
    /// The study time it took, in minutes.
    pub actual: f64,
    /// The variance of `ln(actual / expected)` that says nothing about the pace: that of the place in the range, and
    /// of the guess how a phase divides into topics.
    pub chance: f64,
}

/// What is known about a learner's pace: actual time as a multiple of expected time, so that 1.2 means a fifth more.
///
/// The logarithm of the pace is a Gaussian process along the hours of study: a level, a random walk, and a trend that
/// fades (Gardner and McKenzie 1985, "Forecasting trends in time series", Management Science 31). A finished piece of
/// work observes it in its middle, with noise of unknown size, which is one of four and weighted by how well each
/// explains the observations. Because no work ahead comes before finished work, level and trend at the last
/// observation are all that matters of the past, and a Kalman filter finds their exact posterior.
///
/// Positions are hours, not shares of a route, so that work added at the end of a plan changes no date before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    count: usize,
    /// Position of the last observation, in units.
    observed: f64,
    /// Expected minutes of all finished work.
    studied: f64,
    hypotheses: [Hypothesis; NOISES.len()],
}

/// The posterior for one size of the noise.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Hypothesis {
    noise: f64,
    /// The logarithm of prior times likelihood, up to a constant.
    log_weight: f64,
    /// Mean of the level, walk included, and of the trend.
    mean: [f64; 2],
    /// Variance of the level, covariance, variance of the trend.
    covariance: [f64; 3],
}

/// The logarithm of how many times its estimate some work ahead takes: a mixture of normal distributions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogPace {
    pub parts: [Normal; NOISES.len()],
}

/// A normal distribution with its weight in a mixture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    pub mean: f64,
    pub deviation: f64,
    pub weight: f64,
}

/// Work ahead in the order in which it will be done, summed up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// Expected minutes.
    effort: f64,
    /// Sum of the squared expected minutes of the pieces.
    squares: f64,
    /// Sum of expected minutes times the trend's factor at each piece.
    ramps: f64,
    /// Sum of expected minutes times the distance of each piece from the last observation.
    distances: f64,
    /// Sum over all pairs of pieces of the product of their expected minutes and the distance of the nearer one.
    walks: f64,
    /// Variance of the sum that comes from the ranges, in squared minutes.
    chance: f64,
    /// Position of the end, in expected minutes of study.
    end: f64,
    /// Position of the last observation, in units.
    observed: f64,
}

impl Pace {
    /// Learns from finished work, in the order in which it was finished.
    ///
    /// ```
    /// use planner::{Finished, Pace};
    ///
    /// let slow = Finished { expected: 3000.0, actual: 4500.0, chance: 0.01 };
    /// let ahead = |pace: &Pace| pace.of(&pace.ahead().and(6000.0, 0.0)).quantile(0.5).exp();
    /// let once = ahead(&Pace::learned(&[slow]));
    /// let often = ahead(&Pace::learned(&[slow; 4]));
    /// assert!(1.1 < once && once < often && often < 1.6);
    /// ```
    pub fn learned(finished: &[Finished]) -> Self {
        let hypothesis = |(noise, prior): (f64, f64)| Hypothesis {
            noise,
            log_weight: libm::log(prior),
            mean: [0.0, TREND.0],
            covariance: [LEVEL * LEVEL, 0.0, TREND.1 * TREND.1],
        };
        let mut pace = Self { count: 0, observed: 0.0, studied: 0.0, hypotheses: NOISES.map(hypothesis) };
        for work in finished.iter().filter(|work| work.expected > 0.0 && work.actual > 0.0) {
            pace.observe(*work);
        }
        pace
    }

    fn observe(&mut self, work: Finished) {
        let position = (self.studied + work.expected / 2.0) / UNIT;
        let walked = WALK * WALK * (position - self.observed);
        let log = libm::log(work.actual / work.expected);
        for hypothesis in &mut self.hypotheses {
            hypothesis.covariance[0] += walked;
            hypothesis.observe(ramp(position), log, work.chance);
        }
        self.count += 1;
        self.observed = position;
        self.studied += work.expected;
    }

    /// The number of pieces of finished work used.
    pub fn count(&self) -> usize {
        self.count
    }

    /// No work ahead yet: add pieces with [`Ahead::and`].
    pub fn ahead(&self) -> Ahead {
        let (observed, end) = (self.observed, self.studied);
        Ahead {
            effort: 0.0,
            squares: 0.0,
            ramps: 0.0,
            distances: 0.0,
            walks: 0.0,
            chance: 0.0,
            end,
            observed,
        }
    }

    /// The pace of work ahead, which has to be some.
    pub fn of(&self, ahead: &Ahead) -> LogPace {
        let Ahead { effort, squares, ramps, walks, chance, .. } = *ahead;
        let (ramp, squared) = (ramps / effort, effort * effort);
        let most = self.hypotheses.iter().map(|one| one.log_weight).fold(f64::NEG_INFINITY, f64::max);
        let mut parts = self.hypotheses.map(|one| {
            let ([level, trend], [of_level, mixed, of_trend]) = (one.mean, one.covariance);
            let noise = one.noise * one.noise;
            let variance = of_level
                + 2.0 * ramp * mixed
                + ramp * ramp * of_trend
                + WALK * WALK * walks / squared
                + noise * squares / squared
                + chance / squared;
            Normal {
                // The median of a sum tends to the sum of the means of its pieces, which are above their medians.
                mean: level + ramp * trend + noise / 2.0 * (1.0 - squares / squared),
                deviation: variance.sqrt(),
                weight: libm::exp(one.log_weight - most),
            }
        });
        let sum: f64 = parts.iter().map(|part| part.weight).sum();
        parts.iter_mut().for_each(|part| part.weight /= sum);
        LogPace { parts }
    }
}

impl Hypothesis {
    /// Takes in one observation: the update of a Kalman filter (Kalman 1960).
    fn observe(&mut self, ramp: f64, log: f64, chance: f64) {
        let [of_level, mixed, of_trend] = self.covariance;
        let (level, trend) = (of_level + ramp * mixed, mixed + ramp * of_trend);
        let variance = level + ramp * trend + chance + self.noise * self.noise;
        let surprise = log - self.mean[0] - ramp * self.mean[1];
        self.log_weight -= (surprise * surprise / variance + libm::log(variance)) / 2.0;
        self.mean[0] += level / variance * surprise;
        self.mean[1] += trend / variance * surprise;
        self.covariance = [
            of_level - level * level / variance,
            mixed - level * trend / variance,
            of_trend - trend * trend / variance,
        ];
    }
}

impl Ahead {
    /// Adds the next piece: its expected minutes, and the variance of the minutes that it takes by chance.
    #[must_use]
    pub fn and(mut self, expected: f64, chance: f64) -> Self {
        let position = (self.end + expected / 2.0) / UNIT;
        let distance = position - self.observed;
        self.ramps += expected * ramp(position);
        self.walks += expected * (2.0 * self.distances + expected * distance);
        self.distances += expected * distance;
        self.effort += expected;
        self.squares += expected * expected;
        self.chance += chance;
        self.end += expected;
        self
    }

    /// Expected minutes of all pieces.
    pub fn effort(&self) -> f64 {
        self.effort
    }
}

impl LogPace {
    /// The distribution function.
    pub fn at_most(&self, log: f64) -> f64 {
        self.parts.iter().map(|part| part.weight * below((log - part.mean) / part.deviation)).sum()
    }

    /// The quantile function, by Newton's method within a bracket that narrows with each step.
    pub fn quantile(&self, probability: f64) -> f64 {
        let widest = self.parts.iter().map(|part| part.deviation).fold(0.0, f64::max);
        let means = || self.parts.iter().map(|part| part.mean);
        let mut low = means().fold(f64::INFINITY, f64::min) - 8.0 * widest;
        let mut high = means().fold(f64::NEG_INFINITY, f64::max) + 8.0 * widest;
        let mut at = self.parts.iter().map(|part| part.weight * part.mean).sum();
        for _ in 0..MOST_STEPS {
            let missing = probability - self.at_most(at);
            if missing > 0.0 {
                low = at
            } else {
                high = at
            }
            let newton = at + missing / self.density(at);
            let next = if low <= newton && newton <= high { newton } else { (low + high) / 2.0 };
            if (next - at).abs() <= CLOSE {
                return next;
            }
            at = next;
        }
        at
    }

    fn density(&self, log: f64) -> f64 {
        self.parts
            .iter()
            .map(|part| part.weight * density((log - part.mean) / part.deviation) / part.deviation)
            .sum()
    }
}

/// The variance of the time that work takes by its place in its range, in squared minutes.
pub fn chance(effort: Effort) -> f64 {
    chance_within(f64::from(effort.high.less(effort.low).0))
}

/// The same for a range of this width in minutes.
pub fn chance_within(width: f64) -> f64 {
    let deviation = LUCK * width;
    deviation * deviation
}

/// The accumulated effect of a trend of 1 per unit that fades.
fn ramp(position: f64) -> f64 {
    (1.0 - libm::exp(-DAMPING * position)) / DAMPING
}

/// The distribution function of the standard normal distribution.
pub(crate) fn below(score: f64) -> f64 {
    libm::erfc(-score * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// The density of the standard normal distribution.
pub(crate) fn density(score: f64) -> f64 {
    libm::exp(-score * score / 2.0) / (2.0 * std::f64::consts::PI).sqrt()
}
