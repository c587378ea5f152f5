//! Words for the history of the plan.

use super::{amounts, dates};
use app::{Change, Moment};
use planner::Date;

pub const TITLE: &str = "Earlier versions";
pub const NOTE: &str =
    "Your plan before each recent change. Restoring one is itself a change, so nothing is lost.";
pub const NONE: &str = "None yet. They appear as you change your plan.";
pub const BACK: &str = "Restore";
pub const STATE: &str = "earlier version";

pub fn change(change: Change) -> &'static str {
    match change {
        Change::Answer => "changing an answer",
        Change::Hours => "changing your hours",
        Change::Dates => "changing a date",
        Change::TimeOff => "changing your days off",
        Change::Projects => "choosing projects",
        Change::Progress => "updating your progress",
        Change::Known => "marking what you already know",
        Change::Quiz => "answering a quiz",
        Change::Steps => "changing your own steps",
        Change::Notes => "changing your notes and links",
        Change::Signs => "answering about a sign",
        Change::Pitfall => "closing a hint",
        Change::Session => "moving a session",
        Change::Review => "closing the weekly review",
        Change::Log => "logging time",
        Change::LogEntryChanged => "changing a log entry",
        Change::LogEntryRemoved => "removing a log entry",
        Change::Pace => "changing the pace setting",
        Change::Baseline => "changing the baseline",
        Change::Break => "continuing after a break",
        Change::Roadmap => "changing the roadmap",
        Change::StartedOver => "starting over",
        Change::PlanOpened => "opening another plan",
        Change::BroughtBack => "restoring an earlier version",
        Change::OtherWindow => "a change in another window",
    }
}

/// Names an earlier state by the change that followed it.
pub fn before(change: Change) -> String {
    format!("Before {}", self::change(change))
}

pub fn count(count: usize) -> String {
    amounts::count(count, STATE)
}

/// `at 14:02`, on another day `on 3 November 2027 at 14:02`
pub fn moment(at: Moment, today: Date) -> String {
    let time = at.format("%H:%M");
    if at.date() == today { format!("at {time}") } else { format!("on {} at {time}", dates::date(at.date())) }
}

/// The time an earlier state was saved, set after [`before`].
pub fn saved_at(at: Moment, today: Date) -> String {
    format!(", {}", moment(at, today))
}

/// Accessible name of the button that restores a state; `number` tells states after equal changes apart.
pub fn bring_back(change: Change, number: usize) -> String {
    format!("{BACK}: {number}, before {}", self::change(change))
}
