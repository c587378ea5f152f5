//! The reader of timelines: periods with events, in sections.

use super::calendar;
use super::chart_text::{ChartLine, chart_text, statement};
use super::text::{lines, plain};
use crate::label::listed;
use crate::outline::Outline;
use crate::phase::{PhaseDraft, finished, share_ends};
use crate::timed::{share, timed};

/// Reads a timeline, whose first line has the number `first_line`. Periods become phases, events topics.
pub(crate) fn read(text: &str, first_line: usize) -> Outline {
    let mut chart = chart_text(text, first_line, "timeline");
    let mut outline = Outline { title: plain(&chart.title), ..Outline::default() };
    let mut sections = vec![Section::default()];
    for line in std::mem::take(&mut chart.lines) {
        if let Some(title) = statement(line.text, "title") {
            outline.title = plain(title);
        } else if let Some(text) = statement(line.text, "section") {
            sections.push(Section::new(ChartLine { text, ..line }));
        } else if !sections.last_mut().is_some_and(|section| section.read(line)) {
            chart.misread(line);
        }
    }
    share_ends(sections.iter_mut().flat_map(|section| &mut section.phases));
    for section in sections {
        section.end(&mut outline);
    }
    outline.warnings = chart.warnings;
    outline
}

#[derive(Default)]
struct Section<'a> {
    line: Option<ChartLine<'a>>,
    title: String,
    phases: Vec<PhaseDraft>,
}

impl<'a> Section<'a> {
    fn new(line: ChartLine<'a>) -> Self {
        let title = lines(line.text).into_iter().map(plain).collect::<Vec<_>>().join(" ");
        Self { line: Some(line), title, phases: Vec::new() }
    }

    /// Reads a period with its events, or further events of the period before; returns whether it could.
    fn read(&mut self, line: ChartLine<'_>) -> bool {
        let mut parts = split(line.text).into_iter();
        let period = parts.next().unwrap_or_default();
        // Without a period, events belong to the section.
        let period = if period.is_empty() && self.phases.is_empty() { &self.title } else { period };
        if !period.is_empty() {
            let mut words = timed(period);
            if words.title.is_empty() {
                return false;
            }
            words.time = words.time.or_else(|| calendar::time(&words.title));
            self.phases.push(PhaseDraft::new(words, &self.title, line.number));
        }
        let Some(phase) = self.phases.last_mut() else { return false };
        for event in parts {
            for words in joined(event) {
                listed(&[&words]).iter().for_each(|item| phase.add(timed(item), false));
            }
        }
        true
    }

    /// Moves the phases to the outline. If only the title of the section has a time, each gets an equal share of it. A
    /// section without periods is a period itself.
    fn end(mut self, outline: &mut Outline) {
        if let Some(line) = self.line.filter(|_| self.phases.is_empty()) {
            self.title.clear();
            self.read(line);
        }
        let mut phases = finished(self.phases.drain(..));
        let time = timed(&self.title).time.or_else(|| calendar::time(&self.title));
        if let Some(time) = time.filter(|_| phases.iter().all(|phase| phase.time.is_none())) {
            let part = share(&time, phases.len());
            phases.iter_mut().for_each(|phase| phase.time = Some(part));
        }
        outline.phases.append(&mut phases);
    }
}

/// The lines of an event. One that begins with a small letter or a bracket goes on with the line before.
fn joined(event: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines(event) {
        match found.last_mut() {
            Some(last)
                if line.starts_with(|letter: char| letter.is_lowercase() || "(（".contains(letter)) =>
            {
                last.push(' ');
                last.push_str(line);
            }
            _ => found.push(line.to_owned()),
        }
    }
    found
}

/// A period and its events. A colon within a word, as in "10:30", separates nothing.
fn split(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in line.match_indices(':') {
        let (before, after) = (&line[from..at], &line[at + 1..]);
        if after.is_empty()
            || after.starts_with(char::is_whitespace)
            || before.ends_with(char::is_whitespace)
            || at == 0
        {
            parts.push(before.trim());
            from = at + 1;
        }
    }
    parts.push(line[from..].trim());
    parts
}
