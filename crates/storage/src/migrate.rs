//! From older versions of the forms to the present one, a step at a time.
//!
//! A step changes the JSON of a document and never reads it into types of its own, so no version but the present
//! one has any. What a step does not touch is left for the present form to judge. Nothing is dropped: where something
//! stands in the way of a step, the document is refused.

use serde_json::{Map, Value, json};

/// The version of documents that is written. The plan file is counted with it.
pub const PRESENT: u32 = 2;

/// Something that could not be in the older version.
#[derive(Debug)]
pub struct Misfit {
    /// Where, as a JSON Pointer into the document.
    pub place: String,
    /// What.
    pub what: String,
}

/// What has to be known of the steps taken to say where something was before them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// How many of the marks were in the list of finished topics, if there was such a list.
    finished_topics: Option<usize>,
}

/// Brings a document of an older version to the present one.
pub fn migrate(document: &mut Value, version: u32) -> Result<Before, Misfit> {
    let mut before = Before::default();
    // What is no document at all is for the form to refuse.
    if let Some(document) = document.as_object_mut()
        && version == 1
    {
        before.finished_topics = Some(from_1_to_2(document)?);
    }
    Ok(before)
}

impl Before {
    /// Where in the document that was read something is that a step may have moved.
    pub fn place(self, place: &str) -> String {
        let moved = self.finished_topics.and_then(|topics| {
            let mark = place.strip_prefix("/marks/")?;
            let (at, field) = mark.split_at(mark.find('/').unwrap_or(mark.len()));
            let at: usize = at.parse().ok()?;
            let [(topic_list, _), (project_list, _)] = FINISHED;
            let (list, at) = if at < topics { (topic_list, at) } else { (project_list, at - topics) };
            Some(format!("/{list}/{at}{}", if field == "/finished" { "/on" } else { field }))
        });
        moved.unwrap_or_else(|| place.to_owned())
    }
}

/// The lists of version 1 of what was finished, each with the name that its entries had for what they are about.
const FINISHED: [(&str, &str); 2] = [("finished_topics", "topic"), ("finished_projects", "project")];

/// Version 1 knew only what was finished, topics and projects apart, and none of what is new in version 2. Returns
/// how many topics there were.
fn from_1_to_2(document: &mut Map<String, Value>) -> Result<usize, Misfit> {
    let [topics, projects] = FINISHED;
    let topics = take_finished(document, topics)?;
    let projects = take_finished(document, projects)?;
    let count = topics.len();
    let marks = topics.into_iter().chain(projects).collect();
    for (name, value) in [
        ("earlier_weeks", json!([])),
        ("stretches", json!([])),
        ("most_minutes_a_week", Value::Null),
        ("known_topics", json!([])),
        ("marks", Value::Array(marks)),
        ("log", json!([])),
        ("pace", json!("own")),
        ("baseline", Value::Null),
    ] {
        if document.insert(name.to_owned(), value).is_some() {
            let what = format!("version 1 has no field `{name}`");
            return Err(Misfit { place: format!("/{name}"), what });
        }
    }
    Ok(count)
}

/// Takes a list of what was finished out of a document, as marks.
fn take_finished(
    document: &mut Map<String, Value>,
    (list, kind): (&str, &str),
) -> Result<Vec<Value>, Misfit> {
    let misfit = |place: String, what: String| Misfit { place, what };
    let entries = match document.remove(list) {
        Some(Value::Array(entries)) => entries,
        Some(_) => return Err(misfit(format!("/{list}"), "it is not a list".to_owned())),
        None => return Err(misfit(String::new(), format!("missing field `{list}`"))),
    };
    let entry = |(at, entry): (usize, Value)| {
        let what = || format!("the entry has other fields than `{kind}` and `on`");
        mark(entry, kind).ok_or_else(|| misfit(format!("/{list}/{at}"), what()))
    };
    entries.into_iter().enumerate().map(entry).collect()
}

/// The mark for an entry of something finished; nothing if it is no such entry.
fn mark(entry: Value, kind: &str) -> Option<Value> {
    let Value::Object(mut entry) = entry else { return None };
    let (item, finished) = (entry.remove(kind)?, entry.remove("on")?);
    let mark = [(kind, item), ("started", Value::Null), ("finished", finished), ("skipped", Value::Null)];
    let mark = mark.into_iter().map(|(name, value)| (name.to_owned(), value));
    entry.is_empty().then(|| Value::Object(mark.collect()))
}
