//! A plan in a few figures, to tell it from another one.

use super::document::Document;
use super::outlook::Outlook;
use planner::{Date, NoFinish};
use roadmap::{Minutes, NodeId, Roadmap};

/// What there is to say of a plan in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The paths on its route.
    pub paths: Vec<NodeId>,
    /// The hours of its week, once said.
    pub week: Option<Minutes>,
    /// Its first day, once said.
    pub start: Option<Date>,
    /// The date by which the learner would like to finish, if by any.
    pub target: Option<Date>,
    /// When everything is done with a chance of 8 in 10; nothing where all is done, or where questions are open.
    pub finish: Result<Option<Date>, NoFinish>,
    /// How many topics and projects are done or left out, and how many there are.
    pub done: (usize, usize),
    /// The time noted.
    pub noted: Minutes,
    /// How many dates off and other stretches there are.
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
                (paths, outlook.count_finished(&document.progress))
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
            noted: document.progress.log.entries().iter().map(|entry| entry.minutes).sum(),
            time_off: document.time_off.len() + document.stretches.len(),
        }
    }
}
