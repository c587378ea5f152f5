//! The saved form: what lies in the browser's storage.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::document::DocumentForm;
use super::envelope::{Unwrapped, unwrap, wrap};
use super::reading::{Marking, Origin, invalid, read_form};
use app::{Backups, Change, FileRefusal, History, Moment, State, Stored};
use planner::Date;
use roadmap::RoadmapId;

/// The version of the form. Versions 1 and 2 had no envelope and one key.
pub const VERSION: u32 = 3;

const ONLY_JSON: &str = "the form has only fields that JSON can hold";

/// How many bytes the earlier states may take beside the present one.
const MOST_HISTORY_BYTES: usize = 200_000;

/// The marking of versions 1 and 2, whose documents are of the same versions.
const OLDER: Marking =
    Marking { field: "waymark_saved", newest: VERSION, documents: &["/document", "/replaced/document"] };

/// Something that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Counts the saves, over all windows.
    pub revision: u64,
    /// Who wrote, the writer of this record first, and the last revision of each that went into it.
    pub writers: Vec<Writer>,
    /// When it was saved; unknown of versions 1 and 2.
    pub saved_at: Option<Moment>,
    /// What was saved.
    pub stored: Stored,
}

/// A window in which the page was opened, and the last revision that it wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Writer {
    /// A number of its own.
    pub id: u32,
    /// The revision.
    pub revision: u64,
}

/// The form with its states: as text while writing, where their length matters.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyForm<S> {
    revision: u64,
    writers: Vec<Writer>,
    saved_at: Moment,
    document: DocumentForm,
    past: Vec<S>,
    undone: Vec<S>,
    last_export: Option<Moment>,
    reminded: Option<Date>,
    plan_inside_seen: Option<u32>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateForm {
    document: DocumentForm,
    change: String,
    saved_at: Option<Moment>,
}

/// How the kinds of changes are written down.
const CHANGES: [(Change, &str); 15] = [
    (Change::Answer, "answer"),
    (Change::Hours, "hours"),
    (Change::Dates, "dates"),
    (Change::TimeOff, "time_off"),
    (Change::Projects, "projects"),
    (Change::Progress, "progress"),
    (Change::Known, "known"),
    (Change::Note, "note"),
    (Change::Pace, "pace"),
    (Change::Baseline, "baseline"),
    (Change::Break, "break"),
    (Change::StartedOver, "started_over"),
    (Change::PlanOpened, "plan_opened"),
    (Change::BroughtBack, "brought_back"),
    (Change::OtherWindow, "other_window"),
];

/// Versions 1 and 2.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OlderForm {
    #[serde(rename = "waymark_saved")]
    _version: u32,
    document: DocumentForm,
    replaced: Option<ReplacedForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplacedForm {
    document: DocumentForm,
    by_file: bool,
}

impl Record {
    /// Whether another record went into this one, as far as that can be told: then it holds nothing new.
    pub fn covers(&self, other: &Self) -> bool {
        match other.writers.first() {
            Some(writer) => covers(&self.writers, writer),
            None => {
                let document = &other.stored.document;
                *document == self.stored.document || self.stored.history.holds(document)
            }
        }
    }
}

/// Whether a revision of a writer is among those that went into something.
pub fn covers(writers: &[Writer], writer: &Writer) -> bool {
    writers.iter().any(|known| known.id == writer.id && known.revision >= writer.revision)
}

/// Notes that what went into something else went in here too.
pub fn add_writers(writers: &mut Vec<Writer>, others: &[Writer]) {
    for other in others {
        match writers.iter_mut().find(|writer| writer.id == other.id) {
            Some(writer) => writer.revision = writer.revision.max(other.revision),
            None => writers.push(*other),
        }
    }
}

/// Writes what is saved.
pub fn write(revision: u64, writers: &[Writer], stored: &Stored, saved_at: Moment) -> String {
    let Stored { document, history, backups } = stored;
    let form = BodyForm {
        revision,
        writers: writers.to_vec(),
        saved_at,
        document: document.into(),
        past: write_states(history.past()),
        undone: write_states(history.undone()),
        last_export: backups.last_export,
        reminded: backups.reminded,
        plan_inside_seen: backups.plan_inside_seen,
    };
    wrap(&serde_json::to_string(&form).expect(ONLY_JSON))
}

/// The states that there is room for, from the nearest on. The nearest plan that gave way as a whole is always among
/// them, because nothing else holds it.
fn write_states(states: &[State]) -> Vec<Box<RawValue>> {
    let (mut texts, mut room, mut needs_replaced) = (Vec::new(), MOST_HISTORY_BYTES, true);
    for state in states.iter().rev() {
        let is_needed = needs_replaced && state.change.is_replacement();
        needs_replaced &= !is_needed;
        if !is_needed && room == 0 {
            continue;
        }
        let form = StateForm {
            document: (&*state.document).into(),
            change: name_of(state.change).to_owned(),
            saved_at: state.saved_at,
        };
        let text = to_raw_value(&form).expect(ONLY_JSON);
        let bytes = text.get().len();
        if is_needed || bytes <= room {
            texts.push(text);
        }
        room = room.saturating_sub(bytes);
    }
    texts.reverse();
    texts
}

fn name_of(change: Change) -> &'static str {
    let named = CHANGES.iter().find(|(other, _)| *other == change);
    named.map_or("answer", |(_, name)| name)
}

/// Reads what is saved, of any version so far.
pub fn read(text: &str, roadmap: &RoadmapId) -> Result<Record, FileRefusal> {
    match unwrap(text) {
        Unwrapped::Whole(body) => read_body(body, roadmap),
        Unwrapped::Damaged => Err(FileRefusal::Damaged),
        Unwrapped::Other => read_older(text, roadmap),
    }
}

fn read_body(body: &str, roadmap: &RoadmapId) -> Result<Record, FileRefusal> {
    let form: BodyForm<StateForm> = serde_json::from_str(body).map_err(|why| invalid(&why))?;
    let documents = form.past.iter().chain(&form.undone).map(|state| &state.document);
    if let Some(other) = documents.chain([&form.document]).find(|document| document.roadmap != *roadmap) {
        return Err(FileRefusal::UnknownRoadmap(other.roadmap.clone()));
    }
    let origin = Origin::default();
    let past = read_states(form.past, "/past", &origin)?;
    let history = History::new(past, read_states(form.undone, "/undone", &origin)?);
    let backups = Backups {
        last_export: form.last_export,
        reminded: form.reminded,
        plan_inside_seen: form.plan_inside_seen,
    };
    let document = origin.document(form.document, "/document")?;
    Ok(Record {
        revision: form.revision,
        writers: form.writers,
        saved_at: Some(form.saved_at),
        stored: Stored { document, history, backups },
    })
}

fn read_states(forms: Vec<StateForm>, list: &str, origin: &Origin) -> Result<Vec<State>, FileRefusal> {
    let state = |(at, form): (usize, StateForm)| {
        let document = Rc::new(origin.document(form.document, &format!("{list}/{at}/document"))?);
        let named = CHANGES.iter().find(|(_, name)| *name == form.change);
        let (change, _) = named.ok_or_else(|| FileRefusal::Invalid {
            place: format!("{list}/{at}/change"),
            what: "there is no such change".to_owned(),
        })?;
        Ok(State { document, change: *change, saved_at: form.saved_at })
    };
    forms.into_iter().enumerate().map(state).collect()
}

/// Versions 1 and 2 had the document that was put away beside the present one: the nearest state before it.
fn read_older(text: &str, roadmap: &RoadmapId) -> Result<Record, FileRefusal> {
    let (form, origin): (OlderForm, Origin) = read_form(text, &OLDER, roadmap)?;
    let document = origin.document(form.document, "/document")?;
    let mut past = Vec::new();
    if let Some(ReplacedForm { document, by_file }) = form.replaced {
        let document = Rc::new(origin.document(document, "/replaced/document")?);
        let change = if by_file { Change::PlanOpened } else { Change::StartedOver };
        past.push(State { document, change, saved_at: None });
    }
    let stored = Stored { history: History::new(past, Vec::new()), ..document.into() };
    Ok(Record { revision: 0, writers: Vec::new(), saved_at: None, stored })
}
