//! The schedules that two readers of Gantt charts see, in one comparable form.

use formats::mermaid::gantt;
use merman_core::{Engine, ParseOptions};
use serde_json::Value;

/// The moment of what has no date, for both readers.
const TODAY: (i32, u32, u32) = (2024, 1, 1);

/// `section / name: start to end`, in the order of the text, in days and thousandths of days since 1970.
pub fn ours(text: &str) -> Vec<String> {
    gantt::tasks(text)
        .iter()
        .map(|task| line(&task.section, &task.name, task.start_day, task.end_day))
        .collect()
}

/// The same as merman-core reads it.
pub fn theirs(text: &str) -> Result<Vec<String>, String> {
    let (year, month, day) = TODAY;
    let today = merman_core::time::CivilDate::new(year, month, day);
    let engine = Engine::new()
        .with_fixed_today(today)
        .try_with_fixed_local_offset_minutes(0)
        .map_err(|why| why.to_string())?;
    let parsed = engine.parse_diagram_sync(text, ParseOptions::default()).map_err(|why| why.to_string())?;
    let model = parsed.ok_or("no diagram")?.model;
    let word = |task: &Value, name: &str| task[name].as_str().unwrap_or_default().to_owned();
    let day = |value: &Value| value.as_i64().map(|milliseconds| milliseconds as f64 / 86_400_000.0);
    let task = |task: &Value| {
        let end = day(&task["renderEndTime"]).or_else(|| day(&task["endTime"]));
        line(
            &word(task, "section"),
            &word(task, "task"),
            day(&task["startTime"]).unwrap_or(0.0),
            end.unwrap_or(0.0),
        )
    };
    // A vertical line marks a date, and is nothing to do.
    let tasks = model["tasks"].as_array().cloned().unwrap_or_default();
    Ok(tasks.iter().filter(|task| task["vert"] != true).map(task).collect())
}

fn line(section: &str, name: &str, start: f64, end: f64) -> String {
    format!("{section} / {}: {start:.3} to {end:.3}", name.trim())
}
