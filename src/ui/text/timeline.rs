//! Words of the timeline.

use super::{amounts, dates};
use crate::planner::Date;
use crate::ui::parts::TimelineWords;

pub fn words(rows: usize, first: Date, last: Date, target: Option<Date>) -> TimelineWords {
    TimelineWords {
        title: "Timeline of your plan".into(),
        description: format!(
            "{} from {} to {}, each from its earliest start to its latest finish. The table after it has the same dates.",
            amounts::count(rows, "bar"),
            dates::date(first),
            dates::date(last)
        )
        .into(),
        months: dates::months_short().map(Into::into),
        today: "Today".into(),
        target: target.map_or_else(String::new, |date| format!("Target {}", dates::day_short(date))).into(),
        phase: "Phase, to its earliest finish".into(),
        project: "Project, to its earliest finish".into(),
        range: "To the latest finish".into(),
        time_off: "Dates off".into(),
        in_progress: "In progress".into(),
        done: "Done".into(),
    }
}
