//! Today, by the learner's own calendar.

use crate::planner::Date;

/// The local date; never by way of UTC, which is another day for half of the world.
///
/// A clock that is set beyond all calendars shows their last day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok();
    year.and_then(|year| Date::from_ymd_opt(year, now.get_month() + 1, now.get_date())).unwrap_or(Date::MAX)
}
