//! Words for the steps of topics and projects.

use super::{amounts, dates};
use planner::Chances;
use roadmap::{Effort, Minutes};

pub const STEPS: &str = "Steps";
pub const PROGRESS: &str = "Steps done";
pub const KNOWN: &str = "You already know this, so none of it is in your plan.";
pub const LEFT_OUT: &str = "You’re skipping this.";
pub const NOW: &str = "Now";
pub const OWN_STEP: &str = "Your own step";
pub const OWN_STEP_HINT: &str = "For example “Chapter 4”. It takes a share of the topic’s time.";
pub const ADD: &str = "Add step";
pub const RENAME: &str = "Rename";
pub const UP: &str = "Move up";
pub const DOWN: &str = "Move down";
pub const REMOVE: &str = "Remove";
pub const TITLE_MISSING: &str = "Enter a name for the step first.";

/// Label of the field in which a step is renamed.
pub fn new_name(title: &str) -> String {
    format!("New name for “{title}”")
}

/// `3 of 7 steps done`
pub fn count((done, all): (usize, usize)) -> String {
    format!("{done} of {} done", amounts::count(all, "step"))
}

/// About an open step: `about 2 hours, likely done by 12 May`
pub fn open(effort: Effort, share: f64, finishes: Option<Chances>) -> String {
    let time = format!("about {}", amounts::time(minutes(effort, share)));
    match finishes {
        None => time,
        Some(finishes) => format!("{time}, likely done by {}", dates::short(finishes.p80)),
    }
}

/// `2 h 30 min`: the time that a step takes.
pub fn time_short(effort: Effort, share: f64) -> String {
    amounts::time_short(minutes(effort, share))
}

/// The time that a step takes, in quarters of an hour: anything closer would pretend to know.
fn minutes(effort: Effort, share: f64) -> Minutes {
    let minutes = f64::from(effort.middle().0) * share;
    let quarters = (minutes / 15.0).ceil().max(1.0) as u32;
    Minutes(15 * quarters)
}
