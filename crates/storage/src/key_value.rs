//! Storage as the browser offers it: texts by their keys, where anything can fail at any time.

use std::fmt;

/// A place that keeps texts by their keys.
///
/// There is no way to remove anything, because nothing of this program ever should.
pub trait KeyValue {
    /// The text at a key, if there is one.
    ///
    /// # Errors
    ///
    /// If the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts a text at a key, in place of one that is there.
    ///
    /// # Errors
    ///
    /// If the storage does not take it; then the text that was there is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// All keys, in any order, also those of other programs.
    ///
    /// # Errors
    ///
    /// If the storage cannot be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

impl<S: KeyValue + ?Sized> KeyValue for &S {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        (**self).set(key, value)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }
}

/// What the browser said when its storage failed, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageError(pub String);

impl fmt::Display for StorageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
