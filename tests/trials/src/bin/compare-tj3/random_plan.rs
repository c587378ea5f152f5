//! Random plans: work of exact effort, and the calendar in which it is done.

use chrono::Days;
use planner::{Availability, Date, DateRange, Stretch, Week};
use rand_chacha::ChaCha8Rng;
use roadmap::{Minutes, Span};
use trials::{Piece, between};

/// The time resolution of TaskJuggler, in minutes; all generated times are multiples of it.
pub const SLOT: u32 = 15;

pub struct RandomPlan {
    pub start: Date,
    pub week: Week,
    pub time_off: Vec<DateRange>,
    /// Disjoint, because TaskJuggler refuses overlapping shifts.
    pub stretches: Vec<Stretch>,
    pub hours_per_week: u32,
    pub pieces: Vec<Piece>,
}

impl RandomPlan {
    pub fn draw(random: &mut ChaCha8Rng) -> Self {
        let new_year = Date::from_ymd_opt(2026, 1, 1).expect("it is in every year");
        let start = new_year + Days::new(between(0, 730, random));
        let around = start - Days::new(10);
        let time_off = (0..between(0, 10, random)).map(|_| {
            let from = around + Days::new(between(0, 400, random));
            span(from, between(0, 20, random))
        });
        Self {
            time_off: time_off.collect(),
            week: draw_week(random),
            stretches: draw_stretches(around, random),
            hours_per_week: between(1, 12, random),
            pieces: (0..between(3, 10, random)).map(|at| draw_piece(at == 0, random)).collect(),
            start,
        }
    }

    pub fn availability(&self) -> Availability {
        Availability::new(self.week, self.time_off.iter().copied()).with_stretches(&self.stretches)
    }

    pub fn minutes(&self, piece: &Piece) -> Minutes {
        match piece {
            Piece::Phase { weeks, .. } => Minutes::hours(self.hours_per_week) * weeks.high,
            Piece::Project { hours } => Minutes::hours(hours.high),
        }
    }
}

fn span(from: Date, more_days: u64) -> DateRange {
    DateRange::new(from, from + Days::new(more_days)).expect("it does not end before it starts")
}

/// A week with some study. One in three has the same time on all its study days, so that much work ends exactly at the end
/// of a day.
fn draw_week(random: &mut ChaCha8Rng) -> Week {
    let equal = (between(1, 3, random) == 1).then(|| 60 * between(1, 4, random));
    let sure = between(0, 6, random);
    let days = std::array::from_fn(|day| {
        let has_study = day == sure || between(0, 9, random) < 6;
        let longest = if between(0, 19, random) == 0 { Minutes::DAY.0 } else { 360 };
        let minutes = equal.unwrap_or_else(|| SLOT * between(1, longest / SLOT, random));
        Minutes(if has_study { minutes } else { 0 })
    });
    Week::new(days).expect("no day has more than 24 hours")
}

fn draw_stretches(mut from: Date, random: &mut ChaCha8Rng) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for _ in 0..between(0, 2, random) {
        from = from + Days::new(between(0, 90, random));
        let dates = span(from, between(0, 40, random));
        let week = if between(0, 3, random) == 0 { Week::EMPTY } else { draw_week(random) };
        stretches.push(Stretch { dates, week, name: String::new() });
        from = dates.to() + Days::new(1);
    }
    stretches
}

fn draw_piece(is_phase: bool, random: &mut ChaCha8Rng) -> Piece {
    let exactly = |count| Span { low: count, high: count };
    if is_phase || between(1, 3, random) > 1 {
        Piece::Phase { weeks: exactly(between(1, 6, random)), topics: between(1, 5, random) }
    } else {
        Piece::Project { hours: exactly(between(1, 40, random)) }
    }
}
