//! Opens the saved plan without ever destroying data.

use std::rc::Rc;

use crate::key_value::{KeyValue, StorageError};
use crate::saver::{Saver, SeenSlots};
use crate::set_aside::set_aside;
use crate::slots::{SLOTS, SlotContents};
use app::{Document, FileRefusal, Moment, ReadOnly, SavedState};
use roadmap::{Roadmap, RoadmapId};

/// The contents of the storage when it was opened, and the saver for this session.
#[derive(Debug)]
pub struct LoadedPlan<S> {
    /// The saved state; `None` if nothing was saved or it cannot be read.
    pub stored: Option<SavedState>,
    /// The time of that save.
    pub saved_at: Option<Moment>,
    /// The reason why saved data could not be read; an exact copy of it is set aside.
    pub set_aside: Option<FileRefusal>,
    /// Saves changes, or the reason why nothing may be written in this session.
    pub saver: Result<Saver<S>, ReadOnly>,
}

/// Opens the saved plan, as the window with this id.
///
/// Takes the newest record, from a slot or from the `copy` kept elsewhere. Unreadable data is set aside
/// first. If that fails, or if a newer page wrote any of the data or it is about another roadmap, nothing may
/// be written.
///
/// ```
/// use app::{Document, SavedState};
/// use planner::Date;
/// use testkit::MemoryStorage;
/// use storage::open;
/// use roadmap::shipped_roadmap;
///
/// let (roadmap, storage) = (shipped_roadmap(), MemoryStorage::default());
/// let mut document = Document::new("python".into());
/// document.start = Date::from_ymd_opt(2027, 1, 11);
/// let stored = SavedState::from(document);
/// let noon = Date::from_ymd_opt(2027, 1, 4).unwrap().and_hms_opt(12, 0, 0).unwrap();
/// let first = open(&storage, None, &roadmap, 1);
/// assert_eq!(first.stored, None);
/// first.saver.unwrap().save(&stored, noon).unwrap();
/// assert_eq!(open(&storage, None, &roadmap, 2).stored, Some(stored));
/// ```
pub fn open<S: KeyValue>(storage: S, copy: Option<&str>, roadmap: &Roadmap, window: u32) -> LoadedPlan<S> {
    let roadmap = roadmap.about().id.clone();
    let slots = SLOTS.map(|key| get(&storage, key));
    let blocked = slots.iter().find_map(|slot| slot.as_ref().err().cloned());
    let texts = slots.map(Result::unwrap_or_default);
    let contents = match SlotContents::read(&[texts[0].as_deref(), texts[1].as_deref(), copy], &roadmap) {
        Ok(contents) => contents,
        Err(why) => return LoadedPlan { stored: None, saved_at: None, set_aside: None, saver: Err(why) },
    };
    let seen = SeenSlots { revisions: [contents.revision_at(0), contents.revision_at(1)], texts };
    let aside = match blocked {
        Some(StorageError(words)) => Err(ReadOnly::Blocked(words)),
        None => set_all_aside(&storage, &contents.unreadable),
    };
    let newest = contents.newest();
    let set_aside = aside.clone().ok().flatten();
    let saver = aside.map(|_| Saver::new(storage, roadmap, window, seen, newest.as_ref()));
    let (stored, saved_at) = newest.map(|record| (record.stored, record.saved_at)).unzip();
    LoadedPlan { stored, saved_at, set_aside, saver }
}

/// The saved plan of a roadmap that is not in use, to look at: nothing is written, and what cannot be read is no plan.
pub fn saved_plan(storage: &impl KeyValue, roadmap: &RoadmapId) -> Option<Rc<Document>> {
    let texts = SLOTS.map(|key| storage.get(key).ok().flatten());
    let contents = SlotContents::read(&[texts[0].as_deref(), texts[1].as_deref()], roadmap).ok()?;
    contents.newest().map(|record| record.stored.document)
}

/// The text at a key. A storage that lists a key but has no value for it is not trusted: that is an error.
fn get(storage: &impl KeyValue, key: &str) -> Result<Option<String>, StorageError> {
    let text = storage.get(key)?;
    let is_listed = || storage.keys().is_ok_and(|keys| keys.iter().any(|listed| listed == key));
    if text.is_none() && is_listed() {
        return Err(StorageError("a listed key has no value".to_owned()));
    }
    Ok(text)
}

/// Makes sure that unreadable texts are copied, and returns the reason why the first one is unreadable.
fn set_all_aside(
    storage: &impl KeyValue,
    unreadable: &[(String, FileRefusal)],
) -> Result<Option<FileRefusal>, ReadOnly> {
    for (text, unreadable) in unreadable {
        set_aside(storage, text)
            .map_err(|why| ReadOnly::CannotSetAside { unreadable: Box::new(unreadable.clone()), why })?;
    }
    Ok(unreadable.first().map(|(_, why)| why.clone()))
}
