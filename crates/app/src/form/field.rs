//! The fields of the questionnaire and of the other forms.

use super::{FieldError, Refusal};
use planner::questionnaire::Question;

/// An input of a form. Rows are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The answers to choose from on the present screen.
    Choice,
    /// Hours on a weekday, counted from Monday as 0.
    Hours(u8),
    /// First day of study.
    Start,
    /// First date of a row of time off.
    OffFrom(usize),
    /// Last date of a row of time off.
    OffTo(usize),
    /// First date of a row with a different week.
    StretchFrom(usize),
    /// Last date of such a row.
    StretchTo(usize),
    /// Hours a week in such a row.
    StretchHours(usize),
    /// Reason for such a row.
    StretchName(usize),
    /// Target date.
    Target,
    /// The most hours a week that the learner would study to meet the target date.
    MostHours,
    /// Date of a new log entry.
    LogDate,
    /// Topic or project of a new log entry.
    LogItem,
    /// Study time of a new log entry.
    LogTime,
    /// Whether a new log entry is practice.
    LogKind,
    /// Date of a log entry that is being changed.
    EditDate,
    /// Its topic or project.
    EditItem,
    /// Its study time.
    EditTime,
    /// Whether it is practice.
    EditKind,
}

/// A list of rows that can be added and removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    TimeOff,
    /// Ranges of dates with a different week.
    Stretches,
}

/// The most rows of each list: far more than any learner needs.
pub const MOST_ROWS: usize = 100;

impl Field {
    /// The question that the field belongs to.
    pub(crate) fn question(self) -> Option<Question> {
        match self {
            Self::Hours(_) => Some(Question::Hours),
            Self::Start => Some(Question::Start),
            Self::OffFrom(_)
            | Self::OffTo(_)
            | Self::StretchFrom(_)
            | Self::StretchTo(_)
            | Self::StretchHours(_)
            | Self::StretchName(_) => Some(Question::TimeOff),
            Self::Target => Some(Question::Target),
            Self::Choice
            | Self::MostHours
            | Self::LogDate
            | Self::LogItem
            | Self::LogTime
            | Self::LogKind
            | Self::EditDate
            | Self::EditItem
            | Self::EditTime
            | Self::EditKind => None,
        }
    }

    /// The list and the row that the field is in.
    pub(crate) fn row(self) -> Option<(Rows, usize)> {
        match self {
            Self::OffFrom(row) | Self::OffTo(row) => Some((Rows::TimeOff, row)),
            Self::StretchFrom(row)
            | Self::StretchTo(row)
            | Self::StretchHours(row)
            | Self::StretchName(row) => Some((Rows::Stretches, row)),
            Self::Choice
            | Self::Hours(_)
            | Self::Start
            | Self::Target
            | Self::MostHours
            | Self::LogDate
            | Self::LogItem
            | Self::LogTime
            | Self::LogKind
            | Self::EditDate
            | Self::EditItem
            | Self::EditTime
            | Self::EditKind => None,
        }
    }

    /// The same field in another row. Fields outside of rows stay as they are.
    pub(crate) fn in_row(self, row: usize) -> Self {
        match self {
            Self::OffFrom(_) => Self::OffFrom(row),
            Self::OffTo(_) => Self::OffTo(row),
            Self::StretchFrom(_) => Self::StretchFrom(row),
            Self::StretchTo(_) => Self::StretchTo(row),
            Self::StretchHours(_) => Self::StretchHours(row),
            Self::StretchName(_) => Self::StretchName(row),
            Self::Choice
            | Self::Hours(_)
            | Self::Start
            | Self::Target
            | Self::MostHours
            | Self::LogDate
            | Self::LogItem
            | Self::LogTime
            | Self::LogKind
            | Self::EditDate
            | Self::EditItem
            | Self::EditTime
            | Self::EditKind => self,
        }
    }

    pub(crate) fn refused(self, why: Refusal) -> FieldError {
        FieldError { field: self, why }
    }
}
