//! Outlines of small files: each input with what it means, and laws over inputs that were broken at random.

mod broken;
mod charts;
mod gantt;
mod journey;
mod mindmap;
mod mockup;
mod plain_json;
mod react_flow;
mod timeline;
mod times;

use std::fmt::Write;

use crate::effort::{Amount, Estimate};
use crate::outline::Outline;

/// An outline as text: a phase per line, with its time, group and marks, and what it consists of below it.
pub fn shown(outline: &Outline) -> String {
    let mut text = format!("{}\n", outline.title);
    if let Some(hours) = outline.hours_per_week {
        let _ = writeln!(text, "{hours} hours a week");
    }
    for phase in &outline.phases {
        let _ = write!(text, "{}{}", phase.title, time(phase.time.as_ref()));
        if !phase.group.is_empty() {
            let _ = write!(text, " in {}", phase.group);
        }
        for (mark, name) in [(phase.is_optional, " optional"), (phase.is_milestone, " milestone")] {
            text.push_str(if mark { name } else { "" });
        }
        text.push('\n');
        for topic in &phase.topics {
            let done = if topic.is_done { " done" } else { "" };
            let _ = writeln!(text, "- {}{}{done}", topic.title, time(topic.time.as_ref()));
            for step in &topic.steps {
                let _ = writeln!(text, "  - {}{}", step.title, if step.is_done { " done" } else { "" });
            }
            for material in &topic.materials {
                let _ = writeln!(text, "  > {} {}", material.title, material.url);
            }
        }
        for project in &phase.projects {
            let _ = writeln!(text, "* {project}");
        }
        for material in &phase.materials {
            let _ = writeln!(text, "> {} {}", material.title, material.url);
        }
    }
    for warning in &outline.warnings {
        let _ = writeln!(text, "! {} {:?}", warning.line, warning.what);
    }
    text
}

fn time(time: Option<&Estimate>) -> String {
    let Some(time) = time else { return String::new() };
    let (span, unit) = match (time.months, time.amount) {
        (Some(span), _) => (span, "mo"),
        (None, Amount::Weeks(span)) => (span, "w"),
        (None, Amount::Minutes(span)) => (span, "min"),
        (None, Amount::TooMuch) => return " (too much)".to_owned(),
    };
    if span.low == span.high {
        format!(" ({}{unit})", span.low)
    } else {
        format!(" ({}-{}{unit})", span.low, span.high)
    }
}

/// Compares an outline with the expected one, whose lines may be indented.
#[track_caller]
pub fn assert_shown(outline: &Outline, expected: &str) {
    let shown = shown(outline);
    let expected: Vec<&str> = expected.lines().map(|line| line.trim_start_matches('|')).collect();
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "\n{shown}");
}

/// A file of `tests/data/import`.
#[macro_export]
macro_rules! import {
    ($name:literal) => {
        include_str!(concat!("../../../../tests/data/import/", $name))
    };
}
