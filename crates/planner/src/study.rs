//! What marks and log say about the past: how long finished work took, and the time spent on work in hand.

use std::collections::{BTreeMap, BTreeSet};

use roadmap::{Effort, Kind, Minutes, Phase, Roadmap, TopicId};

use crate::availability::{Availability, Date};
use crate::item::Item;
use crate::pace::{self, Finished, Pace};
use crate::plan::{Assumptions, Plan, Scheduled, Work};
use crate::progress::{Progress, Status};

/// How unevenly a phase divides into topics that were given equal shares, as a standard deviation of logarithms.
const SPLIT: f64 = 0.3;
/// Standard deviation of the logarithm of the time that one topic takes, at a known pace: its share of the phase, the noise
/// of a single piece, and the place in the range together.
const ONE_TOPIC: f64 = 0.35;
/// Work that took less than this share of its estimate was known before, or its time was spent elsewhere.
const IMPLAUSIBLY_SHORT: f64 = 1.0 / 3.0;
/// Work that took more than this many times its estimate was put aside meanwhile.
const IMPLAUSIBLY_LONG: f64 = 8.0;

/// What marks and log say about the past, on whatever path it was.
///
/// Once something is logged, only logged time counts as study from the date of the first entry on. Before, planned time
/// counts: that between two finishes went into what was finished at the later one, and that since the last finish goes
/// into what comes next, up to what that takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    pub pace: Pace,
    /// All finished items, on whatever path, in the order of their finishes.
    pub finished: Vec<FinishedItem>,
    /// Planned time until this morning that nothing finished has used; negative if some of today's is already used.
    idle: f64,
    /// For each item that was begun and not finished: planned time from then until this morning.
    since_begun: BTreeMap<Item, f64>,
    /// Minutes of today's study time that are logged.
    today: f64,
}

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

/// A finished item.
struct Ended {
    item: Item,
    on: Date,
    started: Option<Date>,
    effort: Effort,
    /// Index of the node that it belongs to.
    node: usize,
    /// Study time in minutes.
    took: f64,
}

impl Study {
    /// What is known on the morning of `today`.
    pub fn of(roadmap: &Roadmap, given: &Assumptions<'_>, progress: &Progress, today: Date) -> Self {
        let planned = Planned::of(given, progress);
        let mut ended = ended(roadmap, progress);
        ended.sort_by_key(|one| one.on);
        planned.credit(&mut ended, progress);
        let logged = progress.log.of_day(today);
        Self {
            finished: ended.iter().map(Ended::in_short).collect(),
            pace: Pace::learned(&evidence(roadmap, given, progress, &ended)),
            idle: planned.idle(&ended, today),
            since_begun: planned.since_begun(progress, today),
            today: f64::from(logged.min(given.availability.capacity(today)).0),
        }
    }
}

/// An open item of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    pub item: Item,
    /// What is left of it at the pace of the estimates.
    pub left: Effort,
    /// Study time spent on it.
    pub spent: Minutes,
    /// It took at least as long already as was expected, so it may be finished without a tick.
    pub took_long: bool,
    /// What the logged time has done of it, at the pace of the estimates.
    pub done: Minutes,
}

impl Study {
    /// The open items of a plan, in order, one list for each piece of work.
    pub fn open(&self, plan: &Plan, progress: &Progress) -> Vec<Vec<Open>> {
        let mut idle = self.idle.max(0.0);
        let open = |scheduled: &Scheduled| {
            let open =
                scheduled.items().into_iter().filter(|(item, _)| !progress.status_of(item).is_closed());
            let left = open.map(|(item, effort)| {
                let logged = progress.log.on(&item);
                // Only the first item gets the planned time.
                let planned = std::mem::take(&mut idle);
                let planned = self.since_begun.get(&item).map_or(planned, |begun| planned.min(*begun));
                self.left(item, effort, logged, planned)
            });
            left.collect()
        };
        plan.work.iter().map(open).collect()
    }

    fn left(&self, item: Item, effort: Effort, logged: Minutes, planned: f64) -> Open {
        let middle = expected(effort);
        // Nearly all items: nothing was spent on them, so how long they take need not be known.
        if middle == 0.0 || logged == Minutes::ZERO && planned == 0.0 {
            let took_long = logged > Minutes::ZERO;
            return Open { item, left: effort, spent: logged, took_long, done: Minutes::ZERO };
        }
        let takes = middle * libm::exp(self.pace.of(&self.pace.ahead().and(middle, 0.0)).quantile(0.5));
        let logged_minutes = f64::from(logged.0);
        let planned = planned.min((takes - logged_minutes).max(0.0));
        let part = unfinished((logged_minutes + planned) / takes);
        let share = |of: Minutes| Minutes((f64::from(of.0) * part).round() as u32);
        let left = Effort { low: share(effort.low), high: share(effort.high) };
        let logged_times = logged_minutes / takes;
        let done = middle * logged_times / (logged_times + unfinished(logged_times));
        let spent = logged + Minutes(planned.ceil() as u32);
        let took_long = spent > Minutes::ZERO && spent >= Minutes(takes as u32);
        Open { item, left, spent, took_long, done: Minutes(done as u32) }
    }

    /// What was finished that is not on a plan.
    pub fn also_done(&self, plan: &Plan) -> Vec<FinishedItem> {
        let on_plan = |scheduled: &Scheduled| -> Vec<Item> {
            match &scheduled.work {
                Work::Phase { topics, .. } => {
                    topics.iter().map(|planned| Item::Topic(planned.topic.clone())).collect()
                }
                Work::Project(project) => vec![Item::Project(project.clone())],
            }
        };
        let on_plan: BTreeSet<Item> = plan.work.iter().flat_map(on_plan).collect();
        self.finished.iter().filter(|one| !on_plan.contains(&one.item)).cloned().collect()
    }

    /// Minutes from the morning of today on that are already used.
    pub fn used(&self) -> f64 {
        self.today.max(-self.idle)
    }
}

/// What is expected to be left of a topic after a time without a finish; both in multiples of the time expected at first.
///
/// This is the mean of a log-normal distribution beyond that time. The longer it took already, the more is left
/// compared with the rest of the estimate: it never comes down to nothing by itself.
fn unfinished(spent: f64) -> f64 {
    if spent <= 0.0 {
        return 1.0;
    }
    // Farther out, both tails are too small for the quotient.
    let spent = spent.min(50.0);
    let (log, half) = (libm::log(spent), ONE_TOPIC * ONE_TOPIC / 2.0);
    let beyond = |shift: f64| pace::below((shift - log) / ONE_TOPIC);
    beyond(half) / beyond(-half) - spent
}

/// Planned study time as far as it counts as study: before the first log entry.
struct Planned<'a> {
    availability: &'a Availability,
    start: Date,
    /// The last date on which planned time counts.
    until: Date,
}

impl<'a> Planned<'a> {
    fn of(given: &Assumptions<'a>, progress: &Progress) -> Self {
        let first = progress.log.entries().first();
        let until = first.map_or(Date::MAX, |first| first.on.pred_opt().unwrap_or(Date::MIN));
        Self { availability: given.availability, start: given.start, until }
    }

    fn between(&self, from: Date, to: Date) -> f64 {
        let (from, to) = (from.max(self.start), to.min(self.until));
        if from <= to { f64::from(self.availability.between(from, to).0) } else { 0.0 }
    }

    /// Gives each finished item the time that was logged for it, and its share of the planned time since the finish
    /// before. Items are in the order of their finishes.
    fn credit(&self, ended: &mut [Ended], progress: &Progress) {
        let mut next_day = self.start;
        for together in ended.chunk_by_mut(|one, other| one.on == other.on) {
            let on = together[0].on;
            // The beginning is unknown unless all items have one: `None` is less than any date.
            let begun = together.iter().map(|one| one.started).min().flatten();
            let time = self.between(begun.map_or(next_day, |begun| begun.max(next_day)), on);
            let all: f64 = together.iter().map(|one| expected(one.effort)).sum();
            for one in together {
                let share = if all > 0.0 { expected(one.effort) / all } else { 0.0 };
                one.took = f64::from(progress.log.on(&one.item).0) + share * time;
            }
            next_day = on.succ_opt().unwrap_or(Date::MAX);
        }
    }

    fn since_begun(&self, progress: &Progress, today: Date) -> BTreeMap<Item, f64> {
        let Some(yesterday) = today.pred_opt() else { return BTreeMap::new() };
        let begun = progress.marks().filter(|(_, mark)| mark.ended.is_none());
        let since = |on: Date| if on <= yesterday { self.between(on, yesterday) } else { 0.0 };
        begun.filter_map(|(item, mark)| Some((item.clone(), since(mark.started?)))).collect()
    }

    fn idle(&self, ended: &[Ended], today: Date) -> f64 {
        let by = |date: Option<Date>| date.map_or(0.0, |date| self.between(self.start, date));
        let all: f64 = ended.iter().map(|one| expected(one.effort)).sum();
        // On the day of the last finish, as much is used as the plan expected.
        let used = ended.last().map_or(0.0, |last| {
            let on = last.on.min(today);
            all.clamp(by(on.pred_opt()), by(Some(on)))
        });
        by(today.pred_opt()) - used
    }
}

/// The finished items of a roadmap, on whatever path, each with its effort in the first phase that names it.
fn ended(roadmap: &Roadmap, progress: &Progress) -> Vec<Ended> {
    let mut ended = Vec::new();
    let mut add = |item: Item, effort: Effort, node: usize| {
        if let Some(on) = progress.finished(&item) {
            let started = progress.mark(&item).started;
            ended.push(Ended { item, on, started, effort, node, took: 0.0 });
        }
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
                    let effort = Effort::of(project.estimate_hours, Minutes::hours(1));
                    add(Item::Project(project.id.clone()), effort, node);
                }
            }
            Kind::Start | Kind::Decision | Kind::Path(_) | Kind::Track(_) | Kind::Milestone(_) => {}
        }
    }
    ended
}

/// The finished items as evidence of the pace, in the order of their finishes: those of one phase together, and each
/// project.
fn evidence(
    roadmap: &Roadmap,
    given: &Assumptions<'_>,
    progress: &Progress,
    ended: &[Ended],
) -> Vec<Finished> {
    let mut pieces: BTreeMap<(usize, Option<&Item>), Vec<&Ended>> = BTreeMap::new();
    for one in ended.iter().filter(|one| one.is_plausible()) {
        let project = matches!(one.item, Item::Project(_)).then_some(&one.item);
        pieces.entry((one.node, project)).or_default().push(one);
    }
    let mut pieces: Vec<Vec<&Ended>> = pieces.into_values().collect();
    pieces.sort_by_key(|piece| piece.last().map(|one| one.on));
    let finished = |piece: &Vec<&Ended>| {
        let effort: Effort = piece.iter().map(|one| one.effort).sum();
        let expected = expected(effort);
        let part = match &roadmap.nodes()[piece[0].node].kind {
            Kind::Phase(phase) => split(roadmap, phase, given, progress, piece),
            _ => 0.0,
        };
        Finished {
            expected,
            actual: piece.iter().map(|one| one.took).sum(),
            chance: pace::chance(effort) / (expected * expected) + part,
        }
    };
    pieces.iter().map(finished).collect()
}

/// The variance of the logarithm of the time that the finished topics of a phase took that comes from how it divides
/// into topics. How much more one topic takes than its share, the others take less, so it is zero for all of them.
fn split(
    roadmap: &Roadmap,
    phase: &Phase,
    given: &Assumptions<'_>,
    progress: &Progress,
    finished: &[&Ended],
) -> f64 {
    let counts = |topic: &TopicId| {
        let item = Item::Topic(topic.clone());
        !given.known.contains(topic)
            && match progress.status_of(&item) {
                Status::Skipped(_) => false,
                Status::Done(_) => finished.iter().any(|one| one.item == item),
                _ => true,
            }
    };
    let shares = roadmap.shares(phase).filter(|(topic, _)| counts(topic));
    let all: f64 = shares.map(|(_, effort)| expected(effort) * expected(effort)).sum();
    let part: f64 = finished.iter().map(|one| expected(one.effort) * expected(one.effort)).sum();
    let sum: f64 = finished.iter().map(|one| expected(one.effort)).sum();
    SPLIT * SPLIT * part * (all - part).max(0.0) / all / (sum * sum)
}

impl Ended {
    fn in_short(&self) -> FinishedItem {
        FinishedItem {
            item: self.item.clone(),
            effort: self.effort,
            took: Minutes(self.took.round() as u32),
            was_known: self.took < IMPLAUSIBLY_SHORT * expected(self.effort),
        }
    }

    fn is_plausible(&self) -> bool {
        let times = self.took / expected(self.effort);
        (IMPLAUSIBLY_SHORT..=IMPLAUSIBLY_LONG).contains(&times)
    }
}

fn expected(effort: Effort) -> f64 {
    f64::from(effort.middle().0)
}
