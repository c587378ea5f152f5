//! Learners that are made up: the work before them, and how long each piece of it really takes them.

use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution, StandardNormal};
use roadmap::Span;
use trials::{Piece, between};

/// Study in a week: what the weeks of the roadmap are meant for, and what everybody here has.
pub const HOURS_A_WEEK: u32 = 10;

/// The logarithms of the paces of different learners scatter so far.
const PACES_SCATTER: f64 = 0.25;
/// A piece of work in so many is a project.
const ONE_IN_IS_A_PROJECT: u32 = 4;
const PROJECT_HOURS: Span = Span { low: 20, high: 40 };
const PHASE_WEEKS: [Span; 6] = [
    Span { low: 1, high: 2 },
    Span { low: 2, high: 3 },
    Span { low: 3, high: 4 },
    Span { low: 4, high: 6 },
    Span { low: 4, high: 8 },
    Span { low: 6, high: 8 },
];

/// A way in which learners differ from their roadmap's estimates. All have a pace of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Always the same pace.
    Steady,
    /// Each piece of work is quicker or slower by chance, too: by some 25 to 30 %.
    Noisy,
    /// Each piece of work takes 3 to 6 % more than the one before.
    SlowingDown,
    /// Each piece of work takes 1 to 3 % more than the one before.
    SlightlySlowing,
    /// Everything takes 15 to 30 % more than the roadmap says.
    GuideTooOptimistic,
    /// From some piece of work on the pace is another one.
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

/// Somebody with a roadmap of their own.
pub struct Learner {
    pub pieces: Vec<Piece>,
    /// The minutes that each piece really takes.
    pub minutes: Vec<u32>,
    /// Whether they note the time spent, and not only the dates.
    pub notes_time: bool,
}

impl Learner {
    pub fn draw(kind: Kind, random: &mut ChaCha8Rng) -> Self {
        let count = between(10, 12, random);
        // Without any phase it would be no roadmap.
        let is_project = |at: u32, random: &mut _| at > 0 && between(1, ONE_IN_IS_A_PROJECT, random) == 1;
        let pieces: Vec<Piece> = (0..count).map(|at| draw_piece(is_project(at, random), random)).collect();
        let course = Course::draw(kind, random);
        let minutes = pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| (study_minutes(piece, random) * course.pace(at, random)).round() as u32);
        Self { minutes: minutes.collect(), pieces, notes_time: between(0, 1, random) == 1 }
    }
}

fn draw_piece(is_project: bool, random: &mut ChaCha8Rng) -> Piece {
    if is_project {
        return Piece::Project { hours: PROJECT_HOURS };
    }
    let weeks = PHASE_WEEKS[between(0, PHASE_WEEKS.len() - 1, random)];
    Piece::Phase { weeks, topics: between(2, 5, random) }
}

/// What a piece takes at the pace of the estimates: somewhere in its range, most likely in the middle.
fn study_minutes(piece: &Piece, random: &mut ChaCha8Rng) -> f64 {
    let (span, hours_each) = match piece {
        Piece::Phase { weeks, .. } => (weeks, HOURS_A_WEEK),
        Piece::Project { hours } => (hours, 1),
    };
    let place = Beta::new(3.0, 3.0).expect("both shapes are above zero").sample(random);
    60.0 * f64::from(hours_each) * (f64::from(span.low) + f64::from(span.high - span.low) * place)
}

/// How the pace of a learner goes on from one piece of work to the next, all in logarithms.
struct Course {
    level: f64,
    /// How far single pieces scatter.
    noise: f64,
    more_each_time: f64,
    /// From which piece on how much is added.
    turn: (usize, f64),
}

impl Course {
    fn draw(kind: Kind, random: &mut ChaCha8Rng) -> Self {
        let mut course =
            Self { level: PACES_SCATTER * normal(random), noise: 0.0, more_each_time: 0.0, turn: (0, 0.0) };
        match kind {
            Kind::Steady => {}
            Kind::Noisy => course.noise = between(0.25, 0.30, random),
            Kind::SlowingDown => course.more_each_time = f64::ln_1p(between(0.03, 0.06, random)),
            Kind::SlightlySlowing => course.more_each_time = f64::ln_1p(between(0.01, 0.03, random)),
            Kind::GuideTooOptimistic => course.level += f64::ln_1p(between(0.15, 0.30, random)),
            Kind::SuddenChange => course.turn = (between(2, 9, random), 0.3 * normal(random)),
        }
        course
    }

    fn pace(&self, at: usize, random: &mut ChaCha8Rng) -> f64 {
        let turned = if at >= self.turn.0 { self.turn.1 } else { 0.0 };
        let noise = self.noise * normal(random);
        (self.level + self.more_each_time * at as f64 + turned + noise).exp()
    }
}

fn normal(random: &mut ChaCha8Rng) -> f64 {
    StandardNormal.sample(random)
}
