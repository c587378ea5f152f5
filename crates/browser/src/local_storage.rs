//! `localStorage` as the page's key–value store.

use wasm_bindgen::prelude::*;

use super::{message_of, window};
use storage::{KeyValue, StorageError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = waymark, js_name = used)]
    fn used_in_page() -> Result<f64, JsValue>;
}

/// The size of everything in the storage, in bytes: one for each character of a Latin-1 text, two for those
/// of other texts, as in the browser with the smallest quota. `None` if the storage cannot be read.
pub fn used() -> Option<usize> {
    used_in_page().ok().map(|used| used as usize)
}

/// Each call fetches the storage again and can fail: a browser may block it at any time, and then throws on
/// access to the property. `gloo_storage` unwraps that exception, so it is called only after a probe.
pub struct LocalStorage;

impl LocalStorage {
    fn open() -> Result<web_sys::Storage, StorageError> {
        match window().local_storage() {
            Ok(Some(_)) => Ok(<gloo_storage::LocalStorage as gloo_storage::Storage>::raw()),
            Ok(None) => Err(StorageError("no storage".to_owned())),
            Err(thrown) => Err(StorageError(message_of(&thrown))),
        }
    }
}

impl KeyValue for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Self::open()?.get_item(key).map_err(|thrown| StorageError(message_of(&thrown)))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        Self::open()?.set_item(key, value).map_err(|thrown| StorageError(message_of(&thrown)))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = Self::open()?;
        let count = storage.length().map_err(|thrown| StorageError(message_of(&thrown)))?;
        (0..count)
            .filter_map(|at| storage.key(at).transpose())
            .collect::<Result<_, _>>()
            .map_err(|thrown| StorageError(message_of(&thrown)))
    }
}
