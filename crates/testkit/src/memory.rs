//! In-memory storage.

use std::cell::RefCell;
use std::collections::BTreeMap;

use storage::{KeyValue, StorageError};

/// Storage that lasts as long as the test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStorage(RefCell<BTreeMap<String, String>>);

impl KeyValue for MemoryStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
}
