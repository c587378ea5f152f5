//! The reader of JSON that is plainly phases and topics, whatever its fields are called.

mod contents;
mod find;
mod keys;
mod time;

use crate::outline::Outline;
use crate::phase::finished;
use crate::tree::Json;

/// No more phases are read.
const MOST_PHASES: usize = 2_000;

/// Reads JSON that lists phases with topics. `None` if it does not look like a roadmap.
pub(crate) fn read(text: &str) -> Option<Outline> {
    let json = Json::read(text)?;
    let found = find::phases(&json)?;
    let ranges = time::Ranges::of(found.phases.iter().map(|(_, json)| json.fields()));
    let named = || found.phases.iter().take(MOST_PHASES);
    let drafts = contents::by_place(named().map(|(_, json)| *json), ranges)
        .unwrap_or_else(|| named().filter_map(|(key, json)| contents::phase(*key, json, ranges)).collect());
    let phases = finished(drafts);
    let hours_per_week = time::hours_per_week(found.around);
    (!phases.is_empty()).then_some(Outline {
        title: found.title,
        hours_per_week,
        phases,
        ..Outline::default()
    })
}
