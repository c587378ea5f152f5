//! A fallible string key–value store, as `localStorage` is.

use std::fmt;

/// A fallible string key–value store.
///
/// There is no method that removes a key: nothing in this program ever should.
pub trait KeyValue {
    /// The text at a key; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Stores a text at a key, replacing one that is there.
    ///
    /// # Errors
    ///
    /// If the storage refuses it; then the text that was there is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// All keys in any order, including those of other programs.
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

/// A failure of the browser's storage, in the browser's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageError(pub String);

impl fmt::Display for StorageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
