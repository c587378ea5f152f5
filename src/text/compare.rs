//! Words for comparing paths.

use super::{amounts, dates};
use planner::Chances;
use roadmap::Effort;

pub const TITLE: &str = "Compare paths";
pub const EVEN: &str = "50% by";
pub const LIKELY: &str = "80% by";
pub const LEFT: &str = "Study time left";
pub const GUIDE_MONTHS: &str = "Job-ready (guide)";
pub const SALARY: &str = "Salary (guide)";
pub const CHOSEN: &str = "your choice";
pub const PATHS: &str = "Paths";
pub const PATH: &str = "Path";

pub fn lead(a_week: &str) -> String {
    format!(
        "How each path looks for you: {a_week} a week, minus what you already know and have done. The dates treat each as your only path, with all its phases and the projects you chose."
    )
}

pub fn after(chosen: &str) -> String {
    format!("After {chosen}")
}

/// The cost of a path as a second one: `120 hours more (14 hours less than on its own), 80% by 12 Jun 2027`.
pub fn second(effort: Effort, saved: Effort, finish: Option<Chances>) -> String {
    let adds = adds(effort, saved);
    match finish {
        Some(finish) => format!("{adds}, 80% by {}", dates::short(finish.p80)),
        None => adds,
    }
}

fn adds(effort: Effort, saved: Effort) -> String {
    let adds = format!("{} more", amounts::effort(effort));
    match saved.middle().0 {
        0 => adds,
        _ => format!("{adds} ({} less than on its own)", amounts::hours(saved.middle())),
    }
}

pub fn take(path: &str) -> String {
    format!("Switch to {path}")
}

pub const NO_LONGER: &str = "Your route has no choice between paths.";
