//! Times of phases from what names the same ones beside them: the rows of a table, or headings of an overview.

use std::collections::HashMap;

use super::choose::Survey;
use super::columns::Columns;
use super::marker;
use super::phase::phase;
use super::sections::Content;
use super::times;
use super::titles;
use crate::outline::OutlinePhase;

/// A section with more parts is no overview.
const MOST_PARTS: usize = 20;

/// Gives phases without a time that of their row or heading outside of them.
pub fn give_times(survey: &Survey<'_>, chosen: &[usize], phases: &mut [OutlinePhase]) {
    if phases.iter().all(|phase| phase.time.is_some()) {
        return;
    }
    let mut known: HashMap<String, usize> = HashMap::new();
    for (at, phase) in phases.iter().enumerate() {
        known.entry(key(&phase.title)).or_insert(at);
    }
    let mut numbers: HashMap<(u32, u32), usize> = HashMap::new();
    if chosen.len() == phases.len() {
        for (at, marker) in chosen.iter().map(|&section| survey.markers[section]).enumerate() {
            numbers.extend(marker.map(|marker| (marker.numbers, at)));
        }
    }
    let is_chosen = |at: usize| {
        let next = chosen.partition_point(|&section| section <= at);
        next > 0 && at < survey.sections[chosen[next - 1]].end
    };
    for (at, section) in survey.sections.iter().enumerate().filter(|(at, _)| !is_chosen(*at)) {
        if survey.markers[at].is_none() || survey.is_passed[at] {
            continue;
        }
        let title = titles::heading(&section.heading.text).title;
        let found = known.get(&key(&title)).filter(|&&found| phases[found].time.is_none());
        if let Some(&found) = found.filter(|_| section.end - at < MOST_PARTS) {
            phases[found].time = phase(survey.sections, at, false).time;
        }
    }
    let outside = survey.sections.iter().enumerate().filter(|(at, _)| !is_chosen(*at));
    for (_, section) in outside {
        for content in &section.contents {
            let Content::Table(table) = content else { continue };
            let Some(columns) = Columns::new(&table.head, &table.rows) else { continue };
            for (row, estimate) in columns.times() {
                let cells = || row.iter().take(3).map(|cell| cell.text.as_str());
                let by_title = cells().find_map(|cell| known.get(&key(cell)));
                // The first week is not the first phase.
                let places = || cells().enumerate().filter(|(at, _)| !columns.is_position(*at));
                let by_number = || places().find_map(|(_, cell)| numbers.get(&number(cell)?));
                if let Some(&phase) = by_title.or_else(by_number) {
                    phases[phase].time.get_or_insert(estimate);
                }
            }
        }
    }
}

/// Titles are the same if their words are, without a marker.
fn key(title: &str) -> String {
    let title =
        marker::parse(title).map_or(title, |marker| if marker.rest.is_empty() { title } else { marker.rest });
    let title = times::trimmed(title).to_lowercase();
    title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn number(cell: &str) -> Option<(u32, u32)> {
    let figure = cell.trim().parse().ok().map(|number: u32| (number, number));
    figure.or_else(|| marker::parse(cell).map(|marker| marker.numbers))
}
