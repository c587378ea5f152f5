//! A plan as a chain of tasks, in the formats of other schedulers.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use planner::Scheduled;
use planner_in_wasm::Learner;
use serde_json::json;

/// The shortest slot of TaskJuggler, in minutes.
const SLOT: u32 = 5;
/// Hours of study in a day.
const DAILY: u32 = 20;

/// Writes `FILE.json` and, for TaskJuggler, `FILE.tjp`.
pub fn write(learner: &Learner, file: &Path) {
    let plan = learner.plan();
    let items = plan.work.iter().flat_map(Scheduled::items);
    let minutes: Vec<u32> = items.map(|(_, effort)| effort.middle().0.next_multiple_of(SLOT)).collect();
    let start = learner.start().to_string();
    let json = json!({ "start": start, "daily": DAILY * 60, "minutes": minutes });
    fs::write(file.with_extension("json"), json.to_string()).expect("the folder exists and is writable");
    fs::write(file.with_extension("tjp"), project(&start, &minutes))
        .expect("the folder exists and is writable");
}

fn project(start: &str, minutes: &[u32]) -> String {
    let days = minutes.iter().sum::<u32>() / (DAILY * 60) + 7;
    let mut text = format!(
        "project made_up \"Made up\" {start} +{days}d {{\n  timezone \"UTC\"\n  timingresolution {SLOT}min\n}}\n\
         resource learner \"Learner\" {{\n  workinghours mon - sun 0:00 - {DAILY}:00\n}}\n"
    );
    for (at, minutes) in minutes.iter().enumerate() {
        let after =
            at.checked_sub(1).map_or(format!("start {start}"), |before| format!("depends !t{before}"));
        writeln!(text, "task t{at} \"T\" {{ {after} effort {minutes}min allocate learner }}")
            .expect("a string takes all that is written to it");
    }
    text + "taskreport dates \"dates\" {\n  formats csv\n  columns id, start, end\n  timeformat \"%Y-%m-%d\"\n}\n"
}
