//! What a length amounts to: minutes of study that need no pace, and calendar time that does.

use roadmap::Span;

use super::units::Unit;
use super::{Amount, Estimate};

/// Ten years of weeks of 168 hours: whatever is larger is a mistake.
const MOST_MINUTES: u64 = 520 * 168 * 60;

/// Ten years.
const MOST_WEEKS: u64 = 522;

/// Calendar time is counted in this fraction of a week, in which a hundredth of a day, a week and a month is a whole number.
const PARTS_OF_WEEK: u64 = 11_200;

/// A month is a twelfth of 365.25 days.
const PARTS_OF_MONTH: u64 = 48_700;

/// From ten hours on, a length converted from calendar time is rounded to hours; below, to quarters of an hour, because a
/// day is not one hour.
const ROUNDED_TO_HOURS_FROM: u64 = 600;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// In hundredths of a minute.
    clock: u64,
    /// In parts of a week.
    calendar: u64,
}

impl Figure {
    pub fn new(hundredths: u64, unit: Unit) -> Self {
        let clock = |minutes: u64| Self { clock: hundredths * minutes, calendar: 0 };
        let calendar = |parts: u64| Self { clock: 0, calendar: hundredths * parts };
        match unit {
            Unit::Minute => clock(1),
            Unit::Hour => clock(60),
            Unit::Day => calendar(PARTS_OF_WEEK / 700),
            Unit::Week => calendar(PARTS_OF_WEEK / 100),
            Unit::Fortnight => calendar(PARTS_OF_WEEK / 50),
            Unit::Month => calendar(PARTS_OF_MONTH / 100),
            Unit::Quarter => calendar(PARTS_OF_MONTH / 100 * 3),
            Unit::Year => calendar(PARTS_OF_MONTH / 100 * 12),
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self { clock: self.clock + other.clock, calendar: self.calendar + other.calendar }
    }

    pub fn is_clock_time(self) -> bool {
        self.calendar == 0
    }

    /// Comparable between units, at ten hours a week.
    pub fn size(self) -> u64 {
        self.at(600)
    }

    /// In parts of a minute, of which a minute has as many as a week has of its own.
    fn at(self, minutes_per_week: u64) -> u64 {
        self.clock * (PARTS_OF_WEEK / 100) + self.calendar * minutes_per_week
    }

    /// Minutes per week if it is done this often, in hundredths of times a week.
    pub fn minutes_per_week(self, every: Unit) -> u64 {
        let period = Self::new(100, every).calendar;
        (self.clock * PARTS_OF_WEEK).checked_div(period * 100).map_or(0, |whole| {
            // Rounded to the nearest minute.
            let rest = self.clock * PARTS_OF_WEEK - whole * period * 100;
            whole + u64::from(rest * 2 >= period * 100)
        })
    }

    /// Of the minutes of a week, those of so many of its days.
    pub fn share(self, minutes_per_week: u64) -> u64 {
        self.calendar * minutes_per_week / PARTS_OF_WEEK
    }

    fn whole(self, parts: u64) -> Option<u32> {
        let is_whole = self.clock == 0 && self.calendar.is_multiple_of(parts);
        if is_whole { u32::try_from(self.calendar / parts).ok() } else { None }
    }

    /// The nearest minute, or something rounder if it was converted from days, months or years.
    fn minutes_at(self, minutes_per_week: u64) -> u64 {
        let exact = self.at(minutes_per_week);
        let nearest = |minutes: u64| {
            let parts = minutes * PARTS_OF_WEEK;
            (exact + parts / 2) / parts * minutes
        };
        let are_weeks = self.calendar.is_multiple_of(PARTS_OF_WEEK / 100);
        if are_weeks || exact.is_multiple_of(PARTS_OF_WEEK) {
            nearest(1)
        } else if nearest(1) < ROUNDED_TO_HOURS_FROM {
            nearest(15).max(15)
        } else {
            nearest(60)
        }
    }
}

/// How much study a week has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// In minutes per week.
    pub low: u64,
    pub high: u64,
    /// Written beside the length, so that the length is the product of both.
    pub is_stated: bool,
}

/// The estimate for a range at a pace; `None` for nothing at all.
pub fn estimate(low: Figure, high: Figure, is_open_ended: bool, pace: Pace) -> Option<Estimate> {
    let is_reversed = low.size() > high.size();
    let (low, mut high) = if is_reversed { (high, low) } else { (low, high) };
    if is_open_ended {
        high = high.plus(high);
    }
    let needs_a_pace = !low.is_clock_time() || !high.is_clock_time();
    let is_stated = pace.is_stated && needs_a_pace;
    let span = |parts: u64| Some(Span { low: low.whole(parts)?, high: high.whole(parts)? });
    let whole = |parts: u64| span(parts).filter(|_| needs_a_pace && !is_stated);
    let weeks = whole(PARTS_OF_WEEK);
    let minutes = [low.minutes_at(pace.low), high.minutes_at(pace.high)];
    if high.at(pace.high) == 0 {
        return None;
    }
    let amount = if minutes[1] > MOST_MINUTES || high.calendar > MOST_WEEKS * PARTS_OF_WEEK {
        Amount::TooMuch
    } else if let Some(weeks) = weeks {
        Amount::Weeks(weeks)
    } else {
        Amount::Minutes(Span { low: minutes[0] as u32, high: minutes[1].max(minutes[0]) as u32 })
    };
    Some(Estimate {
        amount,
        months: whole(PARTS_OF_MONTH).filter(|_| weeks.is_none()),
        is_open_ended,
        is_reversed,
        is_converted: needs_a_pace && weeks.is_none() && !is_stated,
        is_position: false,
    })
}
