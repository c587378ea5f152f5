//! What cannot be in a document form, and the checks that all its parts have in common.

use std::fmt;

use chrono::Datelike;

use app::form::YEARS;
use planner::Date;

/// No name, answer or entry has more characters than this.
pub const LONGEST_TEXT: usize = 1_000;

/// Something in a document form that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentProblem {
    /// Where, as a JSON Pointer (RFC 6901) into the form, for instance `/answers/0/visit`.
    pub place: String,
    /// What.
    pub fault: DocumentFault,
}

/// What cannot be in a document form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFault {
    /// A day has more than 24 hours of study.
    OverADay,
    /// Minutes are none, or more than this.
    MinutesOutOfRange { most: u32 },
    /// A span ends before it starts.
    EndsBeforeStart,
    /// A date is not after the one before in its list.
    NotAscending,
    /// A visit is not counted from 1.
    VisitZero,
    /// Neither of these fields is given, or both are.
    NotOneOf(&'static str, &'static str),
    /// It is finished and skipped.
    EndedTwice,
    /// It is neither begun nor finished nor skipped.
    NothingMarked,
    /// A list has more entries than this.
    TooMany { limit: usize },
    /// A text has more characters than this.
    TooLong { limit: usize },
    /// A year is not within these, both included.
    YearOutOfRange { first: i32, last: i32 },
    /// The same thing is said a second time.
    Repeated,
}

impl DocumentFault {
    pub fn at(self, place: impl Into<String>) -> DocumentProblem {
        DocumentProblem { place: place.into(), fault: self }
    }
}

impl fmt::Display for DocumentFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OverADay => write!(out, "a day has at most 24 hours, which are 1440 minutes"),
            Self::MinutesOutOfRange { most } => write!(out, "the minutes are not from 1 to {most}"),
            Self::EndsBeforeStart => write!(out, "the span ends before it starts"),
            Self::NotAscending => write!(out, "the date is not after the one before it in the list"),
            Self::VisitZero => write!(out, "visits are counted from 1"),
            Self::NotOneOf(one, other) => write!(out, "exactly one of `{one}` and `{other}` has to be given"),
            Self::EndedTwice => write!(out, "it is both finished and skipped"),
            Self::NothingMarked => write!(out, "it is neither begun nor finished nor skipped"),
            Self::TooMany { limit } => write!(out, "there are more than {limit} entries"),
            Self::TooLong { limit } => write!(out, "the text has more than {limit} characters"),
            Self::YearOutOfRange { first, last } => write!(out, "the year is not from {first} to {last}"),
            Self::Repeated => write!(out, "the same thing is said a second time"),
        }
    }
}

pub fn check_text(place: impl Into<String>, text: &str) -> Result<(), DocumentProblem> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(DocumentFault::TooLong { limit: LONGEST_TEXT }.at(place));
    }
    Ok(())
}

/// A text cut to what can be read back.
pub fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// Checks a date that a learner can enter.
pub fn check_date(place: impl Into<String>, date: Date) -> Result<(), DocumentProblem> {
    check_year(place, date, YEARS)
}

/// Checks that a date lies in certain years, both included.
pub fn check_year(
    place: impl Into<String>,
    date: Date,
    (first, last): (i32, i32),
) -> Result<(), DocumentProblem> {
    if !(first..=last).contains(&date.year()) {
        return Err(DocumentFault::YearOutOfRange { first, last }.at(place));
    }
    Ok(())
}

pub fn check_count<T>(place: &str, list: &[T], limit: usize) -> Result<(), DocumentProblem> {
    if list.len() > limit { Err(DocumentFault::TooMany { limit }.at(place)) } else { Ok(()) }
}
