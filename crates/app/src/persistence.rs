//! The state of saving.

use super::kept_file::KeptFile;
use super::moment::Moment;
use super::refusal::{ReadOnly, SaveFailure};

/// Whether the plan has reached the browser's storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing needed saving yet.
    Idle,
    Saved,
    /// The last change could not be saved; trying again may help.
    Failed(SaveFailure),
    Off(ReadOnly),
}

/// The state of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persistence {
    pub(super) saving: Saving,
    pub(super) saved_at: Option<Moment>,
    /// Result of the last write of the second copy, if there was one; an error holds the browser's own words.
    pub(super) second_copy: Option<Result<(), String>>,
    /// How full the storage is, in percent, from 80 on.
    pub(super) nearly_full: Option<usize>,
    /// The file that is kept up to date, if the learner chose one.
    pub(super) kept_file: Option<KeptFile>,
}

impl Persistence {
    /// The state after a plan was loaded.
    pub(super) fn loaded(saved_at: Option<Moment>, read_only: Option<ReadOnly>) -> Self {
        let saving = read_only.map_or(Saving::Idle, Saving::Off);
        Self { saving, saved_at, second_copy: None, nearly_full: None, kept_file: None }
    }
}

/// Capacity of `localStorage` for all pages opened from files together, in UTF-16 units: the same in Chromium, Firefox and
/// WebKitGTK, by measurement.
const STORAGE_ROOM: usize = 5 * 1024 * 1024;

/// How full the browser's storage is with `used` UTF-16 units, in percent, if that is 80 or more.
pub(super) fn nearly_full(used: usize) -> Option<usize> {
    Some(used * 100 / STORAGE_ROOM).filter(|percent| *percent >= 80)
}
