//! What both forms have in common on the way in: from text to a form of ours, or to the reason why not.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::document::DocumentForm;
use crate::app::{Document, FileRefusal};
use crate::planner::RoadmapId;

/// How a form says what it is.
pub struct Marking {
    /// The field that only this form has; its value is the version.
    pub field: &'static str,
    /// The version that is read.
    pub version: u32,
    /// Where in the form there are documents, as JSON Pointers.
    pub documents: &'static [&'static str],
}

/// Reads a form.
///
/// What it is, how new it is and which roadmap it is about are found out before anything is asked of the rest:
/// a newer version may look quite different, and has to be recognised all the same.
pub fn read_form<T: DeserializeOwned>(
    text: &str,
    marking: &Marking,
    roadmap: &RoadmapId,
) -> Result<T, FileRefusal> {
    let value: Value = serde_json::from_str(text).map_err(|why| not_json(&why))?;
    check_version(&value, marking)?;
    for place in marking.documents {
        check_roadmap(&value, place, roadmap)?;
    }
    // The text is read once more because only then a refusal can tell the line.
    serde_json::from_str(text).map_err(|why| FileRefusal::Invalid {
        place: format!("line {}, column {}", why.line(), why.column().max(1)),
        what: without_place(&why),
    })
}

/// Reads the document in a form; `place` is where it is.
pub fn read_document(form: DocumentForm, place: &str) -> Result<Document, FileRefusal> {
    Document::try_from(form).map_err(|problem| FileRefusal::Invalid {
        place: format!("{place}{}", problem.place),
        what: problem.fault.to_string(),
    })
}

fn not_json(why: &serde_json::Error) -> FileRefusal {
    if why.is_eof() {
        return FileRefusal::CutOff;
    }
    FileRefusal::NotJson { line: why.line(), column: why.column().max(1) }
}

fn check_version(value: &Value, marking: &Marking) -> Result<(), FileRefusal> {
    let version = value.as_object().and_then(|form| form.get(marking.field));
    let version = version.ok_or(FileRefusal::NotAPlan)?;
    match version.as_u64() {
        Some(version) if version == u64::from(marking.version) => Ok(()),
        Some(newer) if newer > u64::from(marking.version) => {
            Err(FileRefusal::Newer { version: u32::try_from(newer).unwrap_or(u32::MAX) })
        }
        _ => Err(FileRefusal::Invalid {
            place: format!("/{}", marking.field),
            what: "there is no such version".to_owned(),
        }),
    }
}

/// Checks which roadmap a document is about, if it says so.
fn check_roadmap(value: &Value, document: &str, roadmap: &RoadmapId) -> Result<(), FileRefusal> {
    let said = value.pointer(&format!("{document}/roadmap")).and_then(Value::as_str);
    match said {
        Some(other) if other != roadmap.as_str() => Err(FileRefusal::UnknownRoadmap(other.into())),
        _ => Ok(()),
    }
}

/// The words of an error, without the place that they end in.
fn without_place(why: &serde_json::Error) -> String {
    let words = why.to_string();
    let place = format!(" at line {} column {}", why.line(), why.column());
    words.strip_suffix(&place).unwrap_or(&words).to_owned()
}
