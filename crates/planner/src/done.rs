//! What was finished when, step by step, and the study time that went into it.

use std::collections::{BTreeMap, BTreeSet};

use crate::availability::Date;
use crate::item::Item;
use crate::log::LogEntry;
use crate::progress::Progress;
use crate::steps::{PlannedStep, StepKey, Steps};
use roadmap::{Effort, Kind, Minutes, Roadmap};

/// Work that took less than this share of its estimate was known before, or its time was spent elsewhere.
const IMPLAUSIBLY_SHORT: f64 = 1.0 / 3.0;
/// Work that took more than this many times its estimate was put aside meanwhile.
const IMPLAUSIBLY_LONG: f64 = 8.0;
/// The same of steps of an open item: beyond that, the time probably went into steps without a tick, too.
const IMPLAUSIBLY_LONG_STEPS: f64 = 3.0;

/// A finished topic or project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishedItem {
    pub item: Item,
    /// Its estimate.
    pub effort: Effort,
    /// The study time it took: what was logged, and otherwise its share of the planned time since the finish before.
    pub took: Minutes,
    /// It took so little of its estimate that it was probably known before.
    pub was_known: bool,
}

/// A step with its share of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct StepShare {
    pub key: StepKey,
    pub share: f64,
    pub done: Option<Date>,
}

/// Something finished on one day: an item, some of its steps, or what was left of it after them.
pub struct Ended {
    pub item: Item,
    pub on: Date,
    pub started: Option<Date>,
    /// That of the whole item.
    pub effort: Effort,
    /// Index of the node that it belongs to.
    pub node: usize,
    /// The part of the item.
    pub part: f64,
    /// The sum of the squares of the shares of its steps.
    pub squares: f64,
    /// Nothing of the item is left.
    pub is_last: bool,
    /// Logged time in minutes.
    pub logged: f64,
    /// Study time in minutes.
    pub took: f64,
}

/// What is finished of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneOf {
    /// Index of the node that it belongs to.
    pub node: usize,
    /// That of the whole item.
    pub effort: Effort,
    pub part: f64,
    /// The sum of the squares of the shares of the finished steps.
    pub squares: f64,
    /// The days on which something of it was finished, in ascending order.
    pub days: Vec<DayOf>,
    /// Nothing of it is left.
    pub is_whole: bool,
    /// Logged time in minutes.
    pub logged: f64,
    /// Study time in minutes.
    pub took: f64,
}

/// What was finished of an item on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayOf {
    pub on: Date,
    pub part: f64,
    /// Logged time in minutes.
    pub logged: f64,
    /// Study time in minutes.
    pub took: f64,
}

impl Ended {
    pub fn expected(&self) -> f64 {
        expected(self.effort) * self.part
    }
}

impl DoneOf {
    pub fn expected(&self) -> f64 {
        expected(self.effort) * self.part
    }

    pub fn in_short(&self, item: &Item) -> FinishedItem {
        FinishedItem {
            item: item.clone(),
            effort: self.effort,
            took: Minutes(self.took.round() as u32),
            was_known: self.took < IMPLAUSIBLY_SHORT * self.expected(),
        }
    }

    /// The variance in squared minutes of the time that the finished steps took, because nobody knows how much of it went
    /// into a step without a tick, or was not used: as much as one step.
    pub fn without_tick(&self, steps: Option<&Vec<StepShare>>) -> f64 {
        let count = steps.map_or(1, Vec::len).max(1) as f64;
        if self.is_whole { 0.0 } else { (expected(self.effort) / count) * (expected(self.effort) / count) }
    }

    pub fn is_plausible(&self) -> bool {
        let times = self.took / self.expected();
        let longest = if self.is_whole { IMPLAUSIBLY_LONG } else { IMPLAUSIBLY_LONG_STEPS };
        (IMPLAUSIBLY_SHORT..=longest).contains(&times)
    }

    /// The variance in squared minutes, in units of the deviation squared, of the time that the finished steps take, because
    /// how the item divides into steps is a guess, as how a phase divides into topics is.
    pub fn split(&self, steps: Option<&Vec<StepShare>>) -> f64 {
        if self.is_whole {
            return 0.0;
        }
        let all: f64 = steps.into_iter().flatten().map(|step| step.share * step.share).sum();
        let whole = expected(self.effort) * expected(self.effort);
        if all > 0.0 { whole * (self.squares - self.squares * self.squares / all).max(0.0) } else { 0.0 }
    }
}

/// The steps of the topics and projects of a roadmap that have some.
pub fn steps(roadmap: &Roadmap, steps: &Steps) -> BTreeMap<Item, Vec<StepShare>> {
    let topics = roadmap.topics().map(|topic| Item::Topic(topic.id.clone()));
    let items = topics.chain(roadmap.projects().map(|project| Item::Project(project.id.clone())));
    let of = |item: Item| {
        let all = steps.of(roadmap, &item).into_iter();
        let share = |step: PlannedStep<'_>| {
            let done = steps.done_on(&item, &step.key);
            StepShare { key: step.key, share: step.share, done }
        };
        let all: Vec<StepShare> = all.map(share).collect();
        (!all.is_empty()).then_some((item, all))
    };
    items.filter_map(of).collect()
}

/// What is finished of a roadmap, on whatever path, each item with its effort in the first phase that names it.
pub fn ended(roadmap: &Roadmap, steps: &BTreeMap<Item, Vec<StepShare>>, progress: &Progress) -> Vec<Ended> {
    let mut ended = Vec::new();
    let mut add = |item: Item, effort: Effort, node: usize| {
        let finished = progress.finished(&item);
        let started = progress.mark(&item).started;
        let days = days(steps.get(&item).map_or(&[], Vec::as_slice), finished);
        let last = finished.is_some().then_some(days.len().saturating_sub(1));
        ended.extend(days.into_iter().enumerate().map(|(at, (on, part, squares))| Ended {
            item: item.clone(),
            on,
            started,
            effort,
            node,
            part,
            squares,
            is_last: last == Some(at),
            logged: 0.0,
            took: 0.0,
        }));
    };
    let mut seen = BTreeSet::new();
    for (node, kind) in roadmap.nodes().iter().map(|node| &node.kind).enumerate() {
        match kind {
            Kind::Phase(phase) => {
                for (topic, effort) in roadmap.shares(phase).filter(|(topic, _)| seen.insert(*topic)) {
                    add(Item::Topic(topic.clone()), effort, node);
                }
            }
            Kind::Projects(projects) => {
                for project in projects {
                    add(Item::Project(project.id.clone()), project.effort(), node);
                }
            }
            Kind::Start | Kind::Decision | Kind::Path(_) | Kind::Track(_) | Kind::Milestone(_) => {}
        }
    }
    ended
}

/// The days on which something of an item was finished, in order, each with the part of the item and the sum of the
/// squares of the steps' shares. What has no date of its own is finished with the item.
fn days(steps: &[StepShare], finished: Option<Date>) -> Vec<(Date, f64, f64)> {
    if steps.iter().all(|step| step.done.is_none()) {
        let squares = steps.iter().map(|step| step.share * step.share).sum();
        return finished.map(|on| (on, 1.0, squares)).into_iter().collect();
    }
    let mut days: BTreeMap<Date, (f64, f64)> = BTreeMap::new();
    let mut open = 1.0;
    for step in steps {
        // A step of a finished item was done with it at the latest.
        let Some(on) = step.done.min(finished).or(step.done).or(finished) else { continue };
        let (part, squares) = days.entry(on).or_default();
        *part += step.share;
        *squares += step.share * step.share;
        open -= step.share;
    }
    if let Some(on) = finished {
        // All parts together are the item, however they are rounded.
        days.entry(on).or_default().0 += open;
    }
    days.into_iter().map(|(on, (part, squares))| (on, part, squares)).collect()
}

/// Gives each finish the time that was logged for its item since the finish before it; the last one gets all that was
/// logged afterward, too.
pub fn credit_log(ended: &mut [Ended], progress: &Progress) {
    let cut: BTreeSet<Item> = ended.iter().filter(|one| !one.is_last).map(|one| one.item.clone()).collect();
    let mut logged: BTreeMap<&Item, Vec<&LogEntry>> = BTreeMap::new();
    for entry in progress.log.entries().iter().filter(|entry| cut.contains(&entry.item)) {
        logged.entry(&entry.item).or_default().push(entry);
    }
    let mut credited: BTreeMap<Item, f64> = BTreeMap::new();
    for one in ended {
        let all = if one.is_last {
            progress.log.on(&one.item)
        } else {
            let entries = logged.get(&one.item).map_or(&[][..], Vec::as_slice);
            entries.iter().take_while(|entry| entry.on <= one.on).map(|entry| entry.minutes).sum()
        };
        let before = credited.entry(one.item.clone()).or_default();
        one.logged = f64::from(all.0) - *before;
        *before = f64::from(all.0);
    }
}

/// What is finished of each item.
pub fn together<'a>(ended: impl IntoIterator<Item = &'a Ended>) -> BTreeMap<Item, DoneOf> {
    let mut done: BTreeMap<Item, DoneOf> = BTreeMap::new();
    for one in ended {
        let of_item = done.entry(one.item.clone()).or_insert_with(|| DoneOf {
            node: one.node,
            effort: one.effort,
            part: 0.0,
            squares: 0.0,
            days: Vec::new(),
            is_whole: false,
            logged: 0.0,
            took: 0.0,
        });
        of_item.part += one.part;
        of_item.squares += one.squares;
        of_item.days.push(DayOf { on: one.on, part: one.part, logged: one.logged, took: one.took });
        of_item.is_whole |= one.is_last;
        of_item.logged += one.logged;
        of_item.took += one.took;
    }
    for of_item in done.values_mut().filter(|of_item| of_item.is_whole) {
        of_item.part = 1.0;
    }
    done
}

/// The middle of an effort, in minutes.
pub fn expected(effort: Effort) -> f64 {
    f64::from(effort.middle().0)
}
