//! All that is kept in the browser: the document, how it was before, and which copies of it there are.

use super::document::Document;
use super::history::History;
use planner::Date;

/// A minute of the learner's own calendar and clock.
pub type Moment = chrono::NaiveDateTime;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the learner told us.
    pub document: Document,
    /// How that was before.
    pub history: History,
    /// What was done to have it elsewhere too.
    pub backups: Backups,
}

impl From<Document> for Stored {
    /// A document with nothing before it and no copies.
    fn from(document: Document) -> Self {
        Self { document, history: History::default(), backups: Backups::default() }
    }
}

/// What was done to have the plan elsewhere than in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// When the plan was last handed out as a file.
    pub last_export: Option<Moment>,
    /// When the learner was last reminded and put it off, or when the plan began.
    pub reminded: Option<Date>,
    /// The checksum of the plan inside the page that the learner has opened or declined.
    pub plan_inside_seen: Option<u32>,
}

/// So many days after the last file the learner is reminded to make another one.
const DAYS_TO_REMINDER: i64 = 14;

impl Backups {
    /// Whether it is time to remind the learner to take a copy away.
    pub fn are_due(&self, today: Date) -> bool {
        let last = self.last_export.map(|at| at.date()).max(self.reminded);
        last.is_some_and(|last| (today - last).num_days() >= DAYS_TO_REMINDER)
    }

    /// What two windows did, together.
    pub fn with(self, other: Self) -> Self {
        Self {
            last_export: self.last_export.max(other.last_export),
            reminded: self.reminded.max(other.reminded),
            plan_inside_seen: other.plan_inside_seen.or(self.plan_inside_seen),
        }
    }
}

/// The room that browsers give all pages opened from files together, in Latin letters: measured in Chromium, Firefox and
/// WebKitGTK, it is the same in all three.
const STORAGE_ROOM: usize = 5 * 1024 * 1024;

/// How full the browser's storage is, in percent, if that is 80 or more.
pub fn nearly_full(taken: usize) -> Option<usize> {
    Some(taken * 100 / STORAGE_ROOM).filter(|percent| *percent >= 80)
}

/// What another window has saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What it is.
    pub stored: Stored,
    /// When that was; unknown of older pages.
    pub saved_at: Option<Moment>,
    /// The document that both windows had before, if it is still known.
    pub base: Option<Document>,
}
