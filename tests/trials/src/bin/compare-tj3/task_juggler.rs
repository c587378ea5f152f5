//! The same plan as a TaskJuggler project, and the dates that TaskJuggler computes.

use std::fmt::Write;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail, ensure};
use chrono::{NaiveDateTime, TimeDelta};
use planner::{Date, DateRange, Week};

use crate::Days;
use crate::random_plan::{RandomPlan, SLOT};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DATE_TIME: &str = "%Y-%m-%d %H:%M";
/// The project lasts this much longer than the plan, so that a later finish is reported and not refused.
const MARGIN: TimeDelta = TimeDelta::days(100);

/// The project file of a plan whose expected finish is `end`.
pub fn project(plan: &RandomPlan, end: Date) -> String {
    let mut text = String::new();
    write_project(&mut text, plan, end).expect("a string takes all that is written to it");
    text
}

fn write_project(text: &mut String, plan: &RandomPlan, end: Date) -> std::fmt::Result {
    writeln!(text, "project made_up \"Made up\" {} - {} {{", plan.start, end + MARGIN)?;
    writeln!(text, "  timezone \"UTC\"\n  timingresolution {SLOT}min\n}}")?;
    for (at, stretch) in plan.stretches.iter().enumerate() {
        writeln!(text, "shift stretch{at} \"Stretch\" {{\n{}}}", hours(stretch.week))?;
    }
    writeln!(text, "resource learner \"Learner\" {{\n{}", hours(plan.week))?;
    for off in &plan.time_off {
        writeln!(text, "  leaves annual {}", interval(*off))?;
    }
    let shifts = plan.stretches.iter().enumerate();
    let shifts: Vec<String> =
        shifts.map(|(at, stretch)| format!("stretch{at} {}", interval(stretch.dates))).collect();
    if !shifts.is_empty() {
        writeln!(text, "  shifts {}", shifts.join(", "))?;
    }
    writeln!(text, "}}")?;
    for (at, piece) in plan.pieces.iter().enumerate() {
        let after = match at.checked_sub(1) {
            Some(before) => format!("depends !piece{before}"),
            None => format!("start {}", plan.start),
        };
        let effort = plan.minutes(piece).0;
        writeln!(text, "task piece{at} \"Piece\" {{ {after} effort {effort}min allocate learner }}")?;
    }
    writeln!(text, "taskreport dates \"dates\" {{\n  formats csv\n  columns id, start, end")?;
    writeln!(text, "  timeformat \"{DATE_TIME}\"\n}}")
}

/// TaskJuggler excludes the end of an interval.
fn interval(dates: DateRange) -> String {
    format!("{} - {}", dates.from(), dates.to() + TimeDelta::days(1))
}

fn hours(week: Week) -> String {
    let line = |(name, minutes): (&str, u32)| match minutes {
        0 => format!("  workinghours {name} off\n"),
        _ => format!("  workinghours {name} 0:00 - {}:{:02}\n", minutes / 60, minutes % 60),
    };
    WEEKDAYS.into_iter().zip(week.days().map(|day| day.0)).map(line).collect()
}

/// Runs TaskJuggler on a project.
pub fn schedule(project: &str) -> Result<Vec<Days>> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("plan.tjp"), project)?;
    let words = ["--silent", "--no-color", "plan.tjp"];
    let answer = Command::new("tj3").args(words).current_dir(&folder).output();
    let answer = answer.context("could not start tj3, TaskJuggler's scheduler")?;
    let report = fs::read_to_string(folder.path().join("dates.csv")).unwrap_or_default();
    let complaint = String::from_utf8_lossy(&answer.stderr);
    ensure!(answer.status.success() && !report.is_empty(), "tj3 refuses a project:\n{complaint}\n{project}");
    report.lines().skip(1).map(|line| days_of_line(line).with_context(|| format!("in {line}"))).collect()
}

fn days_of_line(line: &str) -> Result<Days> {
    let cells: Vec<&str> = line.split(';').map(|cell| cell.trim_matches('"')).collect();
    let [_, starts, ends] = cells[..] else { bail!("not three columns") };
    let moment = |text| NaiveDateTime::parse_from_str(text, DATE_TIME).map_err(|why| anyhow!("{why}"));
    // Work that ends at midnight was done on the day before.
    let last = moment(ends)? - TimeDelta::minutes(1);
    Ok(Days { first: moment(starts)?.date(), last: last.date() })
}
