//! Words of the timeline.

use super::{amounts, dates};
use planner::Date;

pub const TITLE: &str = "Timeline of your plan";
pub const TODAY: &str = "Today";
pub const PHASE: &str = "Phase, to 50%";
pub const PROJECT: &str = "Project, to 50%";
pub const LIKELY: &str = "To 80%";
pub const NEARLY_SURE: &str = "To 95%";
pub const TIME_OFF: &str = "Days off";
pub const IN_PROGRESS: &str = "In progress";
pub const DONE: &str = "Done";

/// The drawing's text alternative.
pub fn description(bars: usize, first: Date, last: Date) -> String {
    format!(
        "{} from {} to {}, each from its start to its 95% date. The table under “More about your plan” has the same dates.",
        amounts::count(bars, "bar"),
        dates::date(first),
        dates::date(last)
    )
}

pub fn target(date: Date) -> String {
    format!("Target {}", dates::day_short(date))
}
