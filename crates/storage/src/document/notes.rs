//! Notes and links about topics and projects.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_text, check_text_within};
use super::progress::{MOST_MARKS, ids, read_item};
use app::{FileFault, LONGEST_NOTE, MOST_LINKS, Note, Notes};
use planner::Item;
use roadmap::{Material, ProjectId, TopicId};

/// A learner's note and links about a topic or a project. Exactly one of `topic` and `project` is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Note", extend("oneOf" = [{ "required": ["topic"] }, { "required": ["project"] }]))]
pub struct NoteForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<TopicId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectId>,
    text: String,
    #[schemars(length(max = MOST_LINKS))]
    links: Vec<Material>,
}

pub fn write(notes: &Notes) -> Vec<NoteForm> {
    let form = |(item, Note { text, links }): (&Item, &Note)| {
        let (topic, project) = ids(item);
        NoteForm { topic, project, text: text.clone(), links: links.clone() }
    };
    notes.iter().map(form).collect()
}

pub fn read(forms: Vec<NoteForm>) -> Result<Notes, DocumentProblem> {
    check_count("/notes", &forms, MOST_MARKS)?;
    let mut notes = BTreeMap::new();
    for (at, NoteForm { topic, project, text, links }) in forms.into_iter().enumerate() {
        let place = format!("/notes/{at}");
        let item = read_item(&place, topic, project)?;
        check_text_within(format!("{place}/text"), &text, LONGEST_NOTE)?;
        check_count(&format!("{place}/links"), &links, MOST_LINKS)?;
        for (l, link) in links.iter().enumerate() {
            check_text(format!("{place}/links/{l}/title"), &link.title)?;
            check_text(format!("{place}/links/{l}/url"), &link.url)?;
        }
        if notes.insert(item, Note { text, links }).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(Notes::new(notes))
}
