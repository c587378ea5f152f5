//! Words for how likely a date is.

use super::dates::{self, Part};
use planner::{Chances, Date, PaceChoice};

/// `Done between 12 May (50%) and 3 August 2027 (80%)`
pub fn headline(finish: Chances) -> Vec<Part> {
    let mut parts = vec![Part::Words("Done ")];
    parts.extend(dates::by_chance_in_parts(finish));
    parts
}

/// The 50% and the 95% date.
pub fn others(finish: Chances) -> String {
    if finish.p50 == finish.p95 {
        return "Every estimate in your plan is fixed.".to_owned();
    }
    format!("50% by {}, 95% by {}.", dates::date(finish.p50), dates::date(finish.p95))
}

/// The basis of the chances: the ranges alone, or the learner's own pace.
pub fn rests_on(pace: PaceChoice, finished: usize) -> String {
    match (pace, finished) {
        (PaceChoice::RangesOnly, _) => "Based only on the guide’s ranges, as you chose.".to_owned(),
        (PaceChoice::Own, 0) => {
            "Your pace isn’t known yet, so the range is wide. It narrows as you finish steps.".to_owned()
        }
        (PaceChoice::Own, some) => format!("Based on your pace so far ({}).", evidence(some)),
    }
}

/// `work on 3 topics and projects`
pub fn evidence(finished: usize) -> String {
    match finished {
        1 => "work on one topic or project".to_owned(),
        some => format!("work on {some} topics and projects"),
    }
}

pub const MORE_ON_PACE: &str = "About your pace";
pub const CURVE: &str = "How certain is this?";

/// The curve's text alternative.
pub fn curve(finish: Chances) -> String {
    format!(
        "Chance of being finished by a date: 50% by {}, 80% by {}, 95% by {}.",
        dates::date(finish.p50),
        dates::date(finish.p80),
        dates::date(finish.p95)
    )
}

/// The text alternative of the ruler, on which a target may be marked with its chance.
pub fn ruler(finish: Chances, target: Option<(Date, f64)>) -> String {
    let target =
        target.map(|(on, chance)| format!(" Your target, {}: {}.", dates::date(on), self::chance(chance)));
    format!(
        "Likely finish: 50% by {}, 80% by {}, 95% by {}.{}",
        dates::date(finish.p50),
        dates::date(finish.p80),
        dates::date(finish.p95),
        target.unwrap_or_default()
    )
}

/// `Target 1 Sep 2027: 67%`
pub fn ruler_target(on: Date, probability: f64) -> String {
    format!("Target {}: {}", dates::short(on), chance(probability))
}

pub const KEY_TODAY: &str = "Today";
pub const KEY_P50: &str = "50%";
pub const KEY_P80: &str = "80%";
pub const KEY_P95: &str = "95%";

pub fn key(chance: &str, date: Date) -> String {
    format!("{chance} by {}", dates::short(date))
}

/// A whole percentage, rounded down, and never 0% or above 98%: no forecast is that certain.
pub fn chance(probability: f64) -> String {
    let percent = (probability * 100.0).floor() as u32;
    match percent {
        0 => "less than 1%".to_owned(),
        99.. => "more than 98%".to_owned(),
        percent => format!("{percent}%"),
    }
}
