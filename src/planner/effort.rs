//! Study time, whatever the calendar.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::span::Span;

/// Study time in whole minutes.
///
/// ```
/// use waymark::planner::Minutes;
///
/// assert_eq!(Minutes::hours(2) + Minutes(30), Minutes(150));
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Minutes(pub u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// All the minutes of a day.
    pub const DAY: Self = Self(24 * 60);

    /// So many whole hours.
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }

    /// The time left after taking some away; none rather than less than none.
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Add for Minutes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Mul<u32> for Minutes {
    type Output = Self;

    fn mul(self, times: u32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// Effort with doubt: at least `low`, at most `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    /// The lower estimate, in minutes.
    pub low: Minutes,
    /// The higher estimate, in minutes.
    pub high: Minutes,
}

impl Effort {
    /// The effort of a range of units that take `each` long, for instance weeks at a pace or hours.
    ///
    /// ```
    /// use waymark::planner::{Effort, Minutes, Span};
    ///
    /// let fundamentals = Effort::of(Span { low: 4, high: 8 }, Minutes::hours(10));
    /// assert_eq!(fundamentals.low, Minutes::hours(40));
    /// assert_eq!(fundamentals.high, Minutes::hours(80));
    /// ```
    pub fn of(span: Span, each: Minutes) -> Self {
        Self { low: each * span.low, high: each * span.high }
    }

    /// The middle of the range, rounded down to a whole minute.
    pub fn middle(self) -> Minutes {
        Minutes(self.low.0 + (self.high.0 - self.low.0) / 2)
    }
}

impl Add for Effort {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl Sum for Effort {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
