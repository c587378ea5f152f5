//! The study time per week that a target date needs.

use crate::availability::{Availability, Date};
use crate::forecast::Remaining;
use roadmap::Minutes;

/// The resolution of the minutes per week.
const STEP: u32 = 15;

/// The study time that a target date needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Minutes per week with which the target is met with the required probability.
    AWeek(Minutes),
    /// The first date that is met, because even the most time that the learner allows is not enough for the target.
    NotBy(Date),
    /// There is no such date within the horizon.
    Never,
}

/// The probability that the remaining work is finished by the end of a date.
///
/// ```
/// # use planner::*;
/// # use roadmap::Minutes;
/// # let roadmap = roadmap::shipped_roadmap();
/// # let mut answers = Answers::default();
/// # answers.give(Turn::first("Assess".into()), "complete-beginner");
/// # let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// # let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// # let (projects, known) = Default::default();
/// # let given = Assumptions { answers: &answers, availability: &life, start: monday, projects: &projects, known: &known };
/// # let plan = Plan::make(&roadmap, given).unwrap();
/// let progress = Progress::default();
/// let now = Now::of(&roadmap, &given, &progress, monday, PaceChoice::RangesOnly);
/// let left = Remaining::of(&plan, &now);
/// // 4 to 8 weeks are finished by the end of the sixth with a probability of one half.
/// let friday = Date::from_ymd_opt(2027, 2, 12).unwrap();
/// assert!((finish_by::chance(&left, &life, friday) - 0.5).abs() < 1e-3);
/// ```
pub fn chance(remaining: &Remaining, availability: &Availability, target: Date) -> f64 {
    if remaining.is_nothing() {
        return 1.0;
    }
    if target < remaining.as_of {
        return 0.0;
    }
    remaining.chance(availability.between(remaining.as_of, target))
}

/// The least study time per week, in quarters of an hour, with which everything is finished by a date with a
/// probability.
///
/// The days of the week keep their proportions, dates off stay off, and the past is unchanged.
///
/// ```
/// use planner::{Answers, Assumptions, Availability, Date, Now, PaceChoice, Plan, Progress, ProjectChoices, Remaining, Turn, Week};
/// use roadmap::Minutes;
/// use planner::finish_by::{Needed, needed};
///
/// # let roadmap = roadmap::shipped_roadmap();
/// let mut answers = Answers::default();
/// answers.give(Turn::first("Assess".into()), "complete-beginner");
/// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
/// let life = Availability::new(Week::on_workdays(Minutes::hours(10)), []);
/// let given = Assumptions {
///     answers: &answers,
///     availability: &life,
///     start: monday,
///     projects: &ProjectChoices::default(),
///     known: &Default::default(),
/// };
/// let plan = Plan::make(&roadmap, given).unwrap();
/// let progress = Progress::default();
/// let now = Now::of(&roadmap, &given, &progress, monday, PaceChoice::RangesOnly);
/// let left = Remaining::of(&plan, &now);
/// // 40 to 80 hours, 60 as likely as not, in six weeks of five days.
/// let friday = Date::from_ymd_opt(2027, 2, 12).unwrap();
/// assert_eq!(needed(&left, &life, friday, 0.5, Minutes::hours(40)), Needed::AWeek(Minutes::hours(10)));
/// ```
pub fn needed(
    remaining: &Remaining,
    availability: &Availability,
    target: Date,
    probability: f64,
    most: Minutes,
) -> Needed {
    let enough = remaining.minutes(probability);
    let from = remaining.as_of;
    let week = availability.week();
    let with = |total: Minutes| availability.clone().with_week_from(from, week.scaled(total));
    let meets = |total: Minutes| with(total).between(from, target) >= enough;
    if !meets(most) {
        return remaining.finish(probability, &with(most)).map_or(Needed::Never, Needed::NotBy);
    }
    let (mut too_few, mut steps) = (0, most.0.div_ceil(STEP));
    while steps - too_few > 1 {
        let middle = too_few + (steps - too_few) / 2;
        if meets(Minutes(middle * STEP)) { steps = middle } else { too_few = middle }
    }
    Needed::AWeek(Minutes(steps * STEP).min(most))
}
