//! Why the finish date moved, in words.

use super::{amounts, dates, titles};
use app::{Cause, Moved};
use planner::{FinishedItem, Item};
use roadmap::{Effort, Minutes, Roadmap};

/// What the sentences need beside the parts: titles, and how long finished work took.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub roadmap: &'a Roadmap,
    pub finished: &'a [FinishedItem],
}

/// After a change: the new date, and what moved it.
pub fn after_change(moved: &Moved, facts: Facts<'_>) -> String {
    let date = dates::date(moved.to.p80);
    let now = match moved.days() {
        0 => format!("Your 80% date stays {date}."),
        days => format!("Your 80% date is now {date}, {}.", shift(days)),
    };
    let done: Vec<String> = moved.parts.iter().filter_map(|(cause, _)| done(cause, facts)).collect();
    match moved.parts.len() {
        0 => now,
        1 => done.into_iter().chain([now]).collect::<Vec<_>>().join(" "),
        _ => format!("{now} {}", reasons(moved, facts)),
    }
}

/// On the plan: how the date moved in a week, and why. `None` if nothing moved it.
pub fn since_last_week(moved: &Moved, facts: Facts<'_>) -> Option<String> {
    let moving: Vec<&(Cause, i64)> = moved.parts.iter().filter(|(_, days)| *days != 0).collect();
    let total = match moved.days() {
        0 => "The same 80% date as a week ago".to_owned(),
        days => format!("{} than a week ago", shift(days)),
    };
    match moving[..] {
        [] => None,
        [(cause, _)] => Some(format!("{total}: {}.", name(cause, facts))),
        _ => Some(format!("{total}. {}", reasons(moved, facts))),
    }
}

/// What was finished, as a sentence.
fn done(cause: &Cause, facts: Facts<'_>) -> Option<String> {
    match cause {
        Cause::Finished(items) => Some(format!("{}.", took(items, facts))),
        _ => None,
    }
}

/// `Functions took 23 hours (the guide says 13 to 27 hours): 5 days earlier; 2 hours logged of 7 hours planned: 1 day later.`
fn reasons(moved: &Moved, facts: Facts<'_>) -> String {
    let moving = moved.parts.iter().filter(|(_, days)| *days != 0);
    let parts: Vec<String> =
        moving.map(|(cause, days)| format!("{}: {}", name(cause, facts), shift(*days))).collect();
    let mut text = parts.join("; ");
    if let Some(first) = text.get(..1) {
        text = first.to_ascii_uppercase() + &text[1..];
    }
    if text.is_empty() { text } else { text + "." }
}

fn name(cause: &Cause, facts: Facts<'_>) -> String {
    match cause {
        Cause::Roadmap => "the roadmap changed".to_owned(),
        Cause::Plan => "your answers and projects".to_owned(),
        Cause::Start => "your start date".to_owned(),
        Cause::Known => "what you already know".to_owned(),
        Cause::Hours => "your hours".to_owned(),
        Cause::TimeOff => "your days off".to_owned(),
        Cause::Pace => "what the dates are based on".to_owned(),
        Cause::Time { days, planned, logged } => time(*days, *planned, *logged),
        Cause::Steps(items) => format!("steps of {} done", names(items, facts)),
        Cause::Finished(items) => took(items, facts),
        Cause::Skipped(items) => format!("{} skipped", names(items, facts)),
        Cause::Reopened(items) => format!("{} reopened", names(items, facts)),
    }
}

fn time(days: i64, planned: Minutes, logged: Option<Minutes>) -> String {
    match logged {
        Some(logged) if days == 0 => format!("{} logged", amounts::time_short(logged)),
        Some(logged) => {
            format!("{} logged of {} planned", amounts::time_short(logged), amounts::time_short(planned))
        }
        None => format!("{} passed", amounts::count(days.unsigned_abs() as usize, "day")),
    }
}

/// `Functions took 23 hours (the guide says 13 to 27 hours)`
fn took(items: &[Item], facts: Facts<'_>) -> String {
    let names = names(items, facts);
    let finished: Vec<&FinishedItem> =
        facts.finished.iter().filter(|one| items.contains(&one.item)).collect();
    if finished.is_empty() || finished.iter().any(|one| one.was_known) {
        return match items {
            [_] => format!("{names} is done"),
            _ => format!("{names} are done"),
        };
    }
    let time: Minutes = finished.iter().map(|one| one.took).sum();
    let effort: Effort = finished.iter().map(|one| one.effort).sum();
    format!("{names} took {} (the guide says {})", amounts::hours(time), amounts::effort(effort))
}

/// Titles; of many, the first ones and the number of the others.
fn names(items: &[Item], facts: Facts<'_>) -> String {
    const MOST: usize = 4;
    let mut names: Vec<String> = items.iter().map(|item| titles::item(facts.roadmap, item)).collect();
    if names.len() > MOST {
        let others = names.split_off(MOST - 1).len();
        names.push(format!("{others} more"));
    }
    amounts::list(&names)
}

/// `5 days earlier`, `3 weeks later`
fn shift(days: i64) -> String {
    let distance = amounts::days(days.unsigned_abs());
    if days < 0 { format!("{distance} earlier") } else { format!("{distance} later") }
}

pub const KNEW_IT: &str = "I already knew it";

/// Asked where something was finished in less time than there was.
pub const DID_YOU_KNOW: &str =
    "That was quick. Did you already know it? If so, it won’t count toward your pace.";
