//! Everything that is kept in the browser: the document, its history, which copies of it there are, the timer, and what
//! calendars have.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::document::Document;
use super::history::History;
use super::moment::Moment;
use super::timer::TimerState;
use planner::Date;

/// One plan as it is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedState {
    pub document: Rc<Document>,
    pub history: History,
    pub backups: Backups,
    pub timer: TimerState,
    pub calendar: CalendarEntries,
}

/// What the calendar files have that the learner downloaded: the last dates on which each entry was in one of them, by ids.
/// Those that are past are forgotten with the next file.
pub type CalendarEntries = BTreeMap<String, Date>;

impl From<Document> for SavedState {
    /// A document without history, backups or a timer.
    fn from(document: Document) -> Self {
        Self {
            document: Rc::new(document),
            history: History::default(),
            backups: Backups::default(),
            timer: TimerState::default(),
            calendar: CalendarEntries::default(),
        }
    }
}

/// Copies of the plan outside this browser's storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// Time of the last export of the plan.
    pub last_export: Option<Moment>,
    /// Date on which the learner last put the reminder off; at first, the date on which the plan began.
    pub reminded: Option<Date>,
    /// Checksum of the plan inside the page that the learner has opened or declined.
    pub plan_inside_seen: Option<u32>,
}

const DAYS_TO_REMINDER: i64 = 14;

impl Backups {
    /// Whether to remind the learner to export the plan.
    pub fn are_due(&self, today: Date) -> bool {
        let last = self.last_export.map(|at| at.date()).max(self.reminded);
        last.is_some_and(|last| (today - last).num_days() >= DAYS_TO_REMINDER)
    }

    /// The backups of two windows combined.
    pub fn with(self, other: Self) -> Self {
        let Self { last_export, reminded, plan_inside_seen } = self;
        Self {
            last_export: last_export.max(other.last_export),
            reminded: reminded.max(other.reminded),
            plan_inside_seen: other.plan_inside_seen.or(plan_inside_seen),
        }
    }
}

/// A state that another window has saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignState {
    pub saved: SavedState,
    /// Unknown for states that were never saved.
    pub saved_at: Option<Moment>,
    /// Last document that both windows had in common, if known: the base of a three-way merge.
    pub base: Option<Rc<Document>>,
}
