//! Input as a learner types it: read, checked, and refused with a reason.

mod date;
mod field;
mod hours;
mod item;
mod log_entry;
mod plain;

use chrono::Weekday;

pub use date::{nearest_date, read_date};
pub use field::{Field, MOST_ROWS, Rows};
pub use hours::{read_hours, read_week_hours, write_hours};
pub use item::{item_name, item_of_name};
pub(crate) use log_entry::kind_of;
pub use log_entry::{CHANGED_ENTRY, LEARNING, LogFields, NEW_ENTRY, PRACTICE, is_practice};
pub use plain::is_blank;

use planner::Date;
use roadmap::Minutes;

/// The days of a week in the order of their fields.
pub const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The most study time a week to meet a target date, until the learner says otherwise.
pub const USUAL_MOST: Minutes = Minutes::hours(40);

/// The first and the last year of dates that can be entered.
pub const YEARS: (i32, i32) = (2000, 2199);

/// A field whose value is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub field: Field,
    pub why: Refusal,
}

/// Why a value is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// None of the choices is selected.
    NothingChosen,
    /// It does not read as hours.
    NotHours,
    /// It is more than 24 hours.
    OverADay,
    /// It is more than 168 hours.
    OverAWeek,
    /// Every day of the week has 0 hours.
    NoHours,
    /// Hours are required.
    HoursMissing,
    /// Study time is required.
    TimeMissing,
    /// It does not read as a date.
    NotADate,
    /// A date is required.
    DateMissing,
    /// The date is after today, which is given.
    StillToCome(Date),
    /// Day and month are interchangeable: the two dates that it can be.
    AmbiguousDate { day_first: Date, month_first: Date },
    /// The month has no such day; `last` is its last one.
    NoSuchDay { year: i32, month: u32, day: u32, last: u32 },
    /// The year is outside [`YEARS`].
    YearOutOfRange,
    /// Only the other end of the range is given.
    OtherEndMissing,
    /// The range ends before its first date, which is given.
    EndsBeforeStart(Date),
    /// The target date is before the start of study, which is given.
    TargetBeforeStart(Date),
    /// The start of study is after the target date, which is given.
    StartAfterTarget(Date),
}
