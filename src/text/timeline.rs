//! Words of the timeline.

use super::{amounts, dates};
use crate::parts::TimelineWords;
use planner::Date;

pub fn words(rows: usize, first: Date, last: Date, target: Option<Date>) -> TimelineWords {
    TimelineWords {
        title: "Timeline of your plan".into(),
        description: format!(
            "{} from {} to {}, each from its likely start to the date it is finished by with 95 in 100. The table after it has the same dates.",
            amounts::count(rows, "bar"),
            dates::date(first),
            dates::date(last)
        )
        .into(),
        months: dates::months_short().map(Into::into),
        today: "Today".into(),
        target: target.map_or_else(String::new, |date| format!("Target {}", dates::day_short(date))).into(),
        phase: "Phase, to an even chance".into(),
        project: "Project, to an even chance".into(),
        likely: "To 8 in 10".into(),
        nearly_sure: "To 95 in 100".into(),
        time_off: "Dates off".into(),
        in_progress: "In progress".into(),
        done: "Done".into(),
    }
}
