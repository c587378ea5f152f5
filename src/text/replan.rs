//! Words for replanning after a break.

use super::{amounts, dates};
use planner::finish_by::Needed;
use planner::{Chances, Date, DateRange, NoFinish};
use roadmap::Minutes;

pub const TITLE: &str = "Back from a break";
pub const NO_BREAK: &str =
    "No break to catch up on: you studied today or yesterday, or your plan hasn’t started yet.";
pub const EXTEND: &str = "Keep your hours";
pub const EXTEND_HINT: &str = "All dates move back by the study time you missed.";
pub const CATCH_UP: &str = "Catch up";
pub const LIGHTEN: &str = "Lighten the plan";
pub const LIGHTEN_HINT: &str = "Tick what you’d drop.";
pub const NOTHING_TO_LEAVE: &str = "There’s no project left to drop.";
/// Joins the gain and the new date.
pub const SOONER: &str = "earlier, 80% by";
pub const TAKE_EXTEND: &str = "Continue with the same hours";
pub const TAKE_LIGHTEN: &str = "Continue without these";

pub fn lead(dates: DateRange) -> String {
    format!(
        "Nothing logged or ticked from {}. Breaks happen. Whichever option you choose, these days count as days off, so they don’t affect your pace.",
        super::dates::span(dates)
    )
}

pub fn finish(finish: Result<Option<Chances>, NoFinish>) -> String {
    match finish {
        Ok(Some(finish)) => format!("You’d finish {}.", dates::by_chance(finish)),
        Ok(None) => "There’s nothing left to do.".to_owned(),
        Err(why) => super::questions::no_finish(why),
    }
}

/// The hours a week that keep the finish date from before the break.
pub fn catch_up(needed: Option<Needed>, before: Option<Date>, most: Minutes) -> String {
    let (Some(needed), Some(before)) = (needed, before) else {
        return "There was no date before the break.".to_owned();
    };
    let before = dates::date(before);
    match needed {
        Needed::AWeek(total) => format!(
            "{} a week gets you back to {before}, your 80% date before the break.",
            amounts::time(total)
        ),
        Needed::NotBy(earliest) => format!(
            "Your 80% date before the break was {before}. Even at {} a week, your maximum, the earliest one now is {}.",
            amounts::time(most),
            dates::date(earliest)
        ),
        Needed::Never => format!(
            "Your 80% date before the break was {before}. At {} a week, your maximum, it would take more than forty years.",
            amounts::time(most)
        ),
    }
}

pub fn take_catch_up(total: Minutes) -> String {
    format!("Continue with {} a week", amounts::time(total))
}

/// The effect of dropping one project.
pub fn gives(without: Result<Option<Chances>, NoFinish>, with: Result<Option<Chances>, NoFinish>) -> String {
    let (Ok(without), Ok(Some(with))) = (without, with) else { return String::new() };
    let Some(without) = without else { return "then you’re done".to_owned() };
    let days = (with.p80 - without.p80).num_days();
    match days {
        ..=0 => "the same date".to_owned(),
        1.. => {
            let sooner = amounts::days(days.unsigned_abs());
            format!("{sooner} {SOONER} {}", dates::short(without.p80))
        }
    }
}
