//! Words for what is taken along: calendar, tables and checklist.

use super::{amounts, dates, plan};
use planner::Chances;
use roadmap::{Material, Minutes};

pub const TITLE: &str = "Take it along";
pub const LEAD: &str = "Your plan in programs that you use anyway. The files are copies: download them again when your plan changes.";
pub const CALENDAR: &str = "Calendar (.ics)";
pub const CALENDAR_NOTE: &str = "The sessions of the next eight weeks, with what to do, and when each phase is likely done. Import it again after a change: events are updated, not doubled.";

// The calendar.

/// `Python: study plan`
pub fn calendar_name(roadmap: &str) -> String {
    format!("{roadmap}: study plan")
}

/// `Study 1 h 30 min: Write your first loop`
pub fn session(time: Minutes, first: Option<&str>) -> String {
    let study = format!("Study {}", amounts::time_short(time));
    first.map_or_else(|| study.clone(), |first| format!("{study}: {first}"))
}

/// `Loops: Write your first loop`
pub fn step_of(topic: &str, step: &str) -> String {
    format!("{topic}: {step}")
}

/// `The Python Tutorial: https://…`
pub fn material(material: &Material) -> String {
    format!("{}: {}", material.title, material.url)
}

pub const CALLED_OFF: &str = "No longer on your plan";
pub const WHOLE_PLAN: &str = "Your whole plan";

/// `Job-ready: AI/ML Path`
pub fn ready(path: &str) -> String {
    plan::path_ready(path)
}

/// `Likely done by 20 May 2027: Loops`
pub fn done_by(title: &str, finishes: Chances) -> String {
    format!("Likely done by {}: {title}", dates::date(finishes.p80))
}

/// `Done between 3 May 2027 (50%) and 12 June 2027 (80%).`
pub fn chances(finishes: Chances) -> String {
    format!("Likely done {}.", dates::by_chance(finishes))
}

/// `Done: Loops`
pub fn done(title: &str) -> String {
    format!("Done: {title}")
}
