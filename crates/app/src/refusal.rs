//! Reasons why a file was not opened or a plan not saved, as data: the page has the words.

use roadmap::RoadmapId;

/// Why a file cannot be opened as a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// The browser could not read it, in the browser's own words.
    Unreadable(String),
    /// It has more bytes than a plan can have.
    TooLarge { limit: usize },
    /// It is not UTF-8, or not JSON from this line and column on; both are counted from 1.
    NotJson { line: usize, column: usize },
    /// It is JSON that stops in the middle.
    CutOff,
    /// Its length or checksum does not fit.
    Damaged,
    /// It is JSON, but from another program.
    NotAPlan,
    /// It was made by a newer version of the page.
    Newer { version: u32 },
    /// Its plan is about a roadmap that this page does not have.
    UnknownRoadmap(RoadmapId),
    /// It is a plan with a value that is not allowed, at this JSON Pointer (RFC 6901).
    Invalid { pointer: String, fault: FileFault },
}

/// What is wrong with a value in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It does not fit the form, in the JSON reader's own words.
    Misfit(String),
    /// There is no such version.
    NoSuchVersion,
    /// A day has more than 24 hours of study.
    OverADay,
    /// Minutes are zero or more than `most`.
    MinutesOutOfRange { most: u32 },
    /// A range of dates ends before it starts.
    EndsBeforeStart,
    /// A date is not after the one before it in its list.
    NotAscending,
    /// A visit is zero; the first one is 1.
    VisitZero,
    /// Neither of these fields is given, or both are.
    NotOneOf(&'static str, &'static str),
    /// A mark is both finished and skipped.
    EndedTwice,
    /// A mark is neither begun nor finished nor skipped.
    NothingMarked,
    /// A list has more than `limit` entries.
    TooMany { limit: usize },
    /// A text has more than `limit` characters.
    TooLong { limit: usize },
    /// A year is before `first` or after `last`.
    YearOutOfRange { first: i32, last: i32 },
    /// The entry repeats an earlier one.
    Repeated,
}

/// Why the storage does not hold what was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// The browser's storage failed, in the browser's own words.
    Storage(String),
    /// The storage accepted the text and then returned another one.
    NotKept,
    /// A newer version of the page has saved something in its place.
    Newer,
    /// It has more bytes than may be saved.
    TooLarge { limit: usize },
    /// The text could not be opened again, so it did not replace what was there.
    WouldNotOpen(FileRefusal),
}

/// Why nothing is written in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The storage cannot be read, in the browser's own words, so nobody knows what writing would destroy.
    Blocked(String),
    /// What is saved cannot be read, and no copy of it could be made.
    CannotSetAside {
        /// Why it cannot be read.
        unreadable: Box<FileRefusal>,
        /// Why it could not be copied.
        why: SaveFailure,
    },
    /// What is saved was written by a newer version of the page.
    Newer { version: u32 },
    /// What is saved is about a roadmap that this page does not have.
    OtherRoadmap(RoadmapId),
    /// The learner asked to start without it.
    SafeStart,
}
