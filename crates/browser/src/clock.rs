//! Today, by the learner's own calendar.

use chrono::{NaiveDateTime, NaiveTime};
pub use gloo_timers::callback::Timeout;

use planner::Date;

/// The local date and time of day, to the minute.
pub fn now() -> NaiveDateTime {
    let now = js_sys::Date::new_0();
    let time = NaiveTime::from_hms_opt(now.get_hours(), now.get_minutes(), 0);
    date_of(&now).and_time(time.unwrap_or(NaiveTime::MIN))
}

/// The local date; never by way of UTC, which is another day for half of the world.
///
/// A clock that is set beyond all calendars shows their last day.
pub fn today() -> Date {
    date_of(&js_sys::Date::new_0())
}

fn date_of(now: &js_sys::Date) -> Date {
    let year = i32::try_from(now.get_full_year()).ok();
    year.and_then(|year| Date::from_ymd_opt(year, now.get_month() + 1, now.get_date())).unwrap_or(Date::MAX)
}
