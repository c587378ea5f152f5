//! Reading the JSON form of a roadmap.

use crate::refusal::RoadmapRefusal;
use roadmap::RoadmapFile;
use serde_json::Value;

/// The newest version of the form that can be read.
const VERSION: u64 = 2;

pub fn read_json(text: &str) -> Result<RoadmapFile, RoadmapRefusal> {
    let value: Value = serde_json::from_str(text)
        .map_err(|why| RoadmapRefusal::NotJson { line: why.line(), column: why.column().max(1) })?;
    // Before the other fields, because a newer form may have some that this version does not know.
    match value.get("waymark_roadmap").and_then(Value::as_u64) {
        Some(version) if version > VERSION => return Err(RoadmapRefusal::NewerVersion { version }),
        Some(_) => {}
        None if value.get("waymark_plan").is_some() => return Err(RoadmapRefusal::APlan),
        None => return Err(RoadmapRefusal::NotARoadmap),
    }
    // From the text and not from the value, which knows no lines.
    RoadmapFile::from_json(text).map_err(|why| {
        let path = why.path().to_string();
        let why = why.into_inner();
        let what = json_problem(&why);
        RoadmapRefusal::NotInForm { line: why.line(), column: why.column().max(1), path, what }
    })
}

/// serde_json's message without the line and column at its end.
pub fn json_problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}
