//! Why the finish date moved: the difference between two forecasts, split among what happened in between.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use super::document::Document;
use super::outlook::Outlook;
use planner::{Chances, Date, Ending, Item, Log, Mark, Progress, StepKey, Steps, StepsOfItem};
use roadmap::{Minutes, Roadmap};

/// A learner's plan on a day.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    pub document: &'a Document,
    pub roadmap: &'a Roadmap,
    pub today: Date,
}

/// How the 80 % finish moved between two situations, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub from: Chances,
    pub to: Chances,
    /// What happened, in the order in which it is taken into account, with the days by which each moved the date;
    /// negative if it is earlier. The days add up to those from `from` to `to`.
    pub parts: Vec<(Cause, i64)>,
}

/// Something that moves the finish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The roadmap has other estimates, topics or projects.
    Roadmap,
    /// Answers, or projects on the plan.
    Plan,
    /// The first day of study.
    Start,
    /// Topics known before the plan.
    Known,
    /// Hours of the week.
    Hours,
    /// Dates off, or with a different week.
    TimeOff,
    /// Whether the forecast uses the learner's own pace.
    Pace,
    /// Days have passed and study was logged.
    Time {
        days: i64,
        /// Study time of these days by the plan.
        planned: Minutes,
        /// Logged time of these days; `None` for a learner who logs nothing.
        logged: Option<Minutes>,
    },
    /// Steps of these were done on one day.
    Steps(Vec<Item>),
    /// Finished on one day.
    Finished(Vec<Item>),
    /// Left out on one day.
    Skipped(Vec<Item>),
    /// Marks or steps were taken back, or their dates changed.
    Reopened(Vec<Item>),
}

impl Moved {
    /// Splits the difference between two situations: what changed is put into the first one after the other, and each
    /// moves the date from where the one before has left it. `None` if there is no finish in one of them.
    pub fn between(before: Situation<'_>, after: Situation<'_>) -> Option<Self> {
        let from = finish(before)?;
        let to = finish(after)?;
        let mut walk = Walk { now: before.document.clone(), last: from, parts: Vec::new(), after };
        walk.settings(before.roadmap, before.today);
        walk.time(before);
        walk.marks();
        Some(Self { from, to, parts: walk.parts })
    }

    /// How the finish moved in the last `days` days: compared with the same plan and only what was marked and logged
    /// until then. `None` if the plan is younger.
    pub fn since(days: u64, now: Situation<'_>) -> Option<Self> {
        let then = now.today.checked_sub_days(chrono::Days::new(days))?;
        now.document.start.filter(|start| *start <= then)?;
        let document =
            Document { progress: until(&now.document.progress, then), ..now.document.with_weeks_of(then) };
        Self::between(Situation { document: &document, today: then, ..now }, now)
    }

    /// Days from the first 80 % finish to the second; negative if that is earlier.
    pub fn days(&self) -> i64 {
        (self.to.p80 - self.from.p80).num_days()
    }
}

fn finish(Situation { document, roadmap, today }: Situation<'_>) -> Option<Chances> {
    Outlook::finish(document, roadmap, today).ok().flatten()
}

/// The marks and the log entries until a date.
fn until(progress: &Progress, date: Date) -> Progress {
    let marks = progress.marks().filter_map(|(item, mark)| {
        let mark = Mark {
            started: mark.started.filter(|on| *on <= date),
            ended: mark.ended.filter(|(_, on)| *on <= date),
        };
        (mark != Mark::default()).then(|| (item.clone(), mark))
    });
    let mut log = Log::default();
    for entry in progress.log.entries().iter().filter(|entry| entry.on <= date) {
        log.add(entry.clone());
    }
    let steps = with_done(&progress.steps, |of_item| {
        of_item.done().iter().filter(|(_, on)| **on <= date).map(|(step, on)| (step.clone(), *on)).collect()
    });
    Progress::new(marks, steps, log, progress.studied_until.filter(|on| *on <= date))
}

/// Steps with other ones done.
fn with_done(steps: &Steps, done: impl Fn(&StepsOfItem) -> BTreeMap<StepKey, Date>) -> Steps {
    let items = steps.items();
    Steps::new(
        items.map(|(item, of_item)| (item.clone(), StepsOfItem::new(of_item.own().to_vec(), done(of_item)))),
    )
}

/// On the way from one situation to the other.
struct Walk<'a> {
    now: Document,
    last: Chances,
    parts: Vec<(Cause, i64)>,
    after: Situation<'a>,
}

impl Walk<'_> {
    /// Takes the document as it is now as another step.
    fn step(&mut self, cause: Cause, roadmap: &Roadmap, today: Date) {
        let Some(finish) = finish(Situation { document: &self.now, roadmap, today }) else { return };
        self.parts.push((cause, (finish.p80 - self.last.p80).num_days()));
        self.last = finish;
    }

    /// The roadmap and everything that the learner says about a plan, as of the first day.
    fn settings(&mut self, before: &Roadmap, today: Date) {
        let Situation { document: to, roadmap, .. } = self.after;
        // Nearly always one roadmap, which takes long to compare with itself.
        if !ptr::eq(before, roadmap) && before != roadmap {
            self.now.roadmap = to.roadmap.clone();
            self.step(Cause::Roadmap, roadmap, today);
        }
        macro_rules! take_over {
            ($cause:ident: $($field:ident),+) => {
                if $(self.now.$field != to.$field)||+ {
                    $(self.now.$field.clone_from(&to.$field);)+
                    self.step(Cause::$cause, roadmap, today);
                }
            };
        }
        take_over!(Plan: answers, projects);
        take_over!(Start: start);
        take_over!(Known: known);
        take_over!(Hours: week, earlier_weeks);
        take_over!(TimeOff: time_off, stretches, sessions);
        take_over!(Pace: pace);
    }

    /// The days that passed, with the log and what was begun.
    fn time(&mut self, before: Situation<'_>) {
        let Situation { document: to, roadmap, today } = self.after;
        let progress = &self.now.progress;
        let ended = |mark: Mark, other: Mark| Mark { started: mark.started, ended: other.ended };
        let marks = to.progress.marks().map(|(item, mark)| (item.clone(), ended(mark, progress.mark(item))));
        let gone = progress.marks().filter(|(item, _)| to.progress.mark(item) == Mark::default());
        let gone = gone.map(|(item, mark)| (item.clone(), Mark { started: None, ..mark }));
        let marks = marks.chain(gone).filter(|(_, mark)| *mark != Mark::default());
        let steps = self.own_steps();
        let passed = Progress::new(marks, steps, to.progress.log.clone(), to.progress.studied_until);
        if passed == self.now.progress && before.today == today {
            return;
        }
        let cause = time(before, self.after);
        self.now.progress = passed;
        self.step(cause, roadmap, today);
    }

    /// The learner's own steps as they are later, with what was done before.
    fn own_steps(&self) -> Steps {
        let [before, after] = [&self.now.progress.steps, &self.after.document.progress.steps];
        let items: BTreeSet<&Item> = before.items().chain(after.items()).map(|(item, _)| item).collect();
        Steps::new(items.into_iter().map(|item| {
            let done = before.done(item).map(|(step, on)| (step.clone(), on)).collect();
            (item.clone(), StepsOfItem::new(after.own(item).to_vec(), done))
        }))
    }

    /// What was finished, left out or taken back, in the order of its dates. What was finished on one day is one step:
    /// half of it alone would say nothing.
    fn marks(&mut self) {
        let Situation { document: to, roadmap, today } = self.after;
        let Ticks { taken_back, by_day } = Ticks::between(&self.now.progress.steps, &to.progress.steps);
        if !taken_back.is_empty() {
            for (item, step) in &taken_back {
                self.now.progress.steps.untick(item, step);
            }
            self.step(Cause::Reopened(unique(taken_back)), roadmap, today);
        }
        let mut by_day = by_day.into_iter().peekable();
        for (end, items) in changes(&self.now.progress, &to.progress) {
            let day = end.0.map(|(_, on)| on);
            while let Some((on, ticks)) = by_day.next_if(|(on, _)| Some(*on) <= day) {
                self.ticks(on, ticks, &items);
            }
            self.ends(end, items);
        }
        for (on, ticks) in by_day {
            self.ticks(on, ticks, &[]);
        }
    }

    /// Steps done on one day. Those of items that are finished with them are part of what comes next.
    fn ticks(&mut self, on: Date, ticks: Vec<(Item, StepKey)>, finished: &[Item]) {
        for (item, step) in &ticks {
            self.now.progress.steps.tick(item.clone(), step.clone(), on);
        }
        let others: Vec<_> = ticks.into_iter().filter(|(item, _)| !finished.contains(item)).collect();
        if !others.is_empty() {
            self.step(Cause::Steps(unique(others)), self.after.roadmap, self.after.today);
        }
    }

    fn ends(&mut self, (ended, kind): End, items: Vec<Item>) {
        for item in &items {
            match ended {
                Some((ending, on)) => self.now.progress.end(item.clone(), ending, on),
                None => self.now.progress.reopen(item),
            }
        }
        self.step(kind(items), self.after.roadmap, self.after.today);
    }
}

/// The items of steps, each once.
fn unique(steps: Vec<(Item, StepKey)>) -> Vec<Item> {
    let items: BTreeSet<Item> = steps.into_iter().map(|(item, _)| item).collect();
    items.into_iter().collect()
}

/// The steps that differ.
struct Ticks {
    taken_back: Vec<(Item, StepKey)>,
    by_day: BTreeMap<Date, Vec<(Item, StepKey)>>,
}

impl Ticks {
    fn between(before: &Steps, after: &Steps) -> Self {
        let mut ticks = Self { taken_back: Vec::new(), by_day: BTreeMap::new() };
        for (item, of_item) in before.items() {
            let gone = of_item.done().keys().filter(|step| after.done_on(item, step).is_none());
            ticks.taken_back.extend(gone.map(|step| (item.clone(), step.clone())));
        }
        for (item, of_item) in after.items() {
            for (step, on) in
                of_item.done().iter().filter(|(step, on)| before.done_on(item, step) != Some(**on))
            {
                ticks.by_day.entry(*on).or_default().push((item.clone(), step.clone()));
            }
        }
        ticks
    }
}

/// A new end of an item, and what to call the change.
type End = (Option<(Ending, Date)>, fn(Vec<Item>) -> Cause);

/// The items whose ends differ, together where they ended alike on the same day, in the order of the days.
fn changes(before: &Progress, after: &Progress) -> Vec<(End, Vec<Item>)> {
    let items: BTreeSet<&Item> = before.marks().chain(after.marks()).map(|(item, _)| item).collect();
    let changed = items.into_iter().filter(|item| before.mark(item).ended != after.mark(item).ended);
    let mut by_day: BTreeMap<(Option<Date>, u8), (End, Vec<Item>)> = BTreeMap::new();
    for item in changed {
        let ended = after.mark(item).ended;
        let was_open = before.mark(item).ended.is_none();
        let (order, kind): (u8, fn(Vec<Item>) -> Cause) = match ended {
            Some((Ending::Finished, _)) if was_open => (0, Cause::Finished),
            Some((Ending::Skipped, _)) if was_open => (1, Cause::Skipped),
            Some((Ending::Finished, _)) => (2, Cause::Reopened),
            Some((Ending::Skipped, _)) => (3, Cause::Reopened),
            None => (4, Cause::Reopened),
        };
        let together = by_day.entry((ended.map(|(_, on)| on), order));
        together.or_insert_with(|| ((ended, kind), Vec::new())).1.push(item.clone());
    }
    by_day.into_values().collect()
}

fn time(before: Situation<'_>, after: Situation<'_>) -> Cause {
    let [earlier, log] = [before, after].map(|situation| &situation.document.progress.log);
    let availability = after.document.availability(after.roadmap);
    let planned = match (before.today.succ_opt(), after.today > before.today) {
        (Some(next), true) => availability.between(next, after.today),
        _ => Minutes::ZERO,
    };
    Cause::Time {
        days: (after.today - before.today).num_days(),
        planned,
        logged: (!log.entries().is_empty()).then(|| log.total().less(earlier.total())),
    }
}
