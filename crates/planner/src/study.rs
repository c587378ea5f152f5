//! What marks and log say about the past: how long finished work took, and the time spent on work in hand.

use std::collections::{BTreeMap, BTreeSet};

use crate::availability::{Availability, Date};
use crate::done::{self, DayOf, DoneOf, Ended, FinishedItem, StepShare, expected};
use crate::evidence::evidence;
use crate::item::Item;
use crate::pace::{self, Pace};
use crate::plan::{Assumptions, Plan, Scheduled, Work};
use crate::progress::Progress;
use crate::steps::StepKey;
use roadmap::{Effort, Minutes, Roadmap};

/// Standard deviation of the logarithm of the time that one topic takes, at a known pace: its share of the phase, the noise
/// of a single piece, and the place in the range together.
const ONE_TOPIC: f64 = 0.35;
/// What marks and log say about the past, on whatever path it was.
///
/// Once something is logged, only logged time counts as study from the date of the first entry on. Before, planned time
/// counts: that between two finishes went into what was finished at the later one, and that since the last finish goes
/// into what comes next, up to what that takes. Finishes are those of steps, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    pub pace: Pace,
    /// The number of topics and projects that the pace is estimated from.
    pub evidence: usize,
    /// All finished items, on whatever path, in the order of their finishes.
    pub finished: Vec<FinishedItem>,
    idle: Idle,
    /// For each item that was begun and not finished: planned time from then, or from its last finished step, until this
    /// morning.
    since_begun: BTreeMap<Item, f64>,
    /// The steps of all items that have some, in order, each with its share.
    steps: BTreeMap<Item, Vec<StepShare>>,
    /// What is done of items, step by step.
    done: BTreeMap<Item, DoneOf>,
    /// Minutes of today's study time that are logged.
    today: f64,
}

/// Planned time that nothing finished has used, in minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Idle {
    /// Until this morning; negative if some of today's is already used.
    so_far: f64,
    /// That of the day of the last finish, which is also credited to what was finished then.
    on_last_day: f64,
}

impl Idle {
    /// Which part of the planned time that goes into an item is also credited to its last finished step.
    fn credited_twice(self, planned: f64) -> f64 {
        let later = self.so_far.max(0.0) - self.on_last_day;
        (planned - later).clamp(0.0, self.on_last_day)
    }
}

impl Study {
    /// What is known on the morning of `today`.
    pub fn of(roadmap: &Roadmap, given: &Assumptions<'_>, progress: &Progress, today: Date) -> Self {
        let planned = Planned::of(given, progress);
        let steps = done::steps(roadmap, &progress.steps);
        let mut ended = done::ended(roadmap, &steps, progress);
        ended.sort_by_key(|one| one.on);
        done::credit_log(&mut ended, progress);
        planned.credit(&mut ended);
        let done = done::together(&ended);
        // In the middle of a day nobody knows whether everything done is ticked already.
        let is_settled =
            |one: &&Ended| one.on < today || done.get(&one.item).is_some_and(|done| done.is_whole);
        let settled = done::together(ended.iter().filter(is_settled));
        let last = ended.iter().filter(|one| one.is_last);
        let logged = progress.log.of_day(today);
        Self {
            finished: last.filter_map(|one| Some(done.get(&one.item)?.in_short(&one.item))).collect(),
            pace: Pace::learned(&evidence(roadmap, &steps, given, progress, &settled)),
            evidence: settled.values().filter(|done| done.is_plausible()).count(),
            idle: planned.idle(&ended, today),
            since_begun: planned.since_begun(progress, &done, today),
            steps,
            done,
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
    /// What is done of it, at the pace of the estimates: by finished steps, and by time logged since.
    pub done: Minutes,
    /// What finished steps have done of it.
    pub by_steps: Minutes,
    /// Its open steps, in order.
    pub steps: Vec<OpenStep>,
}

/// An open step of an open item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenStep {
    pub key: StepKey,
    /// What is left of the item until the step is done, at the pace of the estimates.
    pub until: Minutes,
}

impl Study {
    /// The open items of a plan, in order, one list for each piece of work.
    pub fn open(&self, plan: &Plan, progress: &Progress) -> Vec<Vec<Open>> {
        let mut idle = self.idle.so_far.max(0.0);
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
        let done = self.done.get(&item);
        let part = done.map_or(0.0, |done| done.part);
        let rest = expected(effort) * (1.0 - part);
        let by_steps = Minutes((expected(effort) * part).round() as u32);
        if rest <= 0.0 || done.is_none() && logged == Minutes::ZERO && planned == 0.0 {
            // Nearly all items: nothing was spent on what is left, so how long that takes need not be known.
            let left = portion(effort, 1.0 - part);
            let took_long = rest <= 0.0 && logged > Minutes::ZERO;
            let steps = self.open_steps(&item, effort, rest, left);
            return Open { item, left, spent: logged, took_long, done: by_steps, by_steps, steps };
        }
        let pace = libm::exp(self.pace.of(&self.pace.ahead().and(rest, 0.0)).quantile(0.5));
        let takes = rest * pace;
        let Spent { logged: by_log, all } =
            Spent::on_rest(done, expected(effort) * pace, self.idle.credited_twice(planned), logged);
        let planned = planned.min((takes - all).max(0.0));
        let left = portion(effort, (1.0 - part) * unfinished((all + planned) / takes));
        let times = by_log / takes;
        let by_log = rest * times / (times + unfinished(times));
        let steps = self.open_steps(&item, effort, rest, left);
        let on_rest = (all + planned).ceil();
        Open {
            item,
            left,
            spent: logged + Minutes(planned.ceil() as u32),
            took_long: on_rest > 0.0 && on_rest >= takes.floor(),
            done: by_steps + Minutes(by_log as u32),
            by_steps,
            steps,
        }
    }

    /// The open steps of an item of whose `rest` in minutes this much is left. Time spent goes into the first of them.
    fn open_steps(&self, item: &Item, effort: Effort, rest: f64, left: Effort) -> Vec<OpenStep> {
        let Some(steps) = self.steps.get(item) else { return Vec::new() };
        let spent = rest - expected(left);
        let mut sum = 0.0;
        let open = steps.iter().filter(|step| step.done.is_none()).map(|step| {
            sum += step.share * expected(effort);
            OpenStep { key: step.key.clone(), until: Minutes((sum - spent).max(0.0).round() as u32) }
        });
        open.collect()
    }

    /// The days on which something of an item was finished, each with the part of the item.
    pub fn done_by_day(&self) -> BTreeMap<Item, Vec<(Date, f64)>> {
        let parts = |done: &DoneOf| done.days.iter().map(|day| (day.on, day.part)).collect();
        self.done.iter().map(|(item, done)| (item.clone(), parts(done))).collect()
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
        self.today.max(-self.idle.so_far)
    }
}

/// Study time in minutes that went into what is left of an item after its finished steps.
struct Spent {
    logged: f64,
    /// With planned time.
    all: f64,
}

impl Spent {
    /// Finished steps took no longer than expected of an item that takes so many minutes. What was spent beyond that until
    /// each of them went into the next ones, as did all that was logged later.
    fn on_rest(done: Option<&DoneOf>, takes: f64, credited_twice: f64, logged: Minutes) -> Self {
        let logged = f64::from(logged.0);
        let Some(done) = done else { return Self { logged, all: logged } };
        let beyond = |spent: fn(&DayOf) -> f64| {
            done.days.iter().fold(0.0, |before: f64, day| (before + spent(day) - day.part * takes).max(0.0))
        };
        let later = logged - done.logged;
        Self {
            logged: later + beyond(|day| day.logged),
            all: later + (beyond(|day| day.took) - credited_twice).max(0.0),
        }
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

    /// Gives each finish the time that was logged for it, and its share of the planned time since the finish before. They
    /// are in the order of their dates.
    fn credit(&self, ended: &mut [Ended]) {
        let mut next_day = self.start;
        for together in ended.chunk_by_mut(|one, other| one.on == other.on) {
            let on = together[0].on;
            // The beginning is unknown unless all items have one: `None` is less than any date.
            let begun = together.iter().map(|one| one.started).min().flatten();
            let time = self.between(begun.map_or(next_day, |begun| begun.max(next_day)), on);
            let all: f64 = together.iter().map(Ended::expected).sum();
            for one in together {
                let share = if all > 0.0 { one.expected() / all } else { 0.0 };
                one.took = one.logged + share * time;
            }
            next_day = on.succ_opt().unwrap_or(Date::MAX);
        }
    }

    fn since_begun(
        &self,
        progress: &Progress,
        done: &BTreeMap<Item, DoneOf>,
        today: Date,
    ) -> BTreeMap<Item, f64> {
        let Some(yesterday) = today.pred_opt() else { return BTreeMap::new() };
        let begun = progress.marks().filter(|(_, mark)| mark.ended.is_none());
        let since = begun.filter_map(|(item, mark)| {
            let last = done.get(item).and_then(|done| done.days.last());
            let from = mark.started.max(last.and_then(|last| last.on.succ_opt()))?;
            mark.started?;
            Some((item.clone(), if from <= yesterday { self.between(from, yesterday) } else { 0.0 }))
        });
        since.collect()
    }

    fn idle(&self, ended: &[Ended], today: Date) -> Idle {
        let by = |date: Option<Date>| date.map_or(0.0, |date| self.between(self.start, date));
        let all: f64 = ended.iter().map(Ended::expected).sum();
        // On the day of the last finish, as much is used as the plan expected.
        let last = ended.last().map(|last| last.on.min(today));
        let used = last.map_or(0.0, |on| all.clamp(by(on.pred_opt()), by(Some(on))));
        Idle { so_far: by(today.pred_opt()) - used, on_last_day: last.map_or(0.0, |on| by(Some(on)) - used) }
    }
}

/// A part of an effort.
fn portion(effort: Effort, part: f64) -> Effort {
    let of = |minutes: Minutes| Minutes((f64::from(minutes.0) * part).round() as u32);
    Effort { low: of(effort.low), high: of(effort.high) }
}
