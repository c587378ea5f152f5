//! The reader of user journeys: tasks in sections, with scores and actors.

use super::chart_text::{chart_text, statement};
use super::text::plain;
use crate::outline::Outline;
use crate::phase::{PhaseDraft, finished};
use crate::timed::timed;

/// Reads a journey, whose first line has the number `first_line`. Sections become phases and their tasks topics; a task
/// before the first section is a phase of its own.
pub(crate) fn read(text: &str, first_line: usize) -> Outline {
    let mut chart = chart_text(text, first_line, "journey");
    let mut outline = Outline { title: plain(&chart.title), ..Outline::default() };
    let mut phases: Vec<PhaseDraft> = Vec::new();
    let mut has_section = false;
    for line in std::mem::take(&mut chart.lines) {
        if let Some(title) = statement(line.text, "title") {
            outline.title = plain(title);
        } else if let Some(section) = statement(line.text, "section").filter(|section| has_words(section)) {
            has_section = true;
            phases.push(PhaseDraft::new(timed(section), "", line.number));
        } else if let Some(task) = task(line.text).filter(|task| has_words(task)) {
            match phases.last_mut() {
                Some(section) if has_section => section.add(timed(task), false),
                _ => phases.push(PhaseDraft::new(timed(task), "", line.number)),
            }
        } else {
            chart.misread(line);
        }
    }
    outline.phases = finished(phases);
    outline.warnings = chart.warnings;
    outline
}

/// Also those of Chinese and Japanese keyboards.
const COLONS: [char; 2] = [':', '：'];

fn has_words(text: &str) -> bool {
    !timed(text).title.is_empty()
}

/// The name of a task: what comes before its score, which is the last number between colons, or before the first colon if
/// it has no score.
fn task(line: &str) -> Option<&str> {
    let (before, last) = line.rsplit_once(COLONS)?;
    let name = match before.rsplit_once(COLONS) {
        _ if is_score(last) => before,
        Some((name, score)) if is_score(score) => name,
        _ => line.split_once(COLONS)?.0,
    };
    Some(name.trim())
}

fn is_score(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
