//! Words about the times of phases and projects: which of them are assumed, and how to set them.

use super::amounts;
use app::Assumed;
use roadmap::{Effort, Minutes};

/// `The file gives no time for 3 of 8 phases. Waymark assumes 10 to 20 hours for each.`
pub fn assumed(assumed: &Assumed) -> String {
    let Assumed { phases, projects, efforts, first: _ } = assumed;
    let unit = if projects.some > 0 { "phases and projects" } else { "phases" };
    let (some, all) = match projects.some {
        0 => (phases.some, phases.all),
        of_projects => (phases.some + of_projects, phases.all + projects.all),
    };
    let without = match all {
        1 => "The file gives no time.".to_owned(),
        all if some == all => format!("The file gives no time for any of the {all} {unit}."),
        all => format!("The file gives no time for {some} of {all} {unit}."),
    };
    format!("{without} Waymark assumes {}.", how_much(efforts))
}

/// `10 to 20 hours for each`, `42 to 84 hours for them in total`
fn how_much(efforts: &[Effort]) -> String {
    match efforts {
        [one] => amounts::exact_effort(*one),
        [first, others @ ..] if others.iter().all(|other| other == first) => {
            format!("{} for each", amounts::exact_effort(*first))
        }
        all => format!("{} for them together", amounts::exact_effort(all.iter().copied().sum())),
    }
}

/// The link to where the first assumed time can be set.
pub fn set(assumed: &Assumed) -> &'static str {
    if assumed.efforts.len() == 1 { "Set the time" } else { "Set the times" }
}

// On the page of a phase or project.

pub const OF_PHASE: &str = "Time for this phase";
pub const OF_PROJECT: &str = "Time for this project";
pub const SAVE: &str = "Save time";
pub const CHANGE: &str = "Change the time";
pub const NEXT: &str = "Next without a time:";
pub const TOPICS: &str = "Topics";

/// What the time is now: `10 to 20 hours, assumed because the file gives no time.`
pub fn now(effort: Effort, is_assumed: bool) -> String {
    let why = if is_assumed { ", assumed because the file gives no time" } else { "" };
    let time =
        if effort.high == Minutes::ZERO { "No time".to_owned() } else { amounts::exact_effort(effort) };
    format!("Now: {time}{why}.")
}
