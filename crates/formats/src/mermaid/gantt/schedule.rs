//! Where the tasks of a Gantt chart begin and end.

use chrono::{NaiveDateTime, TimeDelta};

use super::chart::{Chart, End, Start};
use super::date::base;

#[derive(Clone, Copy)]
pub struct Placed {
    pub start: NaiveDateTime,
    pub end: NaiveDateTime,
    /// Where its bar ends: before excluded days at its end.
    pub drawn_end: NaiveDateTime,
}

impl Placed {
    pub fn milliseconds(&self) -> i64 {
        (self.end - self.start).num_milliseconds().max(0)
    }
}

/// Places all tasks. Tasks that wait for each other start when the task before them ends.
pub fn place(chart: &Chart) -> Vec<Placed> {
    let mut placer = Placer { chart, placed: vec![None; chart.tasks.len()] };
    let mut is_waiting = vec![false; chart.tasks.len()];
    for first in 0..chart.tasks.len() {
        // A task is placed once all it depends on is; the stack keeps long chains off the call stack.
        let mut to_place = vec![first];
        while let Some(&index) = to_place.last() {
            if placer.placed[index].is_some() {
                to_place.pop();
            } else if is_waiting[index] {
                placer.place(index);
            } else {
                is_waiting[index] = true;
                to_place.extend(placer.needed(index).filter(|&task| !is_waiting[task]));
            }
        }
    }
    placer.placed.into_iter().flatten().collect()
}

struct Placer<'a> {
    chart: &'a Chart,
    placed: Vec<Option<Placed>>,
}

impl Placer<'_> {
    /// The tasks on which a task depends.
    fn needed(&self, index: usize) -> impl Iterator<Item = usize> {
        let task = &self.chart.tasks[index];
        let (starts_after, ends_before): (&[usize], &[usize]) = match (&task.start, &task.end) {
            (Start::After(tasks), End::Until(next)) => (tasks, next),
            (Start::After(tasks), _) => (tasks, &[]),
            (_, End::Until(next)) => (&[], next),
            _ => (&[], &[]),
        };
        let previous = index.checked_sub(1).filter(|_| matches!(task.start, Start::Next));
        starts_after.iter().chain(ends_before).copied().chain(previous)
    }

    fn place(&mut self, index: usize) {
        let task = &self.chart.tasks[index];
        let ends = |tasks: &[usize]| tasks.iter().filter_map(|&task| Some(self.placed[task]?.end)).max();
        let start = match &task.start {
            Start::At(moment) => Some(*moment),
            Start::After(tasks) => ends(tasks),
            Start::Next => None,
        };
        let previous = || self.placed[..index].last().copied().flatten().map(|placed| placed.end);
        let start = start.or_else(previous).unwrap_or_else(base);
        let (end, is_fixed) = match &task.end {
            End::Unknown => (start, true),
            End::Lasting(length) => (length.after(start), false),
            End::At { moment, is_fixed } if self.chart.has_inclusive_ends => {
                (moment.checked_add_signed(TimeDelta::days(1)).unwrap_or(*moment), *is_fixed)
            }
            End::At { moment, is_fixed } => (*moment, *is_fixed),
            End::Until(tasks) => {
                let first = tasks.iter().filter_map(|&task| Some(self.placed[task]?.start)).min();
                (first.unwrap_or(start), false)
            }
        };
        let (end, drawn_end) = if is_fixed { (end, end) } else { self.chart.excluded.moved(start, end) };
        self.placed[index] = Some(Placed { start, end, drawn_end });
    }
}
