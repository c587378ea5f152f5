//! Values that a document form must not have, and the checks that its parts share.

use chrono::Datelike;

use app::form::YEARS;
use app::{FileFault, FileRefusal};
use planner::Date;

/// Characters that an id, an answer or an entry may have.
pub const LONGEST_TEXT: usize = 1_000;

/// A value that a document form must not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentProblem {
    /// A JSON Pointer (RFC 6901) within the document, for instance `/answers/0/visit`.
    pointer: String,
    fault: FileFault,
}

impl DocumentProblem {
    pub fn new(pointer: impl Into<String>, fault: FileFault) -> Self {
        Self { pointer: pointer.into(), fault }
    }

    /// The refusal of a file that has the document at a JSON Pointer.
    pub fn within(self, document: &str) -> FileRefusal {
        FileRefusal::Invalid { pointer: format!("{document}{}", self.pointer), fault: self.fault }
    }
}

pub fn check_text(place: impl Into<String>, text: &str) -> Result<(), DocumentProblem> {
    check_text_within(place, text, LONGEST_TEXT)
}

pub fn check_text_within(place: impl Into<String>, text: &str, limit: usize) -> Result<(), DocumentProblem> {
    if text.chars().count() > limit {
        return Err(DocumentProblem::new(place, FileFault::TooLong { limit }));
    }
    Ok(())
}

/// A text cut to the length that can be read back.
pub fn cut(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

/// Checks a date that a learner can enter.
pub fn check_date(place: impl Into<String>, date: Date) -> Result<(), DocumentProblem> {
    check_year(place, date, YEARS)
}

/// Checks that the year of a date is within two years, both included.
pub fn check_year(
    place: impl Into<String>,
    date: Date,
    (first, last): (i32, i32),
) -> Result<(), DocumentProblem> {
    if !(first..=last).contains(&date.year()) {
        return Err(DocumentProblem::new(place, FileFault::YearOutOfRange { first, last }));
    }
    Ok(())
}

pub fn check_count<T>(place: &str, list: &[T], limit: usize) -> Result<(), DocumentProblem> {
    if list.len() > limit { Err(DocumentProblem::new(place, FileFault::TooMany { limit })) } else { Ok(()) }
}
