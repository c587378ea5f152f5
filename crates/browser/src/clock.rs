//! Local date and time.

use chrono::{NaiveDateTime, NaiveTime};
pub use gloo_timers::callback::Timeout;

use app::Instant;
use app::form::nearest_date;
use planner::Date;

/// The local time, truncated to the minute, on the date of [`today`].
pub fn now() -> NaiveDateTime {
    let now = js_sys::Date::new_0();
    let time = NaiveTime::from_hms_opt(now.get_hours(), now.get_minutes(), 0);
    nearest_date(date_of(&now)).and_time(time.unwrap_or(NaiveTime::MIN))
}

/// The local date, or the nearest one that a plan can have. It is not derived from UTC, whose date differs in many places.
pub fn today() -> Date {
    nearest_date(shown())
}

/// The local date that the clock shows, right or wrong.
///
/// [`Date::MAX`] if it is in a year that chrono cannot represent.
pub fn shown() -> Date {
    date_of(&js_sys::Date::new_0())
}

/// The instant, whatever the local clock and calendar are.
pub fn instant() -> Instant {
    Instant(js_sys::Date::now() as u64)
}

fn date_of(now: &js_sys::Date) -> Date {
    let year = i32::try_from(now.get_full_year()).ok();
    year.and_then(|year| Date::from_ymd_opt(year, now.get_month() + 1, now.get_date())).unwrap_or(Date::MAX)
}
