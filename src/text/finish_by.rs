//! Words for the hours a week that a target date needs.

use super::{amounts, chances, dates};
use planner::Date;
use planner::finish_by::Needed;
use roadmap::Minutes;

pub const TITLE: &str = "Finish by a date";
pub const LEAD: &str = "Say by when, and see how likely that is and how many hours a week it takes.";
pub const MOST: &str = "The most hours a week you would go to";
pub const MOST_HINT: &str = "Beyond that, a date counts as out of reach.";
pub const KEEP: &str = "Keep this target";
pub const NO_TARGET: &str = "Enter a date to see what it takes.";
pub const NOTHING_LEFT: &str = "Nothing is left to do: any date is met.";
pub const ANSWER: &str = "What it takes";

pub fn chance(probability: f64, a_week: Minutes, target: Date) -> String {
    format!(
        "With your {} a week the chance to finish by {} is {}.",
        amounts::time(a_week),
        dates::date(target),
        chances::chance(probability)
    )
}

pub fn needed(needed: Needed, a_week: Minutes, most: Minutes) -> String {
    match needed {
        Needed::AWeek(total) if total <= a_week => {
            format!(
                "{} a week would be enough for a chance of 8 in 10: you have room to spare.",
                amounts::time(total)
            )
        }
        Needed::AWeek(total) => {
            format!("{} a week meet it with a chance of 8 in 10.", amounts::time(total))
        }
        Needed::NotBy(earliest) => format!(
            "Not by then: even with {} a week, the most you allow, 8 in 10 is reached on {} at the earliest. Fewer projects, fewer dates off or known topics bring it closer.",
            amounts::time(most),
            dates::date(earliest)
        ),
        Needed::Never => format!(
            "Not by then, and with {} a week not within the forty years that a plan can see.",
            amounts::time(most)
        ),
    }
}

pub fn past(today: Date) -> String {
    format!("That day has been. Choose {} or a later day.", dates::date(today))
}

pub fn take(total: Minutes) -> String {
    format!("Plan with {} a week from today", amounts::time(total))
}
