//! The browser's own storage.

use wasm_bindgen::prelude::*;

use super::{window, words_of};
use storage::{KeyValue, StorageError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark, js_name = used)]
    fn used_in_page() -> Result<f64, JsValue>;
}

/// How much is in the storage, whoever put it there, in letters; those of texts that are not Latin count twice, as they
/// do where there is the least room.
///
/// Nothing where the storage cannot be read.
pub fn used() -> Option<usize> {
    used_in_page().ok().map(|used| used as usize)
}

/// What the browser keeps for this page between visits.
///
/// Each call asks the window anew and can fail: a browser may block its storage at any time, and then throws
/// at the mere mention of it. `gloo_storage` unwraps that throw, so it is only called after the probe.
pub struct LocalStorage;

impl LocalStorage {
    fn open() -> Result<web_sys::Storage, StorageError> {
        match window().local_storage() {
            Ok(Some(_)) => Ok(<gloo_storage::LocalStorage as gloo_storage::Storage>::raw()),
            Ok(None) => Err(StorageError("no storage".to_owned())),
            Err(thrown) => Err(StorageError(words_of(&thrown))),
        }
    }
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Self::open()?.get_item(key).map_err(|thrown| StorageError(words_of(&thrown)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        Self::open()?.set_item(key, value).map_err(|thrown| StorageError(words_of(&thrown)))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = Self::open()?;
        let count = storage.length().map_err(|thrown| StorageError(words_of(&thrown)))?;
        (0..count)
            .filter_map(|at| storage.key(at).transpose())
            .collect::<Result<_, _>>()
            .map_err(|thrown| StorageError(words_of(&thrown)))
    }
}
