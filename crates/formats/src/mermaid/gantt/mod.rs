//! The reader of Gantt charts: tasks with lengths, dates and tasks they follow.

mod chart;
mod date;
mod excluded;
mod length;
mod schedule;

use chart::{Chart, Task};
use chrono::NaiveDateTime;
use schedule::Placed;

use crate::outline::{Outline, OutlinePhase, OutlineTopic};

/// A task as it is drawn. Days count from 1 January 1970, and have fractions.
#[derive(Clone, Debug, PartialEq)]
pub struct GanttTask {
    pub name: String,
    pub start_day: f64,
    pub end_day: f64,
    /// Empty before the first section.
    pub section: String,
}

/// The tasks of a Gantt chart in the order in which they are written.
///
/// ```
/// use formats::mermaid::gantt::tasks;
///
/// let tasks = tasks("gantt\n Soil :a, 2026-01-05, 7d\n Plants :after a, 2w");
/// assert_eq!(tasks[1].end_day - tasks[0].start_day, 21.0);
/// ```
pub fn tasks(text: &str) -> Vec<GanttTask> {
    let chart = Chart::read(text, 1);
    let placed = schedule::place(&chart);
    let task = |(task, placed): (&Task, &Placed)| GanttTask {
        name: task.name.clone(),
        start_day: day(placed.start),
        end_day: day(placed.drawn_end),
        section: task.section.clone(),
    };
    chart.tasks.iter().zip(&placed).map(task).collect()
}

fn day(moment: NaiveDateTime) -> f64 {
    moment.and_utc().timestamp_millis() as f64 / 86_400_000.0
}

/// Reads a Gantt chart, whose first line has the number `first_line`. Tasks become phases in the order in which they start.
pub(crate) fn read(text: &str, first_line: usize) -> Outline {
    let mut chart = Chart::read(text, first_line);
    let placed = schedule::place(&chart);
    let ends = length::DatedEnds::find(&chart, &placed);
    let mut order: Vec<usize> = (0..placed.len()).collect();
    order.sort_by_key(|&index| placed[index].start);
    let phases = order.into_iter().map(|index| phase(&chart, index, &placed[index], ends)).collect();
    Outline {
        title: std::mem::take(&mut chart.title),
        phases,
        warnings: std::mem::take(&mut chart.warnings),
        ..Outline::default()
    }
}

fn phase(chart: &Chart, index: usize, placed: &Placed, ends: length::DatedEnds) -> OutlinePhase {
    let task = &chart.tasks[index];
    let is_milestone = task.is_milestone || length::is_nothing(&task.end);
    let time = if is_milestone { None } else { length::estimate(chart, task, placed, ends) };
    let done = OutlineTopic { title: task.title.clone(), is_done: true, ..OutlineTopic::default() };
    OutlinePhase {
        title: task.title.clone(),
        group: task.section.clone(),
        time,
        topics: if task.is_done { vec![done] } else { Vec::new() },
        is_milestone,
        line: task.line,
        ..OutlinePhase::default()
    }
}
