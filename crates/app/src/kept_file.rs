//! A file of the learner's that is kept up to date with the plan.

use super::moment::Moment;

/// The file that was chosen for the plan in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Its name without its folder, which browsers do not tell.
    pub name: String,
    pub state: Keeping,
}

/// Whether the file has the plan's last change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The browser lets the page write it only after the learner has agreed again.
    Waiting,
    /// It is written after each change; the last time at this moment, if it was at all since the page opened.
    UpToDate(Option<Moment>),
    /// It could not be written; the browser's words.
    Failed(String),
}

impl KeptFile {
    /// Whether the page writes the file by itself.
    pub fn is_kept(&self) -> bool {
        matches!(self.state, Keeping::UpToDate(_))
    }
}
