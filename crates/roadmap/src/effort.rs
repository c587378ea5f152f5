//! Study time, independent of the calendar.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// Study time in whole minutes.
///
/// ```
/// use roadmap::Minutes;
///
/// assert_eq!(Minutes::hours(2) + Minutes(30), Minutes(150));
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Minutes(pub u32);

impl Minutes {
    pub const ZERO: Self = Self(0);
    pub const DAY: Self = Self(24 * 60);

    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(60))
    }

    /// The difference, at least zero.
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

/// An uncertain effort, from `low` to `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Effort {
    pub low: Minutes,
    pub high: Minutes,
}

impl Effort {
    /// The effort of a range of units, for instance of weeks at a pace or of hours.
    ///
    /// ```
    /// use roadmap::{Effort, Minutes, Span};
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

    /// Splits the effort in proportion to weights, in whole minutes; the low and high ends each add up again.
    ///
    /// Shares are rounded down, and the first ones get the remaining minutes, one each. The width of the range is
    /// split separately from its low end, so that no share's high end is below its low one. If all weights are zero,
    /// so are the shares.
    ///
    /// ```
    /// use roadmap::{Effort, Minutes};
    ///
    /// let phase = Effort { low: Minutes(100), high: Minutes(200) };
    /// let shares = phase.shared(&[1, 1, 2]);
    /// assert_eq!(shares[2], Effort { low: Minutes(50), high: Minutes(100) });
    /// assert_eq!(shares.into_iter().sum::<Effort>(), phase);
    /// ```
    pub fn shared(self, weights: &[u32]) -> Vec<Self> {
        let lows = apportion(self.low, weights);
        let widths = apportion(self.high.less(self.low), weights);
        lows.into_iter().zip(widths).map(|(low, width)| Self { low, high: low + width }).collect()
    }

    /// The difference at both ends, at least zero.
    pub fn less(self, other: Self) -> Self {
        Self { low: self.low.less(other.low), high: self.high.less(other.high) }
    }

    /// The rest of an effort that includes another one: at least a tenth of it, and its ends in order.
    ///
    /// ```
    /// use roadmap::{Effort, Minutes};
    ///
    /// let phase = Effort { low: Minutes(600), high: Minutes(900) };
    /// let built = Effort { low: Minutes(200), high: Minutes(300) };
    /// assert_eq!(phase.without(built), Effort { low: Minutes(400), high: Minutes(600) });
    /// assert_eq!(phase.without(phase), Effort { low: Minutes(60), high: Minutes(90) });
    /// ```
    pub fn without(self, part: Self) -> Self {
        let rest = |of: Minutes, part: Minutes| of.less(part).max(Minutes(of.0.div_ceil(10)));
        let low = rest(self.low, part.low);
        Self { low, high: rest(self.high, part.high).max(low) }
    }

    /// The effort left after some time was spent: at least a tenth of it, because unfinished work always takes some
    /// more time.
    pub fn after(self, done: Minutes) -> Self {
        let left = |of: Minutes| of.less(done).max(Minutes(of.0 / 10));
        Self { low: left(self.low), high: left(self.high) }
    }
}

/// Splits minutes in proportion to weights, in whole minutes that add up again.
pub fn apportion(total: Minutes, weights: &[u32]) -> Vec<Minutes> {
    let all: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
    let share = |&weight: &u32| (u64::from(total.0) * u64::from(weight)).checked_div(all).unwrap_or(0) as u32;
    let mut shares: Vec<Minutes> = weights.iter().map(share).map(Minutes).collect();
    let mut over = total.less(shares.iter().copied().sum()).0;
    // Rounding down loses less than a minute per weight, so one pass distributes the rest.
    for (share, _) in shares.iter_mut().zip(weights).filter(|(_, weight)| **weight > 0) {
        share.0 += u32::from(over > 0);
        over = over.saturating_sub(1);
    }
    shares
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
