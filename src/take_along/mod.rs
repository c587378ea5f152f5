//! The plan for other programs.

mod calendar;
mod plain;

pub use calendar::{CalendarFile, calendar};

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
