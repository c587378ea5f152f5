//! What both forms have in common on the way in: from text to a form of ours, or to the reason why not.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::document::DocumentForm;
use super::migrate::{Before, PRESENT, migrate};
use super::place::pointer_at;
use app::{Document, FileRefusal};
use roadmap::RoadmapId;

/// How a form says what it is.
pub struct Marking {
    /// The field that only this form has; its value is the version.
    pub field: &'static str,
    /// The newest version of the form. Up to [`PRESENT`] the versions are those of the documents.
    pub newest: u32,
    /// Where in the form there are documents, as JSON Pointers.
    pub documents: &'static [&'static str],
}

/// Where the documents of a form were, and how they have changed since.
#[derive(Default)]
pub struct Origin(Vec<(&'static str, Before)>);

/// Reads a form of any version so far.
///
/// What it is, how new it is and which roadmap it is about are found out before anything is asked of the rest:
/// a newer version may look quite different, and has to be recognised all the same.
pub fn read_form<T: DeserializeOwned>(
    text: &str,
    marking: &Marking,
    roadmap: &RoadmapId,
) -> Result<(T, Origin), FileRefusal> {
    let mut value: Value = serde_json::from_str(text).map_err(|why| not_json(&why))?;
    let version = check_version(&value, marking)?;
    for place in marking.documents {
        check_roadmap(&value, place, roadmap)?;
    }
    if version == PRESENT {
        // The text is read once more because only then a refusal can tell the line.
        let form = serde_json::from_str(text).map_err(|why| invalid(&why))?;
        return Ok((form, Origin::default()));
    }
    let origin = migrate_documents(&mut value, marking, version)?;
    value[marking.field] = PRESENT.into();
    // Written out and read again: to read a form out of a value, all of the reading would be in the program twice.
    let text = serde_json::to_string(&value).expect("what was read as JSON can be written as JSON");
    let form = serde_json::from_str(&text).map_err(|why| FileRefusal::Invalid {
        place: origin.place(&pointer_at(&text, why.column())),
        what: formats::json_problem(&why),
    })?;
    Ok((form, origin))
}

impl Origin {
    /// Reads the document of a form that is at a place.
    pub fn document(&self, form: DocumentForm, place: &str) -> Result<Document, FileRefusal> {
        Document::try_from(form).map_err(|problem| FileRefusal::Invalid {
            place: self.place(&format!("{place}{}", problem.place)),
            what: problem.fault.to_string(),
        })
    }

    /// Where in the text that was read something is that now is at a place in the form.
    fn place(&self, place: &str) -> String {
        let within = self.0.iter().find_map(|(document, before)| {
            let place = place.strip_prefix(document)?;
            Some(format!("{document}{}", before.place(place)))
        });
        within.unwrap_or_else(|| place.to_owned())
    }
}

fn migrate_documents(value: &mut Value, marking: &Marking, version: u32) -> Result<Origin, FileRefusal> {
    let mut before = Vec::new();
    for &place in marking.documents {
        let Some(document) = value.pointer_mut(place) else { continue };
        let steps = migrate(document, version).map_err(|misfit| FileRefusal::Invalid {
            place: format!("{place}{}", misfit.place),
            what: misfit.what,
        })?;
        before.push((place, steps));
    }
    Ok(Origin(before))
}

fn not_json(why: &serde_json::Error) -> FileRefusal {
    if why.is_eof() {
        return FileRefusal::CutOff;
    }
    FileRefusal::NotJson { line: why.line(), column: why.column().max(1) }
}

/// A form that reads as JSON and still is not what it should be, with the line.
pub fn invalid(why: &serde_json::Error) -> FileRefusal {
    FileRefusal::Invalid {
        place: format!("line {}, column {}", why.line(), why.column().max(1)),
        what: formats::json_problem(why),
    }
}

/// The version of a form, if it is one that can be read.
fn check_version(value: &Value, marking: &Marking) -> Result<u32, FileRefusal> {
    let version = value.as_object().and_then(|form| form.get(marking.field));
    let version = version.ok_or(FileRefusal::NotAPlan)?;
    match version.as_u64().map(|version| u32::try_from(version).unwrap_or(u32::MAX)) {
        Some(version @ 1..=PRESENT) => Ok(version),
        Some(version) if version > marking.newest => Err(FileRefusal::Newer { version }),
        // A newer version than that of the documents has an envelope, which did not fit.
        Some(version) if version > PRESENT => Err(FileRefusal::Damaged),
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
