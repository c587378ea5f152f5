//! The file of the crash screen: everything that this page keeps in the browser, byte for byte.
//!
//! The page's own script writes it, without the program. It is read here in the same way as the storage.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::namespaced::slot_of;
use crate::slots::{SLOTS, SlotContents};
use app::{Document, FileRefusal, ReadOnly};
use roadmap::RoadmapId;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CrashFileForm {
    #[serde(rename = "waymark_raw")]
    version: u32,
    /// Written by the script as a date; not read.
    saved_at: Value,
    /// The texts by their keys; null where the storage could not be read.
    local_storage: Option<BTreeMap<String, String>>,
    /// The text of the second copy.
    copy: Option<String>,
}

/// The version of the form.
const VERSION: u32 = 1;

/// Writes such a file with these texts by their keys.
pub fn write(texts: BTreeMap<String, String>) -> String {
    let form =
        CrashFileForm { version: VERSION, saved_at: Value::Null, local_storage: Some(texts), copy: None };
    serde_json::to_string(&form).expect("the form has only fields that JSON can hold")
}

/// The texts by their keys in such a file; `None` if it is not such a file, or if the storage could not be read when it
/// was made.
pub fn texts(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let form: CrashFileForm = serde_json::from_str(str::from_utf8(bytes).ok()?).ok()?;
    form.local_storage.filter(|_| form.version == VERSION)
}

/// The document of the newest plan for a roadmap in such a file; `None` if it is not such a file.
pub fn read(text: &str, roadmap: &RoadmapId) -> Option<Result<Document, FileRefusal>> {
    let form: CrashFileForm = serde_json::from_str(text).ok()?;
    Some(match form.version {
        VERSION => newest(&form, roadmap),
        version => Err(FileRefusal::Newer { version }),
    })
}

fn newest(form: &CrashFileForm, roadmap: &RoadmapId) -> Result<Document, FileRefusal> {
    let text = |key: &str| form.local_storage.as_ref()?.get(key).map(String::as_str);
    // The plan for one of the learner's own roadmaps has its own slots, and the copy in the file belongs to the
    // shipped roadmap.
    let own = SLOTS.map(|slot| text(&slot_of(roadmap, slot)));
    let texts = match own {
        [None, None] => [text(SLOTS[0]), text(SLOTS[1]), form.copy.as_deref()],
        [first, second] => [first, second, None],
    };
    let mut contents = SlotContents::read(&texts, roadmap).map_err(|why| match why {
        ReadOnly::OtherRoadmap(id) => FileRefusal::UnknownRoadmap(id),
        ReadOnly::Newer { version } => FileRefusal::Newer { version },
        ReadOnly::Blocked(_) | ReadOnly::CannotSetAside { .. } | ReadOnly::SafeStart => FileRefusal::NotAPlan,
    })?;
    let unreadable = contents.unreadable.pop().map(|(_, why)| why);
    match contents.newest() {
        Some(record) => Ok(Rc::unwrap_or_clone(record.stored.document)),
        None => Err(unreadable.unwrap_or(FileRefusal::NotAPlan)),
    }
}
