//! The reader of timelines: periods with events, in sections.

use super::chart_text::{ChartLine, chart_text, statement};
use super::text::{lines, plain};
use crate::label::listed;
use crate::outline::{Outline, OutlinePhase};
use crate::phase::PhaseDraft;
use crate::timed::{share, timed};

/// Reads a timeline, whose first line has the number `first_line`. Periods become phases, events topics.
pub(crate) fn read(text: &str, first_line: usize) -> Outline {
    let mut chart = chart_text(text, first_line, "timeline");
    let mut outline = Outline { title: plain(&chart.title), ..Outline::default() };
    let mut section = Section::default();
    for line in std::mem::take(&mut chart.lines) {
        if let Some(title) = statement(line.text, "title") {
            outline.title = plain(title);
        } else if let Some(title) = statement(line.text, "section") {
            section.end(&mut outline);
            section.title = lines(title).into_iter().map(plain).collect::<Vec<_>>().join(" ");
        } else if !section.read(line) {
            chart.misread(line);
        }
    }
    section.end(&mut outline);
    outline.warnings = chart.warnings;
    outline
}

#[derive(Default)]
struct Section {
    title: String,
    phases: Vec<PhaseDraft>,
}

impl Section {
    /// Reads a period with its events, or further events of the period before; returns whether it could.
    fn read(&mut self, line: ChartLine<'_>) -> bool {
        let mut parts = split(line.text).into_iter();
        let period = parts.next().unwrap_or_default();
        // Without a period, events belong to the section.
        let period = if period.is_empty() && self.phases.is_empty() { &self.title } else { period };
        if !period.is_empty() {
            let words = timed(period);
            if words.title.is_empty() {
                return false;
            }
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

    /// Moves the phases to the outline. If only the title of the section has a time, each gets an equal share of it.
    fn end(&mut self, outline: &mut Outline) {
        let mut phases: Vec<OutlinePhase> = self.phases.drain(..).map(PhaseDraft::finish).collect();
        if let Some(time) = timed(&self.title).time
            && phases.iter().all(|phase| phase.time.is_none())
        {
            let part = share(&time, phases.len());
            phases.iter_mut().for_each(|phase| phase.time = Some(part));
        }
        outline.phases.append(&mut phases);
    }
}

/// The lines of an event. One that begins with a small letter goes on with the line before.
fn joined(event: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines(event) {
        match found.last_mut() {
            Some(last) if line.starts_with(char::is_lowercase) => {
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
