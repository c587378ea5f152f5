//! Reads forms of any version from JSON, or gives the reason why not.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::migrate::Migrations;
use app::{FileFault, FileRefusal};

/// Reads any JSON.
pub fn parse(text: &str) -> Result<Value, FileRefusal> {
    serde_json::from_str(text).map_err(|why| match why.is_eof() {
        true => FileRefusal::CutOff,
        false => FileRefusal::NotJson { line: why.line(), column: why.column().max(1) },
    })
}

/// The version in a field of a form, if it can be read. Nothing else of the form is checked: a newer
/// version may look quite different and still has to be recognized.
pub fn check_version(form: &Value, field: &str, migrations: &Migrations) -> Result<u32, FileRefusal> {
    let version = form.as_object().and_then(|form| form.get(field)).ok_or(FileRefusal::NotAPlan)?;
    match version.as_u64().map(|version| u32::try_from(version).unwrap_or(u32::MAX)) {
        Some(version) if migrations.versions().contains(&version) => Ok(version),
        Some(version) if version > migrations.newest() => Err(FileRefusal::Newer { version }),
        _ => Err(FileRefusal::Invalid { pointer: format!("/{field}"), fault: FileFault::NoSuchVersion }),
    }
}

/// Reads a form from JSON of a supported version.
pub fn read_form<T: DeserializeOwned>(
    text: &str,
    version: u32,
    migrations: &Migrations,
) -> Result<T, FileRefusal> {
    if version == migrations.newest() {
        // Not through a `Value`, which would silently drop all but the last of repeated fields.
        return fit(text);
    }
    // Through text again: with a second kind of deserializer the page would hold the code of every form twice.
    fit(&migrations.apply(version, parse(text)?).to_string())
}

/// Reads a form of the newest version.
pub fn fit<T: DeserializeOwned>(json: &str) -> Result<T, FileRefusal> {
    let mut json = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut json).map_err(|why| FileRefusal::Invalid {
        pointer: pointer(why.path()),
        fault: FileFault::Misfit(formats::json_problem(why.inner())),
    })
}

/// A path as a JSON Pointer (RFC 6901).
fn pointer(path: &Path) -> String {
    let segment = |segment: &Segment| match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } | Segment::Enum { variant: key } => {
            format!("/{}", key.replace('~', "~0").replace('/', "~1"))
        }
        Segment::Unknown => "/?".to_owned(),
    };
    path.iter().map(segment).collect()
}
