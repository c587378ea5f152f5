//! Words for the history of the plan.

use super::{amounts, dates};
use app::{Change, Moment};
use planner::Date;

pub const TITLE: &str = "Earlier states";
pub const NOTE: &str = "What your plan was before its last changes. To bring one back is a change too, so that nothing gets lost by it.";
pub const NONE: &str = "There are none yet: they come with your changes.";
pub const BACK: &str = "Bring it back";
pub const STATE: &str = "earlier state";

pub fn change(change: Change) -> &'static str {
    match change {
        Change::Answer => "an answer",
        Change::Hours => "your hours",
        Change::Dates => "a date",
        Change::TimeOff => "your time off",
        Change::Projects => "your projects",
        Change::Progress => "your progress",
        Change::Known => "what you knew before",
        Change::Quiz => "answers in a quiz",
        Change::Steps => "your own steps",
        Change::Notes => "your notes and links",
        Change::Signs => "a sign of success",
        Change::Pitfall => "closing a hint",
        Change::Session => "moving a session",
        Change::Review => "closing the weekly review",
        Change::Log => "logging time",
        Change::LogEntryChanged => "changing a log entry",
        Change::LogEntryRemoved => "removing a log entry",
        Change::Pace => "how your pace counts",
        Change::Baseline => "the frozen dates",
        Change::Break => "going on after a break",
        Change::StartedOver => "starting over",
        Change::PlanOpened => "opening another plan",
        Change::BroughtBack => "bringing an earlier plan back",
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
