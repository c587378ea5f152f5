//! Files for other programs: a calendar, tables for spreadsheets, and checklists. The words are the caller's.

mod calendar;
mod checklist;
mod table;

pub use calendar::{Entry, write_calendar};
pub use checklist::{Line, write_checklist};
pub use table::write_table;
