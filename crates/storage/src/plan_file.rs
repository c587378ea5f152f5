//! The plan file: what the learner takes away, and what they bring back.

use std::str::Utf8Error;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::IgnoredAny};
use serde_json::Value;

use super::computed::{NoPlan, PlanForm};
use super::document::DocumentForm;
use super::indented::indented;
use super::migrate::PRESENT;
use super::raw;
use super::reading::{Marking, read_form};
use app::{Document, FileRefusal, OwnRoadmap};
use planner::Date;
use roadmap::{Roadmap, RoadmapFile};

/// No plan is larger than this. The plan of two paths has some 50 kB, and one with as much time noted as there can
/// be some 3 MB.
pub const MOST_BYTES: usize = 5_000_000;

const MARKING: Marking = Marking { field: "waymark_plan", newest: PRESENT, documents: &["/document"] };

/// What the learner said, and the plan computed from it. Opening the file again takes over what the learner
/// said and computes the plan anew.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Waymark plan", rename = "PlanFile")]
pub struct PlanFile<Plan, NoPlan, Own> {
    /// The version of this form. This page describes version 2; files of version 1 can still be opened.
    #[schemars(extend("const" = PRESENT))]
    waymark_plan: u32,
    /// The date on which the file was made.
    exported_on: Date,
    /// The roadmap that the plan is about; not there if it is the one that comes with the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own_roadmap: Option<Own>,
    /// What the learner said.
    document: DocumentForm,
    /// The plan; null if there is none yet.
    plan: Plan,
    /// Why there is no plan; null if there is one.
    no_plan_because: NoPlan,
}

/// A plan file as it is written.
pub type WrittenPlanFile = PlanFile<Option<PlanForm>, Option<NoPlan>, RoadmapFile>;

/// A plan file as it is read: whatever is computed is computed anew, so nothing is asked of it.
type ReadPlanFile = PlanFile<IgnoredAny, IgnoredAny, IgnoredAny>;

/// A file for the learner to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// Writes the plan file of a document about the roadmap that comes with the page.
pub fn export_plan(document: &Document, roadmap: &Roadmap, today: Date) -> ExportedFile {
    export(document, roadmap, today, None)
}

/// Writes the plan file of a document about a roadmap of the learner's own, with that roadmap.
pub fn export_own_plan(document: &Document, own: &OwnRoadmap, today: Date) -> ExportedFile {
    export(document, &own.roadmap, today, Some(RoadmapFile::clone(&own.file)))
}

fn export(
    document: &Document,
    roadmap: &Roadmap,
    today: Date,
    own_roadmap: Option<RoadmapFile>,
) -> ExportedFile {
    let (plan, no_plan_because) = match PlanForm::compute(document, roadmap, today) {
        Ok(plan) => (Some(plan), None),
        Err(why) => (None, Some(why)),
    };
    let file = WrittenPlanFile {
        waymark_plan: PRESENT,
        exported_on: today,
        own_roadmap,
        document: document.into(),
        plan,
        no_plan_because,
    };
    ExportedFile {
        name: format!("waymark-plan-{today}.json"),
        text: indented(&serde_json::to_string(&file).expect("the form has only fields that JSON can hold")),
    }
}

/// The roadmap of the learner's own that a plan file carries, with the name of the one it is about; nothing if it is no plan
/// file, or about the roadmap that comes with the page.
pub fn roadmap_in_plan(bytes: &[u8]) -> Option<RoadmapFile> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MOST_BYTES)?;
    let value: Value = serde_json::from_str(text).ok()?;
    value.get(MARKING.field)?;
    // Written out and read again: to read a form out of a value, all of the reading would be in the program twice.
    serde_json::from_str(&value.get("own_roadmap")?.to_string()).ok()
}

/// Reads a plan file, or a file of all that was stored, as the crash screen hands it out.
///
/// # Errors
///
/// The first thing for which it cannot be opened. All of it is read and checked before any of it is used.
pub fn read_plan_file(bytes: &[u8], roadmap: &Roadmap) -> Result<Document, FileRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(FileRefusal::TooLarge { limit: MOST_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|why| not_text(bytes, why))?;
    // Some editors put a byte order mark in front, which JSON does not know.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let roadmap = &roadmap.about().id;
    match read_form(text, &MARKING, roadmap) {
        Ok((ReadPlanFile { document, .. }, origin)) => origin.document(document, "/document"),
        Err(FileRefusal::NotAPlan) => raw::read(text, roadmap).unwrap_or(Err(FileRefusal::NotAPlan)),
        Err(why) => Err(why),
    }
}

fn not_text(bytes: &[u8], why: Utf8Error) -> FileRefusal {
    if why.error_len().is_none() {
        return FileRefusal::CutOff;
    }
    let before = &bytes[..why.valid_up_to()];
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    FileRefusal::NotJson {
        line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
        column: before.len() - line_start + 1,
    }
}
