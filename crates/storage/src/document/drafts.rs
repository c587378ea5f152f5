//! Text typed into fields but not accepted.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_text, cut};
use crate::field_name::{field_name, field_of_name};
use app::{Drafts, FileFault};

/// More than there are fields.
pub const MOST_DRAFTS: usize = 1_000;

/// Text typed into a field but not accepted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Draft")]
pub struct DraftForm {
    /// The name of the field, for instance `hours/0` for Monday or `time-off/2/from`. A draft of a field that
    /// the page does not have is dropped.
    field: String,
    text: String,
}

/// A draft too long to be read back is cut: no field accepts anything nearly as long, and a novel pasted into
/// a date must not keep the plan from being saved.
pub fn write(drafts: &Drafts) -> Vec<DraftForm> {
    drafts.iter().map(|(&field, text)| DraftForm { field: field_name(field), text: cut(text) }).collect()
}

pub fn read(forms: Vec<DraftForm>) -> Result<Drafts, DocumentProblem> {
    check_count("/drafts", &forms, MOST_DRAFTS)?;
    let mut drafts = BTreeMap::new();
    for (at, DraftForm { field, text }) in forms.into_iter().enumerate() {
        check_text(format!("/drafts/{at}/text"), &text)?;
        let Some(field) = field_of_name(&field) else { continue };
        if drafts.insert(field, text).is_some() {
            return Err(DocumentProblem::new(format!("/drafts/{at}"), FileFault::Repeated));
        }
    }
    Ok(drafts)
}
