//! The saved form: what lies in the browser's storage.

use serde::{Deserialize, Serialize};

use super::document::DocumentForm;
use super::migrate::PRESENT;
use super::reading::{Marking, Origin, read_form};
use crate::app::{Document, FileRefusal, Replaced};
use crate::planner::RoadmapId;

const MARKING: Marking = Marking { field: "waymark_saved", documents: &["/document", "/replaced/document"] };

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedForm {
    waymark_saved: u32,
    document: DocumentForm,
    replaced: Option<ReplacedForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplacedForm {
    document: DocumentForm,
    by_file: bool,
}

/// Writes what is saved.
pub fn write(document: &Document, replaced: Option<&Replaced>) -> String {
    let form = SavedForm {
        waymark_saved: PRESENT,
        document: document.into(),
        replaced: replaced.map(|replaced| ReplacedForm {
            document: (&replaced.document).into(),
            by_file: replaced.by_file,
        }),
    };
    serde_json::to_string(&form).expect("the form has only fields that JSON can hold")
}

/// Reads what is saved.
pub fn read(text: &str, roadmap: &RoadmapId) -> Result<(Document, Option<Replaced>), FileRefusal> {
    let (form, origin): (SavedForm, Origin) = read_form(text, &MARKING, roadmap)?;
    let document = origin.document(form.document, "/document")?;
    let replaced = match form.replaced {
        Some(ReplacedForm { document, by_file }) => {
            Some(Replaced { document: origin.document(document, "/replaced/document")?, by_file })
        }
        None => None,
    };
    Ok((document, replaced))
}
