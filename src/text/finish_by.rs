//! Words for the hours a week that a target date needs.

use super::{amounts, chances, dates};
use planner::Date;
use planner::finish_by::Needed;
use roadmap::Minutes;

pub const TITLE: &str = "Target date";
pub const LEAD: &str = "Enter a date to see how likely it is and how many hours a week it would take.";
pub const MOST: &str = "Most hours a week you could manage";
pub const MOST_HINT: &str = "Dates that need more count as out of reach.";
pub const AIM: &str = "What do you want to finish by then?";
pub const EVERYTHING: &str = "Everything in my plan";
pub const JOB_READY: &str = "Job-ready: only the phases of my path";
pub const KEEP: &str = "Set as my target";
pub const NO_TARGET: &str = "Enter a date to see what it takes.";
pub const NOTHING_LEFT: &str = "There’s nothing left to do.";
pub const ANSWER: &str = "What it takes";

pub fn chance(probability: f64, a_week: Minutes, target: Date) -> String {
    format!(
        "With your {} a week, your chance of finishing by {} is {}.",
        amounts::time(a_week),
        dates::date(target),
        chances::chance(probability)
    )
}

pub fn needed(needed: Needed, a_week: Minutes, most: Minutes) -> String {
    match needed {
        Needed::AWeek(total) if total <= a_week => {
            format!(
                "{} a week would be enough for an 8 in 10 chance: you have room to spare.",
                amounts::time(total)
            )
        }
        Needed::AWeek(total) => {
            format!("{} a week would give you an 8 in 10 chance.", amounts::time(total))
        }
        Needed::NotBy(earliest) => format!(
            "Not by then. Even at {} a week, your maximum, the earliest 80% date is {}. Fewer projects or days off, or marking topics you know, would help.",
            amounts::time(most),
            dates::date(earliest)
        ),
        Needed::Never => {
            format!("Not by then: at {} a week it would take more than forty years.", amounts::time(most))
        }
    }
}

pub fn past(today: Date) -> String {
    format!("That date has passed. Choose {} or a later date.", dates::date(today))
}

pub fn take(total: Minutes) -> String {
    format!("Switch to {} a week from today", amounts::time(total))
}
