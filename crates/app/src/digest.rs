//! A few key figures of a plan, to compare it with another one.

use super::document::Document;
use super::outlook::Outlook;
use planner::{Date, NoFinish};
use roadmap::{Minutes, NodeId, Roadmap};

/// Key figures of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// Paths on the route.
    pub paths: Vec<NodeId>,
    /// Study time a week, once entered.
    pub week: Option<Minutes>,
    /// First day of study, once entered.
    pub start: Option<Date>,
    pub target: Option<Date>,
    /// Date by which everything is finished with a probability of 80 %; `None` if nothing is left, or while questions are
    /// open.
    pub finish: Result<Option<Date>, NoFinish>,
    /// Numbers of topics and projects finished, and in all.
    pub done: (usize, usize),
    /// Date of the last mark or log entry.
    pub last_activity: Option<Date>,
    /// Study time in the log.
    pub logged: Minutes,
    /// Number of date ranges off or with a different week.
    pub time_off: usize,
}

impl Digest {
    /// The figures of a document as of a day.
    pub fn of(document: &Document, roadmap: &Roadmap, today: Date) -> Self {
        let outlook = Outlook::of(document, roadmap, today);
        let is_whole = document.open_question(roadmap).is_none();
        let (paths, done) = match &outlook {
            Ok(outlook) => {
                let paths = outlook.plan.paths(roadmap).map(|path| path.id.clone()).collect();
                (paths, (outlook.tally.finished, outlook.tally.items))
            }
            Err(_) => Default::default(),
        };
        let last_date =
            |outlook: Outlook| outlook.forecast.finish().filter(|_| is_whole).map(|finish| finish.p80);
        Self {
            paths,
            done,
            week: document.week.map(|week| week.total()),
            start: document.start,
            target: document.target,
            finish: outlook.map(last_date),
            last_activity: document.progress.last_activity(),
            logged: document.progress.log.total(),
            time_off: document.time_off.len() + document.stretches.len(),
        }
    }
}
