//! Keeping the plan in the browser's storage without ever destroying anything there.
//!
//! There are two slots, written in turn, so that what was saved last stays until the next save has been read back.

use std::fmt;

use super::found::{Found, SLOTS};
use super::key_value::{KeyValue, StorageError};
use super::saver::Saver;
use super::set_aside::set_aside;
use app::{FileRefusal, Foreign, Moment, Stored};
use roadmap::{Roadmap, RoadmapId};

/// What there was when the storage was opened, and the means to save where that is safe.
#[derive(Debug)]
pub struct Opened<S> {
    /// What was saved, if something was and could be read.
    pub stored: Option<Stored>,
    /// When that was.
    pub saved_at: Option<Moment>,
    /// Why something there could not be read, if that is so and an exact copy of it is set aside.
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
        why: Box<SaveError>,
    },
    /// What is saved was written by a newer version of the page.
    Newer {
        /// The version of its form.
        version: u32,
    },
    /// What is saved is about a roadmap that this page does not have.
    OtherRoadmap(RoadmapId),
    /// The learner asked to start without it.
    SafeStart,
}

/// Why something could not be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The storage failed, in the browser's words.
    Storage(StorageError),
    /// The storage took it but holds something else.
    NotKept,
    /// It has more bytes than are kept.
    TooLarge {
        /// The most there may be.
        limit: usize,
    },
    /// It could not be opened again, so it was not written over what was there.
    WouldNotOpen(FileRefusal),
    /// What is there by now may not be written over.
    ReadOnly(ReadOnly),
    /// Another window has saved meanwhile; what it saved has to be taken in first.
    ChangedElsewhere(Box<Foreign>),
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
            Self::TooLarge { limit } => write!(out, "it is larger than {} kB", limit / 1000),
            Self::WouldNotOpen(FileRefusal::Invalid { place, what }) => write!(out, "{place}: {what}"),
            Self::WouldNotOpen(why) => write!(out, "it could not be opened again: {why:?}"),
            Self::ReadOnly(_) => write!(out, "what is there may not be written over"),
            Self::ChangedElsewhere(_) => write!(out, "another window has saved meanwhile"),
        }
    }
}

/// Opens what is saved, as the window with that number.
///
/// The newest record is taken, be it in a slot or the `copy` from elsewhere. What cannot be read is copied before
/// anything else; if that fails, or if something belongs to a newer page or to another roadmap, nothing may be
/// written.
///
/// ```
/// use app::{Document, Stored};
/// use planner::Date;
/// use testkit::MemoryStorage;
/// use storage::open;
/// use roadmap::shipped_roadmap;
///
/// let (roadmap, storage) = (shipped_roadmap(), MemoryStorage::default());
/// let mut document = Document::new("python".into());
/// document.agreed.insert("You like patterns".to_owned());
/// let stored = Stored::from(document);
/// let noon = Date::from_ymd_opt(2027, 1, 4).unwrap().and_hms_opt(12, 0, 0).unwrap();
/// let first = open(&storage, None, &roadmap, 1);
/// assert_eq!(first.stored, None);
/// first.saver.unwrap().save(&stored, noon).unwrap();
/// assert_eq!(open(&storage, None, &roadmap, 2).stored, Some(stored));
/// ```
pub fn open<S: KeyValue>(storage: S, copy: Option<&str>, roadmap: &Roadmap, id: u32) -> Opened<S> {
    let roadmap = roadmap.about().id.clone();
    let slots = SLOTS.map(|key| get(&storage, key));
    let blocked = slots.iter().find_map(|slot| slot.as_ref().err().cloned());
    let seen = slots.map(Result::unwrap_or_default);
    let texts = [seen[0].as_deref(), seen[1].as_deref(), copy];
    let found = match Found::read(&texts, &roadmap) {
        Ok(found) => found,
        Err(why) => return Opened { stored: None, saved_at: None, set_aside: None, saver: Err(why) },
    };
    let held = [found.revision_at(0), found.revision_at(1)];
    let kept_aside = match blocked {
        Some(why) => Err(ReadOnly::Blocked(why)),
        None => set_all_aside(&storage, &found.unreadable),
    };
    let newest = found.newest();
    let set_aside = kept_aside.clone().ok().flatten();
    let saver = kept_aside.map(|_| Saver::new(storage, roadmap, id, (seen, held), newest.as_ref()));
    let (stored, saved_at) = newest.map(|record| (record.stored, record.saved_at)).unzip();
    Opened { stored, saved_at: saved_at.flatten(), set_aside, saver }
}

/// The text at a key. A storage that lists the key but has nothing there does not say what it holds.
fn get(storage: &impl KeyValue, key: &str) -> Result<Option<String>, StorageError> {
    let text = storage.get(key)?;
    let is_listed = || storage.keys().is_ok_and(|keys| keys.iter().any(|listed| listed == key));
    if text.is_none() && is_listed() {
        return Err(StorageError("the storage does not hand out what it holds".to_owned()));
    }
    Ok(text)
}

/// Makes sure that there are copies of texts that could not be read, and says why the first could not.
fn set_all_aside(
    storage: &impl KeyValue,
    unreadable: &[(String, FileRefusal)],
) -> Result<Option<FileRefusal>, ReadOnly> {
    for (text, unreadable) in unreadable {
        set_aside(storage, text)
            .map_err(|why| ReadOnly::CannotSetAside { unreadable: unreadable.clone(), why: Box::new(why) })?;
    }
    Ok(unreadable.first().map(|(_, why)| why.clone()))
}
