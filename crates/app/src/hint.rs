//! What the page has to say unasked: a pitfall, or signs of success to look for. One thing at a time.

use chrono::Days;

use super::document::Document;
use super::outlook::Outlook;
use planner::{Date, Facts};
use roadmap::{Pitfall, Roadmap, Sign, Trigger};

/// No pitfall in the first days of a plan.
const FIRST_DAYS: u64 = 7;
/// After a pitfall was sent away, no other one for so many days.
const QUIET_DAYS: u64 = 14;
/// After the question about signs was put off, it is not asked for so many days.
const SIGNS_AGAIN: u64 = 28;
/// Days of a month, on average.
const MONTH: f64 = 30.437;

/// Something to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint<'a> {
    Pitfall {
        pitfall: &'a Pitfall,
        /// What the page has noticed, with the figures filled in.
        noticed: String,
        /// What to do about it.
        advice: &'a str,
    },
    /// Signs of success that may be there by now.
    Signs(Vec<&'a Sign>),
}

/// What to say today; `None` most of the time. Each pitfall speaks until it was sent away, and then no more.
pub fn hint<'a>(
    document: &Document,
    roadmap: &'a Roadmap,
    outlook: &Outlook,
    today: Date,
) -> Option<Hint<'a>> {
    let online = roadmap.projects().filter(|project| {
        let item = planner::Item::Project(project.id.clone());
        !document.notes.links(&item).is_empty()
    });
    let facts = Facts {
        roadmap,
        plan: &outlook.plan,
        progress: &document.progress,
        start: outlook.start,
        today,
        online: online.count(),
    };
    pitfall(document, roadmap, &facts).or_else(|| signs(document, roadmap, &facts))
}

fn pitfall<'a>(document: &Document, roadmap: &'a Roadmap, facts: &Facts<'_>) -> Option<Hint<'a>> {
    let since =
        |date: Date, days: u64| date.checked_add_days(Days::new(days)).is_some_and(|on| on <= facts.today);
    let is_quiet = document.sent_away.values().any(|on| !since(*on, QUIET_DAYS));
    if !since(facts.start, FIRST_DAYS) || is_quiet {
        return None;
    }
    let pitfalls = roadmap.about().pitfalls.iter();
    pitfalls.filter(|pitfall| !document.sent_away.contains_key(&pitfall.id)).find_map(|pitfall| {
        let trigger = pitfall.triggers.iter().find(|trigger| facts.hold(&trigger.when))?;
        Some(Hint::Pitfall { pitfall, noticed: noticed(trigger, facts), advice: &trigger.task })
    })
}

/// The words of a trigger with its facts in whole numbers.
fn noticed(trigger: &Trigger, facts: &Facts<'_>) -> String {
    let mut text = trigger.say.clone();
    for condition in &trigger.when {
        let fact = condition.fact;
        text = text.replace(&format!("{{{}}}", fact.name()), &format!("{}", facts.value(fact).floor()));
    }
    text
}

/// The signs whose level is due, and those that their own conditions suggest.
fn signs<'a>(document: &Document, roadmap: &'a Roadmap, facts: &Facts<'_>) -> Option<Hint<'a>> {
    let put_off = document.signs_put_off.and_then(|on| on.checked_add_days(Days::new(SIGNS_AGAIN)));
    if put_off.is_some_and(|again| facts.today < again) {
        return None;
    }
    let months = (facts.today - facts.start).num_days() as f64 / MONTH;
    let offered = roadmap.about().success.iter().flat_map(|level| {
        let is_due = months >= f64::from(level.months.low);
        level.signs.iter().filter(move |sign| is_due || !sign.suggest.is_empty() && facts.hold(&sign.suggest))
    });
    // Those ticked today stay in sight.
    let ticked = |sign: &&Sign| document.signs.get(&sign.id).is_some_and(|on| *on < facts.today);
    let offered: Vec<&Sign> = offered.filter(|sign| !ticked(sign)).collect();
    let is_one_open = offered.iter().any(|sign| !document.signs.contains_key(&sign.id));
    is_one_open.then_some(Hint::Signs(offered))
}
