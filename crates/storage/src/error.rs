//! The error of saving.

use crate::key_value::StorageError;
use app::{ForeignState, ReadOnly, SaveFailure};

/// Why something was not saved, by what has to happen next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The storage does not hold it; another try may succeed.
    Failed(SaveFailure),
    /// The present content of the storage must not be overwritten.
    ReadOnly(ReadOnly),
    /// Another window has saved meanwhile; its record has to be merged first.
    ChangedElsewhere(Box<ForeignState>),
}

impl From<SaveFailure> for SaveError {
    fn from(why: SaveFailure) -> Self {
        Self::Failed(why)
    }
}

impl From<StorageError> for SaveFailure {
    fn from(StorageError(words): StorageError) -> Self {
        Self::Storage(words)
    }
}

impl From<StorageError> for SaveError {
    fn from(why: StorageError) -> Self {
        Self::Failed(why.into())
    }
}
