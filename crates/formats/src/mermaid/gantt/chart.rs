//! The statements of a Gantt chart.

use std::collections::HashMap;

use chrono::NaiveDateTime;

use super::date::{declared, moment};
use super::excluded::Excluded;
use super::length::Length;
use crate::mermaid::chart_text::{ChartLine, chart_text, statement};
use crate::mermaid::flowchart::{Misread, Warning};
use crate::mermaid::reader::{MOST_NODES, excerpt};
use crate::mermaid::text::plain;

/// Statements about the drawing, which say nothing about the plan.
const OF_THE_DRAWING: [&str; 6] =
    ["axisFormat", "tickInterval", "todayMarker", "weekday", "displayMode", "click"];

const DEFAULT_FORMAT: &str = "YYYY-MM-DD";

#[derive(Default)]
pub struct Chart {
    pub title: String,
    pub tasks: Vec<Task>,
    /// The last task of each id.
    pub by_id: HashMap<String, usize>,
    pub excluded: Excluded,
    /// A date at which a task ends is its last day.
    pub has_inclusive_ends: bool,
    pub warnings: Vec<Warning>,
}

pub struct Task {
    /// As it is drawn.
    pub name: String,
    /// The same with what its author wrote behind a colon, which is drawn nowhere.
    pub title: String,
    pub section: String,
    pub line: usize,
    pub is_done: bool,
    pub is_milestone: bool,
    pub start: Start,
    pub end: End,
}

pub enum Start {
    /// When the task before it ends.
    Next,
    /// When the last of these tasks ends.
    After(Vec<usize>),
    At(NaiveDateTime),
}

pub enum End {
    /// When the first of these tasks starts.
    Until(Vec<usize>),
    /// At a moment; `is_fixed` if excluded days do not move it.
    At {
        moment: NaiveDateTime,
        is_fixed: bool,
    },
    Lasting(Length),
    /// Nothing that can be understood.
    Unknown,
}

/// A task whose dates are not read yet, because their format may be declared after it.
struct Raw<'a> {
    line: ChartLine<'a>,
    name: &'a str,
    /// What its author wrote behind a colon in its name.
    rest: &'a str,
    section: String,
    tags: Vec<&'a str>,
    id: Option<&'a str>,
    start: Option<&'a str>,
    end: &'a str,
}

impl Chart {
    pub fn read(text: &str, first_line: usize) -> Self {
        let mut source = chart_text(text, first_line, "gantt");
        let mut chart = Self { title: plain(&source.title), ..Self::default() };
        let (mut format, mut section) = (DEFAULT_FORMAT, String::new());
        let (mut excludes, mut includes) = ("", "");
        let mut raw = Vec::new();
        for line in std::mem::take(&mut source.lines) {
            let said = |keyword| statement(line.text, keyword).map(before_comment);
            if let Some(words) = said("dateFormat").filter(|words| !words.is_empty()) {
                format = words;
            } else if let Some(words) = statement(line.text, "title") {
                chart.title = plain(words);
            } else if let Some(words) = statement(line.text, "section") {
                section = plain(words);
            } else if let Some(words) = said("excludes") {
                excludes = words;
            } else if let Some(words) = said("includes") {
                includes = words;
            } else if let Some(words) = said("weekend") {
                chart.excluded.begin_weekend(words);
            } else if said("inclusiveEndDates").is_some() {
                chart.has_inclusive_ends = true;
            } else if said("topAxis").is_some() || OF_THE_DRAWING.iter().any(|word| said(word).is_some()) {
                // Nothing about the plan.
            } else if let Some(task) = Raw::read(line, &section) {
                raw.push(task);
            } else {
                source.misread(line);
            }
        }
        chart.warnings = source.warnings;
        chart.excluded.read(excludes, includes, |date| moment(format, date).map(|moment| moment.date()));
        chart.add_tasks(raw, format);
        chart
    }

    fn add_tasks(&mut self, mut raw: Vec<Raw<'_>>, format: &str) {
        if raw.len() > MOST_NODES {
            self.warnings.push(Warning { line: raw[MOST_NODES].line.number, what: Misread::TooMuch });
            raw.truncate(MOST_NODES);
        }
        for (index, task) in raw.iter().enumerate() {
            self.by_id.extend(task.id.map(|id| (id.to_owned(), index)));
        }
        for task in raw {
            let start = self.start(task.start, format);
            let end = self.end(task.end, format);
            if matches!(end, End::Unknown) {
                let what = Misread::NotUnderstood(excerpt(task.end));
                self.warnings.push(Warning { line: task.line.number, what });
            }
            let name = plain(task.name);
            let rest = plain(task.rest);
            let title = if rest.is_empty() { name.clone() } else { format!("{name}: {rest}") };
            self.tasks.push(Task {
                name,
                title,
                section: task.section,
                line: task.line.number,
                is_done: task.tags.contains(&"done"),
                is_milestone: task.tags.contains(&"milestone"),
                start,
                end,
            });
        }
    }

    fn start(&self, words: Option<&str>, format: &str) -> Start {
        let Some(words) = words.filter(|words| !words.is_empty()) else { return Start::Next };
        if let Some(ids) = statement(words, "after") {
            let tasks = self.known(ids);
            return if tasks.is_empty() { Start::Next } else { Start::After(tasks) };
        }
        moment(format, words).map_or(Start::Next, Start::At)
    }

    fn end(&self, words: &str, format: &str) -> End {
        if let Some(ids) = statement(words, "until") {
            let tasks = self.known(ids);
            return if tasks.is_empty() { End::Unknown } else { End::Until(tasks) };
        }
        let is_fixed = declared(DEFAULT_FORMAT, words).is_some();
        if let Some(moment) = declared(format, words) {
            return End::At { moment, is_fixed };
        }
        if let Some(length) = Length::read(words) {
            return End::Lasting(length);
        }
        moment(format, words).map_or(End::Unknown, |moment| End::At { moment, is_fixed })
    }

    fn known(&self, ids: &str) -> Vec<usize> {
        ids.split_whitespace().filter_map(|id| self.by_id.get(id).copied()).collect()
    }
}

impl<'a> Raw<'a> {
    fn read(line: ChartLine<'a>, section: &str) -> Option<Self> {
        let (name, data) = line.text.split_once(':')?;
        if plain(name).is_empty() {
            return None;
        }
        let (rest, data) = rest_of_name(before_comment(data));
        let mut parts = data.split(',').map(str::trim).peekable();
        let mut tags = Vec::new();
        while let Some(tag) =
            parts.next_if(|part| ["active", "done", "crit", "milestone", "vert"].contains(part))
        {
            tags.push(tag);
        }
        // A vertical line marks a date, and is nothing to do.
        if tags.contains(&"vert") {
            return None;
        }
        let mut parts: Vec<&str> = parts.collect();
        parts.truncate(3);
        let end = parts.pop().unwrap_or_default();
        let start = parts.pop();
        let section = section.to_owned();
        Some(Self { line, name, rest, section, tags, id: parts.pop(), start, end })
    }
}

/// Splits "Basics :a1, 3d": the first colon ended the name where it is drawn, although its author went on with it.
fn rest_of_name(data: &str) -> (&str, &str) {
    let first = &data[..data.find(',').unwrap_or(data.len())];
    let is_apart = |at: usize| {
        first[..at].ends_with(char::is_whitespace) || first[at + 1..].starts_with(char::is_whitespace)
    };
    match first.match_indices(':').map(|(at, _)| at).rfind(|&at| is_apart(at)) {
        Some(at) => (&data[..at], &data[at + 1..]),
        None => ("", data),
    }
}

/// A statement ends at these signs.
fn before_comment(words: &str) -> &str {
    words.split(['#', ';']).next().unwrap_or_default().trim()
}
