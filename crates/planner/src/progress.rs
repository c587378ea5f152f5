//! The learner's progress by date, and the status of a plan that follows from it.

use std::collections::BTreeMap;

use crate::availability::Date;
use crate::item::Item;
use crate::log::Log;
use crate::plan::Scheduled;
use crate::steps::{StepKey, Steps};
use roadmap::{Minutes, Roadmap};

/// The items that the learner has begun, finished and skipped, with their dates, their steps, and the time log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    marks: BTreeMap<Item, Mark>,
    pub steps: Steps,
    pub log: Log,
    /// The learner said that they studied as planned up to this date.
    pub studied_until: Option<Date>,
}

/// The dates of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub started: Option<Date>,
    pub ended: Option<(Ending, Date)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Finished,
    Skipped,
}

/// The status of an item or a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    NotStarted,
    /// Something of it is begun, logged or finished.
    InProgress,
    /// Everything is closed and something is finished; the date is that of the last item.
    Done(Date),
    /// Everything is skipped or known; the date is that of the last skipped item.
    Skipped(Date),
    /// Everything was known before the plan or is learned earlier on the route.
    Known,
}

impl Status {
    /// Nothing is left to do.
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::NotStarted | Self::InProgress)
    }
}

impl Progress {
    /// Progress with these marks, steps and log entries, for a learner who studied as planned up to a date.
    pub fn new(
        marks: impl IntoIterator<Item = (Item, Mark)>,
        steps: Steps,
        log: Log,
        studied_until: Option<Date>,
    ) -> Self {
        Self { marks: marks.into_iter().collect(), steps, log, studied_until }
    }

    pub fn start(&mut self, item: Item, on: Date) {
        self.marks.entry(item).or_default().started = Some(on);
    }

    pub fn end(&mut self, item: Item, ending: Ending, on: Date) {
        self.marks.entry(item).or_default().ended = Some((ending, on));
    }

    /// Undoes the last mark of an item: its end, or else its beginning. Logged time stays.
    pub fn reopen(&mut self, item: &Item) {
        match self.marks.get_mut(item) {
            Some(mark) if mark.ended.is_some() && mark.started.is_some() => mark.ended = None,
            _ => self.clear(item),
        }
    }

    /// Removes the marks of an item. Logged time and steps stay.
    pub fn clear(&mut self, item: &Item) {
        self.marks.remove(item);
    }

    /// Marks a step as done. With the last step of an open item, the item is finished.
    pub fn tick_step(&mut self, roadmap: &Roadmap, item: Item, step: StepKey, on: Date) {
        self.steps.tick(item.clone(), step, on);
        let is_done = |step: &StepKey| self.steps.done_on(&item, step).is_some();
        if self.steps.of(roadmap, &item).iter().all(|step| is_done(&step.key))
            && !self.status_of(&item).is_closed()
        {
            self.end(item, Ending::Finished, on);
        }
    }

    /// Marks a step as not done. If its item was finished, all other steps of it stay done.
    pub fn untick_step(&mut self, roadmap: &Roadmap, item: &Item, step: &StepKey) {
        if self.finished(item).is_some() {
            let others = self.steps.of(roadmap, item).into_iter().map(|step| step.key);
            let others: Vec<StepKey> = others.filter(|other| other != step).collect();
            for other in others {
                if let Some(on) = self.step_done(item, &other) {
                    self.steps.tick(item.clone(), other, on);
                }
            }
            self.reopen(item);
        }
        self.steps.untick(item, step);
    }

    /// When a step was done: by itself, or with its item.
    pub fn step_done(&self, item: &Item, step: &StepKey) -> Option<Date> {
        self.steps.done_on(item, step).or_else(|| self.finished(item))
    }

    pub fn mark(&self, item: &Item) -> Mark {
        self.marks.get(item).copied().unwrap_or_default()
    }

    /// The date on which an item was finished.
    pub fn finished(&self, item: &Item) -> Option<Date> {
        self.mark(item).ended.filter(|(ending, _)| *ending == Ending::Finished).map(|(_, on)| on)
    }

    pub fn marks(&self) -> impl Iterator<Item = (&Item, Mark)> {
        self.marks.iter().map(|(item, &mark)| (item, mark))
    }

    /// The last date on which anything was begun, ended or logged, or up to which the learner said that they studied.
    pub fn last_activity(&self) -> Option<Date> {
        let marked =
            self.marks.values().flat_map(|mark| [mark.started, mark.ended.map(|(_, on)| on)]).flatten();
        let stepped = self.steps.items().flat_map(|(_, of_item)| of_item.done().values().copied());
        let logged = self.log.entries().iter().map(|entry| entry.on);
        marked.chain(stepped).chain(logged).chain(self.studied_until).max()
    }

    pub fn status_of(&self, item: &Item) -> Status {
        let mark = self.mark(item);
        match mark.ended {
            Some((Ending::Finished, on)) => Status::Done(on),
            Some((Ending::Skipped, on)) => Status::Skipped(on),
            None if mark.started.is_some() || self.log.on(item) > Minutes::ZERO => Status::InProgress,
            None if self.steps.done(item).next().is_some() => Status::InProgress,
            None => Status::NotStarted,
        }
    }

    pub fn status(&self, scheduled: &Scheduled) -> Status {
        let all: Vec<Status> = scheduled.items().iter().map(|(item, _)| self.status_of(item)).collect();
        if all.iter().any(|status| !status.is_closed()) {
            let untouched = all.iter().all(|status| *status == Status::NotStarted);
            return if untouched { Status::NotStarted } else { Status::InProgress };
        }
        let ended = |status: &Status| match status {
            Status::Done(on) | Status::Skipped(on) => Some(*on),
            _ => None,
        };
        match all.iter().filter_map(ended).max() {
            Some(on) if all.iter().any(|status| matches!(status, Status::Done(_))) => Status::Done(on),
            Some(on) => Status::Skipped(on),
            None => Status::Known,
        }
    }
}
