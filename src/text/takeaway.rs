//! Words for what is taken along: calendar, tables and checklist.

use super::{amounts, dates, plan};
use planner::{Chances, Date};
use roadmap::{Material, Minutes};

pub const TITLE: &str = "Use your plan in other apps";
pub const LEAD: &str = "Your plan in the apps you use every day. These files are copies, so download them again when your plan changes.";
pub const CALENDAR: &str = "Calendar (.ics)";
pub const CALENDAR_NOTE: &str = "Your study sessions for the next eight weeks, what to do in them, and when each phase is likely to be done. After a change, import the new file into the same calendar: events are updated, never duplicated.";
pub const BEGINS: &str = "Set when your sessions start";
pub const BEGINS_NOTE: &str =
    "Optional. On days without a time, sessions are all-day events in the calendar file.";
pub const TABLE: &str = "Spreadsheet (.csv)";
pub const TABLE_NOTE: &str = "Every step of your plan with its time and dates.";
pub const LOG: &str = "Study log (.csv)";
pub const LOG_NOTE: &str = "Every entry of your study log.";
pub const NO_LOG: &str = "Your study log is empty.";
pub const CHECKLIST: &str = "Markdown (.md)";
pub const CHECKLIST_NOTE: &str = "Your plan as a checklist with dates, for notes and wikis.";

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

pub const CALLED_OFF: &str = "No longer in your plan";
pub const WHOLE_PLAN: &str = "your whole plan";

/// `Job-ready: AI/ML Path`
pub fn ready(path: &str) -> String {
    plan::path_ready(path)
}

/// `Likely done by today: Loops`
pub fn done_by(title: &str) -> String {
    format!("Likely done by today: {title}")
}

/// `Likely done between 3 May 2027 (50%) and 12 June 2027 (80%).`
pub fn chances(finishes: Chances) -> String {
    format!("Likely done {}.", dates::by_chance(finishes))
}

/// `Done: Loops`
pub fn done(title: &str) -> String {
    format!("Done: {title}")
}

// The tables.

pub const PLAN_COLUMNS: [&str; 10] = [
    "Path",
    "Phase or project",
    "Topic",
    "Step",
    "Minutes",
    "Status",
    "Status since",
    "50% by",
    "80% by",
    "95% by",
];
pub const LOG_COLUMNS: [&str; 4] = ["Date", "Topic or project", "Kind", "Minutes"];
pub const DONE: &str = "Done";
pub const SKIPPED: &str = "Skipped";
pub const OPEN: &str = "To do";
pub const LEARNING: &str = "Learning";
pub const BUILDING: &str = "Building";

// The checklist.

/// `Python: your plan`
pub fn checklist_title(roadmap: &str) -> String {
    format!("{roadmap}: your plan")
}

/// `As of 4 January 2027. Likely done between 3 May 2027 (50%) and 12 June 2027 (80%).`
pub fn as_of(today: Date, finish: Option<Chances>) -> String {
    let as_of = format!("As of {}.", dates::date(today));
    finish.map_or_else(|| as_of.clone(), |finish| format!("{as_of} {}", chances(finish)))
}

/// `Loops (done by 20 May 2027)`
pub fn with_date(title: &str, date: &str) -> String {
    format!("{title} ({date})")
}

/// `likely done by 20 May 2027`
pub fn by(finishes: Chances) -> String {
    format!("likely done by {}", dates::date(finishes.p80))
}

pub fn done_on(on: Date) -> String {
    format!("done on {}", dates::date(on))
}

pub fn skipped_on(on: Date) -> String {
    format!("skipped on {}", dates::date(on))
}
