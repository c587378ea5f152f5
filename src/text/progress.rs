//! Words of the progress screen: pace, log, baseline, burn-up chart.

use super::{amounts, chances, dates};
use chrono::Datelike;
use planner::{Date, LogEntry, LogMonth, LogWeek, PaceChoice, Shares};
use roadmap::Minutes;

pub const TITLE: &str = "Progress";

// Pace.

pub const PACE: &str = "Your pace";
pub const PACE_CHOICE: &str = "What the dates are based on";
pub const OWN: &str = "My own pace so far";
pub const OWN_HINT: &str = "Your finished work, with a margin for what isn’t known yet.";
pub const RANGES_ONLY: &str = "The guide’s estimates only";
pub const RANGES_HINT: &str = "Assumes they fit you exactly, so the dates look more certain than they are.";

/// The observed pace. `middle` is its median: time taken as a multiple of the middle of the guide's ranges.
pub fn pace(choice: PaceChoice, finished: usize, middle: f64) -> String {
    if finished == 0 {
        return "Your pace isn’t known yet: finish a step first. Until then, the dates assume the guide’s ranges, with room for you to be faster or slower.".to_owned();
    }
    let percent = ((middle - 1.0) * 100.0).round() as i64;
    let than = match percent {
        -2..=2 => "about as long as the guide’s midpoint".to_owned(),
        ..-2 => format!("about {}% less time than the guide’s midpoint", -percent),
        _ => format!("about {percent}% longer than the guide’s midpoint"),
    };
    let evidence = chances::evidence(finished);
    match choice {
        PaceChoice::Own => format!("The rest will probably take you {than} (based on {evidence})."),
        PaceChoice::RangesOnly => {
            format!(
                "The rest would probably take you {than} (based on {evidence}), but you chose the guide’s estimates only."
            )
        }
    }
}

// Log.

pub const LOG: &str = "Study log";
pub const LOG_HINT: &str = "Logging your time is optional. If you do, your pace is worked out from it; if not, from the days between completions.";
pub const LOG_DATE: &str = "Date";
pub const LOG_ITEM: &str = "What you worked on";
pub const LOG_TIME: &str = "Time spent";
pub const LOG_TIME_HINT: &str = "For example 1:30 or 45 min.";
pub const PRACTICE: &str = "Building: exercises or project work";
/// Beside an entry of practice.
pub const WAS_PRACTICE: &str = " · building";
pub const CHOOSE_ITEM: &str = "Choose a topic or project";
pub const ADD_ENTRY: &str = "Log time";
pub const EDIT: &str = "Edit";
pub const REMOVE: &str = "Remove";
pub const SAVE_ENTRY: &str = "Save";
pub const CANCEL: &str = "Cancel";
pub const THIS_WEEK: &str = "This week";
pub const LAST_WEEK: &str = "Last week";

/// The split between learning and building in percent, and the guide's advice if it gives any.
pub fn shares(shares: Shares, building: u32, advised: Option<u32>) -> String {
    let split = |building: u32| format!("{}% learning and {building}% building", 100 - building);
    let logged =
        format!("{} in total: {}.", amounts::time(shares.learning + shares.building), split(building));
    match advised {
        Some(advised) => format!("{logged} The guide recommends {}.", split(advised)),
        None => logged,
    }
}

pub fn log_entry(entry: &LogEntry, title: &str) -> String {
    format!("{}: {}, {}", dates::short(entry.on), title, amounts::time_short(entry.minutes))
}

/// Said below the form after an entry was added.
pub fn logged(entry: &str) -> String {
    format!("Logged: {entry}.")
}

pub fn edit(entry: &str) -> String {
    format!("{EDIT} {entry}")
}

/// Accessible name of the form in which an entry is changed.
pub fn editing(entry: &str) -> String {
    format!("Change {entry}")
}

pub fn remove(entry: &str) -> String {
    format!("{REMOVE} {entry}")
}

pub fn this_month(today: Date, time: Minutes) -> String {
    format!("{} so far: {}.", dates::month(today), amounts::time(time))
}

/// Names a week with entries, or the part of it that is in one month.
pub fn log_week(week: &LogWeek, today: Date) -> String {
    let days_ago = (today - week.from).num_days();
    let is_whole = (week.to - week.from).num_days() == 6;
    match days_ago {
        0..=6 if is_whole => THIS_WEEK.to_owned(),
        7..=13 if is_whole => LAST_WEEK.to_owned(),
        _ => dates::days(week.from, week.to, today),
    }
}

/// Names a month with entries that are not in the latest weeks.
pub fn log_month(month: &LogMonth) -> String {
    let name = format!("{} {}", dates::month(month.first), month.first.year());
    let time = amounts::time_short(month.time);
    if month.time == month.whole_time {
        return format!("{name}: {time}");
    }
    format!("Earlier in {name}: {time} of {} in total", amounts::time_short(month.whole_time))
}

// Baseline.

pub const BASELINE: &str = "Compared with your baseline";
pub const BASELINE_WHAT: &str = "A baseline saves today’s dates so that you can see later how they moved.";
pub const FREEZE: &str = "Save today’s dates as my baseline";
pub const FREEZE_AGAIN: &str = "Replace with today’s dates";
pub const DROP: &str = "Remove the baseline";
pub const BASELINE_TABLE: &str = "50% dates, then and now";
pub const COLUMN_WORK: &str = "What";
pub const COLUMN_THEN: &str = "Baseline";
pub const COLUMN_NOW: &str = "Now";
pub const COLUMN_MOVED: &str = "Moved by";
pub const NOT_THEN: &str = "not in the plan then";

pub fn frozen_on(on: Date) -> String {
    format!("Your baseline is from {}.", dates::date(on))
}

/// The movement of a date, in words that blame nobody.
pub fn moved(days: i64) -> String {
    let distance = amounts::count(days.unsigned_abs() as usize, "day");
    match days {
        0 => "unchanged".to_owned(),
        1.. => format!("{distance} later"),
        _ => format!("{distance} earlier"),
    }
}

// Burn-up.

pub const BURN_UP: &str = "Progress over time";
pub const STUDY_OVER_TIME: &str = "Study done over time";
pub const KEY_BASELINE: &str = "Your baseline";
pub const KEY_EVEN: &str = "50%";
pub const KEY_LIKELY: &str = "80%";
pub const KEY_NEARLY_SURE: &str = "95%";

pub fn effort_done(done: Minutes) -> String {
    format!("Done: {}", amounts::hours(done))
}

/// What the height of the chart stands for.
pub fn height(total: Minutes) -> String {
    format!("From 0 at the bottom to {} at the top.", amounts::hours(total))
}

pub fn effort_total(total: Minutes) -> String {
    format!("Total: {}", amounts::hours(total))
}

pub fn burn_up(done: Minutes, total: Minutes, has_baseline: bool) -> String {
    format!(
        "{STUDY_OVER_TIME}: {} of {} so far, then the dates for the rest, from 50% to 95%{}.",
        amounts::hours(done),
        amounts::hours(total),
        if has_baseline { ", next to those of your baseline" } else { "" }
    )
}
