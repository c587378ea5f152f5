//! Words for trying out other hours.

use super::{amounts, dates, questions};
use planner::{Chances, NoFinish};
use roadmap::Minutes;

pub const TITLE: &str = "What if you had more or fewer hours?";
pub const SLIDER: &str = "Hours a week to try out";
pub const HOURS: &str = "Hours a week";
pub const WRONG: &str = "Write hours a week as a number above 0 and up to 168, such as 12 or 7.5.";

pub fn a_week(total: Minutes) -> String {
    format!("{} a week", amounts::time(total))
}

pub fn hint(usual: Minutes) -> String {
    format!(
        "You have {} a week. Move the slider or type a number, and all dates follow.",
        amounts::time(usual)
    )
}

/// What the hours tried come to, beside what is planned.
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
    let with = format!("With {} you finish {}", a_week(total), dates::by_chance(finish));
    let days = usual.ok().flatten().map(|usual| (finish.p80 - usual.p80).num_days());
    match days {
        Some(0) => format!("{with}: the same day as now."),
        Some(days @ 1..) => format!("{with}: {} more than now.", amounts::days(days)),
        Some(days) => format!("{with}: {} sooner than now.", amounts::days(-days)),
        None => format!("{with}."),
    }
}

pub fn keep(total: Minutes) -> String {
    format!("Keep {} from today", a_week(total))
}

pub fn back_to(usual: Minutes) -> String {
    format!("Back to {}", a_week(usual))
}
