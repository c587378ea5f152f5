//! What the learner has done, by date, and what that makes of a plan.

use std::collections::BTreeMap;

use super::availability::{Availability, Date, DateRange};
use super::item::Item;
use super::log::Log;
use super::plan::{Plan, Scheduled};
use roadmap::{Effort, Minutes};

/// What is begun, finished and skipped, and when; and how long it took, as far as the learner noted that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    marks: BTreeMap<Item, Mark>,
    /// The time noted.
    pub log: Log,
}

/// How one thing stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// When it was begun, if the learner said so.
    pub started: Option<Date>,
    /// How and when it came to its end.
    pub ended: Option<(Ending, Date)>,
}

/// How something comes to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is done.
    Finished,
    /// The learner leaves it out.
    Skipped,
}

/// How far something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing of it is begun.
    NotStarted,
    /// Something of it is begun or finished.
    InProgress,
    /// All of it has come to its end, the last of it on that date, and not all of it was skipped.
    Done(Date),
    /// All of it was skipped or known, the last of it skipped on that date.
    Skipped(Date),
    /// All of it was known before the plan, or learned before on the route.
    Known,
}

impl Status {
    /// Whether there is nothing left to do.
    pub fn is_closed(self) -> bool {
        !matches!(self, Self::NotStarted | Self::InProgress)
    }
}

impl Progress {
    /// Progress with these marks and log entries.
    pub fn new(marks: impl IntoIterator<Item = (Item, Mark)>, log: Log) -> Self {
        Self { marks: marks.into_iter().collect(), log }
    }

    /// Notes that something was begun on a date.
    pub fn start(&mut self, item: Item, on: Date) {
        self.marks.entry(item).or_default().started = Some(on);
    }

    /// Notes that something came to its end on a date.
    pub fn end(&mut self, item: Item, ending: Ending, on: Date) {
        self.marks.entry(item).or_default().ended = Some((ending, on));
    }

    /// Takes back what was said last of something: that it came to its end, or else that it was begun. The time noted
    /// for it stays.
    pub fn reopen(&mut self, item: &Item) {
        match self.marks.get_mut(item) {
            Some(mark) if mark.ended.is_some() && mark.started.is_some() => mark.ended = None,
            _ => self.clear(item),
        }
    }

    /// Takes back all that was said of something but the time noted for it.
    pub fn clear(&mut self, item: &Item) {
        self.marks.remove(item);
    }

    /// How one thing stands, on whichever path it was met.
    pub fn mark(&self, item: &Item) -> Mark {
        self.marks.get(item).copied().unwrap_or_default()
    }

    /// When something was finished.
    pub fn finished(&self, item: &Item) -> Option<Date> {
        self.mark(item).ended.filter(|(ending, _)| *ending == Ending::Finished).map(|(_, on)| on)
    }

    /// All that was noted.
    pub fn marks(&self) -> impl Iterator<Item = (&Item, Mark)> {
        self.marks.iter().map(|(item, &mark)| (item, mark))
    }

    /// The last date on which anything was begun, ended or noted.
    pub fn last_activity(&self) -> Option<Date> {
        let marked =
            self.marks.values().flat_map(|mark| [mark.started, mark.ended.map(|(_, on)| on)]).flatten();
        marked.chain(self.log.entries().iter().map(|entry| entry.on)).max()
    }

    /// How far one thing has come.
    pub fn status_of(&self, item: &Item) -> Status {
        let mark = self.mark(item);
        match mark.ended {
            Some((Ending::Finished, on)) => Status::Done(on),
            Some((Ending::Skipped, on)) => Status::Skipped(on),
            None if mark.started.is_some() || self.log.on(item) > Minutes::ZERO => Status::InProgress,
            None => Status::NotStarted,
        }
    }

    /// How far a piece of work has come.
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

    /// How much of a plan's effort is finished, in whole percent, rounded down.
    ///
    /// Effort counts at the middle of its range, what is skipped not at all. It is 100 if and only if nothing is
    /// left to do.
    ///
    /// ```
    /// use planner::{Answers, Assumptions, Availability, Date, Ending, Item, Plan, Progress, ProjectChoices, Turn, Week};
    /// use roadmap::Minutes;
    ///
    /// # let roadmap = roadmap::shipped_roadmap();
    /// let mut answers = Answers::default();
    /// answers.give(Turn::first("Assess".into()), "complete-beginner");
    /// let monday = Date::from_ymd_opt(2027, 1, 4).unwrap();
    /// let plan = Plan::make(&roadmap, Assumptions {
    ///     answers: &answers,
    ///     availability: &Availability::new(Week::on_workdays(Minutes::hours(10)), []),
    ///     start: monday,
    ///     projects: &ProjectChoices::default(),
    ///     known: &Default::default(),
    /// }).unwrap();
    /// let mut progress = Progress::default();
    /// assert_eq!(progress.percent(&plan), 0);
    /// // One of the three topics of the fundamentals:
    /// progress.end(Item::Topic("functions".into()), Ending::Finished, monday);
    /// assert_eq!(progress.percent(&plan), 33);
    /// ```
    pub fn percent(&self, plan: &Plan) -> u32 {
        let (mut done, mut all, mut complete) = (0_u64, 0_u64, !plan.work.is_empty());
        for (item, effort) in plan.work.iter().flat_map(Scheduled::items) {
            let minutes = u64::from(effort.middle().0);
            match self.status_of(&item) {
                Status::Skipped(_) => {}
                Status::Done(_) => (done, all) = (done + minutes, all + minutes),
                _ => (complete, all) = (false, all + minutes),
            }
        }
        // Topics without a minute can be all that is left.
        let percent = (done * 100).checked_div(all).unwrap_or(0) as u32;
        if complete { 100 } else { percent.min(99) }
    }

    /// What is left of the week around `today`: the study time from today on, and what it holds if the next
    /// unfinished work takes the middle of its range.
    pub fn this_week(&self, plan: &Plan, availability: &Availability, start: Date, today: Date) -> ThisWeek {
        let week = DateRange::week_of(today);
        let days: Vec<(Date, Minutes)> = week
            .dates()
            .map(|date| (date, if date < start { Minutes::ZERO } else { availability.capacity(date) }))
            .collect();
        let mut left: Minutes =
            days.iter().filter(|(date, _)| *date >= today).map(|(_, capacity)| *capacity).sum();
        let mut items = Vec::new();
        for (item, effort) in self.left(plan) {
            if left == Minutes::ZERO {
                break;
            }
            let time = effort.middle().min(left);
            left = left.less(time);
            items.push((item, time));
        }
        ThisWeek { days, items }
    }

    /// What has not come to its end yet, in the order of the plan. The time noted for it counts off its effort.
    pub fn left(&self, plan: &Plan) -> impl Iterator<Item = (Item, Effort)> {
        plan.work.iter().flat_map(|scheduled| self.left_of(scheduled))
    }

    /// What of a piece of work has not come to its end yet.
    pub fn left_of(&self, scheduled: &Scheduled) -> Vec<(Item, Effort)> {
        let open = scheduled.items().into_iter().filter(|(item, _)| !self.status_of(item).is_closed());
        open.map(|(item, effort)| {
            let left = effort.after(self.log.on(&item));
            (item, left)
        })
        .collect()
    }
}

/// What a week holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThisWeek {
    /// Its days from Monday to Sunday with their study time.
    pub days: Vec<(Date, Minutes)>,
    /// What the study time from today on goes to, in order, with the time for each.
    pub items: Vec<(Item, Minutes)>,
}
