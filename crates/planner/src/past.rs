//! When each piece of work was begun, as far as marks and log say.

use std::collections::{BTreeMap, BTreeSet};

use crate::availability::Date;
use crate::item::Item;
use crate::plan::{Plan, Scheduled};
use crate::progress::Progress;

/// The date on which each piece of work of a plan was begun, in the plan's order; `None` if it was not.
///
/// That is the first date on which something of it was marked as begun or logged. Where there is none, it is the day
/// after the finish before it, or `start`.
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
/// let mut progress = Progress::default();
/// assert_eq!(past::begun(&plan, &progress, monday), [None]);
/// let friday = monday + chrono::Days::new(4);
/// progress.end(Item::Topic("variables".into()), Ending::Finished, friday);
/// assert_eq!(past::begun(&plan, &progress, monday), [Some(monday)]);
/// let tuesday = monday + chrono::Days::new(1);
/// progress.log.add(LogEntry::new(tuesday, Item::Topic("variables".into()), Minutes(30)));
/// assert_eq!(past::begun(&plan, &progress, monday), [Some(tuesday)]);
/// ```
pub fn begun(plan: &Plan, progress: &Progress, start: Date) -> Vec<Option<Date>> {
    let mut logged: BTreeMap<&Item, Date> = BTreeMap::new();
    for entry in progress.log.entries() {
        // Entries are in the order of their dates.
        logged.entry(&entry.item).or_insert(entry.on);
    }
    let stepped = progress.steps.items().flat_map(|(_, of_item)| of_item.done().values().copied());
    let finishes = progress.marks().filter_map(|(item, _)| progress.finished(item));
    let finishes: BTreeSet<Date> = finishes.chain(stepped).collect();
    let begin = |scheduled: &Scheduled| {
        let items: Vec<Item> = scheduled.items().into_iter().map(|(item, _)| item).collect();
        let started = items.iter().filter_map(|item| progress.mark(item).started);
        let sign = started.chain(items.iter().filter_map(|item| logged.get(item).copied())).min();
        let steps = items.iter().flat_map(|item| progress.steps.done(item)).map(|(_, on)| on);
        let finished = items.iter().filter_map(|item| progress.finished(item)).chain(steps).min();
        match (sign, finished) {
            (Some(sign), finished) => Some(finished.map_or(sign, |finished| sign.min(finished))),
            (None, Some(finished)) => {
                let before = finishes.range(..finished).next_back().and_then(|before| before.succ_opt());
                Some(before.unwrap_or(start).min(finished))
            }
            (None, None) => None,
        }
    };
    plan.work.iter().map(begin).collect()
}
