//! Simulated learners: the work ahead of them, and how long each piece of it really takes.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution, StandardNormal};
use roadmap::Span;
use trials::{Piece, between};

/// The reference pace of the roadmaps, and the study time of every learner.
pub const HOURS_PER_WEEK: u32 = 10;

/// Standard deviation of the logarithm of pace among learners.
const PACE_SIGMA: f64 = 0.25;
/// Standard deviation of the logarithms of the times of topics that were given equal shares of a phase.
const TOPIC_SIGMA: f64 = 0.25;
/// One piece of work in this many is a project.
const PIECES_PER_PROJECT: u32 = 4;
const PROJECT_HOURS: Span = Span { low: 20, high: 40 };
const PHASE_WEEKS: [Span; 6] = [
    Span { low: 1, high: 2 },
    Span { low: 2, high: 3 },
    Span { low: 3, high: 4 },
    Span { low: 4, high: 6 },
    Span { low: 4, high: 8 },
    Span { low: 6, high: 8 },
];

/// How learners deviate from the estimates of their roadmap, besides having a pace of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Constant pace.
    Steady,
    /// Log-normal noise for each piece, with σ from 0.25 to 0.30.
    Noisy,
    /// Each piece takes 3 to 6 % longer than the one before.
    SlowingDown,
    /// Each piece takes 1 to 3 % longer than the one before.
    SlightlySlowing,
    /// Everything takes 15 to 30 % longer than the roadmap says.
    GuideTooOptimistic,
    /// The pace changes once, at a random piece.
    SuddenChange,
    /// Now and then stops for two to six weeks, and then takes 10 to 35 % longer for the next piece.
    StopsAndForgets,
    /// Topics of a phase that were given equal shares take very different times, and so do pieces, a little.
    Uneven,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Steady,
        Self::Noisy,
        Self::SlowingDown,
        Self::SlightlySlowing,
        Self::GuideTooOptimistic,
        Self::SuddenChange,
        Self::StopsAndForgets,
        Self::Uneven,
    ];

    /// Whether the parameters of the pace were chosen on this kind.
    pub fn is_seen(self) -> bool {
        !matches!(self, Self::StopsAndForgets | Self::Uneven)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Noisy => "noisy",
            Self::SlowingDown => "slowing down",
            Self::SlightlySlowing => "slightly slowing",
            Self::GuideTooOptimistic => "guide too optimistic",
            Self::SuddenChange => "sudden change",
            Self::StopsAndForgets => "stops and forgets",
            Self::Uneven => "uneven topics",
        }
    }
}

pub struct Learner {
    pub pieces: Vec<Piece>,
    /// What each piece really takes.
    pub done: Vec<Done>,
    /// Logs time, and not only finish dates.
    pub logs_time: bool,
}

/// What a piece really takes.
pub struct Done {
    /// Study time of each of its topics, in minutes.
    pub minutes: Vec<u32>,
    /// Weeks without study before it.
    pub weeks_off: u32,
}

impl Done {
    pub fn all(&self) -> u32 {
        self.minutes.iter().sum()
    }
}

impl Learner {
    /// A learner with a number of pieces in a range.
    pub fn draw(kind: Kind, (fewest, most): (u32, u32), random: &mut ChaCha8Rng) -> Self {
        let count = between(fewest, most, random);
        // A roadmap needs a phase.
        let is_project = |at: u32, random: &mut _| at > 0 && between(1, PIECES_PER_PROJECT, random) == 1;
        let pieces: Vec<Piece> = (0..count).map(|at| draw_piece(is_project(at, random), random)).collect();
        let trend = Trend::draw(kind, pieces.len(), random);
        let done = pieces.iter().enumerate().map(|(at, piece)| {
            let stops = kind == Kind::StopsAndForgets && at > 0 && between(1, 10, random) <= 3;
            let forgets = if stops { between(1.1, 1.35, random) } else { 1.0 };
            let minutes = study_minutes(piece, random) * trend.pace(at, random) * forgets;
            let weeks_off = if stops { between(2, 6, random) } else { 0 };
            Done { minutes: divide(minutes, piece, kind, random), weeks_off }
        });
        Self { done: done.collect(), pieces, logs_time: between(0, 1, random) == 1 }
    }
}

/// Divides the time of a piece among its topics.
fn divide(minutes: f64, piece: &Piece, kind: Kind, random: &mut ChaCha8Rng) -> Vec<u32> {
    let topics = match piece {
        Piece::Phase { topics, .. } => *topics,
        Piece::Project { .. } => 1,
    };
    let unevenness = if kind == Kind::Uneven { 0.6 } else { TOPIC_SIGMA };
    let weights: Vec<f64> = (0..topics).map(|_| (unevenness * normal(random)).exp()).collect();
    let all: f64 = weights.iter().sum();
    weights.iter().map(|weight| (minutes * weight / all).round().max(1.0) as u32).collect()
}

fn draw_piece(is_project: bool, random: &mut ChaCha8Rng) -> Piece {
    if is_project {
        return Piece::Project { hours: PROJECT_HOURS };
    }
    let weeks = PHASE_WEEKS[between(0, PHASE_WEEKS.len() - 1, random)];
    Piece::Phase { weeks, topics: between(2, 5, random) }
}

/// Time that a piece takes at the reference pace: Beta(3, 3) on its range.
fn study_minutes(piece: &Piece, random: &mut ChaCha8Rng) -> f64 {
    let (span, hours_each) = match piece {
        Piece::Phase { weeks, .. } => (weeks, HOURS_PER_WEEK),
        Piece::Project { hours } => (hours, 1),
    };
    let fraction = Beta::new(3.0, 3.0).expect("both shapes are above zero").sample(random);
    60.0 * f64::from(hours_each) * (f64::from(span.low) + f64::from(span.high - span.low) * fraction)
}

/// The development of a learner's pace over the pieces of work; all logarithms of time taken over time expected.
struct Trend {
    level: f64,
    /// Standard deviation for single pieces.
    noise: f64,
    /// Added with each piece.
    drift: f64,
    /// Added once, from piece `changes_at` on.
    change: f64,
    changes_at: usize,
}

impl Trend {
    fn draw(kind: Kind, pieces: usize, random: &mut ChaCha8Rng) -> Self {
        let level = PACE_SIGMA * normal(random);
        let mut trend = Self { level, noise: 0.0, drift: 0.0, change: 0.0, changes_at: 0 };
        match kind {
            Kind::Steady => {}
            Kind::Noisy => trend.noise = between(0.25, 0.30, random),
            Kind::SlowingDown => trend.drift = f64::ln_1p(between(0.03, 0.06, random)),
            Kind::SlightlySlowing => trend.drift = f64::ln_1p(between(0.01, 0.03, random)),
            Kind::GuideTooOptimistic => trend.level += f64::ln_1p(between(0.15, 0.30, random)),
            Kind::SuddenChange => {
                trend.changes_at = between(2, pieces - 2, random);
                trend.change =
                    between(0.2, 0.4, random) * if between(0, 1, random) == 1 { 1.0 } else { -1.0 };
            }
            Kind::StopsAndForgets => {}
            Kind::Uneven => trend.noise = 0.15,
        }
        trend
    }

    fn pace(&self, at: usize, random: &mut ChaCha8Rng) -> f64 {
        let change = if at >= self.changes_at { self.change } else { 0.0 };
        let noise = self.noise * normal(random);
        (self.level + self.drift * at as f64 + change + noise).exp()
    }
}

fn normal(random: &mut ChaCha8Rng) -> f64 {
    StandardNormal.sample(random)
}
