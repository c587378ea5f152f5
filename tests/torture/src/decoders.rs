//! Every decoder of foreign input as a function of bytes, so that any fuzzer can call it.
//!
//! A function returns whether the bytes were opened, and panics where a decoder breaks its contract: it never
//! panics itself, and what it opens can be saved and opened again as the same.

use app::form::{read_date, read_hours, read_week_hours, write_hours};
use app::{Document, Screen};
use formats::{mermaid, open_roadmap, write_mermaid};
use planner::{Answers, Route};
use roadmap::{Minutes, Roadmap, RoadmapFile};
use storage::{SLOTS, export_plan, read_plan_file};

use crate::browser::{Browser, roadmap};
use crate::learner::monday;

/// Returns whether the bytes were opened.
pub type Decoder = fn(&[u8]) -> bool;

/// All of them by name.
pub const ALL: [(&str, Decoder); 11] = [
    ("plan file", plan_file),
    ("saved slot", saved_slot),
    ("crash file", crash_file),
    ("roadmap file", roadmap_file),
    ("flowchart text", flowchart_text),
    ("flowchart", flowchart),
    ("guide", flowchart),
    ("address", address),
    ("date", date),
    ("hours", hours),
    ("hours a week", week_hours),
];

/// A plan file that somebody opens.
pub fn plan_file(bytes: &[u8]) -> bool {
    let Ok(document) = read_plan_file(bytes, roadmap()) else { return false };
    is_kept(&document);
    true
}

/// A text in the first slot of the browser's storage.
pub fn saved_slot(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let browser = Browser::holding([(SLOTS[0], text)]);
    let tab = browser.opens();
    let Some(document) = tab.found().cloned() else {
        assert!(browser.has_text(text), "an unreadable text is gone: {text:?}");
        return false;
    };
    is_kept(&document);
    true
}

/// A file of the crash screen, opened as a plan file.
pub fn crash_file(bytes: &[u8]) -> bool {
    plan_file(bytes)
}

/// A roadmap.
pub fn roadmap_file(bytes: &[u8]) -> bool {
    let Ok(file) = serde_json::from_slice::<RoadmapFile>(bytes) else { return false };
    let Ok(roadmap) = Roadmap::new(file) else { return false };
    let route = Route::walk(&roadmap, &Answers::default());
    assert!(!route.steps.is_empty(), "a route has a start");
    true
}

/// Any text read as a flowchart: every edge has both ends, and every line number is within the text.
pub fn flowchart_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let chart = mermaid::read(text);
    let lines = text.split('\n').count();
    assert!(chart.edges.iter().all(|edge| edge.from.max(edge.to) < chart.nodes.len() && edge.line <= lines));
    assert!(chart.nodes.iter().all(|node| node.line <= lines && !node.id.as_str().is_empty()));
    assert!(chart.warnings.iter().all(|warning| (1..=lines).contains(&warning.line)));
    chart.has_header
}

/// A learner's own roadmap: it can be walked, exported and opened again as the same.
pub fn flowchart(bytes: &[u8]) -> bool {
    let Ok(opened) = open_roadmap("a guide.md", bytes) else { return false };
    let route = Route::walk(&opened.roadmap, &Answers::default());
    assert!(!route.steps.is_empty(), "a route has a start");
    let exported = serde_json::to_vec(&opened.file).expect("the form has only fields that JSON can hold");
    let again = open_roadmap("roadmap.json", &exported);
    assert_eq!(again.as_ref().map(|again| &again.file), Ok(&opened.file), "by its form");
    let written = write_mermaid(&opened.roadmap);
    let again =
        open_roadmap("map.mmd", written.as_bytes()).unwrap_or_else(|why| panic!("{why:?} of {written}"));
    let count =
        |roadmap: &Roadmap| (roadmap.nodes().len(), roadmap.edges().len(), roadmap.projects().count());
    assert_eq!(count(&again.roadmap), count(&opened.roadmap), "{written}");
    true
}

/// A URL fragment.
pub fn address(bytes: &[u8]) -> bool {
    let Some(screen) = std::str::from_utf8(bytes).ok().and_then(Screen::from_hash) else { return false };
    assert_eq!(Screen::from_hash(&screen.hash()), Some(screen));
    true
}

/// A date as typed.
pub fn date(bytes: &[u8]) -> bool {
    let Some(date) = std::str::from_utf8(bytes).ok().and_then(|text| read_date(text).ok()) else {
        return false;
    };
    assert_eq!(read_date(&date.to_string()), Ok(date));
    true
}

/// Hours of a day as typed.
pub fn hours(bytes: &[u8]) -> bool {
    let Some(time) = std::str::from_utf8(bytes).ok().and_then(|text| read_hours(text).ok()) else {
        return false;
    };
    assert!(time <= Minutes::DAY);
    assert_eq!(read_hours(&write_hours(time)), Ok(time));
    true
}

/// Hours of a week as typed.
pub fn week_hours(bytes: &[u8]) -> bool {
    let time = std::str::from_utf8(bytes).ok().and_then(|text| read_week_hours(text).ok());
    let Some(time) = time else { return false };
    assert_eq!(read_week_hours(&write_hours(time)), Ok(time));
    true
}

/// A document that was opened can be exported and opened again, and saved and loaded again.
fn is_kept(document: &Document) {
    let file = export_plan(document, roadmap(), monday());
    assert_eq!(read_plan_file(file.text.as_bytes(), roadmap()).as_ref(), Ok(document), "by a file");
    let browser = Browser::default();
    let mut tab = browser.opens();
    tab.imports(document.clone());
    assert_eq!(tab.is_saved(), Ok(()), "it could be opened, so it can be saved");
    assert_eq!(browser.opens().found(), Some(document), "by the storage");
}
