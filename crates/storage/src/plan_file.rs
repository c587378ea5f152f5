//! The plan file, which the learner downloads and opens again.

use std::str::Utf8Error;

use schemars::JsonSchema;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::computed::{NoPlan, PlanForm};
use crate::crash_file;
use crate::document::DocumentForm;
use crate::migrate::Migrations;
use crate::pretty::pretty;
use crate::reading::{check_version, fit, parse, read_form};
use app::{Document, FileRefusal, OwnRoadmap};
use planner::Date;
use roadmap::{Roadmap, RoadmapFile, RoadmapId};

/// Bytes that a plan file may have. The plan of two paths has some 50 kB, and one with the longest possible
/// log some 3 MB.
pub const MOST_BYTES: usize = 5_000_000;

const MIGRATIONS: Migrations = Migrations { oldest: 1, steps: &[] };

/// The field that only a plan file has.
const VERSION: &str = "waymark_plan";

/// What the learner said, and the plan computed from it. To open the file again only `waymark_plan` and
/// `document` are needed: the plan is computed anew.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Waymark plan", rename = "PlanFile")]
pub struct WrittenPlanFile {
    /// The version of this form.
    #[schemars(extend("const" = MIGRATIONS.newest()))]
    waymark_plan: u32,
    /// The date on which the file was made.
    exported_on: Date,
    /// The roadmap that the plan is about; absent if it is the shipped one.
    #[serde(skip_serializing_if = "Option::is_none")]
    own_roadmap: Option<RoadmapFile>,
    /// What the learner said.
    document: DocumentForm,
    /// The plan; null if there is none yet.
    plan: Option<PlanForm>,
    /// Why there is no plan; null if there is one.
    no_plan_because: Option<NoPlan>,
}

/// The part of a plan file that is read.
#[derive(Deserialize)]
struct ReadPlanFile {
    document: DocumentForm,
}

/// A file for the learner to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// The suggested file name.
    pub name: String,
    pub text: String,
}

/// Writes the plan file of a document about the shipped roadmap.
pub fn export_plan(document: &Document, roadmap: &Roadmap, today: Date) -> ExportedFile {
    export(document, roadmap, today, None)
}

/// Writes the plan file of a document about one of the learner's own roadmaps, with that roadmap.
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
        waymark_plan: MIGRATIONS.newest(),
        exported_on: today,
        own_roadmap,
        document: document.into(),
        plan,
        no_plan_because,
    };
    ExportedFile { name: format!("waymark-plan-{today}.json"), text: pretty(&file) }
}

/// The learner's own roadmap in a plan file; `None` if it is not a plan file, or is about the shipped
/// roadmap.
pub fn roadmap_in_plan(bytes: &[u8]) -> Option<RoadmapFile> {
    if bytes.len() > MOST_BYTES {
        return None;
    }
    let file: PlanWithRoadmap = fit(str::from_utf8(bytes).ok()?).ok()?;
    Some(file.own_roadmap)
}

/// The part of a plan file of any version that is needed to read its roadmap.
#[derive(Deserialize)]
struct PlanWithRoadmap {
    #[serde(rename = "waymark_plan")]
    _version: IgnoredAny,
    own_roadmap: RoadmapFile,
}

/// Reads a plan file, or a file of the crash screen.
///
/// # Errors
///
/// The first reason why it cannot be opened. The whole file is checked before any of it is used.
pub fn read_plan_file(bytes: &[u8], roadmap: &Roadmap) -> Result<Document, FileRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(FileRefusal::TooLarge { limit: MOST_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|why| not_text(bytes, why))?;
    // Some editors put a byte order mark in front, which is not JSON.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let roadmap = &roadmap.about().id;
    match read(text, roadmap, &MIGRATIONS) {
        Err(FileRefusal::NotAPlan) => crash_file::read(text, roadmap).unwrap_or(Err(FileRefusal::NotAPlan)),
        read => read,
    }
}

fn read(text: &str, roadmap: &RoadmapId, migrations: &Migrations) -> Result<Document, FileRefusal> {
    let file = parse(text)?;
    let version = check_version(&file, VERSION, migrations)?;
    match file.pointer("/document/roadmap").and_then(Value::as_str) {
        Some(other) if other != roadmap.as_str() => return Err(FileRefusal::UnknownRoadmap(other.into())),
        _ => {}
    }
    let ReadPlanFile { document } = read_form(text, version, migrations)?;
    document.read("/document")
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

#[cfg(test)]
mod tests {
    use super::{export, read};
    use crate::migrate::Migrations;
    use app::{Document, FileRefusal};
    use planner::Date;
    use roadmap::shipped_roadmap;
    use serde_json::Value;

    /// Adds a made-up version 0, whose documents called the start `begin`.
    const WITH_VERSION_0: Migrations = Migrations { oldest: 0, steps: &[from_0_to_1] };

    fn from_0_to_1(mut file: Value) -> Value {
        if let Some(document) = file["document"].as_object_mut() {
            let begin = document.remove("begin");
            document.extend(begin.map(|begin| ("start".to_owned(), begin)));
        }
        file
    }

    fn document() -> Document {
        Document { start: Date::from_ymd_opt(2027, 1, 4), ..Document::new("python".into()) }
    }

    #[test]
    fn a_plan_file_of_an_older_version_opens_by_its_steps() {
        let (roadmap, today) = (shipped_roadmap(), Date::from_ymd_opt(2027, 1, 4).unwrap());
        let text = export(&document(), &roadmap, today, None).text;
        let older = text.replacen(r#""waymark_plan": 1"#, r#""waymark_plan": 0"#, 1);
        let older = older.replacen(r#""start""#, r#""begin""#, 1);
        let open = |text: &str| read(text, &"python".into(), &WITH_VERSION_0);
        assert_eq!(open(&text), Ok(document()));
        assert_eq!(open(&older), Ok(document()));

        // In version 0 only `begin` counts. Unknown roadmaps and newer versions are still refused.
        let mixed = older.replacen(r#""begin""#, r#""begin": null, "start""#, 1);
        assert_eq!(open(&mixed), Ok(Document { start: None, ..document() }));
        let other = older.replacen(r#""python""#, r#""knitting""#, 1);
        assert_eq!(open(&other), Err(FileRefusal::UnknownRoadmap("knitting".into())));
        let newer = older.replacen(r#""waymark_plan": 0"#, r#""waymark_plan": 2"#, 1);
        assert_eq!(open(&newer), Err(FileRefusal::Newer { version: 2 }));
    }
}
