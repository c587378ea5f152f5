//! Words about what the learner has reached.

use super::{amounts, dates, today};
use planner::Date;
use roadmap::Minutes;

pub const TITLE: &str = "What you’ve reached";
pub const FINISHED: &str = today::FINISHED;
pub const DONE: &str = "What you learned, and when";
pub const BUILT: &str = "What you built";
pub const SIGNS: &str = "What you can say about yourself";
pub const NEXT: &str = "What could come next";
pub const GO_ON: &str = "Continue with the rest of your plan";
pub const GUIDE: &str = "Read about signs of success and next steps";
pub const PRINT: &str = "Print this page";
pub const BACK_UP: &str = "Back up your plan";
/// A link to the page.
pub const SEE: &str = "See what you’ve done";

/// `You’re job-ready: AI/ML Path`
pub fn job_ready(path: &str) -> String {
    format!("You’re job-ready: {path}")
}

/// How long it took, and how that compares with the target.
pub fn lead(start: Date, reached: Date, target: Option<Date>) -> String {
    let took = amounts::days((reached - start).num_days().unsigned_abs());
    let took = format!("{took} after you started, on {}.", dates::date(start));
    match target.map(|target| (target - reached).num_days()) {
        Some(days @ 1..) => {
            format!("{took} That is {} before your target date.", amounts::days(days.unsigned_abs()))
        }
        Some(0) => format!("{took} That is your target date."),
        Some(_) | None => took,
    }
}

/// Names and figures: topics and projects, and the hours studied, or the hours of their estimates where none are logged.
pub fn figures(finished: usize, estimated: Minutes, logged: Minutes) -> Vec<(&'static str, String)> {
    let hours = match logged {
        Minutes::ZERO => ("Hours (guide’s estimates)", amounts::hours(estimated)),
        logged => ("Hours logged", amounts::hours(logged)),
    };
    vec![("Topics and projects finished", finished.to_string()), hours]
}

/// `Go deeper: Deep Learning`
pub fn track(title: &str) -> String {
    format!("Go deeper: {title}")
}

/// `Decide: Advanced AI/ML?`, or `Decide again: Expand to Other Domains?`
pub fn another(decision: &str, is_open: bool) -> String {
    if is_open { format!("Decide: {decision}") } else { format!("Decide again: {decision}") }
}
