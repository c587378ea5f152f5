//! Words for the what-if slider.

use super::{amounts, dates, questions};
use planner::{Chances, NoFinish};
use roadmap::Minutes;

pub const TITLE: &str = "What if you had more or fewer hours?";
pub const SLIDER: &str = "Hours a week to try";
pub const HOURS: &str = "Hours a week";
pub const WRONG: &str = "Enter between 0 and 168 hours a week, such as 12 or 7.5.";

pub fn a_week(total: Minutes) -> String {
    format!("{} a week", amounts::time(total))
}

pub fn hint(usual: Minutes) -> String {
    format!(
        "You have {} a week. Move the slider or type a number, and every date updates.",
        amounts::time(usual)
    )
}

/// The finish date with `total` hours a week, and its difference from the plan's date.
pub fn result(
    total: Minutes,
    finish: Result<Option<Chances>, NoFinish>,
    usual: Result<Option<Chances>, NoFinish>,
) -> String {
    let finish = match finish {
        Ok(Some(finish)) => finish,
        Ok(None) => return String::new(),
        Err(why) => return questions::no_finish(why),
    };
    let with = format!("With {} you’d finish {}", a_week(total), dates::by_chance(finish));
    let Some(usual) = usual.ok().flatten() else { return format!("{with}.") };
    let days = (finish.p80 - usual.p80).num_days();
    let difference = amounts::days(days.unsigned_abs());
    match days {
        0 => format!("{with}, the same day as now."),
        1.. => format!("{with}, {difference} later than now."),
        _ => format!("{with}, {difference} earlier than now."),
    }
}

pub fn keep(total: Minutes) -> String {
    format!("Switch to {} from today", a_week(total))
}

pub fn back_to(usual: Minutes) -> String {
    format!("Back to {}", a_week(usual))
}
