//! Words for replanning after a break.

use super::{amounts, dates};
use planner::finish_by::Needed;
use planner::{Chances, Date, DateRange, NoFinish};
use roadmap::Minutes;

pub const TITLE: &str = "After a break";
pub const NO_BREAK: &str =
    "There is no break to make up for: you were active yesterday or today, or your plan has not begun.";
pub const EXTEND: &str = "Keep your hours";
pub const EXTEND_HINT: &str = "All dates move by as much study as the break would have held.";
pub const CATCH_UP: &str = "Catch up";
pub const LIGHTEN: &str = "Lighten the plan";
pub const LIGHTEN_HINT: &str =
    "Tick what you would leave out. Tracks have no dates on the plan, so leaving them out moves nothing.";
pub const NOTHING_TO_LEAVE: &str = "No project that could be left out is left on your plan.";
/// Joins the gain and the new date.
pub const SOONER: &str = "sooner, 8 in 10 by";
pub const TAKE_EXTEND: &str = "Go on with the same hours";
pub const TAKE_LIGHTEN: &str = "Go on without these";

pub fn lead(dates: DateRange) -> String {
    format!(
        "Nothing was noted from {}. Breaks happen. Whichever way you choose, these days count as time off, so they say nothing about your pace.",
        super::dates::span(dates)
    )
}

pub fn finish(finish: Result<Option<Chances>, NoFinish>) -> String {
    match finish {
        Ok(Some(finish)) => format!("You finish {}.", dates::by_chance(finish)),
        Ok(None) => "Nothing is left to do.".to_owned(),
        Err(why) => super::questions::no_finish(why),
    }
}

/// The hours a week that keep the finish date from before the break.
pub fn catch_up(needed: Option<Needed>, before: Option<Date>, most: Minutes) -> String {
    let (Some(needed), Some(before)) = (needed, before) else {
        return "There is no date from before the break to catch up with.".to_owned();
    };
    let before = dates::date(before);
    match needed {
        Needed::AWeek(total) => format!(
            "{} a week, for 8 in 10 by {before}, which was your date before the break.",
            amounts::time(total)
        ),
        Needed::NotBy(earliest) => format!(
            "Your date before the break was {before}. Even with {} a week, the most you allow, 8 in 10 is reached on {} at the earliest.",
            amounts::time(most),
            dates::date(earliest)
        ),
        Needed::Never => format!(
            "Your date before the break was {before}. {} a week, the most you allow, do not come to an end within forty years.",
            amounts::time(most)
        ),
    }
}

pub fn take_catch_up(total: Minutes) -> String {
    format!("Go on with {} a week", amounts::time(total))
}

/// The effect of leaving out one project.
pub fn gives(without: Result<Option<Chances>, NoFinish>, with: Result<Option<Chances>, NoFinish>) -> String {
    let (Ok(without), Ok(Some(with))) = (without, with) else { return String::new() };
    let Some(without) = without else { return "then nothing is left".to_owned() };
    let days = (with.p80 - without.p80).num_days();
    match days {
        ..=0 => "the same date".to_owned(),
        1.. => {
            let sooner = amounts::days(days.unsigned_abs());
            format!("{sooner} {SOONER} {}", dates::short(without.p80))
        }
    }
}
