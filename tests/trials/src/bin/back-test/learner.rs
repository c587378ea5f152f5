//! Simulated learners: the work ahead of them, and how long each piece of it really takes.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution, StandardNormal};
use roadmap::Span;
use trials::{Piece, between};

/// The reference pace of the roadmaps, and the study time of every learner.
pub const HOURS_PER_WEEK: u32 = 10;

/// Standard deviation of the logarithm of pace among learners.
const PACE_SIGMA: f64 = 0.25;
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
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Steady,
        Self::Noisy,
        Self::SlowingDown,
        Self::SlightlySlowing,
        Self::GuideTooOptimistic,
        Self::SuddenChange,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Noisy => "noisy",
            Self::SlowingDown => "slowing down",
            Self::SlightlySlowing => "slightly slowing",
            Self::GuideTooOptimistic => "guide too optimistic",
            Self::SuddenChange => "sudden change",
        }
    }
}

pub struct Learner {
    pub pieces: Vec<Piece>,
    /// Time that each piece really takes.
    pub minutes: Vec<u32>,
    /// Logs time, and not only finish dates.
    pub logs_time: bool,
}

impl Learner {
    pub fn draw(kind: Kind, random: &mut ChaCha8Rng) -> Self {
        let count = between(10, 12, random);
        // A roadmap needs a phase.
        let is_project = |at: u32, random: &mut _| at > 0 && between(1, PIECES_PER_PROJECT, random) == 1;
        let pieces: Vec<Piece> = (0..count).map(|at| draw_piece(is_project(at, random), random)).collect();
        let trend = Trend::draw(kind, random);
        let minutes = pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| (study_minutes(piece, random) * trend.pace(at, random)).round() as u32);
        Self { minutes: minutes.collect(), pieces, logs_time: between(0, 1, random) == 1 }
    }
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
    fn draw(kind: Kind, random: &mut ChaCha8Rng) -> Self {
        let level = PACE_SIGMA * normal(random);
        let mut trend = Self { level, noise: 0.0, drift: 0.0, change: 0.0, changes_at: 0 };
        match kind {
            Kind::Steady => {}
            Kind::Noisy => trend.noise = between(0.25, 0.30, random),
            Kind::SlowingDown => trend.drift = f64::ln_1p(between(0.03, 0.06, random)),
            Kind::SlightlySlowing => trend.drift = f64::ln_1p(between(0.01, 0.03, random)),
            Kind::GuideTooOptimistic => trend.level += f64::ln_1p(between(0.15, 0.30, random)),
            Kind::SuddenChange => {
                trend.changes_at = between(2, 9, random);
                trend.change = 0.3 * normal(random);
            }
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
