//! How the finish moved in the last week, and why.

use crate::text::moved as words;
use app::{Model, Moved, Outlook, Situation};

/// How far back the dates are compared with.
const DAYS_OF_A_WEEK: u64 = 7;

/// The days by which the 80% date moved, and a sentence; `None` if nothing moved it.
pub fn since_last_week(model: &Model, outlook: &Outlook) -> Option<(i64, String)> {
    let now = Situation { document: model.document(), roadmap: model.roadmap(), today: model.today() };
    let moved = Moved::since(DAYS_OF_A_WEEK, now)?;
    let finished = &outlook.forecast.remaining.finished;
    let facts = words::Facts { roadmap: model.roadmap(), finished };
    Some((moved.days(), words::since_last_week(&moved, facts)?))
}
