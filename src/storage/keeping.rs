//! Keeping the document in the browser's storage without ever destroying anything there.

use std::fmt;

use super::key_value::{KeyValue, StorageError};
use super::saved;
use crate::app::{Document, FileRefusal, Replaced};
use crate::planner::{RoadmapId, roadmap::Roadmap};

/// Where the document lies.
pub const MAIN_KEY: &str = "waymark.plan";

/// Where copies lie of what could not be read; a number follows, counted from 1.
const SET_ASIDE_PREFIX: &str = "waymark.set-aside.";

/// What there was when the storage was opened, and the means to save where that is safe.
#[derive(Debug)]
pub struct Opened<S> {
    /// The document that was saved, if one was and could be read.
    pub document: Option<Document>,
    /// The document that was put away, if that can still be undone.
    pub replaced: Option<Replaced>,
    /// Why what was saved could not be read, if that is so and an exact copy of it is set aside.
    pub set_aside: Option<FileRefusal>,
    /// What saves from now on, or why nothing may be written in this session.
    pub saver: Result<Saver<S>, ReadOnly>,
}

/// Why nothing may be written in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The storage cannot be read, so nobody knows what writing would destroy.
    Blocked(StorageError),
    /// What is saved cannot be read, and no copy of it could be set aside.
    CannotSetAside {
        /// Why it cannot be read.
        unreadable: FileRefusal,
        /// Why it could not be copied.
        why: SaveError,
    },
    /// What is saved was written by a newer version of the page.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// What is saved is about a roadmap that this page does not have.
    OtherRoadmap(RoadmapId),
}

/// Why something could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The storage failed, in the browser's words.
    Storage(StorageError),
    /// The storage took it but holds something else.
    NotKept,
    /// It could not be opened again, so it was not written over what was there.
    WouldNotOpen(FileRefusal),
}

impl From<StorageError> for SaveError {
    fn from(why: StorageError) -> Self {
        Self::Storage(why)
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storage(why) => why.fmt(out),
            Self::NotKept => write!(out, "the browser's storage did not keep what was written to it"),
            Self::WouldNotOpen(FileRefusal::Invalid { place, what }) => write!(out, "{place}: {what}"),
            Self::WouldNotOpen(why) => write!(out, "it could not be opened again: {why:?}"),
        }
    }
}

/// The means to save. It is handed out by [`open`] alone.
#[derive(Debug)]
pub struct Saver<S> {
    storage: S,
    roadmap: RoadmapId,
}

/// Opens what is saved.
///
/// What cannot be read is copied before anything else; if that fails, or if it belongs to a newer page or to
/// another roadmap, nothing may be written.
///
/// ```
/// use waymark::app::Document;
/// use waymark::storage::{MemoryStorage, open, shipped_roadmap};
///
/// let (roadmap, storage) = (shipped_roadmap(), MemoryStorage::default());
/// let mut document = Document::new("python".into());
/// document.agreed.insert("You like patterns".to_owned());
/// let first = open(&storage, &roadmap);
/// assert_eq!(first.document, None);
/// first.saver.unwrap().save(&document, None).unwrap();
/// assert_eq!(open(&storage, &roadmap).document, Some(document));
/// ```
pub fn open<S: KeyValue>(storage: S, roadmap: &Roadmap) -> Opened<S> {
    let roadmap = roadmap.about().id.clone();
    match read_main(&storage, &roadmap) {
        Ok(found) => Opened {
            document: found.document,
            replaced: found.replaced,
            set_aside: found.set_aside,
            saver: Ok(Saver { storage, roadmap }),
        },
        Err(why) => Opened { document: None, replaced: None, set_aside: None, saver: Err(why) },
    }
}

/// What there was where writing over it destroys nothing.
#[derive(Default)]
struct Found {
    document: Option<Document>,
    replaced: Option<Replaced>,
    set_aside: Option<FileRefusal>,
}

fn read_main(storage: &impl KeyValue, roadmap: &RoadmapId) -> Result<Found, ReadOnly> {
    let Some(text) = storage.get(MAIN_KEY).map_err(ReadOnly::Blocked)? else { return Ok(Found::default()) };
    match saved::read(&text, roadmap) {
        Ok((document, replaced)) => Ok(Found { document: Some(document), replaced, set_aside: None }),
        Err(FileRefusal::Newer { version }) => Err(ReadOnly::Newer { version }),
        Err(FileRefusal::UnknownRoadmap(id)) => Err(ReadOnly::OtherRoadmap(id)),
        Err(unreadable) => match set_aside(storage, &text) {
            Ok(()) => Ok(Found { set_aside: Some(unreadable), ..Found::default() }),
            Err(why) => Err(ReadOnly::CannotSetAside { unreadable, why }),
        },
    }
}

impl<S: KeyValue> Saver<S> {
    /// Saves the document, and the one that was put away if that can still be undone.
    ///
    /// # Errors
    ///
    /// If the storage fails or does not keep what is written to it, or if what would be written could not be
    /// opened again.
    pub fn save(&self, document: &Document, replaced: Option<&Replaced>) -> Result<(), SaveError> {
        let text = saved::write(document, replaced);
        saved::read(&text, &self.roadmap).map_err(SaveError::WouldNotOpen)?;
        put(&self.storage, MAIN_KEY, &text)
    }
}

/// Writes a text and makes sure that it is there.
fn put(storage: &impl KeyValue, key: &str, text: &str) -> Result<(), SaveError> {
    storage.set(key, text)?;
    match storage.get(key)? {
        Some(kept) if kept == text => Ok(()),
        _ => Err(SaveError::NotKept),
    }
}

/// Makes sure that there is a copy of a text, at the first key that is free.
fn set_aside(storage: &impl KeyValue, text: &str) -> Result<(), SaveError> {
    for number in 1_u32.. {
        let key = format!("{SET_ASIDE_PREFIX}{number}");
        match storage.get(&key)? {
            Some(copy) if copy == text => return Ok(()),
            Some(_) => {}
            None => return put(storage, &key, text),
        }
    }
    Err(SaveError::NotKept)
}

/// The copies of what could not be read, each with its key, so that the learner can take them away. A copy that
/// the storage does not hand out is left out.
pub fn set_aside_copies(storage: &impl KeyValue) -> Vec<(String, String)> {
    let number = |key: &str| key.strip_prefix(SET_ASIDE_PREFIX)?.parse::<u32>().ok();
    let mut keys = storage.keys().unwrap_or_default();
    keys.retain(|key| number(key).is_some());
    keys.sort_unstable_by_key(|key| number(key));
    let with_text = |key: String| {
        let text = storage.get(&key).ok()??;
        Some((key, text))
    };
    keys.into_iter().filter_map(with_text).collect()
}
