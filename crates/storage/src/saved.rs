//! The saved form: a record in one of the browser's slots.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::document::DocumentForm;
use crate::envelope::{unwrap, wrap};
use crate::migrate::Migrations;
use crate::reading::read_form;
use crate::timer::TimerForm;
use app::{
    Backups, CalendarEntries, Change, Document, FileRefusal, History, Moment, ReadRoadmap, SavedState, State,
};
use planner::Date;
use roadmap::{Corrections, RoadmapFile, RoadmapId};

const MIGRATIONS: Migrations = Migrations { oldest: 1, steps: &[] };

const ONLY_JSON: &str = "the form has only fields that JSON can hold";

/// Bytes that each list of earlier or undone states may take.
const MOST_HISTORY_BYTES: usize = 200_000;

/// Something that was saved, with its version vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedRecord {
    /// Counts the saves over all windows.
    pub revision: u64,
    /// The version vector: the last revision of each window that was merged into this record, its own writer
    /// first.
    pub writers: Vec<Writer>,
    pub saved_at: Moment,
    pub stored: SavedState,
}

/// A window in which the page was opened, and the last revision that it wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Writer {
    /// The random id of the window.
    pub id: u32,
    pub revision: u64,
}

/// The body of an envelope. States are raw JSON while writing, where their length matters.
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
    #[serde(default, skip_serializing_if = "TimerForm::is_untouched")]
    timer: TimerForm,
    #[serde(default, skip_serializing_if = "CalendarEntries::is_empty")]
    calendar: CalendarEntries,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateForm {
    document: DocumentForm,
    change: ChangeForm,
    saved_at: Option<Moment>,
    /// The roadmap as it was, if the change was one of the roadmap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    roadmap: Option<RoadmapFile>,
    /// What the learner had corrected in it.
    #[serde(default, skip_serializing_if = "Corrections::is_empty")]
    corrections: Corrections,
}

/// Defines the stored form of a change, with the stored name of each kind and the conversions in both
/// directions.
macro_rules! change_form {
    ($($change:ident = $name:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        enum ChangeForm { $(#[serde(rename = $name)] $change),+ }

        impl From<Change> for ChangeForm {
            fn from(change: Change) -> Self {
                match change { $(Change::$change => Self::$change),+ }
            }
        }

        impl From<ChangeForm> for Change {
            fn from(change: ChangeForm) -> Self {
                match change { $(ChangeForm::$change => Self::$change),+ }
            }
        }
    };
}

change_form! {
    Answer = "answer",
    Hours = "hours",
    Dates = "dates",
    TimeOff = "time_off",
    Projects = "projects",
    Progress = "progress",
    Known = "known",
    Quiz = "quiz",
    Steps = "steps",
    Notes = "notes",
    Signs = "signs",
    Pitfall = "pitfall",
    Session = "session",
    Review = "review",
    Log = "log",
    LogEntryChanged = "log_entry_changed",
    LogEntryRemoved = "log_entry_removed",
    Pace = "pace",
    Baseline = "baseline",
    Break = "break",
    Roadmap = "roadmap",
    StartedOver = "started_over",
    PlanOpened = "plan_opened",
    BroughtBack = "brought_back",
    OtherWindow = "other_window",
}

impl SavedRecord {
    /// Whether another record was merged into this one, so that it holds nothing new.
    pub fn covers(&self, other: &Self) -> bool {
        other.writers.first().is_some_and(|writer| covers(&self.writers, writer))
    }
}

/// Whether a version vector includes a revision of a writer.
pub fn covers(writers: &[Writer], writer: &Writer) -> bool {
    writers.iter().any(|known| known.id == writer.id && known.revision >= writer.revision)
}

/// Merges another version vector into one.
pub fn add_writers(writers: &mut Vec<Writer>, others: &[Writer]) {
    for other in others {
        match writers.iter_mut().find(|writer| writer.id == other.id) {
            Some(writer) => writer.revision = writer.revision.max(other.revision),
            None => writers.push(*other),
        }
    }
}

/// Writes a record.
pub fn write(revision: u64, writers: &[Writer], stored: &SavedState, saved_at: Moment) -> String {
    let SavedState { document, history, backups, timer, calendar } = stored;
    let Backups { last_export, reminded, plan_inside_seen } = *backups;
    let form = BodyForm {
        revision,
        writers: writers.to_vec(),
        saved_at,
        document: document.as_ref().into(),
        past: write_states(history.past()),
        undone: write_states(history.undone()),
        last_export,
        reminded,
        plan_inside_seen,
        timer: timer.into(),
        calendar: calendar.clone(),
    };
    wrap(MIGRATIONS.newest(), &to_raw_value(&form).expect(ONLY_JSON))
}

/// The nearest states that fit into the limit. The nearest plan that was replaced as a whole is always among
/// them, because nothing else holds it.
fn write_states(states: &[State]) -> Vec<Box<RawValue>> {
    let (mut texts, mut room, mut needs_replaced) = (Vec::new(), MOST_HISTORY_BYTES, true);
    for State { document, change, saved_at, roadmap } in states.iter().rev() {
        let is_needed = needs_replaced && change.is_replacement();
        needs_replaced &= !is_needed;
        if !is_needed && room == 0 {
            continue;
        }
        let form = StateForm {
            document: (&**document).into(),
            change: (*change).into(),
            saved_at: *saved_at,
            roadmap: roadmap.as_ref().map(|read| RoadmapFile::clone(&read.file)),
            corrections: roadmap
                .as_ref()
                .map(|read| Corrections::clone(&read.corrections))
                .unwrap_or_default(),
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

/// Reads a record of any version.
pub fn read(text: &str, roadmap: &RoadmapId) -> Result<SavedRecord, FileRefusal> {
    read_with(text, roadmap, &MIGRATIONS)
}

fn read_with(text: &str, roadmap: &RoadmapId, migrations: &Migrations) -> Result<SavedRecord, FileRefusal> {
    let (version, body) = unwrap(text, migrations)?;
    let form: BodyForm<StateForm> = read_form(body, version, migrations)?;
    let documents = form.past.iter().chain(&form.undone).map(|state| &state.document);
    if let Some(other) = documents.chain([&form.document]).find(|document| document.roadmap != *roadmap) {
        return Err(FileRefusal::UnknownRoadmap(other.roadmap.clone()));
    }
    let BodyForm {
        revision,
        writers,
        saved_at,
        document,
        past,
        undone,
        last_export,
        reminded,
        plan_inside_seen,
        timer,
        calendar,
    } = form;
    let backups = Backups { last_export, reminded, plan_inside_seen };
    let history = History::new(read_states(past, "/past")?, read_states(undone, "/undone")?);
    let document = document.read("/document")?;
    let timer = timer.read().map_err(|problem| problem.within("/timer"))?;
    Ok(SavedRecord {
        revision,
        writers,
        saved_at,
        stored: SavedState { document: Rc::new(document), history, backups, timer, calendar },
    })
}

fn read_states(forms: Vec<StateForm>, list: &str) -> Result<Vec<State>, FileRefusal> {
    let state = |(at, StateForm { document, change, saved_at, roadmap, corrections }): (usize, StateForm)| {
        let document: Document = document.read(&format!("{list}/{at}/document"))?;
        let corrections = Rc::new(corrections);
        let roadmap = roadmap.map(|file| ReadRoadmap { file: Rc::new(file), corrections });
        Ok(State { document: Rc::new(document), change: change.into(), saved_at, roadmap })
    };
    forms.into_iter().enumerate().map(state).collect()
}

#[cfg(test)]
mod tests {
    use super::{MIGRATIONS, read, read_with, write};
    use crate::envelope::{unwrap, wrap};
    use crate::migrate::Migrations;
    use app::{Change, Document, FileRefusal, History, Moment, SavedState, State};
    use planner::Date;
    use serde_json::value::to_raw_value;
    use serde_json::{Value, json};

    /// Versions with a made-up one before the first: its documents had no pace and called the start `begin`.
    const WITH_VERSION_0: Migrations = Migrations { oldest: 0, steps: &[from_0_to_1] };

    fn from_0_to_1(mut body: Value) -> Value {
        document_from_0_to_1(&mut body["document"]);
        for list in ["past", "undone"] {
            let states = body[list].as_array_mut().into_iter().flatten();
            states.for_each(|state| document_from_0_to_1(&mut state["document"]));
        }
        body
    }

    fn document_from_0_to_1(document: &mut Value) {
        if let Some(document) = document.as_object_mut() {
            let begin = document.remove("begin");
            document.extend(begin.map(|begin| ("start".to_owned(), begin)));
            document.insert("pace".to_owned(), "own".into());
        }
    }

    /// The same text as version 0 would have saved it.
    fn of_version_0(text: &str) -> String {
        let (_, body) = unwrap(text, &MIGRATIONS).unwrap();
        let mut body: Value = serde_json::from_str(body).unwrap();
        let back = |document: &mut Value| {
            let document = document.as_object_mut().unwrap();
            let start = document.remove("start").unwrap();
            document.insert("begin".to_owned(), start);
            document.remove("pace").unwrap();
        };
        back(&mut body["document"]);
        for list in ["past", "undone"] {
            body[list].as_array_mut().unwrap().iter_mut().for_each(|state| back(&mut state["document"]));
        }
        wrap(0, &to_raw_value(&body).unwrap())
    }

    fn january(day: u32) -> Date {
        Date::from_ymd_opt(2027, 1, day).unwrap()
    }

    fn noon() -> Moment {
        january(4).and_hms_opt(12, 0, 0).unwrap()
    }

    /// A plan with an earlier and an undone state.
    fn stored() -> SavedState {
        let document = |day| Document { start: Some(january(day)), ..Document::new("python".into()) };
        let state = |day| State {
            document: document(day).into(),
            change: Change::Dates,
            saved_at: Some(noon()),
            roadmap: None,
        };
        let history = History::new(vec![state(5), state(6)], vec![state(8)]);
        SavedState { history, ..document(7).into() }
    }

    #[test]
    fn a_record_of_an_older_version_opens_by_its_steps() {
        let text = write(3, &[], &stored(), noon());
        let record = read(&text, &"python".into()).unwrap();
        let older = of_version_0(&text);
        assert_eq!(read_with(&older, &"python".into(), &WITH_VERSION_0), Ok(record));
    }

    #[test]
    fn a_damaged_record_of_an_older_version_is_found_out() {
        let older = of_version_0(&write(3, &[], &stored(), noon()));
        for damaged in [older.replacen("2027", "2028", 1), older.replacen(r#"_saved":0"#, r#"_saved":1"#, 1)]
        {
            assert_ne!(damaged, older);
            assert_eq!(read_with(&damaged, &"python".into(), &WITH_VERSION_0), Err(FileRefusal::Damaged));
        }
    }

    #[test]
    fn what_a_step_cannot_bring_forward_is_refused() {
        let body = json!({ "document": ["of another kind"] });
        let older = wrap(0, &to_raw_value(&body).unwrap());
        let refused = read_with(&older, &"python".into(), &WITH_VERSION_0);
        assert!(matches!(refused, Err(FileRefusal::Invalid { .. })), "{refused:?}");
    }
}
