//! What the crash screen hands out: everything this page keeps in the browser, as it lies there.
//!
//! The page's own script makes that file, without the program. Here it is opened again, in the way the storage itself
//! would be.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::drawer::slot_of;
use super::found::{Found, SLOTS};
use super::keeping::ReadOnly;
use app::{Document, FileRefusal};
use roadmap::RoadmapId;

/// The form of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawForm {
    #[serde(rename = "waymark_raw")]
    version: u32,
    #[serde(rename = "saved_at")]
    _saved_at: IgnoredAny,
    /// The texts by their keys; null where the storage could not be read.
    local_storage: Option<BTreeMap<String, String>>,
    /// The text of the second copy.
    copy: Option<String>,
}

/// The version of the form.
const VERSION: u32 = 1;

/// Such a file of some texts by their keys. Only texts go through the library: it writes those anyway.
pub fn write(texts: &[(String, String)]) -> String {
    let mut file = format!("{{\"waymark_raw\":{VERSION},\"saved_at\":null,\"local_storage\":{{");
    for (key, text) in texts {
        let is_first = file.ends_with('{');
        file.push_str(if is_first { "" } else { "," });
        file.push_str(&quoted(key));
        file.push(':');
        file.push_str(&quoted(text));
    }
    file.push_str("},\"copy\":null}");
    file
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("JSON can hold any text")
}

/// The texts by their keys in such a file, if they could be read when it was made; nothing if it is none.
pub fn texts(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let form: RawForm = serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    form.local_storage.filter(|_| form.version == VERSION)
}

/// The document of the newest plan in such a file; nothing if it is none.
pub fn read(text: &str, roadmap: &RoadmapId) -> Option<Result<Document, FileRefusal>> {
    let form: RawForm = serde_json::from_str(text).ok()?;
    Some(match form.version {
        VERSION => newest(&form, roadmap),
        version => Err(FileRefusal::Newer { version }),
    })
}

fn newest(form: &RawForm, roadmap: &RoadmapId) -> Result<Document, FileRefusal> {
    let text = |key: &str| form.local_storage.as_ref()?.get(key).map(String::as_str);
    // The plan for a roadmap of the learner's own lies in slots of its own, and that one is not what the copy is of.
    let own = SLOTS.map(|slot| text(&slot_of(roadmap, slot)));
    let texts = match own {
        [None, None] => [text(SLOTS[0]), text(SLOTS[1]), form.copy.as_deref()],
        [first, second] => [first, second, None],
    };
    let mut found = Found::read(&texts, roadmap).map_err(|why| match why {
        ReadOnly::OtherRoadmap(id) => FileRefusal::UnknownRoadmap(id),
        ReadOnly::Newer { version } => FileRefusal::Newer { version },
        _ => FileRefusal::NotAPlan,
    })?;
    let unreadable = found.unreadable.pop().map(|(_, why)| why);
    match found.newest() {
        Some(record) => Ok(record.stored.document),
        None => Err(unreadable.unwrap_or(FileRefusal::NotAPlan)),
    }
}
