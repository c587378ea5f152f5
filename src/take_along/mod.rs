//! The plan for other programs.

mod calendar;
mod checklist;
mod plain;
mod tables;
mod tasks;

pub use calendar::{CalendarFile, calendar};
pub use checklist::checklist;
pub use tables::{log_table, plan_table};

use app::{Document, Outlook};
use planner::Date;
use roadmap::Roadmap;

/// The plan that is taken along.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    pub document: &'a Document,
    pub roadmap: &'a Roadmap,
    pub outlook: &'a Outlook,
    pub today: Date,
}
